// Measures the lines that are followed by a line of the same paragraph. Linear time.
#include "shared/text/text_layout.h"

#include <cstddef>

#include "shared/base/strings.h"

namespace dateline {
namespace {

// Wrapped lines are nearly full: at 65 to 80 columns their mean is over 45 even in ragged text, and no line is much
// longer than the width; lists of titles are shorter, paragraphs on one line longer.
constexpr std::size_t kLeastMean = 45;
constexpr std::size_t kMostBytes = 120;

struct LineCounts {
  std::size_t inner = 0;  // lines that a line without indentation follows
  std::size_t inner_bytes = 0;
  std::size_t inner_stops = 0;  // those that end like a sentence
  std::size_t all = 0;
  std::size_t too_long = 0;
};

bool ends_like_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == '\'' || line.back() == ')')) line.remove_suffix(1);
  // The typographic closing quotes, U+2019 and U+201D.
  if (line.ends_with("\xE2\x80\x99") || line.ends_with("\xE2\x80\x9D")) line.remove_suffix(3);
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':');
}

LineCounts count_lines(std::string_view text) {
  LineCounts counts;
  std::string_view previous;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const auto raw = text.substr(0, end);
    const auto line = trim(raw);
    if (!line.empty()) {
      ++counts.all;
      if (line.size() > kMostBytes) ++counts.too_long;
      const bool continues = raw.data() == line.data();
      if (continues && !previous.empty()) {
        ++counts.inner;
        counts.inner_bytes += previous.size();
        if (ends_like_sentence(previous)) ++counts.inner_stops;
      }
    }
    previous = line;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return counts;
}

}  // namespace

bool is_wrapped(std::string_view text) {
  const auto counts = count_lines(text);
  return counts.inner > 0 && counts.inner_bytes >= kLeastMean * counts.inner && 2 * counts.inner_stops < counts.inner &&
         20 * counts.too_long <= counts.all;
}

}  // namespace dateline
