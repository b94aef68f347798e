// Stands on the cleaning and pages rooms; what is here is how feeds and wires differ from pages.
#include "indexer/formats/given_values.h"

#include <algorithm>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/find_dateline.h"
#include "indexer/cleaning/person_names.h"
#include "indexer/cleaning/repair_mojibake.h"
#include "indexer/pages/html_entities.h"
#include "indexer/pages/read_fragment.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostAuthors = 100;      // more is no list of authors
constexpr std::size_t kMostNames = 1000;       // that are given with one article
constexpr std::size_t kLongestAuthors = 2000;  // bytes
constexpr std::size_t kLongestLine = 4000;     // bytes: more is no title and no name

bool is_mail_address(std::string_view word) {
  return word.find('@') != std::string_view::npos && word.find(' ') == std::string_view::npos;
}

// "jane@paper.example (Jane Doe)" → "Jane Doe", as RSS asks for authors.
std::string without_mail_address(std::string_view written) {
  const std::size_t open = written.find('(');
  const std::size_t close = written.rfind(')');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close &&
      is_mail_address(trim(written.substr(0, open))))
    return std::string(trim(written.substr(open + 1, close - open - 1)));
  const std::size_t angle = written.find('<');
  if (angle != std::string_view::npos && written.find('@', angle) != std::string_view::npos)
    return std::string(trim(written.substr(0, angle)));
  return is_mail_address(trim(written)) ? std::string() : std::string(trim(written));
}

// "Von Jane Doe" → "Jane Doe"; split_names knows "By" itself. "Von Trier" is a name.
std::string_view without_foreign_by(std::string_view line) {
  for (const std::string_view by : {"Von ", "Par ", "Por ", "Door ", "Av ", "Di ", "VON ", "PAR ", "POR "}) {
    if (line.starts_with(by) && line.find(' ', by.size()) != std::string_view::npos) return line.substr(by.size());
  }
  return line;
}

}  // namespace

std::string given_language(std::string_view written) {
  written = trim(written);
  const std::string code = to_lower_ascii(written.substr(0, written.find_first_of("-_")));
  const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return code.size() == 2 && letters ? code : std::string();
}

void add_given_authors(std::string_view written, std::vector<std::string>& authors) {
  const std::string line =
      without_mail_address(given_line(written.substr(0, character_border(written, kLongestAuthors))));
  for (std::string& name : split_names(without_foreign_by(line))) {
    const bool known = std::find(authors.begin(), authors.end(), name) != authors.end();
    if (!known && !name.empty() && !is_mail_address(name) && authors.size() < kMostAuthors)
      authors.push_back(std::move(name));
  }
}

void add_given_name(EntityKind kind, std::string_view name, std::vector<GivenEntity>& given) {
  GivenEntity entity{kind, given_line(name)};
  const bool known = std::find(given.begin(), given.end(), entity) != given.end();
  if (!known && !entity.name.empty() && given.size() < kMostNames) given.push_back(std::move(entity));
}

bool looks_like_markup(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!';
    if (letter && text.find('>', at) != std::string_view::npos) return true;
  }
  return false;
}

std::string given_text(std::string_view written) {
  if (looks_like_markup(written)) return read_fragment(written);
  if (written.find('&') == std::string_view::npos) return normalize_text(repair_mojibake(written));
  const std::string text = without_entities(written);
  const bool escaped_twice = text.find("</p>") != std::string::npos || text.find("<br") != std::string::npos ||
                             text.find("</a>") != std::string::npos;
  return escaped_twice ? read_fragment(text) : normalize_text(repair_mojibake(text));
}

std::string given_line(std::string_view written) {
  return normalize_line(given_text(written.substr(0, character_border(written, kLongestLine))));
}

std::string given_dateline(std::string_view written) {
  const std::string line = normalize_line(written);
  const auto found = find_dateline(concat({line, " X"}));
  if (found) return found->place;
  return line.ends_with('-') ? std::string() : line;  // a dateline as agencies send it, but without a place
}

void fill_from_text(Article& article) {
  const auto found = find_story_dateline(article.text);
  if (found && article.dateline.empty()) article.dateline = found->place;
  if (found && article.source.empty()) article.source = found->publisher;
  article.title_made = article.title.empty();
  if (article.title_made) article.title = make_title(article.text);
}

}  // namespace dateline
