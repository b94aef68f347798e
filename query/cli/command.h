// What a command is. Each one is described and carried out in its own file, command_NAME.cc; command_table.cc lists
// them.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/cli/arguments.h"
#include "query/cli/exit_codes.h"
#include "query/cli/option_values.h"
#include "query/cli/screen.h"

namespace dateline::cli {

// What a command leaves: nothing is written before it is known whether all went well.
struct Outcome {
  ExitCode code = ExitCode::kDone;
  std::string output;    // for standard output
  std::string messages;  // for standard error
  // Called once the output is with its reader; says what went wrong.
  std::function<std::optional<api::Error>()> when_written = {};
  // What follows, made when this has been written: of answers that need not be in memory as a whole. Its code counts.
  std::function<Outcome()> rest = nullptr;
};

struct CommandInfo {
  std::string_view name;
  std::string_view arguments;      // for help: "QUERY…"
  std::string_view help;           // one line
  std::string_view more = {};      // sentences for the manual page and the command's own help (description.h)
  std::string_view examples = {};  // lines of two blanks and a command line
  std::string_view options = {};   // names in kOptions, blank-separated, in the order of help
  bool takes_query = false;
  bool takes_two = false;  // queries: the first `--` stands between them, and does not end the options
  // Fills what the draft's options leave to defaults; or says what contradicts or is missing.
  std::optional<api::Error> (*settle)(Draft& draft) = nullptr;
  Outcome (*run)(const Arguments& arguments, const Screen& screen) = nullptr;
};

// In the order in which help lists them.
std::span<const CommandInfo* const> commands();
const CommandInfo* find_command(std::string_view name);  // nullptr for none
bool takes_option(const CommandInfo& command, std::string_view option);
std::vector<std::string_view> option_names(const CommandInfo& command);

Outcome run_command(const Arguments& arguments, const Screen& screen);
Outcome outcome_of(const api::Error& error, std::string_view query = {});

}  // namespace dateline::cli
