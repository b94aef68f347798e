// Splits the command line with Boost.Program_options, then checks every value by hand, so that messages say what was
// wrong and what is right.
#include "query/cli/cli_options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <span>
#include <utility>

#include "query/cli/suggest.h"

namespace dateline::cli {
namespace {

namespace po = boost::program_options;

constexpr std::uint64_t kMostHits = 100'000;  // dateline_request
constexpr std::uint64_t kMostOffset = 1'000'000'000;
constexpr std::size_t kFacetsLimit = 25;
constexpr std::size_t kSearchLimit = 10;

api::Error usage(std::string message, std::string hint) {
  return api::Error{DATELINE_USAGE, std::move(message), std::move(hint), std::nullopt};
}

std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

const CommandInfo* find_command(std::string_view name) {
  const auto* found = std::find_if(kCommands.begin(), kCommands.end(), [&](const auto& c) { return c.name == name; });
  return found == kCommands.end() ? nullptr : found;
}

const OptionInfo* find_option(std::string_view name) {
  const auto* found = std::find_if(kOptions.begin(), kOptions.end(), [&](const auto& o) { return o.name == name; });
  return found == kOptions.end() ? nullptr : found;
}

std::string_view name_of(Command command) {
  return kCommands[static_cast<std::size_t>(command)].name;
}

// One option as it was given, or an argument where the name is empty.
struct Given {
  std::string name;
  std::string value;
};

api::Error unknown_command(const std::string& typed) {
  std::vector<std::string_view> names;
  for (const CommandInfo& info : kCommands) names.push_back(info.name);
  const std::string_view likely = nearest(typed, names);
  if (!likely.empty())
    return usage("unknown command " + quoted(typed), "did you mean 'dateline " + std::string(likely) + "'?");
  return usage("unknown command " + quoted(typed), "to search for it: dateline search " + typed);
}

api::Error unknown_option(const std::string& typed, Command command) {
  std::string name = typed.substr(std::min(typed.find_first_not_of('-'), typed.size()));
  name = name.substr(0, name.find('='));
  const std::string message = "unknown option '--" + name + "' of 'dateline " + std::string(name_of(command)) + "'";
  if (const OptionInfo* elsewhere = find_option(name)) {
    for (const CommandInfo& info : kCommands) {
      if ((elsewhere->commands & set_of(info.command)) != 0) {
        return usage(message, "it belongs to 'dateline " + std::string(info.name) + "'");
      }
    }
  }
  std::vector<std::string_view> names;
  for (const OptionInfo& info : kOptions) {
    if ((info.commands & set_of(command)) != 0) names.push_back(info.name);
  }
  const std::string_view likely = nearest(name, names);
  if (!likely.empty())
    return usage(message, "did you mean '--" + std::string(likely) + "'? what follows '--' alone is query text");
  return usage(message,
               "see: dateline help " + std::string(name_of(command)) + "; what follows '--' alone is query text");
}

po::options_description options_of(Command command) {
  po::options_description all;
  for (const OptionInfo& info : kOptions) {
    if ((info.commands & set_of(command)) == 0) continue;
    if (info.value.empty()) {
      all.add_options()(info.name.data(), po::bool_switch(), "");
    } else {
      all.add_options()(info.name.data(), po::value<std::string>(), "");
    }
  }
  return all;
}

api::Error needs_value(const std::string& option, Command command) {
  return usage(quoted(option) + " needs a value", "see: dateline help " + std::string(name_of(command)));
}

// The one boundary to the library's exceptions.
api::Result<std::vector<Given>> split_options(const std::vector<std::string>& words, Command command) {
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
    return usage(error.what(), "see: dateline help " + std::string(name_of(command)));
  }
}

api::Result<std::uint64_t> read_number(const Given& given, std::uint64_t most) {
  std::uint64_t number = 0;
  const char* const end = given.value.data() + given.value.size();
  const auto [stop, problem] = std::from_chars(given.value.data(), end, number);
  if (given.value.empty() || stop != end || problem != std::errc() || number > most) {
    return usage(
        "'--" + given.name + "' needs a number from 0 to " + std::to_string(most) + ", not " + quoted(given.value),
        "for example: --" + given.name + " 20");
  }
  return number;
}

template <class Value>
struct Choice {
  std::string_view name;
  Value value;
};

constexpr std::array kMatches = {Choice{"all", DATELINE_MATCH_ALL}, Choice{"any", DATELINE_MATCH_ANY},
                                 Choice{"most", DATELINE_MATCH_MOST}};
constexpr std::array kSorts = {Choice{"relevance", DATELINE_BY_RELEVANCE}, Choice{"newest", DATELINE_NEWEST},
                               Choice{"oldest", DATELINE_OLDEST}};
constexpr std::array kSteps = {Choice{"year", DATELINE_STEP_YEAR}, Choice{"month", DATELINE_STEP_MONTH},
                               Choice{"day", DATELINE_STEP_DAY}};
constexpr std::array kColors = {Choice{"auto", ColorChoice::kAuto}, Choice{"always", ColorChoice::kAlways},
                                Choice{"never", ColorChoice::kNever}};
// Names of --facet; the flags that select are a part of them.
constexpr std::array kKinds = {Choice{"person", DATELINE_PERSON},    Choice{"place", DATELINE_PLACE},
                               Choice{"org", DATELINE_ORGANIZATION}, Choice{"organization", DATELINE_ORGANIZATION},
                               Choice{"source", DATELINE_SOURCE},    Choice{"author", DATELINE_AUTHOR},
                               Choice{"lang", DATELINE_LANGUAGE},    Choice{"language", DATELINE_LANGUAGE},
                               Choice{"country", DATELINE_COUNTRY},  Choice{"date", DATELINE_DATE}};

template <class Value>
api::Result<Value> read_choice(const Given& given, std::span<const Choice<Value>> choices) {
  std::vector<std::string_view> names;
  std::string list;
  for (const auto& choice : choices) {
    if (choice.name == given.value) return choice.value;
    names.push_back(choice.name);
    list += (list.empty() ? "" : ", ") + std::string(choice.name);
  }
  const std::string_view likely = nearest(given.value, names);
  return usage("'--" + given.name + "' cannot be " + quoted(given.value),
               likely.empty() ? "it is one of " + list : "did you mean " + quoted(likely) + "? it is one of " + list);
}

template <class Value, std::size_t kSize>
std::optional<api::Error> take_choice(const Given& given, const std::array<Choice<Value>, kSize>& choices, Value& to) {
  const auto value = read_choice<Value>(given, choices);
  if (!value) return value.error();
  to = *value;
  return std::nullopt;
}

// What the options say before it is known what they mean together.
struct Draft {
  Arguments arguments;
  std::vector<dateline_kind> facets;
  std::optional<std::size_t> facet_limit;
  dateline_step step = DATELINE_STEP_AUTO;
  bool no_facets = false;
  std::vector<std::string> rest;
};

std::optional<api::Error> take_number(const Given& given, std::uint64_t most, std::uint64_t& to) {
  const auto number = read_number(given, most);
  if (!number) return number.error();
  to = *number;
  return std::nullopt;
}

std::optional<api::Error> take_selection(const Given& given, Draft& draft) {
  const auto* kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return k.name == given.name; });
  if (given.value.find_first_not_of(' ') == std::string::npos) {
    return usage("'--" + given.name + "' needs a name", "for example: --" + given.name + " \"Joe Biden\"");
  }
  draft.arguments.request.selections.push_back({kind->value, given.value});
  return std::nullopt;
}

std::optional<api::Error> take_facet(const Given& given, Draft& draft) {
  dateline_kind kind = DATELINE_PERSON;
  if (auto error = take_choice(given, kKinds, kind)) return error;
  if (std::find(draft.facets.begin(), draft.facets.end(), kind) == draft.facets.end()) draft.facets.push_back(kind);
  return std::nullopt;
}

std::optional<api::Error> take_date(const Given& given, Draft& draft) {
  if (given.value.find_first_not_of(' ') == std::string::npos) {
    return usage("'--date' needs a date or a range", "for example: --date 2024-08, --date 2024-07-01..2024-08-16");
  }
  draft.arguments.request.date_filter = given.value;
  return std::nullopt;
}

std::optional<api::Error> take_option(const Given& given, Draft& draft) {
  Arguments& arguments = draft.arguments;
  const std::string& name = given.name;
  if (name.empty()) return draft.rest.push_back(given.value), std::nullopt;
  if (name == "db") return arguments.db = given.value, std::nullopt;
  if (name == "json") return arguments.json = true, std::nullopt;
  if (name == "no-facets") return draft.no_facets = true, std::nullopt;
  if (name == "color") return take_choice(given, kColors, arguments.color);
  if (name == "match") return take_choice(given, kMatches, arguments.request.match);
  if (name == "sort") return take_choice(given, kSorts, arguments.request.sort);
  if (name == "date-by") return take_choice(given, kSteps, draft.step);
  if (name == "limit") return take_number(given, kMostHits, arguments.request.limit);
  if (name == "offset") return take_number(given, kMostOffset, arguments.request.offset);
  if (name == "facet") return take_facet(given, draft);
  if (name == "date") return take_date(given, draft);
  if (name == "facet-limit") {
    std::uint64_t limit = 0;
    if (auto error = take_number(given, kMostHits, limit)) return error;
    draft.facet_limit = limit;
    return std::nullopt;
  }
  return take_selection(given, draft);
}

std::string join(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += ' ';
    all += word;
  }
  return all;
}

std::optional<api::Error> settle_facets(Draft& draft) {
  api::Request& request = draft.arguments.request;
  if (draft.no_facets && !draft.facets.empty()) {
    return usage("'--no-facets' and '--facet' contradict each other", "give one of them");
  }
  if (draft.no_facets) return std::nullopt;
  if (draft.facets.empty()) {
    draft.facets = {DATELINE_PERSON, DATELINE_PLACE, DATELINE_ORGANIZATION, DATELINE_SOURCE, DATELINE_DATE};
  }
  const bool dates = std::find(draft.facets.begin(), draft.facets.end(), DATELINE_DATE) != draft.facets.end();
  if (draft.step != DATELINE_STEP_AUTO && !dates) {
    return usage("'--date-by' says how dates are counted, and they are not", "add: --facet date");
  }
  const bool counting = draft.arguments.command == Command::kFacets;
  const std::size_t limit = draft.facet_limit.value_or(counting ? kFacetsLimit : kSearchLimit);
  for (const dateline_kind kind : draft.facets) {
    // A histogram with periods left out would lie: dates have no limit.
    request.facets.push_back({kind, kind == DATELINE_DATE ? 0 : limit, draft.step});
  }
  return std::nullopt;
}

std::optional<api::Error> settle_query(Draft& draft) {
  Arguments& arguments = draft.arguments;
  api::Request& request = arguments.request;
  request.query = join(draft.rest);
  if (request.query.find_first_not_of(" \t\r\n") == std::string::npos) {
    const bool filtered = !request.selections.empty() || !request.date_filter.empty();
    if (!filtered && arguments.command != Command::kFacets) {
      const std::string name(name_of(arguments.command));
      return usage("'dateline " + name + "' needs a query",
                   "for example: dateline " + name + " ceasefire gaza — or '*' for every article");
    }
    request.query = "*";
  }
  if (arguments.command == Command::kSearch) return settle_facets(draft);
  request.limit = 0;
  request.snippet_bytes = 0;
  return arguments.command == Command::kFacets ? settle_facets(draft) : std::nullopt;
}

std::optional<api::Error> settle_show(Draft& draft) {
  if (draft.rest.size() != 1) {
    return usage(draft.rest.empty() ? "'dateline show' needs an article's id" : "'dateline show' takes one id",
                 "ids stand in the output of 'dateline search'; put one with spaces in quotes");
  }
  draft.arguments.article_id = draft.rest.front();
  return std::nullopt;
}

api::Result<Arguments> help_on(const std::vector<std::string>& topics) {
  Arguments arguments;
  if (topics.empty()) return arguments;
  const CommandInfo* info = find_command(topics.front());
  if (info == nullptr) return unknown_command(topics.front());
  arguments.help_topic = info->command;
  return arguments;
}

std::optional<api::Error> settle(Draft& draft) {
  switch (draft.arguments.command) {
    case Command::kSearch:
    case Command::kFacets:
    case Command::kExplain:
      return settle_query(draft);
    case Command::kShow:
      return settle_show(draft);
    case Command::kVersion:
    case Command::kHelp:
      break;
  }
  if (!draft.rest.empty()) return usage("unexpected argument " + quoted(draft.rest.front()), "see: dateline --help");
  return std::nullopt;
}

// The options that stand before the command are moved behind it: `dateline --db DIR search …`.
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
  if (at == words.size()) return usage("the command is missing", "for example: dateline search ceasefire gaza");
  std::vector<std::string> ordered{words[at]};
  ordered.insert(ordered.end(), leading.begin(), leading.end());
  ordered.insert(ordered.end(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end());
  return ordered;
}

}  // namespace

api::Result<Arguments> parse_command_line(const std::vector<std::string>& words) {
  const auto ordered = command_first(words);
  if (!ordered) return ordered.error();
  const CommandInfo* info = find_command(ordered->front());
  if (info == nullptr) return unknown_command(ordered->front());
  const std::vector<std::string> rest(ordered->begin() + 1, ordered->end());
  if (info->command == Command::kHelp) return help_on(rest);
  const auto options_end = std::find(rest.begin(), rest.end(), "--");
  if (std::find(rest.begin(), options_end, "-h") != options_end) return help_on({std::string(info->name)});

  const auto given = split_options(rest, info->command);
  if (!given) return given.error();
  const bool asks_help = std::any_of(given->begin(), given->end(), [](const Given& g) { return g.name == "help"; });
  if (asks_help) return help_on({std::string(info->name)});
  Draft draft;
  draft.arguments.command = info->command;
  for (const Given& one : *given) {
    if (auto error = take_option(one, draft)) return *error;
  }
  if (auto error = settle(draft)) return *error;
  return std::move(draft.arguments);
}

}  // namespace dateline::cli
