// Boost.Program_options → IndexArguments.
#include "indexer/commands/index_options.h"

#include <algorithm>
#include <array>
#include <sstream>

#include <boost/program_options.hpp>

#include "indexer/corrections/find_entity.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

namespace po = boost::program_options;

po::options_description all_options() {
  po::options_description options("Options");
  options.add_options()("db", po::value<std::string>()->value_name("DIR"), "the archive's folder")(
      "entities", po::value<std::string>()->value_name("MODE"),
      "where people, places and organizations come from: extract (the text), given (the publisher's lists), both "
      "(default; apply: as at the last add)")(
      "language", po::value<std::string>()->value_name("NAME"),
      "of the stemmer, for a new archive or a rebuild: english (default), german, fr, …, none")(
      "prune", po::bool_switch(), "remove articles whose files are gone or no longer hold them")(
      "raw", po::bool_switch(), "the input is one plain text, taken byte for byte")(
      "json", po::bool_switch(), "JSON on standard output")("rejected", po::bool_switch(),
                                                            "list rejected articles and why")(
      "jobs", po::value<unsigned>()->value_name("N")->default_value(0, ""),
      "preparing threads (default: as many as cores)")("quiet,q", po::bool_switch(), "errors only")(
      "progress", po::value<std::string>()->value_name("WHEN")->default_value("auto"), "auto, always or never")(
      "kind", po::value<std::string>()->value_name("KIND"), "person, place, organization, source or author")(
      "into", po::value<std::string>()->value_name("NAME"), "the entity that the others stand for")(
      "from", po::value<std::string>()->value_name("NAME"), "the entity that is somebody else")(
      "articles", po::value<std::vector<std::string>>()->multitoken()->value_name("KEY..."), "only in these articles")(
      "as", po::value<std::string>()->value_name("NAME"), "who is meant in these articles; may be new")(
      "limit", po::value<std::uint64_t>()->value_name("N")->default_value(50), "how many to list; 0: all")(
      "sort", po::value<std::string>()->value_name("ORDER")->default_value("articles"), "articles or name")(
      "all", po::bool_switch(), "also what was merged or rejected, and what is in no article")(
      "known", po::bool_switch(), "your own list instead")("undo", po::bool_switch(), "take it back")(
      "replace", po::bool_switch(), "forget the list that was there")("help,h", po::bool_switch(), "show help")(
      "version", po::bool_switch(), "show the version");
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
  constexpr std::array<std::string_view, 11> kNames = {"--db",       "--entities", "--language", "--jobs",
                                                       "--progress", "--kind",     "--into",     "--from",
                                                       "--as",       "--limit",    "--sort"};
  return std::find(kNames.begin(), kNames.end(), argument) != kNames.end();
}

// The place of the first argument from `at` on that is no option and no option's value.
std::size_t next_word(const std::vector<std::string>& arguments, std::size_t at) {
  for (; at < arguments.size() && arguments[at] != "--"; ++at) {
    if (arguments[at].size() < 2 || arguments[at].front() != '-') return at;
    if (takes_value(arguments[at])) ++at;
  }
  return arguments.size();
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
    if (find_command(name) == nullptr) {
      return usage(concat({"there is no command '", name, "'"}), "see: dateline-index help entities");
    }
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(second));
  }
  const CommandInfo* const info = find_command(name);
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
  if (count < info.least) {
    return usage(info.least == 1
                     ? concat({"'", info.name, "' needs ", info.most == 1 ? "a " : "at least one ", info.operand})
                     : concat({"'", info.name, "' needs more names"}),
                 concat({"usage: dateline-index ", info.synopsis}));
  }
  if (info.most != kMany && count > info.most) {
    return usage(concat({"'", info.name, "' takes no argument '", arguments.operands[info.most], "'"}),
                 concat({"usage: dateline-index ", info.synopsis,
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

// Which options only make sense together.
Result<void> check_entity_options(const IndexArguments& arguments, const CommandInfo& info) {
  const auto missing = [&](std::string_view what) {
    return usage(concat({"'", info.name, "' needs ", what}), concat({"usage: dateline-index ", info.synopsis}));
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
  arguments.limit = values["limit"].as<std::uint64_t>();
  const auto order = values["sort"].as<std::string>();
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
  if (auto operands = check_operands(arguments, info); !operands) return std::move(operands).error();
  arguments.db = text_option(values, "db");
  arguments.language = text_option(values, "language");
  if (const auto text = text_option(values, "entities")) {
    auto mode = entity_mode(*text);
    if (!mode) return std::move(mode).error();
    arguments.entities = *mode;
  }
  auto progress = when(values["progress"].as<std::string>());
  if (!progress) return std::move(progress).error();
  arguments.progress = *progress;
  arguments.prune = values["prune"].as<bool>();
  arguments.raw = values["raw"].as<bool>();
  arguments.json = values["json"].as<bool>();
  arguments.rejected = values["rejected"].as<bool>();
  arguments.quiet = values["quiet"].as<bool>();
  arguments.jobs = values["jobs"].as<unsigned>();
  if (arguments.jobs > 256) return usage("--jobs is above 256");
  if (auto read = read_entity_options(values, arguments); !read) return std::move(read).error();
  if (auto fits = check_entity_options(arguments, info); !fits) return std::move(fits).error();
  return arguments;
}

// Those of the options whose long names are in `names`, blank-separated.
po::options_description some_options(std::string_view names) {
  po::options_description some("Options");
  const auto wanted = split(names, ' ');
  const po::options_description all = all_options();
  for (const auto& option : all.options()) {
    const bool always = option->long_name() == "help";
    if (always || std::find(wanted.begin(), wanted.end(), option->long_name()) != wanted.end()) some.add(option);
  }
  return some;
}

void list_commands(std::ostream& out, bool on_entities) {
  for (const CommandInfo& info : commands()) {
    if (is_entity_command(info) == on_entities) out << "  " << info.synopsis << "\n      " << info.summary << "\n";
  }
}

}  // namespace

Result<IndexArguments> parse_index_arguments(std::span<const std::string> given) {
  std::vector<std::string> arguments(given.begin(), given.end());
  const auto taken = take_command(arguments);
  if (!taken) return taken.error();
  const CommandInfo& info = **taken;
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
  } catch (const po::error& error) {
    return usage(error.what());
  }
}

Result<std::string> index_help(std::string_view topic) {
  if (topic == "formats") return std::string(formats_help());
  std::ostringstream out;
  if (topic.empty()) {
    out << "dateline-index: index news articles for dateline\n\n" << example_help() << "\nCommands:\n";
    list_commands(out, false);
    out << "  entities COMMAND\n      look through people, places and organizations, and correct them: help entities\n";
    std::string taken = "version ";
    for (const CommandInfo& info : commands()) {
      if (!is_entity_command(info)) taken += concat({info.options, " "});
    }
    out << "\n" << some_options(taken) << "\n" << archive_help();
    return out.str();
  }
  if (topic == "entities") {
    out << "usage: dateline-index entities COMMAND\nlook through people, places and organizations, and correct them\n\n"
        << "Commands:\n";
    list_commands(out, true);
    out << "\n" << entities_help() << "\n" << archive_help();
    return out.str();
  }
  const CommandInfo* const info = find_command(topic);
  if (info == nullptr) return usage(concat({"there is no help on '", topic, "'"}));
  out << "usage: dateline-index " << info->synopsis << "\n" << info->summary << "\n\n";
  if (!info->more.empty()) out << info->more << "\n";
  if (is_entity_command(*info) && info->operand == "NAME") out << entities_help() << "\n";
  out << some_options(info->options) << "\n";
  out << archive_help();
  return out.str();
}

}  // namespace dateline
