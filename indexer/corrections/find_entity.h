// The name that a person types → the facet value that is meant, or an error that helps to say it better.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

struct FoundEntity {
  FacetId facet = 0;
  EntityName own;  // its kind, and the name by which it is kept in the journal
};

// "person:Chase" → person and "Chase"; a name without one of our kinds before it has the kind `otherwise`. People,
// places, organizations, sources and authors can be corrected; languages and countries are facts.
struct AskedName {
  std::optional<FacetKind> kind;
  std::string name;
};
AskedName asked_name(std::string_view text, std::optional<FacetKind> otherwise);
bool can_be_corrected(FacetKind kind);

enum class Meaning : std::uint8_t {
  kItself,    // the value of this very name, also where it stands for another one
  kStanding,  // whom it stands for
};

// By its own name; where there is none, by an alias. kNotFound with names that are like it; kUsage where several fit,
// with all of them.
Result<FoundEntity> find_entity(const Catalog& catalog, const AskedName& asked, Meaning meaning);

// "person 'Joe Biden'"
std::string quoted(const EntityName& name);

}  // namespace dateline
