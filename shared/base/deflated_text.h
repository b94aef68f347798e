// Text packed by zlib, for what is kept and rarely read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// LEB128 of the number of bytes, then a zlib stream (RFC 1950).
void deflate_text(std::string_view text, std::string& packed);
std::optional<std::string> inflate_text(std::string_view packed);  // nullopt: these bytes are none

}  // namespace dateline
