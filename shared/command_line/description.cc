// Looking things up in a description.
#include "shared/command_line/description.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline::command_line {
namespace {

template <class Things>
const typename Things::value_type* named(const Things& things, std::string_view name) {
  const auto found = std::find_if(things.begin(), things.end(), [&](const auto& one) { return one.name == name; });
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

const Command* find_command(const Program& program, std::string_view name) {
  return named(program.commands, name);
}
const Option* find_option(const Program& program, std::string_view name) {
  return named(program.options, name);
}
const Group* find_group(const Program& program, std::string_view name) {
  return named(program.groups, name);
}

const Group* group_of(const Program& program, const Command& command) {
  const std::size_t blank = command.name.find(' ');
  return blank == std::string_view::npos ? nullptr : find_group(program, command.name.substr(0, blank));
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words = split(text, ' ');
  std::erase(words, std::string_view());
  return words;
}

std::vector<std::string_view> choices_of(const Option& option) {
  if (!option.choices.empty()) return words_of(option.choices);
  if (option.value.find('|') == std::string_view::npos) return {};
  return split(option.value, '|');
}

std::string usage_line(const Program& program, const Command& command) {
  const bool may_go = command.name == program.usual_command;
  std::string line = concat({program.name, may_go ? " [" : " ", command.name, may_go ? "]" : ""});
  if (!command.options.empty()) line += " [OPTION…]";
  if (!command.arguments.empty()) line += concat({" ", command.arguments});
  return line;
}

}  // namespace dateline::command_line
