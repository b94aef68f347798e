// Reads the first bytes as ASCII in lower case: all encodings of the web but UTF-16 have that in common.
#include "indexer/pages/html_signs.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kCharsetBytes = 8 * 1024;  // HTML asks for the first KiB; pages have it later

// Elements that only pages begin with. A fragment (<p>, <div>) may as well be a text with some markup.
constexpr std::string_view kOpenings[] = {"<!doctype html", "<html", "<head", "<body", "<meta", "<title"};

bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || std::string_view(" \t\r\n>/").find(text[at]) != std::string_view::npos;
}

// Behind blanks, comments and an XML declaration.
std::string_view first_markup(std::string_view text) {
  while (true) {
    text = trim(text);
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<?")) return text;
    const std::string_view close = comment ? "-->" : ">";
    const std::size_t end = text.find(close);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + close.size());
  }
}

}  // namespace

bool looks_like_html(std::string_view head) {
  const std::string text = to_lower_ascii(first_markup(head));
  return std::any_of(std::begin(kOpenings), std::end(kOpenings), [&](std::string_view opening) {
    return text.starts_with(opening) && ends_word(text, opening.size());
  });
}

std::string declared_charset(std::string_view html) {
  const std::string head = to_lower_ascii(html.substr(0, kCharsetBytes));
  std::size_t at = 0;
  while ((at = head.find("<meta", at)) != std::string::npos) {
    const std::size_t end = std::min(head.find('>', at), head.size());
    const std::string_view tag = std::string_view(head).substr(at, end - at);
    at = end;
    const std::size_t found = tag.find("charset");
    if (found == std::string_view::npos) continue;
    std::string_view rest = trim(tag.substr(found + 7));
    if (!rest.starts_with('=')) continue;
    rest = trim(rest.substr(1));
    while (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
    const std::size_t stop = rest.find_first_of("\"' ;/>\t\r\n");
    return std::string(rest.substr(0, stop));
  }
  return {};
}

}  // namespace dateline
