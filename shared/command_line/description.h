// A command line described as values: the one source of --help, the manual page and the completions of both programs.
// Knows nothing of what the commands do, nor of the library that splits options from arguments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::command_line {

struct Option {
  std::string_view name;          // without dashes
  std::string_view value;         // what stands for the value in help: "NAME", "all|any|most"; "" for a switch
  std::string_view help;          // one line, without a full stop
  std::string_view more = {};     // sentences for the manual page; "" where `help` says all
  std::string_view choices = {};  // what the value can be, blank-separated, where `value` does not list it
  char letter = '\0';             // of the short form
  bool repeatable = false;        // may be given several times, each with a value
};

// Prose (`more`, `notes`): paragraphs with blank lines between them; 'text' in single quotes is what one types, --name
// an option, $NAME a variable of the environment, and a word in capitals stands for a value.
struct Command {
  std::string_view name;           // "search"; "entities merge": one of the group "entities"
  std::string_view arguments;      // "[QUERY…]"
  std::string_view help;           // one line, without a full stop
  std::string_view examples = {};  // lines of two blanks and a command line
  std::string_view options = {};   // names, blank-separated, in the order of help
  std::string_view more = {};      // sentences for the manual page and for the command's own help
  std::string_view notes = {};     // what stands at the end of its help
};

struct Group {  // of commands with two names
  std::string_view name, help, notes;
};

struct Program {
  std::string_view name, help;
  std::string_view examples;
  std::string_view notes;  // what stands at the end of its help
  std::vector<Command> commands;
  std::vector<Option> options;
  std::vector<Group> groups = {};
  std::string_view usual_command = {};  // may be left out on the command line
};

const Command* find_command(const Program& program, std::string_view name);  // nullptr for none
const Option* find_option(const Program& program, std::string_view name);
const Group* find_group(const Program& program, std::string_view name);
const Group* group_of(const Program& program, const Command& command);

std::vector<std::string_view> words_of(std::string_view text);   // separated by blanks
std::vector<std::string_view> choices_of(const Option& option);  // "all|any|most" → all, any, most; or `choices`
std::string usage_line(const Program& program, const Command& command);  // "dateline search [OPTION…] QUERY…"

}  // namespace dateline::command_line
