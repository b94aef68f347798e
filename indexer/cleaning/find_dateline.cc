// Reads datelines from left to right. Careful: what it takes for a place becomes a place of the article.
#include "indexer/cleaning/find_dateline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/publishers.h"
#include "indexer/cleaning/words.h"
#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestDateline = 100;  // bytes before the dash
constexpr std::size_t kParagraphsSearched = 3;
constexpr std::size_t kMostBareWords = 3;  // of a place without region, date and agency

// Capitals before a dash that are no place.
constexpr std::string_view kNoPlaces[] = {
    "UPDATE",        "BREAKING", "WATCH",     "EXCLUSIVE",  "OPINION",    "ANALYSIS",  "LIVE",
    "VIDEO",         "NEWS",     "CORRECTED", "CORRECTION", "FACTBOX",    "TIMELINE",  "REVIEW",
    "PHOTOS",        "PREVIEW",  "INTERVIEW", "FEATURE",    "PROFILE",    "EDITORIAL", "NATO",
    "UNICEF",        "UNESCO",   "OPEC",      "ASEAN",      "FIFA",       "UEFA",      "NASA",
    "COVID",         "AIDS",     "NOTE",      "SUMMARY",    "BACKGROUND", "READ",      "MORE",
    "ADVERTISEMENT", "WARNING",  "SPOILER",   "RECAP",      "FILE",       "WORLDWIDE", "POLL"};

constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};

// The dash that ends a dateline, and where it stands.
struct Dash {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
};

Dash first_dash(std::string_view text) {
  constexpr std::array<std::string_view, 5> kDashes = {"—", "–", " -- ", " - ", " -\n"};
  Dash first;
  for (const std::string_view dash : kDashes) {
    const std::size_t at = text.find(dash);
    if (at < first.begin) first = {at, at + dash.size()};
  }
  return first;
}

// "Feb", "Sept.", "March"
bool is_month(std::string_view word) {
  const std::string lower = to_lower_ascii(word.ends_with('.') ? word.substr(0, word.size() - 1) : word);
  return lower.size() >= 3 && std::any_of(std::begin(kMonths), std::end(kMonths),
                                          [&](std::string_view month) { return month.starts_with(lower); });
}

// "Feb 26", "26 Feb", "March 3"
bool is_day_of_month(std::string_view part) {
  const auto words = words_of(part);
  if (words.empty() || words.size() > 3) return false;
  bool month = false;
  for (const std::string_view word : words) {
    const bool number = word.find_first_not_of("0123456789.") == std::string_view::npos;
    const bool name = is_month(word);
    if (!number && !name) return false;
    month = month || name;
  }
  return month;
}

bool is_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_upper_code_point(c)) {
      ++letters;
    } else if (c != U' ' && c != U'.' && c != U'-' && c != U'\'' && c != U'’' && c != U'/') {
      return false;
    }
  }
  return letters >= 2;
}

bool starts_upper(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && is_upper_code_point(next_code_point(word, at));
}

// "Alaska", "N.Y.", "Bosnia and Herzegovina": capitalised words, few small ones between.
bool is_region(std::string_view part) {
  const auto words = words_of(part);
  if (words.empty() || words.size() > 4 || !starts_upper(words.front())) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return starts_upper(word) || word == "and" || word == "of" || word == "the" || word == "de";
  });
}

// "… (Reuters)" → the publisher, cut off `head`. An unknown one in brackets makes the whole no dateline.
std::optional<std::string> take_agency(std::string_view& head) {
  if (!head.ends_with(')')) return std::string();
  const std::size_t open = head.rfind('(');
  if (open == std::string_view::npos) return std::nullopt;
  const std::string_view name = known_publisher(trim(head.substr(open + 1, head.size() - open - 2)));
  if (name.empty()) return std::nullopt;
  head = trim(head.substr(0, open));
  return std::string(name);
}

// What stands between the commas before the dash.
struct PlaceParts {
  std::string_view place;
  std::string regions;         // ", Israel"
  std::string_view publisher;  // where it stands between commas: "BRUSSELS, March 27, Reuter -"
  bool dated = false;
  bool valid = false;
};

// "By Jane Doe BEIRUT" → "BEIRUT": a byline that lost its line end.
std::string_view without_byline(std::string_view place) {
  if (!starts_with_ignoring_case(place, "by ")) return place;
  for (const std::string_view word : words_of(place)) {
    if (word.size() >= 3 && is_capitals(word))
      return place.substr(static_cast<std::size_t>(word.data() - place.data()));
  }
  return {};
}

PlaceParts read_place(std::string_view head) {
  PlaceParts parts;
  bool first = true;
  for (const std::string_view piece : split(head, ',')) {
    const std::string_view part = trim(piece);
    if (first) {
      parts.place = without_byline(part);
    } else if (is_day_of_month(part)) {
      parts.dated = true;
    } else if (const std::string_view publisher = known_publisher(part); !publisher.empty()) {
      parts.publisher = publisher;
    } else if (!parts.dated && is_region(part) && parts.regions.size() < 60) {
      parts.regions += concat({", ", part});
    } else {
      return parts;
    }
    first = false;
  }
  parts.valid = words_of(parts.place).size() <= 5;
  return parts;
}

// Whether the story's sentence can begin there. After a dash inside a sentence a small letter follows.
bool sentence_starts(std::string_view rest) {
  std::size_t at = rest.find_first_not_of(" \n\"'([");
  if (at == std::string_view::npos) return false;
  const char32_t c = next_code_point(rest, at);
  return is_upper_code_point(c) || (c >= U'0' && c <= U'9') || c == U'“' || c == U'‘' || c == U'«' || c == U'$' ||
         c == U'£';
}

bool certain(const PlaceParts& parts, bool has_agency, std::string_view rest) {
  if (!parts.valid || parts.place.empty() || is_one_of(parts.place, kNoPlaces)) return false;
  if (!known_publisher(parts.place).empty()) return false;
  const bool capitals = is_capitals(parts.place);
  if (has_agency) return capitals || is_region(parts.place);
  if (parts.dated && is_region(parts.place) && sentence_starts(rest)) return true;
  if (!capitals || parts.place.size() < 4) return false;
  const auto words = words_of(parts.place);
  if (words.front() == "UPDATE") return false;
  return parts.dated || !parts.regions.empty() || (words.size() <= kMostBareWords && sentence_starts(rest));
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  const std::size_t start = std::min(paragraph.find_first_not_of(" \n"), paragraph.size());
  const std::string_view window = paragraph.substr(start, kLongestDateline + 8);
  const Dash dash = first_dash(window);
  if (dash.begin == std::string_view::npos || dash.begin > kLongestDateline) return std::nullopt;
  const std::string_view rest = paragraph.substr(start + dash.end);
  std::string_view head = trim(window.substr(0, dash.begin));

  Dateline found;
  found.length = start + dash.end + std::min(rest.find_first_not_of(" \n"), rest.size());
  if (const std::string_view publisher = known_publisher(head); !publisher.empty() && sentence_starts(rest)) {
    found.publisher = publisher;
    return found;
  }
  const auto agency = take_agency(head);
  if (!agency) return std::nullopt;
  found.publisher = *agency;
  if (head.empty()) return found.publisher.empty() ? std::nullopt : std::optional(found);

  const PlaceParts parts = read_place(head);
  if (found.publisher.empty()) found.publisher = parts.publisher;
  if (!certain(parts, !found.publisher.empty(), rest)) return std::nullopt;
  found.place = normalize_line(concat({parts.place, parts.regions}));
  return found;
}

std::optional<Dateline> find_story_dateline(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t paragraph = 0; paragraph < kParagraphsSearched && at < text.size(); ++paragraph) {
    if (auto found = find_dateline(text.substr(at))) return found;
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) break;
    at = std::min(text.find_first_not_of('\n', end), text.size());
  }
  return std::nullopt;
}

}  // namespace dateline
