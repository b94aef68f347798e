// A saved page while it is cleaned: its lines, and which of them are no part of the story.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/strings.h"

namespace dateline {

// The views point into the normalised page, which outlives this.
class PageLines {
 public:
  explicit PageLines(std::string_view page) : lines_(split_lines(page)) {
    for (std::string_view& line : lines_) line = trim(line);
  }

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  [[nodiscard]] const std::vector<std::string_view>& lines() const { return lines_; }
  // "" for lines that are gone and behind the end.
  [[nodiscard]] std::string_view line(std::size_t at) const {
    return at < lines_.size() ? lines_[at] : std::string_view();
  }
  // The first line at `at` or behind it that has something; size() where none has.
  [[nodiscard]] std::size_t next_with_text(std::size_t at) const {
    while (at < lines_.size() && lines_[at].empty()) ++at;
    return at;
  }

  void remove(std::size_t at) { lines_[at] = {}; }
  // Keeps what stands on the line from byte `from` on.
  void keep_from(std::size_t at, std::size_t from) { lines_[at] = trim(lines_[at].substr(from)); }

  // The story: what is left, with at most one blank line in a row.
  [[nodiscard]] std::string text() const {
    std::string out;
    bool blank = false;
    for (const std::string_view line : lines_) {
      if (line.empty()) {
        blank = true;
        continue;
      }
      if (!out.empty()) out += blank ? "\n\n" : "\n";
      out += line;
      blank = false;
    }
    return out;
  }

 private:
  std::vector<std::string_view> lines_;
};

}  // namespace dateline
