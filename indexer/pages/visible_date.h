// Dates that only the visible text of a page says. What is found here is a guess, and the caller has to say so.
#pragma once

#include <optional>

#include "indexer/pages/date_nodes.h"

namespace dateline {

// "Published on 5 March 2020", "Erschienen am: 05.03.2020": near the headline, or the only one on the page.
std::optional<PublishedDate> labelled_date(const DateNodes& nodes);

// In an element near the headline that calls itself a date or a byline; else in any short text there; else at the
// beginning of a paragraph ("05.03.2020 – The harbour …").
std::optional<PublishedDate> date_near_headline(const DateNodes& nodes);

// `date`, which is given in UTC, is the day before or after where the page was written, if a text near the headline
// says so: that day, without a time. nullopt where nothing says so.
std::optional<PublishedDate> local_day_of(const PublishedDate& date, const DateNodes& nodes);

}  // namespace dateline
