// Which names of organizations are one, and what an acronym stands for. Functions of the values, their articles and
// people's corrections; they read and write nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/resolution/join_names.h"

namespace dateline {

// `values` are those of one organization_group that have articles.
std::vector<FacetMerge> resolve_organizations(std::vector<NamedValue> values, const DocumentsOf& documents_of);

// Whom an acronym stands for: `expansions` are the values that articles have called so (with articles of their own).
// 0 where that is not clear.
FacetId resolve_acronym(const NamedValue& acronym, std::vector<NamedValue> expansions, const DocumentsOf& documents_of);

// The same for an acronym that no article explained: the organization with its letters that its own articles name most
// often. `key_of` gives the key of a value's own name, "" for one that may not be a target.
FacetId find_long_name(const NamedValue& acronym, const DocumentsOf& documents_of,
                       const std::function<std::string(FacetId)>& key_of);

}  // namespace dateline
