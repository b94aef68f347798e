// Across articles: a person of whom only the surname was ever given in an article is the one of the archive who bears
// it, where there is only one to speak of. Works on names and counts alone, so the order of indexing does not matter.
#pragma once

#include <string>
#include <unordered_set>

#include "indexer/ingest/archive_writer.h"
#include "shared/base/result.h"

namespace dateline {

// "biden", or with particles "el sisi": how a surname alone looks as a name_key.
bool is_bare_surname(std::string_view key);

// The surname of a person's name_key: "joe biden" → "biden", "abdel fattah el sisi" → "el sisi".
std::string surname_of(std::string_view key);

// Looks at these surnames again, after the index has been committed. One transaction of the catalog where something
// changes.
Result<void> attach_bare_surnames(ArchiveWriter& archive, const std::unordered_set<std::string>& surnames);

}  // namespace dateline
