// Which of several places of a name is meant, by population and by what else the article names.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/places/place_facts.h"

namespace dateline {

// What an article has shown so far. Regions as in NamedPlace.
class PlaceEvidence {
 public:
  void add_place(std::string_view region);     // a place whose region is certain
  void add_country(std::string_view country);  // a name, a people; two letters
  [[nodiscard]] double points(std::string_view region) const;

 private:
  std::vector<std::string_view> regions_, places_, countries_;  // small; each value once
};

// By how many points the likeliest place of a name is ahead of the others without any evidence.
double lead_of_first(const std::vector<NamedPlace>& places);

// Index of the place that is meant. `regions`: what stood behind the name and a comma ("Ontario" → "CA-ON"; "Canada" →
// "CA"), "" for nothing. places.size() where the region fits none of them.
std::size_t choose_place(const std::vector<NamedPlace>& places, std::string_view region, const PlaceEvidence& evidence);

}  // namespace dateline
