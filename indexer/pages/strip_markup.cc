// Goes from '<' to '<'. An element that is cut ends where its end tag is, as HTML's parser has it for raw text.
#include "indexer/pages/strip_markup.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

#include "shared/base/strings.h"

namespace dateline {
namespace {

// Elements whose content goes. Not <noscript>: it may hold pictures' captions, and there are pages that forget its end.
constexpr std::string_view kCut[] = {"script", "style", "svg", "template", "iframe", "select", "textarea"};
constexpr std::size_t kScript = 0;

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool ends_name(char c) {
  return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// Which of kCut the tag at `rest` ("script src=…") opens; their number where none.
std::size_t cut_element(std::string_view rest) {
  for (std::size_t i = 0; i < std::size(kCut); ++i) {
    const std::size_t length = kCut[i].size();
    if (rest.size() > length && ends_name(rest[length]) && equals_ignoring_case(rest.substr(0, length), kCut[i]))
      return i;
  }
  return std::size(kCut);
}

class Stripper {
 public:
  explicit Stripper(std::string_view html) : html_(html) { result_.markup.reserve(html.size()); }

  StrippedMarkup run() && {
    while (at_ < html_.size()) {
      const auto* const found = static_cast<const char*>(std::memchr(html_.data() + at_, '<', html_.size() - at_));
      const std::size_t open = found == nullptr ? html_.size() : static_cast<std::size_t>(found - html_.data());
      keep(open);
      if (at_ < html_.size()) take_tag();
    }
    std::replace(result_.markup.begin(), result_.markup.end(), '\0', ' ');  // at which libxml2 would stop
    return std::move(result_);
  }

 private:
  void keep(std::size_t end) {
    result_.markup += html_.substr(at_, end - at_);
    at_ = end;
  }

  void take_tag() {
    const std::string_view rest = html_.substr(at_ + 1);
    if (rest.starts_with("!--")) return skip_comment();
    if (rest.empty() || !begins_name(rest.front())) return keep(at_ + 1);
    const std::size_t element = cut_element(rest);
    if (element < std::size(kCut)) return cut(element);
    keep(at_ + 1);
  }

  void skip_comment() {
    const std::size_t end = no_comment_end_ ? std::string_view::npos : html_.find("-->", at_ + 2);
    if (end == std::string_view::npos) {  // never closed: only what can be a comment's first words goes
      no_comment_end_ = true;
      return skip_to('>');
    }
    at_ = end + 3;
  }

  void skip_to(char c) {
    const std::size_t end = html_.find(c, at_);
    at_ = end == std::string_view::npos ? html_.size() : end + 1;
  }

  // Where "</name" is, from `from` on.
  std::size_t find_end_tag(std::size_t element, std::size_t from) const {
    const std::string_view name = kCut[element];
    while (true) {
      const std::size_t found = html_.find("</", from);
      if (found == std::string_view::npos) return found;
      const std::string_view rest = html_.substr(found + 2);
      if (rest.size() >= name.size() && equals_ignoring_case(rest.substr(0, name.size()), name)) return found;
      from = found + 2;
    }
  }

  void cut(std::size_t element) {
    const std::size_t begin = at_;
    const std::size_t end = unclosed_[element] ? std::string_view::npos : find_end_tag(element, begin);
    if (end == std::string_view::npos) {
      unclosed_[element] = true;
      return element == kScript ? void(at_ = html_.size()) : skip_to('>');
    }
    if (element == kScript) note_json_ld(html_.substr(begin, end - begin));
    at_ = end;
    skip_to('>');
    result_.markup += ' ';
  }

  void note_json_ld(std::string_view script) {
    const std::size_t head_end = script.find('>');
    if (head_end == std::string_view::npos) return;
    if (to_lower_ascii(script.substr(0, head_end)).find("ld+json") == std::string::npos) return;
    result_.json_ld.push_back(script.substr(head_end + 1));
  }

  std::string_view html_;
  StrippedMarkup result_;
  std::size_t at_ = 0;
  bool no_comment_end_ = false;
  std::array<bool, std::size(kCut)> unclosed_{};
};

}  // namespace

StrippedMarkup strip_markup(std::string_view html) {
  return Stripper(html).run();
}

}  // namespace dateline
