// Dates that are counted from today: yesterday, 2w, last 2 weeks, this month, 3 days ago. Knows no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/date.h"

namespace dateline {

struct RelativeDays {
  DayRange days;    // what it means alone: `2w` is the last two weeks up to today
  DayRange as_end;  // what it means as an end of a range: in `2w..` the day two weeks ago
};

// `today` in days since 1970. nullopt where the text is none of these. Letters of any case, any white space between
// words.
std::optional<RelativeDays> read_relative_date(std::string_view text, std::int64_t today);

// The bytes of the several words at the front of `text` that are one relative date ("last 2 weeks AND …"); 0 where
// there are none. One word alone needs no looking for.
std::size_t relative_date_length(std::string_view text);

// The word of relative dates that `typed` is perhaps a slip for; "" where none is near.
std::string_view nearest_date_word(std::string_view typed);

}  // namespace dateline
