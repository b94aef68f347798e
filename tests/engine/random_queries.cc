// One function a feature; the table in unit() says how often each is used.
#include "tests/engine/random_queries.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline::testing {
namespace {

std::string in_quotes(std::string_view text) {
  return concat({"\"", text, "\""});
}

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

std::string RandomQueries::word() {
  const auto& words = material_.words;
  return words[std::min(dice_.below(words.size()), dice_.below(words.size()))];
}

std::string RandomQueries::plain_word() {
  while (true) {
    std::string candidate = word();
    if (candidate.size() >= 3 && is_plain(candidate) && has_letter(candidate)) return candidate;
  }
}

std::string RandomQueries::two_words() {
  return concat({word(), " ", word()});
}

std::string RandomQueries::phrase() {
  if (!material_.phrases.empty()) return in_quotes(dice_.pick(material_.phrases));
  return in_quotes(dice_.chance(50) ? two_words() : concat({two_words(), " ", word()}));
}

std::string RandomQueries::hyphenated() {
  return concat({word(), "-", word()});
}

std::string RandomQueries::wildcard() {
  const std::string base = plain_word();
  const std::size_t at = 1 + dice_.below(base.size() - 2);
  switch (dice_.below(5)) {
    case 0:
      return concat({base.substr(0, std::max<std::size_t>(at, 2)), "*"});
    case 1:
      return concat({"*", base.substr(at - 1)});
    case 2:
      return concat({"?", base.substr(1)});
    case 3:
      return concat({base.substr(0, at), "?", base.substr(at + 1)});
    default:
      return concat({base.substr(0, at), "*", base.substr(base.size() - 1)});
  }
}

std::string RandomQueries::fuzzy() {
  std::string base = plain_word();
  const std::size_t at = dice_.below(base.size() - 1);
  if (dice_.chance(40)) std::swap(base[at], base[at + 1]);
  if (dice_.chance(40)) base.erase(at, 1);
  if (dice_.chance(40)) base.insert(at, "e");
  return has_letter(base) ? concat({base, dice_.chance(50) ? "~1" : dice_.chance(50) ? "~2" : "~"}) : word();
}

std::string RandomQueries::regex() {
  const std::string base = plain_word();
  const std::size_t at = 1 + dice_.below(base.size() - 2);
  switch (dice_.below(5)) {
    case 0:
      return concat({"/", base.substr(0, 2), ".*/"});
    case 1:
      return concat({"/", base.substr(0, at), "[a-n]", base.substr(at + 1), "/"});
    case 2:
      return concat({"/", base, "|", plain_word(), "s?/"});
    case 3:
      return concat({"/(", base, ")?", plain_word(), "/"});
    default:
      return concat({"/", base.substr(0, at), ".{1,2}", base.substr(at + 1), "/"});
  }
}

std::string RandomQueries::sloppy_phrase() {
  return concat({phrase(), "~", std::to_string(dice_.below(8))});
}

std::string RandomQueries::near_part() {
  if (dice_.chance(20)) return phrase();
  if (dice_.chance(20)) return concat({"(", word(), " OR ", dice_.chance(50) ? word() : phrase(), ")"});
  return dice_.chance(15) ? hyphenated() : word();
}

std::string RandomQueries::near() {
  const std::string sign = dice_.chance(20) ? " NEAR " : concat({" NEAR/", std::to_string(dice_.below(8)), " "});
  std::string out = near_part();
  for (std::size_t more = 1 + dice_.below(2); more > 0; --more) out += concat({sign, near_part()});
  return out;
}

std::string RandomQueries::together_part() {
  constexpr std::array<std::string_view, 3> kNamed = {"person", "place", "organization"};
  if (dice_.chance(50)) {
    const std::string_view field = kNamed[std::min(dice_.below(kNamed.size()), dice_.below(kNamed.size()))];
    return concat({field, ":", in_quotes(some_name(field))});
  }
  if (dice_.chance(20)) return phrase();
  return dice_.chance(25) ? concat({word(), dice_.chance(50) ? " OR " : " AND ", word()}) : word();
}

std::string RandomQueries::together() {
  std::string out = concat({"together(", together_part(), ", ", together_part()});
  if (dice_.chance(20)) out += concat({", ", together_part()});
  return out + ")";
}

std::string RandomQueries::title() {
  switch (dice_.below(7)) {
    case 0:
      return concat({"title:", phrase()});
    case 1:
      return concat({"title:", wildcard()});
    case 2:
      return concat({"title:", fuzzy()});
    case 3:
      return concat({"title:", sloppy_phrase()});
    case 4:
      return concat({"title:(", word(), dice_.chance(50) ? " -" : " OR ", word(), ")"});
    case 5:
      return concat({"title:(", near(), ")"});
    default:
      return concat({"title:", word()});
  }
}

const std::string& RandomQueries::some_name(std::string_view field) {
  const auto& names = field == "person"    ? material_.people
                      : field == "place"   ? material_.places
                      : field == "country" ? material_.countries
                      : field == "source"  ? material_.sources
                      : field == "author"  ? material_.authors
                      : field == "lang"    ? material_.languages
                                           : material_.organizations;
  static const std::string kNobody = "nobody";
  return names.empty() || dice_.chance(2) ? kNobody : dice_.pick(names);
}

std::string RandomQueries::name() {
  constexpr std::array<std::string_view, 7> kNamed = {"person", "source",  "place", "organization",
                                                      "author", "country", "lang"};
  const std::string_view field = kNamed[std::min(dice_.below(kNamed.size()), dice_.below(kNamed.size()))];
  const std::string& name = some_name(field);
  const std::size_t blank = name.rfind(' ');
  if (blank != std::string::npos && dice_.chance(25)) return concat({field, ":", name.substr(blank + 1)});
  return concat({field, dice_.chance(20) ? ":=" : ":", in_quotes(name)});
}

std::string RandomQueries::name_group() {
  const std::string_view field = dice_.chance(50) ? "source" : "person";
  const std::string first = in_quotes(some_name(field)), second = in_quotes(some_name(field));
  if (dice_.chance(20)) return concat({field, ":(-", first, ")"});
  return concat({field, ":(", first, dice_.chance(70) ? " OR " : " AND ", second, ")"});
}

std::string RandomQueries::date() {
  constexpr std::array<std::string_view, 12> kCounted = {
      "last 2 weeks",     "this month", "last year", "yesterday",      "2y..",    "..13m",
      "\"past 3 years\"", "3y",         "this year", "\"last month\"", "..today", "(2019 OR \"this year\")"};
  if (dice_.chance(50)) return concat({"date:", kCounted[dice_.below(kCounted.size())]});
  const std::string year = std::to_string(2019 + dice_.below(4));
  constexpr std::array<std::string_view, 6> kEnds = {"", "..", "-11", "-11..", "-11-15", "-11-15.."};
  const std::string_view end = kEnds[dice_.below(kEnds.size())];
  const bool only_end = dice_.chance(15) && !end.ends_with("..");
  return concat({only_end ? "date:.." : "date:", year, end});
}

std::string RandomQueries::length() {
  const auto some = [this] { return material_.shortest + dice_.below(material_.longest - material_.shortest); };
  const std::size_t a = some(), b = some();
  const std::string least = std::to_string(std::min(a, b)), most = std::to_string(std::max(a, b));
  switch (dice_.below(4)) {
    case 0:
      return concat({"words:", least, ".."});
    case 1:
      return concat({"words:..", most});
    case 2:
      return concat({"words:", least});
    default:
      return concat({"words:", least, "..", most});
  }
}

std::string RandomQueries::has() {
  constexpr std::array<std::string_view, 10> kKinds = {"person", "place",    "org",  "country", "source",
                                                       "author", "language", "date", "title",   "url"};
  return dice_.chance(20) ? "person:*" : concat({"has:", kKinds[dice_.below(kKinds.size())]});
}

std::string RandomQueries::article() {
  if (material_.urls.empty() || dice_.chance(70)) return concat({"id:", dice_.pick(material_.keys)});
  return concat({"url:", dice_.pick(material_.urls)});
}

std::string RandomQueries::boosted(int depth) {
  constexpr std::array<std::string_view, 4> kBoosts = {"^3", "^0.5", "^0", "^1.25"};
  const std::string_view boost = kBoosts[dice_.below(kBoosts.size())];
  switch (dice_.below(5)) {
    case 0:
      return concat({plain_word(), boost});
    case 1:
      return concat({phrase(), boost});
    case 2:
      return concat({wildcard(), boost});
    case 3:
      return concat({"(", name(), ")", boost});
    default:
      return concat({"(", make(depth - 1), ")", boost});
  }
}

std::string RandomQueries::unit(int depth) {
  using Make = std::string (RandomQueries::*)();
  constexpr std::array<Make, 20> kFeatures = {
      &RandomQueries::phrase,        &RandomQueries::phrase,   &RandomQueries::hyphenated, &RandomQueries::wildcard,
      &RandomQueries::wildcard,      &RandomQueries::fuzzy,    &RandomQueries::regex,      &RandomQueries::near,
      &RandomQueries::sloppy_phrase, &RandomQueries::together, &RandomQueries::together,   &RandomQueries::title,
      &RandomQueries::title,         &RandomQueries::name,     &RandomQueries::name,       &RandomQueries::name_group,
      &RandomQueries::date,          &RandomQueries::length,   &RandomQueries::has,        &RandomQueries::article};
  if (dice_.chance(40)) return word();
  if (depth > 0 && dice_.chance(10)) return boosted(depth);
  if (depth > 0 && dice_.chance(12)) return concat({"(", make(depth - 1), ")"});
  return (this->*kFeatures[dice_.below(kFeatures.size())])();
}

std::string RandomQueries::make(int depth) {
  if (dice_.chance(2)) return "*";
  std::string out;
  for (std::size_t i = 0, parts = 1 + dice_.below(4); i < parts; ++i) {
    std::string_view sign = i == 0 ? "" : dice_.chance(20) ? " OR " : dice_.chance(10) ? " AND " : " ";
    out += sign;
    if (dice_.chance(8)) out += dice_.chance(70) ? "-" : "NOT ";
    if (dice_.chance(5) && !out.ends_with('-') && !out.ends_with("NOT ")) out += "+";
    out += unit(depth);
  }
  return out;
}

}  // namespace dateline::testing
