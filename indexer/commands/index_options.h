// The command line of dateline-index as checked arguments. No option object travels further than this.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/commands/command_table.h"
#include "indexer/formats/field_names.h"
#include "indexer/ingest/prepare.h"
#include "schema/facet_id.h"
#include "shared/base/result.h"

namespace dateline {

enum class When : std::uint8_t { kAuto, kAlways, kNever };

struct IndexArguments {
  IndexCommand command = IndexCommand::kAdd;
  std::optional<std::string> db;
  std::vector<std::string> operands;   // paths, keys, or the topic of help
  std::optional<EntityMode> entities;  // nullopt: not given
  std::optional<std::string> language;
  bool prune = false;
  std::optional<std::string> alert;  // add: tell alerts afterwards; the program to run for each, "" to print them
  FieldMap fields;                   // add, extract: how names in files are mapped
  bool dry_run = false;
  std::uint64_t most_articles = 0;          // add: to be added or changed; 0: all
  std::optional<std::string> follow_feeds;  // add, watch: a list of feeds
  bool raw = false;
  bool json = false;
  bool provenance = false;
  bool rejected = false;
  bool quiet = false;
  When progress = When::kAuto;
  unsigned jobs = 0;  // 0: as many as cores
  // -- of the commands on entities
  std::optional<FacetKind> kind;
  std::optional<std::string> into, from, as;
  std::vector<std::string> articles;
  std::uint64_t limit = 0;  // 0: all
  bool by_name = false;     // the order of a list; else by articles
  bool all = false;
  bool known = false;
  bool undo = false;
  bool replace = false;
};

// kUsage with what was perhaps meant.
Result<IndexArguments> parse_index_arguments(std::span<const std::string> arguments);

// Help for `topic`: "" (the program), a command, "entities" or "formats"; kUsage for others.
Result<std::string> index_help(std::string_view topic);

}  // namespace dateline
