// Goes from '<' to '<'. An element that is cut ends where its end tag is, as HTML's parser has it for raw text.
#include "indexer/pages/strip_markup.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/pages/strip_tag.h"
#include "shared/base/byte_set.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// Elements whose content goes. Not <noscript>: it may hold pictures' captions, and there are pages that forget its end.
constexpr std::string_view kCut[] = {"script", "style", "svg", "template", "iframe", "select", "textarea"};
constexpr std::size_t kScript = 0;
constexpr ByteSet kAngles("<>");
constexpr ByteSet kEndsName("> \t\n\r\f/");

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool starts_with_name(std::string_view rest, std::string_view name) {
  return rest.size() > name.size() && kEndsName.has(rest[name.size()]) &&
         equals_ignoring_case(rest.substr(0, name.size()), name);
}

// Which of kCut the tag at `rest` ("script src=…") opens; their number where none.
std::size_t cut_element(std::string_view rest) {
  for (std::size_t i = 0; i < std::size(kCut); ++i) {
    if (starts_with_name(rest, kCut[i])) return i;
  }
  return std::size(kCut);
}

// Where the end tag is of a <nav> whose '<' is at `begin`: a menu, of which nobody reads anything. npos where it has no
// end, a heading, which may be that of the story, or what could hide its end: another <nav>, raw text, a comment. Looks
// no further than that, so that time stays linear.
std::size_t end_of_menu(std::string_view html, std::size_t begin) {
  for (std::size_t at = html.find('<', begin + 1); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string_view rest = html.substr(at + 1);
    if (rest.starts_with('/') && starts_with_name(rest.substr(1), "nav")) return at;
    if (rest.starts_with("!--") || cut_element(rest) < std::size(kCut)) break;
    if (starts_with_name(rest, "nav") || starts_with_name(rest, "h1")) break;
  }
  return std::string_view::npos;
}

class Stripper {
 public:
  explicit Stripper(std::string_view html) : html_(html), tags_(html, result_.markup) {
    result_.markup.reserve(html.size() / 2);
  }

  StrippedMarkup run() && {
    while (at_ < html_.size()) {
      keep_text(std::min(html_.find('<', at_), html_.size()));
      if (at_ < html_.size()) take_tag();
    }
    if (result_.markup.find('\0') != std::string::npos)  // at which libxml2 would stop
      std::replace(result_.markup.begin(), result_.markup.end(), '\0', ' ');
    return std::move(result_);
  }

 private:
  void keep(std::size_t end) {
    result_.markup += html_.substr(at_, end - at_);
    at_ = end;
  }

  // Blanks around it are one, as browsers show them, and none at the edge of a block.
  void keep_text(std::size_t end) {
    std::string_view text = html_.substr(at_, end - at_);
    at_ = end;
    if (!in_pre_ && !text.empty()) {
      const std::string_view inner = trim(text);
      if (inner.empty() && at_block_edge_) return;
      const std::size_t before = static_cast<std::size_t>(inner.data() - text.data());
      if (inner.empty()) {
        text = text.substr(0, 1);
      } else {
        const std::size_t behind = text.size() - before - inner.size();
        const std::size_t begin = before > 0 ? before - 1 : 0;
        text = text.substr(begin, before - begin + inner.size() + (behind > 0 ? 1 : 0));
      }
    }
    result_.markup += text;
  }

  void take_tag() {
    const std::string_view rest = html_.substr(at_ + 1);
    if (rest.starts_with("!--")) return skip_comment();
    if (rest.starts_with('/')) return take_end_tag();
    if (rest.empty() || !begins_name(rest.front())) return keep(at_ + 1);
    const std::size_t element = cut_element(rest);
    if (element < std::size(kCut)) return cut(element);
    if (starts_with_name(rest, "nav")) {
      if (const std::size_t end = end_of_menu(html_, at_); end != std::string_view::npos) return cut_menu(end);
    }
    at_ = tags_.copy(at_);
    at_block_edge_ = is_block(tags_.tag());
    in_pre_ = in_pre_ || tags_.tag() == PageTag::kPre;
  }

  void take_end_tag() {
    const PageTag tag = tag_at(html_.substr(at_ + 2));
    if (tag == PageTag::kPre) in_pre_ = false;
    at_block_edge_ = is_block(tag);
    const std::size_t end = kAngles.find_in(html_, at_ + 1);
    const std::size_t behind = end < html_.size() && html_[end] == '>' ? end + 1 : end;
    if (tags_.close_element(tag)) return keep(behind);
    at_ = behind;
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

  // What is left of it keeps apart what stands before and behind it.
  void cut_menu(std::size_t end) {
    at_ = end;
    skip_to('>');
    result_.markup += "<nav></nav>";
    at_block_edge_ = true;
  }

  void note_json_ld(std::string_view script) {
    const std::size_t head_end = script.find('>');
    if (head_end == std::string_view::npos) return;
    if (to_lower_ascii(script.substr(0, head_end)).find("ld+json") == std::string::npos) return;
    result_.json_ld.push_back(script.substr(head_end + 1));
  }

  std::string_view html_;
  StrippedMarkup result_;
  TagStripper tags_;
  std::size_t at_ = 0;
  bool no_comment_end_ = false;
  bool at_block_edge_ = false;
  bool in_pre_ = false;
  std::array<bool, std::size(kCut)> unclosed_{};
};

}  // namespace

StrippedMarkup strip_markup(std::string_view html) {
  return Stripper(html).run();
}

}  // namespace dateline
