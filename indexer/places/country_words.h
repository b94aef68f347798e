// Where a text speaks of countries: names, peoples, money, bodies. One pass over the words; knows no entities.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/places/country_table.h"

namespace dateline {

struct CountryHit {
  std::uint32_t begin = 0, end = 0;   // bytes
  const CountryWord* word = nullptr;  // of the built-in table; never kNothing
};

// Appends to `out`, in the order of the text and without overlaps. A state is a hit only behind a comma ("Paris,
// Texas"). Linear time.
void find_country_words(std::string_view text, std::vector<CountryHit>& out);

}  // namespace dateline
