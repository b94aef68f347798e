// Two columns: names, and what they do.
#include "shared/command_line/help_text.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline::command_line {
namespace {

constexpr std::size_t kLeft = 24;  // columns
constexpr std::size_t kWidth = 100;

// Characters: what help is written in takes one column each.
std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// The words of `text` in lines, each with `indent` blanks but the first, which begins at column `at`.
std::string filled(std::string_view text, std::size_t at, std::size_t indent) {
  std::string lines;
  for (const std::string_view word : words_of(text)) {
    const std::size_t width = columns_of(word);
    const bool first = at == indent;
    if (!first && at + 1 + width > kWidth) {
      lines += concat({"\n", std::string(indent, ' ')});
      at = indent;
    } else if (!first) {
      lines += ' ';
      ++at;
    }
    lines += word;
    at += width;
  }
  return lines + "\n";
}

// "  LEFT   RIGHT"; a left side that is too wide has the right one below it.
std::string row(std::string_view left, std::string_view right) {
  std::string text = concat({"  ", left});
  const std::size_t used = columns_of(text);
  text += used + 2 > kLeft ? concat({"\n", std::string(kLeft, ' ')}) : std::string(kLeft - used, ' ');
  return text + filled(right, kLeft, kLeft);
}

std::string left_of(const Option& option) {
  std::string left = option.letter != '\0' ? concat({"-", std::string_view(&option.letter, 1), ", "}) : "";
  left += concat({"--", option.name});
  if (!option.value.empty()) left += concat({option.value.starts_with('[') ? "" : " ", option.value});
  return left;
}

std::string left_of(const Command& command) {
  return concat({command.name, command.arguments.empty() ? "" : " ", command.arguments});
}

// Paragraphs, each filled.
std::string paragraphs(std::string_view text) {
  std::string all, paragraph;
  for (const std::string_view line : split_lines(text)) {
    if (!line.empty()) {
      paragraph += concat({line, " "});
    } else if (!paragraph.empty()) {
      all += filled(paragraph, 0, 0) + "\n";
      paragraph.clear();
    }
  }
  return paragraph.empty() ? all : all + filled(paragraph, 0, 0);
}

std::string with_gap(std::string text) {
  return text.empty() ? text : "\n" + text;
}

std::string with_examples(std::string_view examples) {
  return examples.empty() ? std::string() : concat({"\nExamples:\n", examples});
}

std::string listed(const Program& program, const Group* group) {
  std::string text;
  for (const Command& command : program.commands) {
    if (group_of(program, command) == group) text += row(left_of(command), command.help);
  }
  return text;
}

}  // namespace

std::string program_help(const Program& program) {
  std::string text = concat({program.name, " — ", program.help, "\n", with_examples(program.examples)});
  text += "\nCommands:\n" + listed(program, nullptr);
  for (const Group& group : program.groups) text += row(concat({group.name, " COMMAND"}), group.help);
  text += concat({"\nOptions of a command: ", program.name, " help COMMAND\n"});
  return text + with_gap(paragraphs(program.notes));
}

std::string group_help(const Program& program, const Group& group) {
  return concat({program.name, " ", group.name, " — ", group.help, "\n\nUsage: ", program.name, " ", group.name,
                 " COMMAND [OPTION…] [ARGUMENT…]\n\nCommands:\n", listed(program, &group),
                 with_gap(paragraphs(group.notes)), with_gap(paragraphs(program.notes))});
}

std::string command_help(const Program& program, const Command& command) {
  std::string text =
      concat({program.name, " ", command.name, " — ", command.help, "\n", with_examples(command.examples)});
  text += concat({"\nUsage: ", usage_line(program, command), "\n", with_gap(paragraphs(command.more)), "\nOptions:\n"});
  for (const std::string_view name : words_of(command.options)) {
    if (const Option* option = find_option(program, name)) text += row(left_of(*option), option->help);
  }
  return text + with_gap(paragraphs(command.notes));
}

}  // namespace dateline::command_line
