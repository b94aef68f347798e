// Lists of commands and options, put into the frame.
#include "shared/command_line/manual.h"

#include <cctype>

#include "shared/base/strings.h"
#include "shared/command_line/mdoc.h"

namespace dateline::command_line {
namespace {

// "Only articles of this publisher.": a line of help as a sentence.
std::string sentence(std::string_view line) {
  std::string text(line);
  if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text + ".";
}

std::string prose_of(std::string_view more, std::string_view help) {
  return mdoc_prose(more.empty() ? sentence(help) : std::string(more));
}

std::string synopsis(const Program& program) {
  std::string text;
  for (const Command& command : program.commands) {
    if (group_of(program, command) != nullptr) continue;
    text += concat({".Nm\n", command.name == program.usual_command ? ".Op Cm " : ".Cm ", command.name, "\n"});
    if (!command.options.empty()) text += ".Op Ar option ...\n";
    text += mdoc_arguments(command.arguments);
  }
  for (const Group& group : program.groups) {
    text += concat({".Nm\n.Cm ", group.name, "\n.Ar command\n.Op Ar option ...\n.Op Ar argument ...\n"});
  }
  return text;
}

std::string options_line(const Command& command) {
  std::string line;
  for (const std::string_view name : words_of(command.options)) {
    line += concat({line.empty() ? ".Fl -" : " , Fl -", name});
  }
  return line.empty() ? line : concat({".Pp\nOptions:\n", line, " .\n"});
}

std::string command_item(const Command& command) {
  std::string text = concat({".It Cm ", command.name, mdoc_inline_arguments(command.arguments), "\n"});
  return concat({text, prose_of(command.more, command.help), options_line(command)});
}

std::string command_list(const Program& program, const Group* group) {
  std::string text = ".Bl -tag -width indent\n";
  for (const Command& command : program.commands) {
    if (group_of(program, command) == group) text += command_item(command);
  }
  return text + ".El\n";
}

std::string all_commands(const Program& program) {
  std::string text = command_list(program, nullptr);
  for (const Group& group : program.groups) {
    text += concat({".Ss ", sentence(group.name).substr(0, group.name.size()), "\n", mdoc_prose(sentence(group.help)),
                    ".Pp\n", mdoc_prose(group.notes), command_list(program, &group)});
  }
  return text;
}

std::string value_of(const Option& option) {
  if (option.value.empty()) return {};
  const bool may_go = option.value.starts_with("[=");  // --name[=VALUE]
  if (may_go) return concat({" Ns Oo = Ns Ar ", option.value.substr(2, option.value.size() - 3), " Oc"});
  if (option.value.find('|') == std::string_view::npos) return concat({" Ar ", option.value});
  std::string text = " Cm";
  for (const std::string_view choice : choices_of(option)) text += concat({text == " Cm" ? " " : " | ", choice});
  return text;
}

std::string all_options(const Program& program) {
  std::string text = ".Bl -tag -width indent\n";
  for (const Option& option : program.options) {
    text += concat({".It Fl -", option.name, mdoc_dots(value_of(option))});
    if (option.letter != '\0') text += concat({" , Fl ", std::string_view(&option.letter, 1)});
    text += "\n" + prose_of(option.more, option.help);
  }
  return text + ".El\n";
}

std::string all_examples(const Program& program) {
  std::string text = ".Bd -literal\n" + mdoc_literal(program.examples);
  for (const Command& command : program.commands) text += mdoc_literal(command.examples);
  return text + ".Ed\n";
}

}  // namespace

std::string manual_page(const Program& program, std::string_view frame) {
  std::string page;
  for (const std::string_view line : split_lines(frame)) {
    if (line == "@SYNOPSIS@") {
      page += synopsis(program);
    } else if (line == "@COMMANDS@") {
      page += all_commands(program);
    } else if (line == "@OPTIONS@") {
      page += all_options(program);
    } else if (line == "@EXAMPLES@") {
      page += all_examples(program);
    } else {
      page += concat({line, "\n"});
    }
  }
  return page;
}

}  // namespace dateline::command_line
