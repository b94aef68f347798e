// A date somewhere in a line of text of any of the larger European languages, or in a URL.
#pragma once

#include <optional>
#include <string_view>

#include "shared/base/date.h"

namespace dateline {

// The first full date (a day) in `text`: "Publié le 12 mars 2020 à 10h", "Stand: 05.03.2020", "2020年3月5日". Two
// numbers up to 12 with slashes are a date only where `day_first` says which is the day; nullopt where no date is.
std::optional<PublishedDate> find_date(std::string_view text, std::optional<bool> day_first);

// "/2020/03/05/", "/2020-03-05-", "/20200305/", "/25-03-2020" in the path of a URL.
std::optional<PublishedDate> find_url_date(std::string_view url, std::optional<bool> day_first);

// What a machine-readable attribute holds: ISO 8601 with or without its rest, RFC 2822; else as find_date.
std::optional<PublishedDate> read_date_value(std::string_view value, std::optional<bool> day_first);

}  // namespace dateline
