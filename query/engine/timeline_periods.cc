// Numbers of periods.
#include "query/engine/timeline_periods.h"

#include <algorithm>

namespace dateline {

std::optional<PeriodNumber> period_of(PackedDate packed, DateStep step) {
  const PublishedDate date = unpack_date(packed);
  if (date.year == 0) return std::nullopt;
  if (step == DateStep::kYear) return date.year;
  if (date.month == 0) return std::nullopt;
  if (step == DateStep::kMonth) return PeriodNumber{date.year} * 12 + date.month - 1;
  if (date.day == 0) return std::nullopt;
  return days_from_civil(date.year, date.month, date.day);
}

std::string period_name(PeriodNumber period, DateStep step) {
  PublishedDate date;
  if (step == DateStep::kYear) {
    date.year = static_cast<int>(period);
  } else if (step == DateStep::kMonth) {
    date.year = static_cast<int>(period / 12);
    date.month = static_cast<int>(period % 12) + 1;
  } else {
    const CivilDay day = civil_from_days(period);
    date.year = day.year;
    date.month = day.month;
    date.day = day.day;
  }
  return to_iso(date);
}

DateStep step_for(DateStep asked, PackedDate first, PackedDate last) {
  const auto begin = days_of(unpack_date(first)), end = days_of(unpack_date(last));
  const std::int64_t days = begin && end ? end->last - begin->first + 1 : 0;
  const bool is_auto = asked == DateStep::kAuto;
  if ((is_auto || asked == DateStep::kDay) && days <= (is_auto ? kMostDays : kMostPeriods)) return DateStep::kDay;
  const std::int64_t months = days / 30;
  if (asked != DateStep::kYear && months <= (is_auto ? kMostMonths : kMostPeriods)) return DateStep::kMonth;
  return DateStep::kYear;
}

}  // namespace dateline
