// Makes the errors.
#include "query/cli/usage_errors.h"

#include <utility>

namespace dateline::cli {

api::Error usage(std::string message, std::string hint) {
  return api::Error{DATELINE_USAGE, std::move(message), std::move(hint), std::nullopt};
}

std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

}  // namespace dateline::cli
