// One JSON object → the fields of an article, as the publisher wrote them. The only file but its .cc that knows a JSON
// parser is behind it; what the fields become is the format's business.
#pragma once

#include <string_view>

#include "indexer/formats/field_names.h"
#include "shared/base/result.h"

namespace dateline {

// `line` is valid UTF-8. kUnreadable, with the column of the mistake, where it is no JSON object. Escapes of lone
// surrogates become U+FFFD, control bytes that should have been escaped become blanks. Unknown fields and values of
// other types are passed over; of two values for one name the last counts. Objects within the object have
// their names joined by dots ("source.name"). `map` may be null.
Result<RecordFields> parse_json_record(std::string_view line, const FieldMap* map);

}  // namespace dateline
