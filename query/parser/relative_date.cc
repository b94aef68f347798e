// Weeks begin on Monday (ISO 8601). A month before 31 March is 28 or 29 February.
#include "query/parser/relative_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "query/parser/date_limits.h"
#include "shared/base/strings.h"
#include "shared/base/typing_errors.h"

namespace dateline {
namespace {

constexpr std::size_t kMostWords = 3;
constexpr std::string_view kBlanks = " \t\r\n";

enum class Unit : std::uint8_t { kDay, kWeek, kMonth, kYear };
constexpr std::array<std::pair<std::string_view, Unit>, 14> kUnits = {{{"d", Unit::kDay},
                                                                       {"day", Unit::kDay},
                                                                       {"days", Unit::kDay},
                                                                       {"w", Unit::kWeek},
                                                                       {"wk", Unit::kWeek},
                                                                       {"week", Unit::kWeek},
                                                                       {"weeks", Unit::kWeek},
                                                                       {"m", Unit::kMonth},
                                                                       {"mo", Unit::kMonth},
                                                                       {"month", Unit::kMonth},
                                                                       {"months", Unit::kMonth},
                                                                       {"y", Unit::kYear},
                                                                       {"year", Unit::kYear},
                                                                       {"years", Unit::kYear}}};
constexpr std::array<std::string_view, 12> kNumbers = {"one",   "two",   "three", "four", "five",   "six",
                                                       "seven", "eight", "nine",  "ten",  "eleven", "twelve"};

std::optional<Unit> unit_of(std::string_view word) {
  const auto found = std::find_if(kUnits.begin(), kUnits.end(), [&](const auto& unit) { return unit.first == word; });
  return found == kUnits.end() ? std::nullopt : std::optional(found->second);
}

// Up to 9999, which reaches beyond all years that are known.
std::optional<int> number_of(std::string_view word) {
  const auto named = std::find(kNumbers.begin(), kNumbers.end(), word);
  if (named != kNumbers.end()) return static_cast<int>(named - kNumbers.begin()) + 1;
  int value = 0;
  const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool whole = code == std::errc() && end == word.data() + word.size();
  return whole && word.size() <= 4 && value >= 0 ? std::optional(value) : std::nullopt;
}

std::int64_t months_before(std::int64_t day, int months) {
  const CivilDay civil = civil_from_days(day);
  const int count = civil.year * 12 + civil.month - 1 - months;
  const int year = count / 12, month = count % 12 + 1;
  if (count < 0 || year < kFirstYear) return kFirstDay;
  return days_from_civil(year, month, std::min(civil.day, days_in_month(year, month)));
}

std::int64_t before(std::int64_t day, int number, Unit unit) {
  switch (unit) {
    case Unit::kDay:
      return std::max(day - number, kFirstDay);
    case Unit::kWeek:
      return std::max(day - 7 * std::int64_t{number}, kFirstDay);
    case Unit::kMonth:
      return months_before(day, number);
    case Unit::kYear:
      return months_before(day, number * 12);
  }
  return day;
}

// The calendar's day, week, month or year that has `day` in it.
DayRange period_of(std::int64_t day, Unit unit) {
  const CivilDay civil = civil_from_days(day);
  if (unit == Unit::kWeek) {
    const std::int64_t weekday = ((day + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
    return {day - weekday, day - weekday + 6};
  }
  if (unit == Unit::kMonth) {
    const std::int64_t first = days_from_civil(civil.year, civil.month, 1);
    return {first, first + days_in_month(civil.year, civil.month) - 1};
  }
  if (unit == Unit::kYear) return {days_from_civil(civil.year, 1, 1), days_from_civil(civil.year, 12, 31)};
  return {day, day};
}

RelativeDays just(DayRange days) {
  return {days, days};
}
RelativeDays since(std::int64_t first, std::int64_t today) {
  return {{first, today}, {first, first}};
}

std::optional<RelativeDays> read_one(std::string_view word, std::int64_t today) {
  if (word == "today") return just({today, today});
  if (word == "yesterday") return just({today - 1, today - 1});
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const auto number = number_of(word.substr(0, digits));
  const auto unit = unit_of(word.substr(digits));
  if (digits == 0 || !number || !unit) return std::nullopt;
  return since(before(today, *number, *unit), today);
}

std::optional<RelativeDays> read_words(const std::vector<std::string_view>& words, std::int64_t today) {
  if (words.size() == 1) return read_one(words[0], today);
  const bool past = words[0] == "last" || words[0] == "past" || words[0] == "previous";
  if (words.size() == 2) {
    const auto unit = unit_of(words[1]);
    if (!unit || words[1].size() < 3) return std::nullopt;
    const DayRange now = period_of(today, *unit);
    if (words[0] == "this") return just(now);
    return past ? std::optional(just(period_of(now.first - 1, *unit))) : std::nullopt;
  }
  if (words.size() != kMostWords) return std::nullopt;
  const bool ago = words[2] == "ago";
  const auto number = number_of(words[ago ? 0 : 1]);
  const auto unit = unit_of(words[ago ? 1 : 2]);
  if (!number || !unit || (!ago && !past)) return std::nullopt;
  const std::int64_t day = before(today, *number, *unit);
  return ago ? just({day, day}) : since(day, today);
}

}  // namespace

std::optional<RelativeDays> read_relative_date(std::string_view text, std::int64_t today) {
  constexpr std::size_t kLongest = 60;  // bytes
  if (text.size() > kLongest) return std::nullopt;
  const std::string lower = to_lower_ascii(text);
  std::vector<std::string_view> words;
  for (std::size_t at = lower.find_first_not_of(kBlanks); at < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of(kBlanks, at), lower.size());
    words.push_back(std::string_view(lower).substr(at, end - at));
    at = lower.find_first_not_of(kBlanks, end);
  }
  return words.empty() ? std::nullopt : read_words(words, today);
}

std::size_t relative_date_length(std::string_view text) {
  constexpr std::string_view kEnds = " \t\r\n()\"";
  std::size_t length = 0, end = 0;
  for (std::size_t words = 1; words <= kMostWords; ++words) {
    const std::size_t begin = text.find_first_not_of(kBlanks, end);
    if (begin == std::string_view::npos) break;
    end = std::min(text.find_first_of(kEnds, begin), text.size());
    if (end == begin) break;
    if (words > 1 && read_relative_date(text.substr(0, end), 0)) length = end;
  }
  return length;
}

std::string_view nearest_date_word(std::string_view typed) {
  constexpr std::array<std::string_view, 3> kWords = {"yesterday", "today", "last"};
  constexpr std::size_t kMostErrors = 2;
  const std::string lower = to_lower_ascii(typed.substr(0, 20));
  for (const std::string_view word : kWords) {
    const std::size_t errors = typing_errors(lower, word, kMostErrors);
    if (errors <= kMostErrors && errors * 2 < word.size()) return word;
  }
  return {};
}

}  // namespace dateline
