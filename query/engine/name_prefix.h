// Names that have a word which begins like what was typed: people, places, sources … by how many articles have them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/engine/archive_reader.h"
#include "schema/facet_id.h"

namespace dateline {

struct PrefixedName {
  FacetId facet = 0;  // stands for itself
  std::string name;
  std::uint64_t articles = 0;
};

// Names of these kinds with the words of `typed` in this order, the last one perhaps not typed to its end ("joe b",
// "net"). By falling number of articles (exact), then by name; at most `limit`. Values with many articles are found
// whatever they are called; of those with few, where very many names begin so, some.
Result<std::vector<PrefixedName>> names_beginning(const Catalog& catalog, XapianSearcher& searcher,
                                                  std::span<const FacetKind> kinds, std::string_view typed,
                                                  std::size_t limit);

}  // namespace dateline
