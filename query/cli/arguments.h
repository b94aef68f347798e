// What the command line asks for, checked: the values that travel from the option parser to the commands.
#pragma once

#include <cstdint>
#include <dateline.hpp>
#include <dateline_analysis.hpp>
#include <optional>
#include <string>
#include <vector>

#include "query/cli/output_format.h"

namespace dateline::cli {

struct CommandInfo;

inline constexpr std::uint64_t kAllHits = UINT64_MAX;  // --limit all
inline constexpr std::uint64_t kMostHits = 100'000;    // of one request (dateline_request)

enum class ColorChoice : std::uint8_t { kAuto, kAlways, kNever };

// Of the commands on saved searches.
struct SavedArguments {
  std::string name;
  bool replace = false;
  bool alerts = true;
  bool only_new = false;
  bool count = false;
  std::optional<dateline_sort> sort;      // in place of the saved one
  std::optional<std::uint64_t> limit;     // nullopt: not given
  std::vector<std::string> command = {};  // alerts: what to run for each; empty: print
};

// Of show: which versions of the article. Numbers as dateline_history_diff has them.
struct HistoryArguments {
  bool list = false, diff = false;
  std::uint64_t version = 0;  // 0: not asked
  std::uint64_t from = 0, to = 0;
};

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
  HistoryArguments history;        // show
  std::vector<std::string> words;  // completion: the shell, or "candidates" and a command line
  std::string file;                // batch
  SavedArguments saved;            // save, saved, forget, run, alerts
  api::ProfileRequest profile;     // entity
  api::MentionsRequest mentions;   // mentions
  api::TimelineRequest timeline;   // timeline
  api::CompareRequest compare;     // compare
  api::TrendsRequest trends;       // trends
};

}  // namespace dateline::cli
