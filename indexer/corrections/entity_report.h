// What the archive knows of its entities, for people who look through them: lists with counts, one entity in full.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/corrections/find_entity.h"

namespace dateline {

struct EntityRow {
  FacetDetails details;
  std::uint64_t articles = 0;            // of all that it stands for; of a merged or rejected one: its own
  std::vector<std::string> aliases;      // that stood for it in articles, or that people gave it
  std::vector<std::string> merged;       // names of what was merged into it
  std::optional<EntityName> stands_for;  // of a merged one: the end of the chain
};

enum class ListOrder : std::uint8_t { kArticles, kName };
struct ListRequest {
  std::optional<FacetKind> kind;  // people, places and organizations where none is given
  std::string pattern;            // part of a name, folded; "" for all
  std::uint64_t limit = 0;        // 0: all
  ListOrder order = ListOrder::kArticles;
  bool all = false;  // also what was merged or rejected, and what is in no article
};
struct EntityListing {
  std::uint64_t total = 0;  // before the limit
  std::vector<EntityRow> rows;
};
Result<EntityListing> list_entities(const Catalog& catalog, const ListRequest& request);

struct EntityFacts {
  EntityRow row;
  std::vector<std::pair<EntityName, std::uint64_t>> values;  // it and what was merged into it, with their own articles
  std::vector<std::pair<std::string, std::uint64_t>>
      written;                          // as articles write it, with mentions, most frequent first
  std::vector<Correction> corrections;  // that concern it
};
Result<EntityFacts> entity_facts(const Catalog& catalog, FacetId facet);

}  // namespace dateline
