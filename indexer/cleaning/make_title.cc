// Titles for articles that have none.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/find_dateline.h"
#include "shared/base/strings.h"
#include "shared/text/sentences.h"

namespace dateline {
namespace {

constexpr std::size_t kTitleCharacters = 120;
constexpr std::size_t kBytesSearched = 2048;  // a first sentence that is longer is cut anyway

std::string_view first_sentence(std::string_view text) {
  const auto sentences = split_sentences(text);
  if (sentences.empty()) return text;
  return text.substr(sentences.front().begin, sentences.front().end - sentences.front().begin);
}

// Byte offset behind the first `characters` characters.
std::size_t offset_of(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  while (at < text.size() && characters > 0) {
    next_code_point(text, at);
    --characters;
  }
  return at;
}

std::string cut_at_word(std::string_view line, std::size_t characters) {
  const std::size_t limit = offset_of(line, characters);
  if (limit >= line.size()) return std::string(line);
  const std::size_t blank = line.rfind(' ', limit);
  std::string_view cut = line.substr(0, blank != std::string_view::npos && blank * 2 > limit ? blank : limit);
  while (!cut.empty() && (cut.back() == ',' || cut.back() == ';' || cut.back() == ':' || cut.back() == ' ')) {
    cut.remove_suffix(1);
  }
  return concat({cut, "…"});
}

}  // namespace

std::string make_title(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
  if (const auto dateline = find_dateline(text); dateline && dateline->length < text.size()) {
    text.remove_prefix(dateline->length);
  }
  return cut_at_word(normalize_line(first_sentence(text.substr(0, character_border(text, kBytesSearched)))),
                     kTitleCharacters);
}

}  // namespace dateline
