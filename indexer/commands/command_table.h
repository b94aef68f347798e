// The commands of dateline-index as a table: names, help, which options and how many arguments each takes. Knows no
// option parser.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "shared/command_line/description.h"

namespace dateline {

enum class IndexCommand : std::uint8_t {
  kAdd,
  kWatch,
  kRemove,
  kStatus,
  kCheck,
  kRebuild,
  kCompact,
  kExtract,
  kExport,
  kEntitiesList,
  kEntitiesShow,
  kEntitiesMerge,
  kEntitiesSplit,
  kEntitiesRename,
  kEntitiesReject,
  kEntitiesPin,
  kEntitiesAlias,
  kEntitiesLog,
  kEntitiesExport,
  kEntitiesImport,
  kEntitiesImportList,
  kEntitiesApply,
  kCompletion,
  kHelp,
  kVersion
};

struct CommandInfo {
  std::string_view name;  // "entities merge" is two words on the command line
  IndexCommand command;
  std::string_view arguments;  // for help: "PATH…"
  std::string_view summary;    // one line
  std::string_view options;    // of the long options, those that this command takes; blank-separated
  std::string_view operand;    // what an argument is: "PATH"; "" where none is taken
  std::uint8_t least = 0;      // arguments
  std::uint8_t most = 0;       // kMany: any number
  std::string_view examples = {};
  std::string_view more = {};  // prose for the command's own help and the manual page
};
inline constexpr std::uint8_t kMany = 255;

std::span<const CommandInfo> commands();
const CommandInfo* find_command(std::string_view name);
bool is_entity_command(const CommandInfo& info);

// All of the command line as one value, which help, the manual page and the completions are made from. It points into
// the tables.
command_line::Program description();
std::string usage_line(const CommandInfo& info);  // "dateline-index status [OPTION…]"
std::string_view formats_help();

}  // namespace dateline
