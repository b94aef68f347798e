// What the gazetteer knows of the places of a name. Knows nothing of articles.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct PlaceFacts {
  std::string country;             // ISO 3166-1 alpha-2; "" for regions of several countries
  std::optional<double> latitude;  // degrees, of cities
  std::optional<double> longitude;
  std::optional<long> population;  // rounded to thousands
};

// One place of those that bear a name.
struct NamedPlace {
  std::string_view region;  // "QA", or "US-TX" where towns are told apart by the part of the country; "" for several
  bool is_town = false;     // else a country, a state or another region
  PlaceFacts facts;
};

// By any name of a place; the likeliest first. Empty where the gazetteer does not have it.
std::vector<NamedPlace> places_named(std::string_view name);

// By the canonical name of a place of an article: "London", or "London, Ontario" where it is not the likeliest London.
std::optional<PlaceFacts> place_facts(std::string_view name);

// "Paris", "US-TX" → "Paris, Texas"; "Tripoli", "LB" → "Tripoli, Lebanon".
std::string name_with_region(std::string_view name, std::string_view region);

}  // namespace dateline
