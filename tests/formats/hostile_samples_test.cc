// Our samples of every format, damaged in ten thousand ways and read as `add` reads files: articles of clean text, or
// rejections that can be shown.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/formats/format_test_tools.h"
#include "tests/formats/mutations.h"
#include "tests/fuzz/check_formats.h"

namespace dateline {
namespace {

struct Sample {
  std::string name, bytes;
};

std::vector<Sample> all_samples() {
  std::vector<Sample> samples;
  for (const char* folder : {"/tests/data/formats", "/tests/data/html", "/tests/data/pages"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(DATELINE_SOURCE_DIR) + folder)) {
      std::ifstream file(entry.path(), std::ios::binary);
      samples.push_back({entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(file), {})});
    }
  }
  std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
  return samples;
}

// What is damaged: a sample, or the begin of one with the end of another.
Sample choose(const std::vector<Sample>& samples, int run, std::mt19937& random) {
  Sample chosen = samples[static_cast<std::size_t>(run) % samples.size()];
  if (below(10, random) == 0) {
    const std::string& other = samples[below(samples.size(), random)].bytes;
    chosen.bytes.resize(below(chosen.bytes.size(), random));
    chosen.bytes += other.substr(below(other.size(), random));
  }
  if (chosen.bytes.empty()) chosen.bytes = "x";
  return chosen;
}

TEST(HostileSamples, BecomeArticlesOrRejections) {
  const std::vector<Sample> samples = all_samples();
  ASSERT_GT(samples.size(), 20U);
  const FormatFolder folder;
  std::mt19937 random(20261123);  // the same inputs in every run
  for (int run = 0; run < 10'000; ++run) {
    Sample sample = choose(samples, run, random);
    for (std::size_t count = 1 + below(6, random); count > 0; --count) mutate(sample.bytes, random);
    const std::string path = folder.write(sample.name, sample.bytes);
    ASSERT_EQ(check_file(path), "") << "run " << run << " of " << sample.name << ": "
                                    << testing::PrintToString(sample.bytes);
    std::filesystem::remove(path);  // a file that is cut to nothing and written anew goes to the disk at once
  }
}

}  // namespace
}  // namespace dateline
