// Lists of people as bylines, credits and metadata write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// Whether it has the form of a full name: two to six words with capitals, particles such as "van" or "bin" between
// them, initials, no digits. Weekdays and months are no names.
bool looks_like_name(std::string_view text);

// "By JANE DOE and John Roe Jr., Staff Writer, Reuters" → "Jane Doe", "John Roe Jr.". Separators are commas,
// semicolons, "and",
// "&", "|" and "•". Roles ("Staff Writer"), publishers beside a person, mail addresses and repetitions go. What has not
// the form of a name stays as it is: the publisher said that it is an author.
std::vector<std::string> split_names(std::string_view list);

}  // namespace dateline
