// Looks commands and options up in the table.
#include "query/cli/usage_errors.h"

#include <algorithm>
#include <utility>

namespace dateline::cli {

api::Error usage(std::string message, std::string hint) {
  return api::Error{DATELINE_USAGE, std::move(message), std::move(hint), std::nullopt};
}

std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

const CommandInfo* find_command(std::string_view name) {
  const auto* found = std::find_if(kCommands.begin(), kCommands.end(), [&](const auto& c) { return c.name == name; });
  return found == kCommands.end() ? nullptr : found;
}

const OptionInfo* find_option(std::string_view name) {
  const auto* found = std::find_if(kOptions.begin(), kOptions.end(), [&](const auto& o) { return o.name == name; });
  return found == kOptions.end() ? nullptr : found;
}

std::string_view name_of(Command command) {
  return kCommands[static_cast<std::size_t>(command)].name;
}

}  // namespace dateline::cli
