// What a person asks for → entries of the journal, checked against the archive: nothing is written here. Each error
// says what speaks against it and what to do instead.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/corrections/find_entity.h"

namespace dateline {

using Plan = Result<std::vector<Correction>>;

Plan plan_merge(const Catalog& catalog, std::span<const AskedName> names, const AskedName& into);
// Takes back the merge of `name`, the program's or a person's; with `from`, says only that these two are not the same.
Plan plan_split(const Catalog& catalog, const AskedName& name, const std::optional<AskedName>& from);
// In these articles `as` is meant where `name` was found. kNotFound where an article or a mention is not there.
Plan plan_split_articles(const Catalog& catalog, const AskedName& name, std::span<const std::string> articles,
                         const AskedName& as);
Plan plan_rename(const Catalog& catalog, const AskedName& name, std::string_view new_name);
Plan plan_reject(const Catalog& catalog, std::span<const AskedName> names, bool undo);
Plan plan_pin(const Catalog& catalog, const AskedName& name, FacetKind kind, bool undo);
Plan plan_alias(const Catalog& catalog, const AskedName& name, std::span<const std::string> aliases);

// What an entry says, in one line: "merge person 'Bibi' into person 'Benjamin Netanyahu'".
std::string describe(const Correction& correction);

}  // namespace dateline
