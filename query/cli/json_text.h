// JSON of what the program itself has to say; answers come as JSON from the library.
#pragma once

#include <dateline.hpp>
#include <string>
#include <string_view>

namespace dateline::cli {

// With quotes; bytes that are not UTF-8 become U+FFFD (RFC 8259, section 7).
std::string json_string(std::string_view text);
std::string json_or_null(std::string_view text);  // null for ""
// {"code":…,"message":…,"hint":…,"position":{"begin":…,"end":…}}; hint and position may be null.
std::string json_error(const api::Error& error);

}  // namespace dateline::cli
