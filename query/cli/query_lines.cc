// Lines of any length, by stdio.
#include "query/cli/query_lines.h"

#include <cerrno>
#include <cstring>

#include "query/cli/usage_errors.h"

namespace dateline::cli {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kLongestLine = 16U << 20U;  // bytes: a binary file is no list of queries

api::Error file_error(const std::string& what, const std::string& path) {
  return usage(what + " " + quoted(path) + ": " + std::strerror(errno),
               "a file has one query a line; '-' is standard input");
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

}  // namespace

std::optional<QueryLine> query_of_line(std::string_view line, std::uint64_t number) {
  if (trimmed(line).empty() || line.front() == '#') return std::nullopt;
  const std::size_t tab = trimmed(line.substr(0, line.find('\t'))).empty() ? std::string_view::npos : line.find('\t');
  if (tab == std::string_view::npos) return QueryLine{number, {}, std::string(trimmed(line))};
  return QueryLine{number, std::string(trimmed(line.substr(0, tab))), std::string(trimmed(line.substr(tab)))};
}

void QueryLines::Close::operator()(std::FILE* file) const {
  if (file != stdin) std::fclose(file);
}

api::Result<QueryLines> QueryLines::open(const std::string& path) {
  if (path == "-") return QueryLines(path, stdin);
  std::FILE* file = std::fopen(path.c_str(), "rbe");
  if (file == nullptr) return file_error("cannot open", path);
  return QueryLines(path, file);
}

api::Result<std::optional<QueryLine>> QueryLines::next() {
  std::string line;
  for (int c = std::getc(file_.get()); c != EOF; c = std::getc(file_.get())) {
    if (c != '\n') line += static_cast<char>(c);
    if (line.size() > kLongestLine) {
      return usage("line " + std::to_string(number_ + 1) + " of " + quoted(path_) + " is longer than 16 MB",
                   "a file has one query a line");
    }
    if (c != '\n') continue;
    if (auto query = query_of_line(line, ++number_)) return query;
    line.clear();
  }
  if (std::ferror(file_.get()) != 0) return file_error("cannot read", path_);
  return query_of_line(line, ++number_);
}

}  // namespace dateline::cli
