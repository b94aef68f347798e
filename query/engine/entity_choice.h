// The name that a person types → the entity that is meant, or the ones that it may be. Knows the catalog, no index.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/engine/facet_remap.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// `name`: "Joe Biden"; "person:Joe Biden"; "=Biden", by its own name and no alias; "=808", by its id.
struct EntityAsk {
  std::string name;
  std::optional<FacetKind> kind;  // person, place or organization; nullopt: any of them
};

struct EntityRef {
  FacetId facet = 0;  // stands for itself
  std::string name;
  std::uint64_t articles = 0;
};

struct EntityChoice {
  std::string asked;
  std::optional<EntityRef> chosen;
  std::vector<EntityRef> others;  // whom the name fits too (or: may mean), by falling number of articles; the first few
  std::uint64_t fitting = 0;      // all that it fits, the chosen one among them
  bool rejected = false;          // people said that the name is no entity
  std::vector<EntityRef> suggestions;  // where it fits nobody: whom it is perhaps a slip for
};

inline constexpr std::size_t kMostListedEntities = 20;

// Articles of each of these, in their order.
using CountArticles = std::function<Result<std::vector<std::uint64_t>>(std::span<const FacetId>)>;

// Entities without articles are nobody. A name fits those whose own name or alias it is; where there are none, those
// who have its words in one of theirs. Of several, one is chosen only if it alone has this name of several words for
// its own; or if it has four fifths of the articles of all of its kind (the share by which a surname is attached to a
// person) and twenty times as many as those of other kinds. kUsage for an empty name or a wrong kind.
Result<EntityChoice> choose_entity(const EntityAsk& ask, const Catalog& catalog, const FacetRemap& remap,
                                   const CountArticles& count);

}  // namespace dateline
