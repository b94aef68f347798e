// What the options mean together.
#pragma once

#include <optional>

#include "query/cli/option_values.h"

namespace dateline::cli {

// Fills what the draft's options leave to defaults; or says what contradicts or is missing.
std::optional<api::Error> settle(Draft& draft);

}  // namespace dateline::cli
