// Where an article is: the countries that it speaks of, and which place of several of a name it means. Knows no stores.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/article.h"

namespace dateline {

// The countries of the article's places, of the adjectives, peoples, money and bodies in its text, and of its dateline;
// canonical names, sorted. A place that is not the likeliest of its name gets its region as a part of its name in
// `entities` ("London" → "London, Ontario"). Linear in the text.
std::vector<std::string> settle_places(const Article& article, std::vector<ArticleEntity>& entities);

// Changes when the same article may give other countries.
std::string places_fingerprint();

// Further names of a country of settle_places: "Britain", "UK", "GB".
std::vector<std::string> other_names_of_country(std::string_view name);

}  // namespace dateline
