// What can stand behind `has:`.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "schema/facet_id.h"

namespace dateline {

struct HasKind {
  std::string_view name;
  std::string_view alias;          // a second way to type it, or ""
  std::optional<FacetKind> facet;  // nullopt: date, title, url
};

inline constexpr std::array kHasKinds = {
    HasKind{"person", "people", FacetKind::kPerson},
    HasKind{"place", "places", FacetKind::kPlace},
    HasKind{"organization", "org", FacetKind::kOrganization},
    HasKind{"country", "", FacetKind::kCountry},
    HasKind{"source", "", FacetKind::kSource},
    HasKind{"author", "by", FacetKind::kAuthor},
    HasKind{"language", "lang", FacetKind::kLanguage},
    HasKind{"date", "", std::nullopt},
    HasKind{"title", "", std::nullopt},
    HasKind{"url", "", std::nullopt},
};

// By name or alias in lower case; nullptr where there is none.
constexpr const HasKind* find_has_kind(std::string_view name) {
  const auto* const found = std::find_if(kHasKinds.begin(), kHasKinds.end(), [name](const HasKind& kind) {
    return kind.name == name || (!kind.alias.empty() && kind.alias == name);
  });
  return found == kHasKinds.end() ? nullptr : found;
}

}  // namespace dateline
