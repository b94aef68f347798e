// For formats whose files are one article each: all bytes of a source at once.
#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/article_format.h"

namespace dateline {

// kUnreadable with `hint` where there are more than limits.record_bytes. Of what is no text (binary_kind) only as much
// is read as shows it.
Result<std::string> read_whole(ByteSource& source, const ReadLimits& limits, std::string_view hint);
// The same of what need not be text.
Result<std::string> read_whole_bytes(ByteSource& source, const ReadLimits& limits, std::string_view hint);

}  // namespace dateline
