// What the command line asks for, checked: the values that travel from the option parser to the commands.
#pragma once

#include <cstdint>
#include <dateline.hpp>
#include <optional>
#include <string>

#include "query/cli/option_table.h"

namespace dateline::cli {

enum class ColorChoice : std::uint8_t { kAuto, kAlways, kNever };

struct Arguments {
  Command command = Command::kHelp;
  std::optional<Command> help_topic;  // kHelp: nullopt is help on the program
  std::string db;                     // "": the default archive
  bool json = false;
  ColorChoice color = ColorChoice::kAuto;
  api::Request request;           // kSearch, kFacets, kExplain
  std::string article_id;         // kShow
  api::ProfileRequest profile;    // kEntity
  api::MentionsRequest mentions;  // kMentions
};

}  // namespace dateline::cli
