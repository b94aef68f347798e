// Output of commands that print as they go: what is printed is with the reader before the next step is done.
#pragma once

#include <dateline.hpp>
#include <optional>
#include <string_view>

namespace dateline::cli {

// Writes and flushes; or says why that was not possible.
std::optional<api::Error> write_now(std::string_view text);

}  // namespace dateline::cli
