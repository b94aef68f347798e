// The two blobs of article_facets: which facet values an article has, and where it names its entities. Plain bytes, no
// SQLite. The layout is described in schema/FORMAT.md.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/facet_id.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// Into ids that are ascending without duplicates, and stay so.
void add_facet(std::vector<FacetId>& facets, FacetId facet);

void encode_facets(std::span<const FacetId> ascending, std::string& out);  // replaces `out`
std::optional<std::vector<FacetId>> decode_facets(std::string_view blob);  // nullopt: damaged

// Entities are stored ascending by facet, their mentions with those of the title first, ascending by begin.
void encode_mentions(std::span<const ResolvedEntity> entities, std::string& out);  // replaces `out`
std::optional<std::vector<ResolvedEntity>> decode_mentions(std::string_view blob);

// Pairs ascending by `from`.
void encode_attached(std::span<const Attachment> ascending, std::string& out);  // replaces `out`
std::optional<std::vector<Attachment>> decode_attached(std::string_view blob);

}  // namespace dateline
