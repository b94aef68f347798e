// The states of the twentieth century that newspapers of the time called by names that are no more.
#include "indexer/places/former_states.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "shared/base/strings.h"

namespace dateline {
namespace {

struct FormerState {
  std::string_view code;  // in the table of countries
  std::string_view core;  // countries of today whose names meant it; codes of two letters
  std::string_view rest;  // countries and regions that were parts of it under names of their own
  CivilDay from, to;      // inclusive
};

// East Germany before West Germany: the first that has the region.
constexpr std::array<FormerState, 5> kFormerStates{{
    {"DD", "", "DE-BB DE-MV DE-SN DE-ST DE-TH", {1949, 10, 7}, {1990, 10, 2}},
    {"WG", "DE", "", {1949, 5, 23}, {1990, 10, 2}},
    {"SU", "RU", "UA BY KZ UZ TM KG TJ GE AM AZ MD LT LV EE", {1922, 12, 30}, {1991, 12, 25}},
    {"YU", "", "RS HR SI BA MK ME XK", {1929, 10, 3}, {1992, 4, 27}},
    {"CS", "CZ SK", "", {1918, 10, 28}, {1992, 12, 31}},
}};

bool has_code(std::string_view codes, std::string_view code) {
  const auto all = split(codes, ' ');
  return !code.empty() && std::find(all.begin(), all.end(), code) != all.end();
}

bool existed(const FormerState& state, const PublishedDate& published) {
  const auto days = days_of(published);
  return days && days->first >= days_from_civil(state.from.year, state.from.month, state.from.day) &&
         days->last <= days_from_civil(state.to.year, state.to.month, state.to.day);
}

}  // namespace

CountryId country_of_region(std::string_view region, const PublishedDate& published) {
  const CountryTable& table = CountryTable::built_in();
  for (const FormerState& state : kFormerStates) {
    if (!existed(state, published)) continue;
    const std::string_view country = region.substr(0, 2);
    if (has_code(state.rest, region) || has_code(state.core, country) || has_code(state.rest, country)) {
      return table.by_region(state.code);
    }
  }
  return table.by_region(region);
}

void add_countries_of_word(CountryId country, const PublishedDate& published, std::vector<CountryId>& out) {
  const CountryTable& table = CountryTable::built_in();
  const std::string_view code = table.country(country).code;
  for (const FormerState& state : kFormerStates) {
    if (!existed(state, published)) continue;
    const bool is_core = has_code(state.core, code);
    if (!is_core && !has_code(state.rest, code)) continue;
    out.push_back(table.by_region(state.code));
    if (is_core) return;
  }
  out.push_back(country);
}

}  // namespace dateline
