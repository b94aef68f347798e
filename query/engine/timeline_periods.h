// Time cut into years, months or days, as numbers that count up by one. Plain arithmetic.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "query/engine/search.h"
#include "shared/base/date.h"

namespace dateline {

using PeriodNumber = std::int64_t;  // years, months since year 0, or days since 1970

// nullopt where the date is not known as precisely as the step, or there is none.
std::optional<PeriodNumber> period_of(PackedDate date, DateStep step);
std::string period_name(PeriodNumber period, DateStep step);  // "2024", "2024-08", "2024-08-16"

// A chart by days has about two months, one by months six years.
inline constexpr std::int64_t kMostDays = 62, kMostMonths = 72;
// No chart has more periods; a step that would make more is taken one coarser.
inline constexpr std::int64_t kMostPeriods = 20'000;

// kAuto: the finest with not too many periods between the two days. Otherwise as asked, within kMostPeriods.
DateStep step_for(DateStep asked, PackedDate first, PackedDate last);

}  // namespace dateline
