// A file of queries, one a line, read as it comes: a pipe may stay open.
#pragma once

#include <cstdint>
#include <cstdio>
#include <dateline.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::cli {

struct QueryLine {
  std::uint64_t number = 0;  // of the line, from 1
  std::string id;            // what stands before a tab; "" for none
  std::string query;
};

// The line as a query; nullopt for a blank one and for a comment ('#' is its first byte).
std::optional<QueryLine> query_of_line(std::string_view line, std::uint64_t number);

class QueryLines {
 public:
  static api::Result<QueryLines> open(const std::string& path);  // "-": standard input
  // The next query; nullopt at the end. An error where the file cannot be read on.
  api::Result<std::optional<QueryLine>> next();

 private:
  struct Close {
    void operator()(std::FILE* file) const;
  };
  QueryLines(std::string path, std::FILE* file) : path_(std::move(path)), file_(file) {}
  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t number_ = 0;
};

}  // namespace dateline::cli
