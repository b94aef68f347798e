// Boost.Program_options → IndexArguments.
#include "indexer/commands/index_options.h"

#include <algorithm>
#include <array>
#include <sstream>

#include <boost/program_options.hpp>

#include "shared/base/strings.h"

namespace dateline {
namespace {

namespace po = boost::program_options;

struct CommandInfo {
  std::string_view name;
  IndexCommand command;
  std::string_view synopsis;
  std::string_view summary;
  std::string_view options;  // of the long options below, those that this command takes; blank-separated
};

constexpr std::array kCommands = {
    CommandInfo{"add", IndexCommand::kAdd, "[add] [options] PATH...",
                "add or update articles; '-' is stdin; a folder is walked",
                "db entities language prune jobs quiet progress json"},
    CommandInfo{"remove", IndexCommand::kRemove, "remove [options] KEY...", "remove articles by their ids", "db quiet"},
    CommandInfo{"status", IndexCommand::kStatus, "status [options]", "what is in the archive", "db json rejected"},
    CommandInfo{"check", IndexCommand::kCheck, "check [options]", "prove that catalog, index and columns agree",
                "db quiet"},
    CommandInfo{"rebuild", IndexCommand::kRebuild, "rebuild [options]",
                "make the index anew from the catalog, aside, and swap it in", "db language jobs quiet"},
    CommandInfo{"compact", IndexCommand::kCompact, "compact [options]", "copy the index without what was removed",
                "db quiet"},
    CommandInfo{"extract", IndexCommand::kExtract, "extract [--raw] [--json] PATH...",
                "show what would be indexed; touches no archive", "raw json entities"},
    CommandInfo{"export", IndexCommand::kExport, "export [options]", "write all articles as JSON Lines", "db"},
    CommandInfo{"help", IndexCommand::kHelp, "help [COMMAND|formats]", "show this, or help for a command", ""},
};

constexpr std::string_view kExamples =
    "Examples:\n"
    "  dateline-index --db news articles/            index a folder; run it again to update\n"
    "  dateline-index --db news wire.jsonl.gz        index JSON Lines, one article a line\n"
    "  zcat feed.gz | dateline-index --db news -     index from standard input\n"
    "  dateline-index --db news --prune articles/    also remove articles whose files are gone\n"
    "  dateline-index extract --json page.txt        see what would be indexed\n"
    "  dateline-index check --db news                prove that the archive is sound\n";

constexpr std::string_view kArchiveNote =
    "The archive is --db DIR, else $DATELINE_DB, else $XDG_DATA_HOME/dateline (~/.local/share/dateline).\n"
    "Exit codes: 0 done · 1 nothing found, or check found problems · 2 wrong usage · 3 archive missing, damaged or of\n"
    "another version · 4 another writer is at work · 5 some articles were rejected, the rest is indexed · 70 our bug\n";

constexpr std::string_view kFormatsHelp =
    "Formats are recognised by content; any of them may be compressed with gzip.\n\n"
    "  plain text    one article a file, such as a saved news page: title, date, byline and dateline are\n"
    "                taken from it, page furniture is left out. UTF-8, UTF-16, Windows-1252, Latin-1.\n"
    "  JSON Lines    one article a line: id, url, title, date, author, source, text (required), language,\n"
    "                people, places, organizations (arrays of names given by the publisher).\n";

po::options_description all_options() {
  po::options_description options("Options");
  options.add_options()("db", po::value<std::string>()->value_name("DIR"), "the archive's folder")(
      "entities", po::value<std::string>()->value_name("MODE")->default_value("both"),
      "where people, places and organizations come from: extract (the text), given (the publisher's lists), both")(
      "language", po::value<std::string>()->value_name("NAME"),
      "of the stemmer, for a new archive or a rebuild: english (default), german, fr, …, none")(
      "prune", po::bool_switch(), "remove articles whose files are gone or no longer hold them")(
      "raw", po::bool_switch(), "the input is one plain text, taken byte for byte")(
      "json", po::bool_switch(), "JSON on standard output")("rejected", po::bool_switch(),
                                                            "list rejected articles and why")(
      "jobs", po::value<unsigned>()->value_name("N")->default_value(0, ""),
      "preparing threads (default: as many as cores)")("quiet,q", po::bool_switch(), "errors only")(
      "progress", po::value<std::string>()->value_name("WHEN")->default_value("auto"), "auto, always or never")(
      "help,h", po::bool_switch(), "show help")("version", po::bool_switch(), "show the version");
  return options;
}

const CommandInfo* find_command(std::string_view name) {
  const auto it =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const CommandInfo& info) { return info.name == name; });
  return it == kCommands.end() ? nullptr : &*it;
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

// Which command the arguments name; its name is taken out of them. Without one, it is add.
const CommandInfo& take_command(std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--") break;
    if (arguments[i].size() > 1 && arguments[i].front() == '-') {
      const bool takes_value = arguments[i] == "--db" || arguments[i] == "--entities" || arguments[i] == "--language" ||
                               arguments[i] == "--jobs" || arguments[i] == "--progress";
      if (takes_value) ++i;
      continue;
    }
    const CommandInfo* const info = find_command(arguments[i]);
    if (info == nullptr) break;
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i));
    return *info;
  }
  return kCommands.front();
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
  const bool needs = info.command == IndexCommand::kAdd || info.command == IndexCommand::kRemove ||
                     info.command == IndexCommand::kExtract;
  if (needs && arguments.operands.empty()) {
    return usage(
        concat({"'", info.name, "' needs at least one ", info.command == IndexCommand::kRemove ? "KEY" : "PATH"}));
  }
  if (!needs && info.command != IndexCommand::kHelp && !arguments.operands.empty()) {
    return usage(concat({"'", info.name, "' takes no argument '", arguments.operands.front(), "'"}));
  }
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
  if (values.contains("db")) arguments.db = values["db"].as<std::string>();
  if (values.contains("language")) arguments.language = values["language"].as<std::string>();
  auto mode = entity_mode(values["entities"].as<std::string>());
  if (!mode) return std::move(mode).error();
  arguments.entities = *mode;
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
  return arguments;
}

}  // namespace

Result<IndexArguments> parse_index_arguments(std::span<const std::string> given) {
  std::vector<std::string> arguments(given.begin(), given.end());
  const CommandInfo& info = take_command(arguments);
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
  if (topic == "formats") return std::string(kFormatsHelp);
  std::ostringstream out;
  if (topic.empty()) {
    out << "dateline-index: index news articles for dateline\n\n" << kExamples << "\nCommands:\n";
    for (const CommandInfo& info : kCommands) out << "  " << info.synopsis << "\n      " << info.summary << "\n";
    out << "\n" << all_options() << "\n" << kArchiveNote;
    return out.str();
  }
  const CommandInfo* const info = find_command(topic);
  if (info == nullptr) return usage(concat({"there is no help on '", topic, "'"}));
  out << "usage: dateline-index " << info->synopsis << "\n" << info->summary << "\n\n";
  po::options_description own("Options");
  const auto names = split(info->options, ' ');
  const po::options_description all = all_options();
  for (const auto& option : all.options()) {
    if (std::find(names.begin(), names.end(), option->long_name()) != names.end()) own.add(option);
  }
  if (!own.options().empty()) out << own << "\n";
  out << kArchiveNote;
  return out.str();
}

}  // namespace dateline
