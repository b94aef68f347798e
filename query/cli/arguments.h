// What the command line asks for, checked: the values that travel from the option parser to the commands.
#pragma once

#include <cstdint>
#include <dateline.hpp>
#include <dateline_analysis.hpp>
#include <string>

namespace dateline::cli {

struct CommandInfo;

enum class ColorChoice : std::uint8_t { kAuto, kAlways, kNever };

struct Arguments {
  const CommandInfo* command = nullptr;     // of the table; set by the parser
  const CommandInfo* help_topic = nullptr;  // help: nullptr is help on the program
  std::string db;                           // "": the default archive
  bool json = false;
  ColorChoice color = ColorChoice::kAuto;
  api::Request request;           // search, facets, explain
  std::string article_id;         // show
  std::string file;               // batch
  api::ProfileRequest profile;    // entity
  api::MentionsRequest mentions;  // mentions
  api::TimelineRequest timeline;  // timeline
  api::CompareRequest compare;    // compare
  api::TrendsRequest trends;      // trends
};

}  // namespace dateline::cli
