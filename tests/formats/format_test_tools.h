// Sources of bytes in memory, gzip, and a folder of its own for each test.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "indexer/formats/article_format.h"

namespace dateline {

// Gives its bytes in pieces of at most `piece` bytes.
class StringSource final : public ByteSource {
 public:
  explicit StringSource(std::string bytes, std::size_t piece = 1 << 20) : bytes_(std::move(bytes)), piece_(piece) {}
  Result<std::size_t> read(std::span<char> into) override {
    const std::size_t count = std::min({into.size(), piece_, bytes_.size() - at_});
    std::memcpy(into.data(), bytes_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

// What a file became.
struct FileReading {
  std::vector<Article> articles;
  std::vector<Rejection> rejections;  // with those of parse() and of the whole file
};

// Puts records, parsed, and rejections there.
inline RecordSink sink_into(FileReading& reading) {
  return {.record =
              [&](RawRecord&& record) {
                auto article = record.format->parse(record);
                if (article) {
                  reading.articles.push_back(*std::move(article));
                } else {
                  reading.rejections.push_back({record.path, record.record, article.error()});
                }
                return true;
              },
          .rejection =
              [&](Rejection&& rejection) {
                reading.rejections.push_back(std::move(rejection));
                return true;
              }};
}

inline FileReading read_all_records(const ArticleFormat& format, ByteSource& source, const std::string& path,
                                    const ReadLimits& limits = {}) {
  FileReading reading;
  if (auto split = format.split(source, path, limits, sink_into(reading)); !split) {
    reading.rejections.push_back({path, 0, split.error()});
  }
  return reading;
}

inline FileReading read_bytes(std::string bytes, const std::string& path, const ReadLimits& limits = {}) {
  const ArticleFormat* const format = choose_format(std::string_view(bytes).substr(0, 4096), path);
  StringSource source(std::move(bytes));
  return read_all_records(*format, source, path, limits);
}

inline FileReading read_path(const std::string& path, const ReadLimits& limits = {}) {
  auto opened = open_source(path);
  if (!opened) return {{}, {{path, 0, opened.error()}}};
  return read_all_records(*choose_format(opened->head, path), *opened->source, path, limits);
}

// One of our own samples.
inline FileReading read_sample(const std::string& name) {
  return read_path(std::string(DATELINE_SOURCE_DIR "/tests/data/formats/") + name);
}

// `window`: zlib's number for zlib (15), raw (-15) or gzip (31).
inline std::string deflated(const std::string& bytes, int window) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}
inline std::string gzip(const std::string& bytes) {
  return deflated(bytes, 31);
}

class FormatFolder {
 public:
  FormatFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dateline-formats-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  FormatFolder(const FormatFolder&) = delete;
  FormatFolder& operator=(const FormatFolder&) = delete;
  ~FormatFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string at(const std::string& name) const { return path_ + "/" + name; }
  // Writes a file, and the folders above it; gives its path.
  std::string write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(at(name)).parent_path());
    std::ofstream(at(name), std::ios::binary | std::ios::trunc) << bytes;
    return at(name);
  }

 private:
  std::string path_;
};

}  // namespace dateline
