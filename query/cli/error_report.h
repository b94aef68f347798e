// Errors as they stand on standard error.
#pragma once

#include <dateline.hpp>
#include <string>
#include <string_view>

namespace dateline::cli {

// "dateline: MESSAGE", for query errors the query with a mark under the position, "hint: HINT". Lines end with a line
// end. `query` is the text that the error's position is in.
std::string report_of(const api::Error& error, std::string_view query = {});

}  // namespace dateline::cli
