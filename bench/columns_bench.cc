// What the columns cost: interning stems, opening a lexicon, counting facets over the facet column. Made-up data with
// frequencies after Zipf, as words and names have them.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "shared/columns/facet_record.h"
#include "shared/columns/lexicon.h"

namespace dateline {
namespace {

constexpr std::size_t kStems = 200'000;
constexpr std::uint32_t kArticles = 100'000;
constexpr std::size_t kIdsOfArticle = 16;
constexpr std::size_t kValues = 60'000;

template <class T>
T must(Result<T> result) {
  if (!result) std::fprintf(stderr, "columns_bench: %s\n", result.error().message.c_str()), std::exit(1);
  return std::move(*result);
}

// Removed at the program's end.
struct Scratch {
  std::string path = (std::filesystem::temp_directory_path() / "dateline-bench-XXXXXX").string();
  Scratch() {
    if (::mkdtemp(path.data()) == nullptr) std::exit(1);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(path); }
};

std::string stem_number(std::size_t number) {
  return "st" + std::to_string(number * 2'654'435'761U % 4'294'967'291U);
}

// Numbers below `size`, small ones as much more frequent as the first words of a language are.
std::vector<std::uint32_t> zipf(std::size_t count, std::size_t size) {
  std::mt19937 random(1);
  std::uniform_real_distribution<> uniform(0, std::log(static_cast<double>(size)));
  std::vector<std::uint32_t> numbers(count);
  for (auto& number : numbers) number = static_cast<std::uint32_t>(std::exp(uniform(random))) - 1;
  return numbers;
}

ColumnCommit write_lexicon(const std::string& folder) {
  auto writer = must(LexiconWriter::open(folder, {}));
  for (std::size_t i = 0; i < kStems; ++i) must(writer.intern(stem_number(i)));
  return must(writer.commit());
}

// One intern of a stem that is there; `in_memory`: by a writer that made them all, else by one that opened the lexicon.
void intern_known_stems(benchmark::State& state, bool in_memory) {
  const Scratch scratch;
  std::vector<std::string> stems;
  for (const std::uint32_t number : zipf(1'000'000, kStems)) stems.push_back(stem_number(number));
  auto writer = must(LexiconWriter::open(scratch.path, in_memory ? ColumnCommit{} : write_lexicon(scratch.path)));
  for (std::size_t i = 0; i < kStems; ++i) must(writer.intern(stem_number(i)));
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(writer.intern(stems[at]));
    at = at + 1 == stems.size() ? 0 : at + 1;
  }
}
BENCHMARK_CAPTURE(intern_known_stems, of_this_run, true);
BENCHMARK_CAPTURE(intern_known_stems, of_the_archive, false);

void intern_new_stems(benchmark::State& state) {
  std::vector<std::string> stems;
  for (std::size_t i = 0; i < kStems; ++i) stems.push_back(stem_number(i));
  for (auto _ : state) {
    const Scratch scratch;
    auto writer = must(LexiconWriter::open(scratch.path, {}));
    for (const std::string& stem : stems) benchmark::DoNotOptimize(writer.intern(stem));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kStems));
}
BENCHMARK(intern_new_stems)->Unit(benchmark::kMillisecond);

void open_lexicon_writer(benchmark::State& state) {
  const Scratch scratch;
  const ColumnCommit commit = write_lexicon(scratch.path);
  for (auto _ : state) {
    auto writer = must(LexiconWriter::open(scratch.path, commit));
    benchmark::DoNotOptimize(writer.intern(stem_number(4711)));
  }
}
BENCHMARK(open_lexicon_writer)->Unit(benchmark::kMicrosecond);

void find_stems(benchmark::State& state) {
  const Scratch scratch;
  const auto reader = must(LexiconReader::open(scratch.path, write_lexicon(scratch.path)));
  std::vector<std::string> stems;
  for (const std::uint32_t number : zipf(100'000, kStems)) stems.push_back(stem_number(number));
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(reader.find(stems[at]));
    at = at + 1 == stems.size() ? 0 : at + 1;
  }
}
BENCHMARK(find_stems);

// Exact counts of all kinds over every `step`-th of 100,000 articles with 16 values each.
void count_facets(benchmark::State& state) {
  const Scratch scratch;
  auto writer = must(ColumnWriter::open(scratch.path, kFacetColumn, {}));
  const std::vector<std::uint32_t> numbers = zipf(kArticles * kIdsOfArticle, kValues);
  for (std::uint32_t docid = 1; docid <= kArticles; ++docid) {
    std::vector<FacetId> ids(numbers.begin() + (docid - 1) * kIdsOfArticle, numbers.begin() + docid * kIdsOfArticle);
    std::sort(ids.begin(), ids.end());
    if (!writer.append(docid, encode_facet_record(1'036'560, ids))) std::exit(1);
  }
  const auto reader = must(ColumnReader::open(scratch.path, kFacetColumn, must(writer.commit())));
  const auto step = static_cast<std::uint32_t>(state.range(0));
  std::vector<std::uint32_t> counts(kValues);
  for (auto _ : state) {
    for (std::uint32_t docid = 1; docid <= kArticles; docid += step) {
      const FacetRecord record(reader.record(docid));
      for (std::size_t i = 0; i < record.size(); ++i) ++counts[record[i]];
    }
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * (kArticles / step)));
}
BENCHMARK(count_facets)->Arg(1)->Arg(2)->Arg(40)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline
