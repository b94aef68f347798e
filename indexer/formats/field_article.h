// The fields of a record (JSON, CSV) → an Article, as the publisher wrote them.
#pragma once

#include <string_view>

#include "indexer/formats/article_format.h"
#include "indexer/formats/field_names.h"
#include "shared/base/result.h"

namespace dateline {

// `from` is what provenance says: "json". kUnreadable where there is no text.
Result<Article> article_of_fields(const RecordFields& fields, const RawRecord& record, std::string_view from);

}  // namespace dateline
