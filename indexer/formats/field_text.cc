// Looks for evidence, and leaves the reading to the pages room.
#include "indexer/formats/field_text.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/repair_mojibake.h"
#include "indexer/pages/html_entities.h"
#include "indexer/pages/read_fragment.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kBlocks[] = {"p",       "div",    "ul",     "ol",     "li",    "h1",         "h2",
                                        "h3",      "h4",     "h5",     "h6",     "table", "blockquote", "section",
                                        "article", "figure", "aside",  "header", "tr",    "td",         "pre",
                                        "script",  "style",  "iframe", "footer"};
constexpr std::string_view kInline[] = {"a",    "b",   "i",   "u",     "em",   "strong", "span",
                                        "font", "sup", "sub", "small", "cite", "q",      "s"};

struct Tag {
  std::string name;
  bool closes = false;
};

bool is_block(std::string_view name) {
  return std::find(std::begin(kBlocks), std::end(kBlocks), name) != std::end(kBlocks) || name == "br";
}

bool is_known(std::string_view name) {
  return is_block(name) || std::find(std::begin(kInline), std::end(kInline), name) != std::end(kInline);
}

// The known tag that begins at `at`, where there is a '<'; an empty name where there is none.
Tag tag_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestTag = 2000;
  constexpr std::size_t kLongestName = 12;
  Tag tag;
  std::string_view rest = text.substr(at + 1, kLongestTag);
  tag.closes = rest.starts_with('/');
  if (tag.closes) rest.remove_prefix(1);
  const std::size_t end = rest.find_first_of(" \t\r\n/>");
  if (end == std::string_view::npos || end == 0 || end > kLongestName) return {};
  const std::size_t close = rest.find_first_of("<>");
  if (close == std::string_view::npos || rest[close] == '<') return {};
  tag.name = to_lower_ascii(rest.substr(0, end));
  return is_known(tag.name) ? tag : Tag{};
}

// What the tags say: `html`, and whether paragraphs are made by them or by blank lines.
struct Evidence {
  bool html = false, blocks = false;
};

Evidence look_for_tags(std::string_view text) {
  Evidence found;
  std::vector<std::string> open;  // names, each once
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const Tag tag = tag_at(text, at);
    if (tag.name.empty()) continue;
    const bool opened = std::find(open.begin(), open.end(), tag.name) != open.end();
    if (!tag.closes && !opened) open.push_back(tag.name);
    if (tag.name == "br" || (tag.closes && opened)) {
      found.html = true;
      found.blocks = found.blocks || is_block(tag.name);
    }
    if (found.html && found.blocks) break;
  }
  return found;
}

// Of a text with blank lines between its paragraphs and only links and emphasis as tags.
std::string read_lines(std::string_view text) {
  std::string read;
  for (const std::string_view line : split(text, '\n')) read += concat({read_fragment(line), "\n"});
  return normalize_text(read);
}

// "AT&amp;T", "&#8217;": whoever writes these means the characters. "R&D;" and "a && b" stay.
bool has_reference(std::string_view text) {
  return text.find('&') != std::string_view::npos && without_entities(text) != text;
}

// Control bytes that are the lower halves of U+2013, U+2014, U+2018, U+2019, U+201C and U+201D: a program cut off the
// upper ones.
std::string with_lost_quotes(std::string_view text) {
  std::string whole;
  whole.reserve(text.size());
  for (const char c : text) {
    const bool lost = c == 0x13 || c == 0x14 || c == 0x18 || c == 0x19 || c == 0x1C || c == 0x1D;
    if (lost) {
      append_utf8(whole, 0x2000 + static_cast<char32_t>(c));
    } else {
      whole += c;
    }
  }
  return whole;
}

}  // namespace

bool is_evidently_html(std::string_view text) {
  return look_for_tags(text).html;
}

std::string text_of_field(std::string_view written) {
  std::string resolved;
  Evidence found = look_for_tags(written);
  if (!found.html && has_reference(written)) {
    resolved = without_entities(written);
    found = look_for_tags(resolved);
    written = resolved;
  }
  if (!found.html) return without_leftovers(normalize_text(repair_mojibake(with_lost_quotes(written))));
  const std::string read = found.blocks ? read_fragment(written) : read_lines(written);
  // What is read again, such as an export, is to stay as it is.
  return without_leftovers(has_reference(read) ? normalize_text(without_entities(read)) : read);
}

}  // namespace dateline
