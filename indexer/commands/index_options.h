// The command line of dateline-index as checked arguments. No option object travels further than this.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/ingest/prepare.h"
#include "shared/base/result.h"

namespace dateline {

enum class IndexCommand : std::uint8_t {
  kAdd,
  kRemove,
  kStatus,
  kCheck,
  kRebuild,
  kCompact,
  kExtract,
  kExport,
  kHelp,
  kVersion
};
enum class When : std::uint8_t { kAuto, kAlways, kNever };

struct IndexArguments {
  IndexCommand command = IndexCommand::kAdd;
  std::optional<std::string> db;
  std::vector<std::string> operands;  // paths, keys, or the topic of help
  EntityMode entities = EntityMode::kBoth;
  std::optional<std::string> language;
  bool prune = false;
  bool raw = false;
  bool json = false;
  bool rejected = false;
  bool quiet = false;
  When progress = When::kAuto;
  unsigned jobs = 0;  // 0: as many as cores
};

// kUsage with what was perhaps meant.
Result<IndexArguments> parse_index_arguments(std::span<const std::string> arguments);

// Help for `topic`: "" (the program), a command, or "formats"; kUsage for others.
Result<std::string> index_help(std::string_view topic);

}  // namespace dateline
