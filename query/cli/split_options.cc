// Boost.Program_options splits; the messages are ours.
#include "query/cli/split_options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <utility>

#include "query/cli/command.h"
#include "query/cli/option_table.h"
#include "query/cli/usage_errors.h"
#include "shared/command_line/suggest.h"

namespace dateline::cli {
namespace {

using command_line::nearest;

namespace po = boost::program_options;

api::Error unknown_option(const std::string& typed, const CommandInfo& command) {
  std::string name = typed.substr(std::min(typed.find_first_not_of('-'), typed.size()));
  name = name.substr(0, name.find('='));
  const std::string message = "unknown option '--" + name + "' of 'dateline " + std::string(command.name) + "'";
  for (const CommandInfo* other : commands()) {
    if (takes_option(*other, name)) {
      return usage(message, "it belongs to 'dateline " + std::string(other->name) + "'");
    }
  }
  const std::string_view likely = nearest(name, option_names(command));
  if (!likely.empty())
    return usage(message, "did you mean '--" + std::string(likely) + "'? what follows '--' alone is query text");
  return usage(message, "see: dateline help " + std::string(command.name) + "; what follows '--' alone is query text");
}

po::options_description options_of(const CommandInfo& command) {
  po::options_description all;
  for (const OptionInfo& info : kOptions) {
    if (!takes_option(command, info.name)) continue;
    if (info.value.empty()) {
      all.add_options()(info.name.data(), po::bool_switch(), "");
    } else {
      all.add_options()(info.name.data(), po::value<std::string>(), "");
    }
  }
  return all;
}

api::Error needs_value(const std::string& option, const CommandInfo& command) {
  return usage(quoted(option) + " needs a value", "see: dateline help " + std::string(command.name));
}

// The one boundary to the library's exceptions.
api::Result<std::vector<Given>> split(const std::vector<std::string>& words, const CommandInfo& command) {
  using po::command_line_style::style_t;
  const int style = style_t::allow_long | style_t::long_allow_adjacent | style_t::long_allow_next;
  const po::options_description known = options_of(command);
  try {
    std::vector<Given> all;
    for (const auto& option : po::command_line_parser(words).options(known).style(style).run().options) {
      if (option.string_key.empty()) {
        for (const std::string& value : option.value) all.push_back({"", value});
      } else {
        const std::string value = option.value.empty() ? "" : option.value.front();
        if (value.starts_with("--")) return needs_value("--" + option.string_key, command);
        all.push_back({option.string_key, value});
      }
    }
    return all;
  } catch (const po::unknown_option& error) {
    return unknown_option(error.get_option_name(), command);
  } catch (const po::invalid_command_line_syntax& error) {
    const std::string name = error.get_option_name();
    if (error.kind() == po::invalid_syntax::extra_parameter)
      return usage("'" + name + "' takes no value", "write it alone: " + name);
    return needs_value(name, command);
  } catch (const po::error& error) {
    return usage(error.what(), "see: dateline help " + std::string(command.name));
  }
}

}  // namespace

api::Result<std::vector<Given>> split_options(const std::vector<std::string>& words, const CommandInfo& command) {
  const auto separator = command.takes_two ? std::find(words.begin(), words.end(), kSeparator) : words.end();
  if (separator == words.end()) return split(words, command);
  auto all = split({words.begin(), separator}, command);
  if (!all) return all;
  const auto second = split({separator + 1, words.end()}, command);
  if (!second) return second.error();
  all->push_back({std::string(kSeparator), {}});
  all->insert(all->end(), second->begin(), second->end());
  return all;
}

}  // namespace dateline::cli
