// Boost.Program_options → IndexArguments.
#include "indexer/commands/index_options.h"

#include <algorithm>
#include <filesystem>

#include <boost/program_options.hpp>

#include "indexer/commands/option_table.h"
#include "indexer/corrections/find_entity.h"
#include "shared/base/strings.h"
#include "shared/command_line/help_text.h"
#include "shared/command_line/suggest.h"

namespace dateline {
namespace {

namespace po = boost::program_options;

constexpr std::uint64_t kListed = 50;  // entities, where --limit does not say

constexpr std::string_view kAlone = "-";  // the value of an option that was given without one

// "--alert" or "--alert=COMMAND": a value stands behind '=' only.
bool may_be_alone(const command_line::Option& option) {
  return option.value.starts_with("[=");
}

// An option of the table as the library has it: "KEY…" takes several values, "N" a number.
void add_option(const command_line::Option& option, po::options_description& options) {
  const std::string name =
      option.letter == '\0' ? std::string(option.name) : concat({option.name, ",", {&option.letter, 1}});
  if (option.value.empty()) {
    options.add_options()(name.c_str(), po::bool_switch());
  } else if (option.value == "N") {
    options.add_options()(name.c_str(), po::value<std::uint64_t>());
  } else if (option.value.ends_with("…")) {
    options.add_options()(name.c_str(), po::value<std::vector<std::string>>()->multitoken());
  } else if (option.repeatable) {
    options.add_options()(name.c_str(), po::value<std::vector<std::string>>());
  } else {
    options.add_options()(name.c_str(), po::value<std::string>());
  }
}

po::options_description all_options() {
  po::options_description options;
  for (const command_line::Option& option : kIndexOptions) add_option(option, options);
  return options;
}

Error usage(std::string message, std::string hint = "see: dateline-index --help") {
  return {.code = ErrorCode::kUsage, .message = std::move(message), .hint = std::move(hint)};
}

Result<EntityMode> entity_mode(const std::string& text) {
  if (text == "extract") return EntityMode::kExtract;
  if (text == "given") return EntityMode::kGiven;
  if (text == "both") return EntityMode::kBoth;
  return usage(concat({"--entities is '", text, "'"}), "use extract, given or both");
}

Result<When> when(const std::string& text) {
  if (text == "auto") return When::kAuto;
  if (text == "always") return When::kAlways;
  if (text == "never") return When::kNever;
  return usage(concat({"--progress is '", text, "'"}), "use auto, always or never");
}

bool takes_value(std::string_view argument) {
  return std::any_of(kIndexOptions.begin(), kIndexOptions.end(), [&](const command_line::Option& option) {
    return !option.value.empty() && !may_be_alone(option) && argument.starts_with("--") &&
           argument.substr(2) == option.name;
  });
}

// "--alert" → "--alert=-", because the library would take the next argument for its value.
void fill_in_what_is_alone(std::vector<std::string>& arguments) {
  for (std::string& argument : arguments) {
    if (argument == "--") return;
    for (const command_line::Option& option : kIndexOptions) {
      if (may_be_alone(option) && argument == concat({"--", option.name})) argument += concat({"=", kAlone});
    }
  }
}

// The place of the first argument from `at` on that is no option and no option's value.
std::size_t next_word(const std::vector<std::string>& arguments, std::size_t at) {
  for (; at < arguments.size() && arguments[at] != "--"; ++at) {
    if (arguments[at].size() < 2 || arguments[at].front() != '-') return at;
    if (takes_value(arguments[at])) ++at;
  }
  return arguments.size();
}

std::string_view command_near(std::string_view typed) {
  std::vector<std::string_view> names;
  for (const CommandInfo& info : commands()) names.push_back(info.name);
  return command_line::nearest(typed, names);
}

Error unknown_command(std::string_view name, std::string hint) {
  const std::string_view likely = command_near(name);
  if (!likely.empty()) hint = concat({"did you mean 'dateline-index ", likely, "'?"});
  return usage(concat({"there is no command '", name, "'"}), std::move(hint));
}

Error unknown_option(std::string_view typed, const CommandInfo& info) {
  const std::string_view name = typed.substr(std::min(typed.find_first_not_of('-'), typed.size()));
  const std::string_view likely = command_line::nearest(name, command_line::words_of(info.options));
  return usage(
      concat({"unknown option '--", name, "' of '", info.name, "'"}),
      likely.empty() ? concat({"see: dateline-index help ", info.name}) : concat({"did you mean '--", likely, "'?"}));
}

// A slip of the name of a command, where it is the name of no file.
bool is_mistyped_command(const std::string& word) {
  std::error_code problem;
  return word != "-" && !std::filesystem::exists(word, problem) && !command_near(word).empty();
}

// Which command the arguments name; its name is taken out of them. Without one, it is add.
Result<const CommandInfo*> take_command(std::vector<std::string>& arguments) {
  const std::size_t at = next_word(arguments, 0);
  if (at >= arguments.size()) return &commands().front();
  std::string name = arguments[at];
  if (name == "entities") {
    const std::size_t second = next_word(arguments, at + 1);
    const bool asks_help = std::find(arguments.begin(), arguments.end(), "--help") != arguments.end() ||
                           std::find(arguments.begin(), arguments.end(), "-h") != arguments.end();
    if (second >= arguments.size() && asks_help) {
      arguments = {"entities"};
      return find_command("help");
    }
    if (second >= arguments.size()) return usage("'entities' needs a command", "see: dateline-index help entities");
    name += concat({" ", arguments[second]});
    if (find_command(name) == nullptr) return unknown_command(name, "see: dateline-index help entities");
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(second));
  }
  const CommandInfo* const info = find_command(name);
  if (info == nullptr && is_mistyped_command(name)) return unknown_command(name, {});
  if (info == nullptr) return &commands().front();
  arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(at));
  return info;
}

// Options that were given although the command has no use for them would be passed over in silence: refuse them.
Result<void> refuse_foreign_options(const po::variables_map& values, const CommandInfo& info) {
  for (const auto& [name, value] : values) {
    const bool given = !value.defaulted() && !(value.value().type() == typeid(bool) && !value.as<bool>());
    if (!given || name == "help" || name == "version" || name == "operand") continue;
    const auto own = split(info.options, ' ');
    if (std::find(own.begin(), own.end(), name) == own.end()) {
      return usage(concat({"'", info.name, "' takes no option --", name}),
                   concat({"see: dateline-index help ", info.name}));
    }
  }
  return {};
}

Result<void> check_operands(const IndexArguments& arguments, const CommandInfo& info) {
  const std::size_t count = arguments.operands.size();
  const bool listed = arguments.follow_feeds.has_value();  // what would be named by operands
  if (count < info.least && !listed) {
    return usage(info.least == 1
                     ? concat({"'", info.name, "' needs ", info.most == 1 ? "a " : "at least one ", info.operand})
                     : concat({"'", info.name, "' needs more names"}),
                 concat({"usage: ", usage_line(info)}));
  }
  if (info.most != kMany && count > info.most) {
    return usage(concat({"'", info.name, "' takes no argument '", arguments.operands[info.most], "'"}),
                 concat({"usage: ", usage_line(info),
                         is_entity_command(info) ? " (a name of several words needs quotes)" : ""}));
  }
  return {};
}

Result<std::optional<FacetKind>> facet_kind(const std::string& text) {
  const auto kind = text == "org" ? std::optional(FacetKind::kOrganization) : facet_kind_named(text);
  if (kind && can_be_corrected(*kind)) return kind;
  return usage(concat({"--kind is '", text, "'"}), "use person, place, organization, source or author");
}

std::optional<std::string> text_option(const po::variables_map& values, const char* name) {
  if (!values.contains(name)) return std::nullopt;
  return values[name].as<std::string>();
}

std::optional<std::uint64_t> number_option(const po::variables_map& values, const char* name) {
  if (!values.contains(name)) return std::nullopt;
  return values[name].as<std::uint64_t>();
}

// Which options only make sense together.
Result<void> check_entity_options(const IndexArguments& arguments, const CommandInfo& info) {
  const auto missing = [&](std::string_view what) {
    return usage(concat({"'", info.name, "' needs ", what}), concat({"usage: ", usage_line(info)}));
  };
  if (info.command == IndexCommand::kEntitiesMerge && !arguments.into) return missing("--into NAME");
  if (info.command == IndexCommand::kEntitiesPin && !arguments.kind) return missing("--kind KIND");
  if (info.command != IndexCommand::kEntitiesSplit) return {};
  if (arguments.articles.empty() != !arguments.as) return missing("--articles and --as together");
  if (arguments.from && arguments.as) return usage("--from and --articles do not go together");
  return {};
}

Result<void> read_entity_options(const po::variables_map& values, IndexArguments& arguments) {
  if (const auto text = text_option(values, "kind")) {
    auto kind = facet_kind(*text);
    if (!kind) return std::move(kind).error();
    arguments.kind = *kind;
  }
  arguments.into = text_option(values, "into");
  arguments.from = text_option(values, "from");
  arguments.as = text_option(values, "as");
  if (values.contains("articles")) arguments.articles = values["articles"].as<std::vector<std::string>>();
  arguments.limit = number_option(values, "limit").value_or(kListed);
  arguments.most_articles = number_option(values, "limit").value_or(0);
  const auto order = text_option(values, "sort").value_or("articles");
  if (order != "articles" && order != "name") return usage(concat({"--sort is '", order, "'"}), "use articles or name");
  arguments.by_name = order == "name";
  arguments.all = values["all"].as<bool>();
  arguments.known = values["known"].as<bool>();
  arguments.undo = values["undo"].as<bool>();
  arguments.replace = values["replace"].as<bool>();
  return {};
}

Result<IndexArguments> checked(const po::variables_map& values, const CommandInfo& info) {
  IndexArguments arguments;
  arguments.command = info.command;
  if (values.contains("operand")) arguments.operands = values["operand"].as<std::vector<std::string>>();
  if (values["version"].as<bool>()) arguments.command = IndexCommand::kVersion;
  if (values["help"].as<bool>()) {
    arguments.operands.clear();
    if (info.command != IndexCommand::kHelp && info.command != IndexCommand::kAdd)
      arguments.operands.emplace_back(info.name);
    arguments.command = IndexCommand::kHelp;
  }
  if (arguments.command == IndexCommand::kHelp || arguments.command == IndexCommand::kVersion) return arguments;
  if (auto refused = refuse_foreign_options(values, info); !refused) return std::move(refused).error();
  arguments.follow_feeds = text_option(values, "follow-feeds");
  if (auto operands = check_operands(arguments, info); !operands) return std::move(operands).error();
  arguments.db = text_option(values, "db");
  arguments.language = text_option(values, "language");
  if (const auto text = text_option(values, "entities")) {
    auto mode = entity_mode(*text);
    if (!mode) return std::move(mode).error();
    arguments.entities = *mode;
  }
  auto progress = when(text_option(values, "progress").value_or("auto"));
  if (!progress) return std::move(progress).error();
  arguments.progress = *progress;
  arguments.prune = values["prune"].as<bool>();
  arguments.dry_run = values["dry-run"].as<bool>();
  arguments.alert = text_option(values, "alert");
  if (arguments.alert == kAlone) arguments.alert = "";
  if (values.contains("map")) {
    for (const std::string& entry : values["map"].as<std::vector<std::string>>()) {
      if (auto added = arguments.fields.add(entry); !added) return std::move(added).error();
    }
  }
  arguments.raw = values["raw"].as<bool>();
  arguments.json = values["json"].as<bool>();
  arguments.provenance = values["provenance"].as<bool>();
  arguments.rejected = values["rejected"].as<bool>();
  arguments.quiet = values["quiet"].as<bool>();
  const std::uint64_t jobs = number_option(values, "jobs").value_or(0);
  if (jobs > 256) return usage("--jobs is above 256");
  arguments.jobs = static_cast<unsigned>(jobs);
  if (auto read = read_entity_options(values, arguments); !read) return std::move(read).error();
  if (auto fits = check_entity_options(arguments, info); !fits) return std::move(fits).error();
  return arguments;
}

}  // namespace

Result<IndexArguments> parse_index_arguments(std::span<const std::string> given) {
  std::vector<std::string> arguments(given.begin(), given.end());
  const auto taken = take_command(arguments);
  if (!taken) return taken.error();
  const CommandInfo& info = **taken;
  fill_in_what_is_alone(arguments);
  po::options_description options = all_options();
  options.add_options()("operand", po::value<std::vector<std::string>>());
  po::positional_options_description positions;
  positions.add("operand", -1);
  try {
    po::variables_map values;
    po::store(po::command_line_parser(arguments)
                  .options(options)
                  .positional(positions)
                  .style(po::command_line_style::default_style & ~po::command_line_style::allow_guessing)
                  .run(),
              values);
    po::notify(values);
    return checked(values, info);
  } catch (const po::unknown_option& error) {
    return unknown_option(error.get_option_name(), info);
  } catch (const po::error& error) {
    return usage(error.what());
  }
}

Result<std::string> index_help(std::string_view topic) {
  if (topic == "formats") return std::string(formats_help());
  const command_line::Program program = description();
  if (topic.empty()) return program_help(program);
  if (const auto* group = command_line::find_group(program, topic)) return group_help(program, *group);
  if (const auto* command = command_line::find_command(program, topic)) return command_help(program, *command);
  return unknown_command(topic, "see: dateline-index --help");
}

}  // namespace dateline
