// Looks at the two ends of the text only.
#include "indexer/cleaning/wire_notes.h"

#include <algorithm>
#include <string_view>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/credits.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestNote = 600;  // bytes
constexpr std::string_view kCorrections[] = {"(Corrects ", "(Corrected ", "(Correcting "};

std::string_view without_blanks_behind(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \n\t");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// Bytes of "(Corrects first paragraph)" with the white space behind it; 0 where the text begins with anything else.
std::size_t correction_size(std::string_view text) {
  const auto begins = [&](std::string_view start) { return text.starts_with(start); };
  if (std::none_of(std::begin(kCorrections), std::end(kCorrections), begins)) return 0;
  const std::size_t close = text.substr(0, kLongestNote).find(')');
  if (close == std::string_view::npos) return 0;
  const std::size_t story = text.find_first_not_of(" \n\t", close + 1);
  const bool own_line = text.substr(0, story).find('\n', close) != std::string_view::npos;
  return story == std::string_view::npos || !own_line ? 0 : story;
}

// Where the last line of the text begins, or the bracket that it ends with.
std::size_t last_note(std::string_view text) {
  const std::string_view end = text.substr(text.size() - std::min(text.size(), kLongestNote));
  const std::size_t before = text.size() - end.size();
  if (text.ends_with(')') || text.ends_with(").")) {
    const std::size_t open = end.rfind('(');
    return open == std::string_view::npos ? open : before + open;
  }
  const std::size_t line = end.rfind('\n');
  return line == std::string_view::npos ? line : before + line + 1;
}

}  // namespace

void take_wire_notes(Article& article) {
  std::string_view story = article.text;
  while (const std::size_t note = correction_size(story)) story.remove_prefix(note);
  article.text.erase(0, article.text.size() - story.size());
  story = article.text;
  while (true) {
    story = without_sign_off(story);
    const std::size_t begin = last_note(story);
    if (begin == std::string_view::npos || begin == 0) break;
    const auto credit = read_contribution(normalize_line(story.substr(begin)));
    if (!credit) break;
    take_contribution(*credit, article);
    story = without_blanks_behind(story.substr(0, begin));
  }
  if (!story.empty()) article.text.resize(story.size());
}

}  // namespace dateline
