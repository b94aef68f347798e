// From the words of the command line to checked arguments, step by step.
#include "query/cli/cli_options.h"

#include <algorithm>
#include <array>
#include <utility>

#include "query/cli/command_list.h"
#include "query/cli/usage_errors.h"
#include "shared/command_line/suggest.h"

namespace dateline::cli {
namespace {

using command_line::nearest;

api::Error unknown_command(const std::string& typed) {
  std::vector<std::string_view> names;
  for (const CommandInfo* info : commands()) names.push_back(info->name);
  const std::string_view likely = nearest(typed, names);
  if (!likely.empty())
    return usage("unknown command " + quoted(typed), "did you mean 'dateline " + std::string(likely) + "'?");
  return usage("unknown command " + quoted(typed), "to search for it: dateline search " + typed);
}

api::Result<Arguments> help_on(const std::vector<std::string>& topics) {
  Arguments arguments;
  arguments.command = &kHelpCommand;
  if (topics.empty()) return arguments;
  const CommandInfo* info = find_command(topics.front());
  if (info == nullptr) return unknown_command(topics.front());
  arguments.help_topic = info;
  return arguments;
}

// The options that stand before the command are moved behind it: `dateline --db DIR search …`. Without a command, the
// prompt is meant: `dateline --db DIR`.
api::Result<std::vector<std::string>> command_first(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 2> kWithValue = {"--db", "--color"};
  std::vector<std::string> leading;
  std::size_t at = 0;
  while (at < words.size() && words[at].starts_with("-")) {
    const std::string name = words[at].substr(0, words[at].find('='));
    if (name == "--help" || name == "-h") return std::vector<std::string>{"help"};
    if (name == "--version") return std::vector<std::string>{"version"};
    const bool valued = std::find(kWithValue.begin(), kWithValue.end(), name) != kWithValue.end();
    if (!valued && name != "--json") {
      return usage("unknown option " + quoted(words[at]) + " before the command",
                   "write the command first, for example: dateline search " + words[at]);
    }
    leading.push_back(words[at++]);
    if (valued && leading.back() == name && at < words.size()) leading.push_back(words[at++]);
  }
  std::vector<std::string> ordered{at == words.size() ? std::string(kPromptCommand.name) : words[at]};
  ordered.insert(ordered.end(), leading.begin(), leading.end());
  if (at == words.size()) return ordered;
  ordered.insert(ordered.end(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end());
  return ordered;
}

// --no-pager before the command is for any command.
bool take_no_pager(std::vector<std::string>& words) {
  const auto command = std::find_if(words.begin(), words.end(), [](const auto& w) { return !w.starts_with("-"); });
  const auto found = std::find(words.begin(), command, "--no-pager");
  if (found == command) return false;
  words.erase(found);
  return true;
}

}  // namespace

api::Result<Arguments> parse_command_line(const std::vector<std::string>& given_words) {
  std::vector<std::string> words = given_words;
  const bool without_pager = take_no_pager(words);
  const auto ordered = command_first(words);
  if (!ordered) return ordered.error();
  const CommandInfo* info = find_command(ordered->front());
  if (info == nullptr) return unknown_command(ordered->front());
  std::vector<std::string> rest(ordered->begin() + 1, ordered->end());
  if (info == &kHelpCommand) return help_on(rest);
  const auto options_end = std::find(rest.begin(), rest.end(), "--");
  if (std::find(rest.begin(), options_end, "-h") != options_end) return help_on({std::string(info->name)});

  if (takes_option(*info, "null")) std::replace(rest.begin(), options_end, std::string("-0"), std::string("--null"));

  const auto given = split_options(rest, *info);
  if (!given) return given.error();
  const bool asks_help = std::any_of(given->begin(), given->end(), [](const Given& g) { return g.name == "help"; });
  if (asks_help) return help_on({std::string(info->name)});
  Draft draft;
  draft.arguments.command = info;
  draft.arguments.pager = !without_pager;
  for (const Given& one : *given) {
    if (auto error = take_option(one, draft)) return *error;
  }
  if (auto error = info->settle(draft)) return *error;
  return std::move(draft.arguments);
}

}  // namespace dateline::cli
