// What the command line asks for, checked: the values that travel from the option parser to the commands.
#pragma once

#include <cstdint>
#include <dateline.hpp>
#include <string>
#include <vector>

#include "query/cli/output_format.h"

namespace dateline::cli {

struct CommandInfo;

inline constexpr std::uint64_t kAllHits = UINT64_MAX;  // --limit all
inline constexpr std::uint64_t kMostHits = 100'000;    // of one request (dateline_request)

enum class ColorChoice : std::uint8_t { kAuto, kAlways, kNever };

struct Arguments {
  const CommandInfo* command = nullptr;     // of the table; set by the parser
  const CommandInfo* help_topic = nullptr;  // help: nullptr is help on the program
  std::string db;                           // "": the default archive
  bool json = false;                        // the format is one JSON object
  Format format = Format::kText;            // search, facets, mentions
  bool null_ends = false;                   // paths end with a zero byte
  bool pager = true;                        // where output is a terminal
  ColorChoice color = ColorChoice::kAuto;
  api::Request request;            // search, facets, explain
  std::string article_id;          // show; explain: whose score
  std::vector<std::string> words;  // completion: the shell, or "candidates" and a command line
  std::string file;                // batch
  api::ProfileRequest profile;     // entity
  api::MentionsRequest mentions;   // mentions
};

}  // namespace dateline::cli
