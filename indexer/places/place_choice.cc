// Points are powers of ten of people: a place that is ten times larger needs one point more of evidence against it.
#include "indexer/places/place_choice.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

// Countries and states have no population in the gazetteer. These let the country Georgia win over the state unless
// places of the United States are named, and the state over towns of its name.
constexpr double kCountryPoints = 4.2;
constexpr double kStatePoints = 3.6;
// Against ten times as many people, a place of the same country is not enough; one of the same state too is.
constexpr double kSameCountryPlace = 0.7;
constexpr double kSameCountryWord = 0.6;
constexpr double kSameState = 0.5;
// Its name stands for a government in articles about any country.
constexpr std::string_view kCapitalAsGovernment = "US-DC";

void add_once(std::vector<std::string_view>& values, std::string_view value) {
  if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

bool contains(const std::vector<std::string_view>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// A town of the gazetteer's own list ("Washington") comes first whatever its population.
double size_points(const NamedPlace& place, bool is_first) {
  if (is_first && !place.is_town && place.facts.population) return kCountryPoints;
  if (!place.facts.population) return place.region.size() > 2 ? kStatePoints : kCountryPoints;
  return std::log10(static_cast<double>(std::max(*place.facts.population, 1000L)) / 1000.0);
}

}  // namespace

void PlaceEvidence::add_place(std::string_view region) {
  if (region == kCapitalAsGovernment) return add_country(region.substr(0, 2));
  add_once(places_, region.substr(0, 2));
  if (region.size() > 2) add_once(regions_, region);
}

void PlaceEvidence::add_country(std::string_view country) {
  add_once(countries_, country);
}

double PlaceEvidence::points(std::string_view region) const {
  const std::string_view country = region.substr(0, 2);
  double points = contains(places_, country) ? kSameCountryPlace : contains(countries_, country) ? kSameCountryWord : 0;
  if (region.size() > 2 && contains(regions_, region)) points += kSameState;
  return points;
}

double lead_of_first(const std::vector<NamedPlace>& places) {
  double first = 0, next = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double points = size_points(places[i], i == 0);
    if (points > first) {
      next = first;
      first = points;
    } else {
      next = std::max(next, points);
    }
  }
  return first - next;
}

std::size_t choose_place(const std::vector<NamedPlace>& places, std::string_view region,
                         const PlaceEvidence& evidence) {
  std::size_t best = places.size();
  double best_points = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string_view own = places[i].region;
    if (!region.empty() && own != region && own.substr(0, 2) != region) continue;
    const double points = size_points(places[i], i == 0) + evidence.points(own);
    if (best == places.size() || points > best_points) {
      best = i;
      best_points = points;
    }
  }
  return best;
}

}  // namespace dateline
