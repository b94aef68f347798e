// The words before the last one say which command it is and whether an option waits for its value.
#include "shared/command_line/completion.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline::command_line {
namespace {

using Words = std::vector<std::string>;

const Option* option_of(const Program& program, std::string_view word) {
  if (!word.starts_with("--") || word.size() < 3) return nullptr;
  return find_option(program, word.substr(2, word.find('=') - 2));
}

bool waits_for_value(const Program& program, std::string_view word) {
  const Option* option = option_of(program, word);
  return option != nullptr && !option->value.empty() && !option->value.starts_with('[') &&
         word.find('=') == std::string_view::npos;
}

struct Situation {
  std::string command;  // as far as it is there: "entities"
  const Command* info = nullptr;
  bool only_arguments = false;  // behind "--"
};

// A word that is no option and no option's value is the command, or its second word, or an argument.
Situation situation_of(const Program& program, const Words& before) {
  Situation now;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == "--") {
      now.only_arguments = true;
    } else if (now.only_arguments || !before[i].starts_with("-")) {
      if (now.info != nullptr) continue;
      const std::string name = now.command.empty() ? before[i] : concat({now.command, " ", before[i]});
      now.info = find_command(program, name);
      now.command = name;
    } else if (waits_for_value(program, before[i])) {
      ++i;
    }
  }
  return now;
}

void add(Completion& to, std::string_view text, std::string_view about) {
  if (!text.starts_with(to.start + to.part)) return;
  to.candidates.push_back({std::string(text), std::string(about)});
}

void add_commands(const Program& program, const Situation& now, Completion& to) {
  const std::string group = now.command.empty() ? std::string() : now.command + " ";
  for (const Command& command : program.commands) {
    const bool own = group.empty() ? group_of(program, command) == nullptr : command.name.starts_with(group);
    if (own) add(to, command.name.substr(group.size()), command.help);
  }
  for (const Group& one : program.groups) {
    if (group.empty()) add(to, one.name, one.help);
  }
}

void add_options(const Program& program, const Situation& now, Completion& to) {
  constexpr std::string_view kAnywhere = "db help version no-pager";
  for (const Option& option : program.options) {
    const auto names = words_of(now.info != nullptr ? now.info->options : kAnywhere);
    const bool own = std::find(names.begin(), names.end(), option.name) != names.end();
    if (own) add(to, concat({"--", option.name}), option.help);
  }
}

Wanted wanted_for(std::string_view what) {
  if (what.find("DIR") != std::string_view::npos) return Wanted::kFolders;
  if (what.find("PATH") != std::string_view::npos || what.find("FILE") != std::string_view::npos) return Wanted::kFiles;
  if (what.starts_with("NAME")) return Wanted::kNames;
  if (what.find("QUERY") != std::string_view::npos || what.find("TEXT") != std::string_view::npos)
    return Wanted::kQuery;
  return Wanted::kNothing;
}

void add_values(const Option& option, Completion& to) {
  to.option = option.name;
  for (const std::string_view choice : choices_of(option)) add(to, to.start + std::string(choice), "");
  if (to.candidates.empty()) to.wanted = wanted_for(option.value);
}

// "[COMMAND|entities|formats]", "bash|zsh|fish": words to choose from; else what has to be looked up.
void add_arguments(const Program& program, const Situation& now, Completion& to) {
  std::string_view what = now.info->arguments;
  if (what.starts_with('[') && what.ends_with(']')) what = what.substr(1, what.size() - 2);
  if (what.starts_with("COMMAND")) add_commands(program, {}, to);
  if (what.find('|') != std::string_view::npos && what.find(' ') == std::string_view::npos) {
    for (const std::string_view choice : split(what, '|')) {
      if (choice != "COMMAND" && find_group(program, choice) == nullptr) add(to, choice, "");
    }
    return;
  }
  to.wanted = wanted_for(what);
}

}  // namespace

Completion complete_line(const Program& program, const Words& words) {
  Completion to;
  if (words.empty()) return to;
  const Words before(words.begin(), words.end() - 1);
  const Situation now = situation_of(program, before);
  to.part = words.back();
  if (!now.only_arguments) {
    if (!before.empty() && waits_for_value(program, before.back())) {
      add_values(*option_of(program, before.back()), to);
      return to;
    }
    const std::size_t equals = to.part.find('=');
    const Option* option = option_of(program, to.part);
    if (option != nullptr && equals != std::string::npos) {
      to.start = to.part.substr(0, equals + 1);
      to.part.erase(0, equals + 1);
      add_values(*option, to);
      return to;
    }
    if (to.part.starts_with("-")) return add_options(program, now, to), to;
  }
  if (now.info != nullptr) return add_arguments(program, now, to), to;
  if (now.command.empty() || find_group(program, now.command) != nullptr) add_commands(program, now, to);
  // Where the command may be left out, its arguments may stand here too.
  if (!program.usual_command.empty() && (to.candidates.empty() || to.part.empty())) {
    to.wanted = to.candidates.empty() ? Wanted::kFiles : Wanted::kNothing;
  }
  return to;
}

std::string option_value(const Words& words, std::string_view name) {
  const std::string option = concat({"--", name});
  std::string value;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == option && i + 2 < words.size()) value = words[i + 1];
    if (words[i].starts_with(option + "=")) value = words[i].substr(option.size() + 1);
  }
  return value;
}

std::string to_lines(const Completion& completion) {
  std::string text = completion.wanted == Wanted::kFiles     ? "files\n"
                     : completion.wanted == Wanted::kFolders ? "folders\n"
                                                             : "words\n";
  for (const Candidate& candidate : completion.candidates) {
    if (candidate.text.find_first_of("\t\n") != std::string::npos) continue;
    text += concat({candidate.text, candidate.about.empty() ? "" : "\t", candidate.about, "\n"});
  }
  return text;
}

}  // namespace dateline::command_line
