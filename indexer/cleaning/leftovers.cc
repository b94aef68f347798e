// What programs leave in texts that they take out of pages.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/credits.h"
#include "shared/base/ascii.h"
#include "shared/base/strings.h"
#include "shared/text/stock_code.h"

namespace dateline {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestScript = 20'000;                // bytes
constexpr std::string_view kPlaceholder = "Blah blah blah.";  // of Reuters-21578, for bodies that were not kept

// Bytes of "Click to share on WhatsApp (Opens in new window)" at the begin of `text`; 0 where it is something else.
std::size_t share_button(std::string_view text) {
  constexpr std::string_view kEnd = "(Opens in new window)";
  constexpr std::size_t kLongest = 100;
  const bool button = text.starts_with("Click to share on ") || text.starts_with("Click to email ") ||
                      text.starts_with("Click to print ");
  const std::size_t end = button ? text.substr(0, kLongest).find(kEnd) : kNone;
  return end == kNone ? 0 : end + kEnd.size();
}

// Bytes of a call such as "(function(d) { … })();" or "OO.ready(function() { … });", whose first round bracket is at
// `open`, from there on; 0 where its brackets do not fit.
std::size_t call_size(std::string_view text, std::size_t open) {
  std::size_t depth = 0;
  const std::size_t most = std::min(text.size(), open + kLongestScript);
  for (std::size_t at = open; at < most; ++at) {
    if (text[at] == '(' || text[at] == '{') ++depth;
    if (text[at] != ')' && text[at] != '}') continue;
    if (--depth > 0) continue;
    ++at;
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("(")) {
      const std::size_t close = rest.find(')');
      if (close != kNone) at += close + 1;
    }
    if (at < text.size() && text[at] == ';') ++at;
    return at - open;
  }
  return 0;
}

bool is_of_script_name(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '.' || c == '$';
}

// A text with ranges taken out, in one pass however many they are.
class Cutting {
 public:
  explicit Cutting(std::string_view text) : text_(text) {}

  // Ranges come in order and apart.
  void cut(std::size_t begin, std::size_t end) {
    kept_ += text_.substr(at_, begin - at_);
    at_ = end;
  }
  [[nodiscard]] std::size_t cut_until() const { return at_; }
  std::string rest() && {
    kept_ += text_.substr(at_);
    return std::move(kept_);
  }

 private:
  std::string_view text_;
  std::string kept_;
  std::size_t at_ = 0;
};

std::string without_scripts(std::string_view text) {
  constexpr std::string_view kFunction = "(function";
  constexpr int kMostOpen = 1000;  // calls whose end is far away or nowhere; keeps hostile texts linear
  Cutting cutting(text);
  int open = 0;
  for (std::size_t at = text.find(kFunction); at != kNone && open < kMostOpen; at = text.find(kFunction, at + 1)) {
    if (at < cutting.cut_until() || !trim(text.substr(at + kFunction.size(), 40)).starts_with('(')) continue;
    const std::size_t size = call_size(text, at);
    if (size == 0) ++open;
    if (text.substr(at, size).find('{') == kNone) continue;
    std::size_t begin = at;
    while (begin > cutting.cut_until() && is_of_script_name(text[begin - 1])) --begin;
    cutting.cut(begin, at + size);
  }
  return std::move(cutting).rest();
}

std::string without_share_buttons(std::string_view text) {
  Cutting cutting(text);
  for (std::size_t at = text.find("Click to "); at != kNone; at = text.find("Click to ", at + 1)) {
    const std::size_t size = share_button(text.substr(at));
    if (size > 0 && at >= cutting.cut_until()) cutting.cut(at, at + size);
  }
  return std::move(cutting).rest();
}

// "May 2, 2015 by Terry Firma": what stands right before a count of comments on pages of blogs.
bool ends_with_byline(std::string_view line) {
  const std::size_t last = std::max(line.rfind(" by ") + 1, line.rfind(" By ") + 1);  // 0: the line itself
  return read_byline(line.substr(last)).has_value();
}

// Of "by Terry Firma 84 Comments" and of "84 Comments" what is no count; the line itself where it has none.
std::string_view without_comment_count(std::string_view line) {
  constexpr std::size_t kMostDigits = 6;
  std::string_view rest = line;
  if (rest.ends_with(" Comments")) {
    rest.remove_suffix(std::string_view(" Comments").size());
  } else if (rest.ends_with(" Comment")) {
    rest.remove_suffix(std::string_view(" Comment").size());
  } else {
    return line;
  }
  std::size_t digits = 0;
  for (; !rest.empty() && is_ascii_digit(rest.back()); ++digits) rest.remove_suffix(1);
  if (digits == 0 || digits > kMostDigits) return line;
  if (rest.empty()) return rest;
  if (rest.back() != ' ') return line;
  rest.remove_suffix(1);
  return ends_with_byline(rest) ? rest : line;
}

std::string without_comment_counts(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (const std::string_view line : split(text, '\n')) {
    clean += without_comment_count(line);
    clean += '\n';
  }
  return clean;
}

// "( GOOG.O )" → "(GOOG.O)": there was a link.
std::string with_closed_stock_codes(std::string_view text) {
  Cutting cutting(text);
  for (std::size_t at = text.find("( "); at != kNone; at = text.find("( ", at + 1)) {
    const std::size_t size = stock_code_size(text.substr(at + 2));
    if (size == 0 || !text.substr(at + 2 + size).starts_with(" )")) continue;
    cutting.cut(at + 1, at + 2);
    cutting.cut(at + 2 + size, at + 3 + size);
  }
  return std::move(cutting).rest();
}

}  // namespace

std::string without_leftovers(std::string_view text) {
  std::string clean(text);
  const bool changes = clean.find("(function") != kNone || clean.find("(Opens in new window)") != kNone;
  if (changes) clean = normalize_text(without_share_buttons(without_scripts(clean)));
  if (clean.find(" Comment") != kNone) clean = normalize_text(without_comment_counts(clean));
  if (clean.find(" )") != kNone) clean = with_closed_stock_codes(clean);
  if (clean.ends_with(kPlaceholder))
    clean = normalize_text(std::string_view(clean).substr(0, clean.size() - kPlaceholder.size()));
  return clean;
}

}  // namespace dateline
