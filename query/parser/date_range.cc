// What stands after `date:`: 2024, 2024-08, 2024-08-16, yesterday, 2w, "last 2 weeks", and A..B, A.., ..B of these.
// Stricter than parse_date, because a query is typed now and can be corrected.
#include <array>
#include <string>

#include "query/parser/date_limits.h"
#include "query/parser/query_characters.h"
#include "query/parser/query_tree.h"
#include "query/parser/relative_date.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kForms =
    "write 2024, 2024-08 or 2024-08-16, a range (2024-07..2024-08, 2024.., ..2024), or yesterday, last 2 weeks, 7d..";
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

Error date_error(std::string_view whole, std::string_view part, std::string message, std::string_view hint) {
  const auto begin = static_cast<std::size_t>(part.data() - whole.data());
  return Error{ErrorCode::kQuery, std::move(message), std::string(hint), TextSpan{begin, begin + part.size()}};
}

// A number of exactly `digits` digits from the front of `text`; -1, and nothing taken, where there is none.
int take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int value = 0;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take_dash(std::string_view& text) {
  if (!text.starts_with('-')) return false;
  text.remove_prefix(1);
  return true;
}

// Year, month, day as written, with 0 for what is not there; false where the shape is wrong.
bool read_shape(std::string_view text, PublishedDate& date) {
  date.year = take_number(text, 4);
  if (date.year < 0) return false;
  if (text.empty()) return true;
  if (!take_dash(text) || (date.month = take_number(text, 2)) < 0) return false;
  if (text.empty()) return true;
  if (!take_dash(text) || (date.day = take_number(text, 2)) < 0) return false;
  return text.empty();
}

Error no_date(std::string_view whole, std::string_view part) {
  const std::string_view likely = nearest_date_word(part);
  return date_error(whole, part, concat({"'", shown(part), "' is not a date"}),
                    likely.empty() ? std::string(kForms) : concat({"did you mean '", likely, "'? else ", kForms}));
}

// The days of one date of the calendar; `part` lies in `whole`.
Result<DayRange> read_calendar_date(std::string_view whole, std::string_view part) {
  PublishedDate date;
  if (!read_shape(part, date)) return no_date(whole, part);
  if (date.year < kFirstYear || date.year > kLastYear) {
    return date_error(whole, part.substr(0, 4), concat({"the year ", part.substr(0, 4), " is out of range"}),
                      "years go from 1000 to 2999");
  }
  if (part.size() >= 7 && (date.month < 1 || date.month > 12)) {
    return date_error(whole, part.substr(5, 2), concat({"there is no month ", part.substr(5, 2)}),
                      "months go from 01 to 12");
  }
  if (part.size() == 10 && (date.day < 1 || date.day > days_in_month(date.year, date.month))) {
    const std::string_view month = kMonths[static_cast<std::size_t>(date.month - 1)];
    return date_error(whole, part.substr(8, 2),
                      concat({"there is no day ", part.substr(8, 2), " in ", month, " ", part.substr(0, 4)}),
                      concat({month, " ", part.substr(0, 4), " has ",
                              std::to_string(days_in_month(date.year, date.month)), " days"}));
  }
  const auto days = days_of(date);
  if (!days) return no_date(whole, part);
  return *days;
}

Result<DayRange> read_date(std::string_view whole, std::string_view part, std::int64_t today, bool is_end) {
  if (const auto relative = read_relative_date(part, today)) return is_end ? relative->as_end : relative->days;
  return read_calendar_date(whole, part);
}

}  // namespace

Result<DayRange> parse_date_range(std::string_view text, std::int64_t today) {
  const std::string_view range = trim(text);
  if (range.empty()) return date_error(text, text, "the date is missing", kForms);
  const std::size_t dots = range.find("..");
  if (dots == std::string_view::npos) return read_date(text, range, today, false);
  const std::string_view from = trim(range.substr(0, dots));
  const std::string_view to = trim(range.substr(dots + 2));
  if (from.empty() && to.empty())
    return date_error(text, range, "this range has neither a beginning nor an end", kForms);
  DayRange days{kFirstDay, kLastDay};
  if (!from.empty()) {
    const auto first = read_date(text, from, today, true);
    if (!first) return first.error();
    days.first = first->first;
  }
  if (!to.empty()) {
    const auto last = read_date(text, to, today, true);
    if (!last) return last.error();
    days.last = last->last;
  }
  if (days.last < days.first) {
    return date_error(text, range, concat({"this range ends before it begins"}),
                      concat({"the earlier date comes first: ", to, "..", from}));
  }
  return days;
}

}  // namespace dateline
