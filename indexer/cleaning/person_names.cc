// Splits and tidies lists of names. Form only: which of them are known people is not its business.
#include "indexer/cleaning/person_names.h"

#include <algorithm>
#include <cstddef>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/publishers.h"
#include "indexer/cleaning/words.h"
#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestName = 80;
constexpr std::size_t kMostNames = 100;  // more is no list of authors

constexpr std::string_view kParticles[] = {"al",  "el",  "ul",  "de",  "del", "della", "di",  "da",  "das",
                                           "dos", "do",  "du",  "des", "la",  "le",    "van", "von", "der",
                                           "den", "zu",  "zur", "ter", "af",  "av",    "bin", "ibn", "bint",
                                           "ben", "abu", "y",   "e",   "i",   "st."};

constexpr std::string_view kSuffixes[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "m.d.", "phd", "ph.d."};

// Last words of what follows a name in a byline and is no name.
constexpr std::string_view kRoles[] = {"writer",    "writers",     "correspondent", "correspondents", "editor",
                                       "editors",   "reporter",    "reporters",     "staff",          "editorial",
                                       "columnist", "contributor", "journalist",    "photographer",   "analyst",
                                       "producer",  "read"};

constexpr std::string_view kNoNames[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",  "sunday",  "january",  "february",
    "march",  "april",   "june",      "july",     "august", "september", "october", "november", "december",
    "the",    "this",    "that",      "these",    "those",  "its",       "his",     "her",      "their",
    "our",    "your",    "my",        "every",    "some",   "many",      "most",    "both",     "all"};

bool is_name_word(std::string_view word) {
  std::size_t at = 0;
  if (word.empty() || !is_upper_code_point(next_code_point(word, at))) return false;
  if (word.find_first_of("0123456789@:;!?/\\()[]\"<>=%$") != std::string_view::npos) return false;
  return !is_one_of(word, kNoNames);
}

bool is_prefix_particle(std::string_view word) {
  return word.starts_with("al-") || word.starts_with("el-") || word.starts_with("d'") || word.starts_with("d’");
}

// All letters capitals, and more than initials: "JANE DOE", not "DJ" alone.
bool is_shouted(std::string_view name) {
  const bool lower = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool high = std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return !lower && !high && name.find(' ') != std::string_view::npos;
}

// "JANE O'NEILL-DOE" → "Jane O'Neill-Doe". Initials ("J.K.", "III") stay.
std::string unshouted(std::string_view name) {
  std::string out;
  bool at_start = true;
  for (const std::string_view word : words_of(name)) {
    if (!out.empty()) out += ' ';
    const bool keep = word.find('.') != std::string_view::npos || is_one_of(word, kSuffixes);
    at_start = true;
    for (const char c : word) {
      out += keep || at_start ? std::string(1, c) : to_lower_ascii(std::string_view(&c, 1));
      at_start = c == '\'' || c == '-';
    }
  }
  return out;
}

std::string_view without_by(std::string_view list) {
  list = trim(list);
  if (list.size() > 3 && equals_ignoring_case(list.substr(0, 3), "by ")) return trim(list.substr(3));
  if (list.size() > 3 && equals_ignoring_case(list.substr(0, 3), "by:")) return trim(list.substr(3));
  return list;
}

// "Jane Doe for The Times", "Jane Doe in Kyiv" → "Jane Doe"
std::string_view without_tail(std::string_view name) {
  for (const std::string_view tail : {" for ", " For ", " FOR ", " in ", " IN ", " at "}) {
    const std::size_t at = name.find(tail);
    if (at != std::string_view::npos && at > 0) name = name.substr(0, at);
  }
  return trim(name);
}

bool is_role(std::string_view part) {
  const auto words = words_of(part);
  return !words.empty() && is_one_of(words.back(), kRoles);
}

// The list cut at its separators; empty parts stay out.
std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  std::string part;
  const auto finish = [&] {
    if (!part.empty()) parts.push_back(std::move(part));
    part.clear();
  };
  for (std::string_view word : words_of(list)) {
    if (equals_ignoring_case(word, "and") || word == "&" || word == "|" || word == "•" || word == "·" || word == "/") {
      finish();
      continue;
    }
    const bool ends = word.ends_with(',') || word.ends_with(';');
    if (ends) word.remove_suffix(1);
    if (!word.empty()) part += part.empty() ? std::string(word) : concat({" ", word});
    if (ends) finish();
  }
  finish();
  return parts;
}

}  // namespace

bool looks_like_name(std::string_view text) {
  if (text.size() > kLongestName) return false;
  const auto words = words_of(text);
  if (words.size() < 2 || words.size() > 6) return false;
  if (!is_name_word(words.front()) && !is_prefix_particle(words.front())) return false;
  if (is_one_of(words.back(), kParticles)) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return is_name_word(word) || is_one_of(word, kParticles) || is_prefix_particle(word);
  });
}

std::vector<std::string> split_names(std::string_view list) {
  const std::string line = normalize_line(list);
  std::vector<std::string> names;
  for (const std::string& part : parts_of(without_by(line))) {
    if (names.size() >= kMostNames) break;
    if (!names.empty() && is_one_of(part, kSuffixes)) {
      names.back() += concat({" ", part});
      continue;
    }
    if (part.find('@') != std::string::npos || is_role(part)) continue;
    if (!names.empty() && !known_publisher(part).empty()) continue;
    const std::string_view name = without_tail(part);
    std::string tidy = is_shouted(name) && known_publisher(name).empty() ? unshouted(name) : std::string(name);
    if (!tidy.empty() && std::find(names.begin(), names.end(), tidy) == names.end()) names.push_back(std::move(tidy));
  }
  return names;
}

}  // namespace dateline
