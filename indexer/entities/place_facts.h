// What the gazetteer knows of a place, for the catalog. Knows nothing of articles.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

struct PlaceFacts {
  std::string country;             // ISO 3166-1 alpha-2; "" for regions of several countries
  std::optional<double> latitude;  // degrees, of cities
  std::optional<double> longitude;
  std::optional<long> population;  // rounded to thousands
};

// By the canonical name of an extracted place; nothing where the gazetteer does not have it. Of several towns of a
// name, the largest.
std::optional<PlaceFacts> place_facts(std::string_view name);

}  // namespace dateline
