// Lines above a story that give its date: "Published 16 August 2024", "Friday, January 4, 2019", "date 2024-08 …".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/base/date.h"

namespace dateline {

// A date that a line of its own gives. Relative words ("Friday", "two days ago") never make one.
struct DateLine {
  PublishedDate date;
  bool updated = false;  // of a later change: used only where no first date is known
};
std::optional<DateLine> read_date_line(std::string_view line);

// "date 2024-08 Parley in Qatar is said…": the date and what follows it on the line, which belongs to the story.
struct DatePrefix {
  PublishedDate date;
  std::string_view rest;
};
std::optional<DatePrefix> read_date_prefix(std::string_view line);

}  // namespace dateline
