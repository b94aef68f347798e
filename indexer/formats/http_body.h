// The body of a stored HTTP response as the page that it carries: chunks joined, compression undone. Knows no pages.
#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/article_format.h"
#include "shared/base/result.h"

namespace dateline {

// `transfer_encoding` and `content_encoding` are the values of the header fields. Many crawlers keep the fields and
// store the body without what they speak of: a body that does not begin as the field says is taken as it is.
// kUnreadable where it cannot be unpacked or is larger than limits.record_bytes then.
Result<std::string> decode_http_body(std::string_view body, std::string_view transfer_encoding,
                                     std::string_view content_encoding, const ReadLimits& limits);

}  // namespace dateline
