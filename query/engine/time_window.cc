// Spans and dates.
#include "query/engine/time_window.h"

#include <algorithm>
#include <charconv>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::int64_t kMostUnits = 100'000;

Error wrong_time(std::string_view what, std::string_view text) {
  return {.code = ErrorCode::kUsage,
          .message = concat({what, " is neither a span of time nor a date: '", text, "'"}),
          .hint = "write 7d, 2w, 3m, 1y, or a date: 2024-08-16, 2024-08, 2024"};
}

// The first day of a window of `months` that ends on `until`: the day after the same day so many months earlier.
std::int64_t months_back(std::int64_t until, std::int64_t months) {
  const CivilDay end = civil_from_days(until);
  const std::int64_t month = std::int64_t{end.year} * 12 + end.month - 1 - months;
  const int year = static_cast<int>(month / 12), of_year = static_cast<int>(month % 12) + 1;
  return days_from_civil(year, of_year, std::min(end.day, days_in_month(year, of_year))) + 1;
}

// nullopt where `text` is no number with a unit.
std::optional<std::int64_t> begin_of_span(std::string_view text, std::int64_t until) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, number);
  if (problem != std::errc() || number < 1 || number > kMostUnits || stop + 1 != end) return std::nullopt;
  const std::int64_t months_since_1000 = (civil_from_days(until).year - 1000) * std::int64_t{12};
  switch (*stop) {
    case 'd':
      return until - number + 1;
    case 'w':
      return until - 7 * number + 1;
    case 'm':
      return months_back(until, std::min(number, months_since_1000));
    case 'y':
      return months_back(until, std::min(12 * number, months_since_1000));
    default:
      return std::nullopt;
  }
}

}  // namespace

Result<TimeWindow> time_window(std::string_view since, std::string_view until, std::int64_t newest) {
  TimeWindow window;
  window.now.last = newest;
  if (!until.empty()) {
    const auto date = parse_date(until);
    const auto days = date ? days_of(*date) : std::nullopt;
    if (!days) return wrong_time("the end", until);
    window.now.last = days->last;
  }
  if (const auto begin = begin_of_span(since, window.now.last)) {
    window.now.first = *begin;
  } else {
    const auto date = parse_date(since);
    const auto days = date ? days_of(*date) : std::nullopt;
    if (!days) return wrong_time("the begin", since);
    window.now.first = days->first;
  }
  if (window.now.first > window.now.last) {
    return Error{.code = ErrorCode::kUsage,
                 .message = "the time ends before it begins",
                 .hint = "it ends with the day of the newest article where nothing else is said"};
  }
  const std::int64_t length = window.now.last - window.now.first + 1;
  window.before = {window.now.first - kTimesBefore * length, window.now.first - 1};
  return window;
}

}  // namespace dateline
