// Countries that are no more: an article of 1987 means the Soviet Union by "Moscow". Knows nothing of articles.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/places/country_table.h"
#include "shared/base/date.h"

namespace dateline {

// The country of a place ("DE-SN", "RU") at the time of `published`; without a date, today's.
CountryId country_of_region(std::string_view region, const PublishedDate& published);

// The countries that a name or an adjective of `country` spoke of then: "Russian" of 1987 is the Soviet Union,
// "Estonian" of 1987 is Estonia and the Soviet Union.
void add_countries_of_word(CountryId country, const PublishedDate& published, std::vector<CountryId>& out);

}  // namespace dateline
