// Reads the readings of one line of the gazetteer.
#include "indexer/places/place_facts.h"

#include <charconv>

#include "indexer/entities/gazetteer.h"
#include "indexer/places/country_table.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Of "p|t|US-TX|33.66|-95.56|25|": flag, kind, region, latitude, longitude, thousands of people, name.
std::optional<NamedPlace> read_place(std::string_view reading) {
  if (!reading.starts_with('p') && !reading.starts_with('q')) return std::nullopt;
  const std::vector<std::string_view> fields = split(reading, '|');
  if (fields.size() < 6) return std::nullopt;
  NamedPlace place{.region = fields[2], .is_town = fields[1] == "t", .facts = {}};
  place.facts = {std::string(fields[2].substr(0, 2)), number_of<double>(fields[3]), number_of<double>(fields[4]),
                 number_of<long>(fields[5])};
  if (place.facts.population) *place.facts.population *= 1000;
  return place;
}

// What stands behind the last comma, as a region.
std::string_view region_of(std::string_view written) {
  const CountryTable& table = CountryTable::built_in();
  const std::string key = name_key(written);
  if (const State* state = table.state_by_name(key)) return state->region;
  const CountryId country = table.by_name(key, false);
  return country == kNoCountry ? std::string_view() : table.country(country).code;
}

}  // namespace

std::vector<NamedPlace> places_named(std::string_view name) {
  std::vector<NamedPlace> places;
  const std::string_view readings = Gazetteer::built_in().readings(fold_name(name));
  for (const std::string_view reading : split(readings, '\t')) {
    if (auto place = read_place(reading)) places.push_back(std::move(*place));
  }
  return places;
}

std::optional<PlaceFacts> place_facts(std::string_view name) {
  if (const std::size_t comma = name.rfind(", "); comma != std::string_view::npos) {
    const std::string_view region = region_of(name.substr(comma + 2));
    for (NamedPlace& place : places_named(name.substr(0, comma))) {
      if (!region.empty() && place.region == region) return std::move(place.facts);
    }
    if (!region.empty()) return PlaceFacts{.country = std::string(region.substr(0, 2))};
  }
  std::vector<NamedPlace> places = places_named(name);
  if (places.empty()) return std::nullopt;
  return std::move(places.front().facts);
}

std::string name_with_region(std::string_view name, std::string_view region) {
  const CountryTable& table = CountryTable::built_in();
  // The state Georgia is "Georgia, United States".
  const State* const state = table.state_by_region(region);
  if (state != nullptr && state->name != name) return concat({name, ", ", state->name});
  const CountryId country = table.by_region(region);
  return country == kNoCountry ? std::string(name) : concat({name, ", ", table.country(country).name});
}

}  // namespace dateline
