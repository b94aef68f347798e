// What a command line that is being typed may go on with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/command_line/description.h"

namespace dateline::command_line {

struct Candidate {
  std::string text;   // of the whole word
  std::string about;  // one line; "" for none
};

// What belongs there beside the candidates, which the caller has to look up.
enum class Wanted : std::uint8_t { kNothing, kFiles, kFolders, kQuery, kNames };

struct Completion {
  std::vector<Candidate> candidates;  // that begin as the word does
  Wanted wanted = Wanted::kNothing;
  std::string start;   // of the word: what the looked-up part stands behind, "--person="
  std::string part;    // of the word: what the looked-up part begins with
  std::string option;  // whose value is wanted; "" for an argument
};

// `words` are those behind the program's name; the last is the one being typed, maybe "".
Completion complete_line(const Program& program, const std::vector<std::string>& words);

// The value that `--NAME VALUE` or `--NAME=VALUE` gives in a finished word; "" for none.
std::string option_value(const std::vector<std::string>& words, std::string_view name);

// For the shell's script: a line that says what else is wanted ("words", "files", "folders"), then a line for each
// candidate, its description behind a tab.
std::string to_lines(const Completion& completion);

}  // namespace dateline::command_line
