// Checked by hand, so that messages say what was wrong and what is right.
#include "query/cli/option_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "query/cli/usage_errors.h"
#include "shared/command_line/suggest.h"

namespace dateline::cli {
namespace {

using command_line::nearest;

constexpr std::uint64_t kMostVersion = 1'000'000;
constexpr std::uint64_t kMostOffset = 1'000'000'000;

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
constexpr std::array kEntityKinds = {Choice{"person", DATELINE_PERSON}, Choice{"place", DATELINE_PLACE},
                                     Choice{"org", DATELINE_ORGANIZATION},
                                     Choice{"organization", DATELINE_ORGANIZATION}};
constexpr std::array kSteps = {Choice{"year", DATELINE_STEP_YEAR}, Choice{"month", DATELINE_STEP_MONTH},
                               Choice{"day", DATELINE_STEP_DAY}};
constexpr std::array kColors = {Choice{"auto", ColorChoice::kAuto}, Choice{"always", ColorChoice::kAlways},
                                Choice{"never", ColorChoice::kNever}};
constexpr std::array kFormats = {Choice{"text", Format::kText},       Choice{"json", Format::kJson},
                                 Choice{"jsonl", Format::kJsonLines}, Choice{"csv", Format::kCsv},
                                 Choice{"tsv", Format::kTsv},         Choice{"markdown", Format::kMarkdown},
                                 Choice{"paths", Format::kPaths}};
constexpr std::array kUnits = {Choice{"article", false}, Choice{"story", true}};
// Names of --facet; the flags that select are a part of them.
constexpr std::array kKinds = {Choice{"person", DATELINE_PERSON},    Choice{"place", DATELINE_PLACE},
                               Choice{"org", DATELINE_ORGANIZATION}, Choice{"organization", DATELINE_ORGANIZATION},
                               Choice{"source", DATELINE_SOURCE},    Choice{"author", DATELINE_AUTHOR},
                               Choice{"lang", DATELINE_LANGUAGE},    Choice{"language", DATELINE_LANGUAGE},
                               Choice{"country", DATELINE_COUNTRY},  Choice{"date", DATELINE_DATE},
                               Choice{"word", DATELINE_WORD}};

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

std::optional<api::Error> take_number(const Given& given, std::uint64_t most, std::uint64_t& to) {
  const auto number = read_number(given, most);
  if (!number) return number.error();
  to = *number;
  return std::nullopt;
}

// "all" is for every command that prints one thing behind the other.
std::optional<api::Error> take_limit(const Given& given, std::uint64_t& to) {
  if (given.value == "all") return to = kAllHits, std::nullopt;
  return take_number(given, kMostHits, to);
}

// "500ms", "5s", "2m"; a number alone is seconds. In milliseconds, at most a day.
api::Result<std::uint32_t> read_time(const Given& given) {
  constexpr double kMost = 86'400'000;
  double number = 0;
  const char* const end = given.value.data() + given.value.size();
  const auto [stop, problem] = std::from_chars(given.value.data(), end, number);
  const std::string_view unit(stop, static_cast<std::size_t>(end - stop));
  const double scale = unit == "ms" ? 1 : unit.empty() || unit == "s" ? 1000 : unit == "m" ? 60'000 : 0;
  const double time = number * scale;
  if (problem != std::errc() || !(time >= 1) || time > kMost) {
    return usage("'--" + given.name + "' needs a time from 1ms to 1440m, not " + quoted(given.value),
                 "for example: --" + given.name + " 500ms, --" + given.name + " 5s");
  }
  return static_cast<std::uint32_t>(time);
}

std::optional<api::Error> take_time(const Given& given, std::uint32_t& to) {
  const auto time = read_time(given);
  if (!time) return time.error();
  to = *time;
  return std::nullopt;
}

// "30d", "6w", "6m", "1y" in days.
std::optional<api::Error> take_half_life(const Given& given, double& days) {
  double number = 0;
  const char* const end = given.value.data() + given.value.size();
  const auto [stop, problem] = std::from_chars(given.value.data(), end, number);
  const std::string_view unit(stop, static_cast<std::size_t>(end - stop));
  const double scale = unit == "d" ? 1 : unit == "w" ? 7 : unit == "m" ? 30.44 : unit == "y" ? 365.25 : 0;
  days = number * scale;
  if (problem == std::errc() && days > 0 && days <= 1e6) return std::nullopt;
  return usage("'--" + given.name + "' needs a number of days, weeks, months or years, not " + quoted(given.value),
               "for example: --" + given.name + " 30d, 2w, 6m, 1y");
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
  const std::size_t mark = std::min(given.value.find('~'), given.value.size());
  if (auto error = take_choice({given.name, given.value.substr(0, mark)}, kKinds, kind)) return error;
  const std::string find = given.value.substr(std::min(mark + 1, given.value.size()));
  if (kind == DATELINE_DATE && !find.empty()) {
    return usage("dates have no names to look for", "write --facet date, and --date for a part of them");
  }
  for (FacetChoice& chosen : draft.facets) {
    if (chosen.kind == kind) return chosen.find = find, std::nullopt;
  }
  draft.facets.push_back({kind, find});
  return std::nullopt;
}

std::optional<api::Error> take_date(const Given& given, Draft& draft) {
  if (given.value.find_first_not_of(' ') == std::string::npos) {
    return usage("'--date' needs a date or a range", "for example: --date 2024-08, --date 2024-07-01..2024-08-16");
  }
  draft.arguments.request.date_filter = given.value;
  return std::nullopt;
}

std::optional<api::Error> take_version(const Given& given, std::uint64_t& version) {
  if (auto error = take_number(given, kMostVersion, version)) return error;
  if (version == 0) return usage("'--version 0': versions are counted from 1", "see: dateline show ID --versions");
  return std::nullopt;
}

}  // namespace

std::optional<api::Error> take_option(const Given& given, Draft& draft) {
  Arguments& arguments = draft.arguments;
  const std::string& name = given.name;
  if (name.empty()) return draft.rest.push_back(given.value), std::nullopt;
  if (name == kSeparator) return draft.second = draft.rest.size(), std::nullopt;
  if (name == "with") return draft.with = given.value, std::nullopt;
  if (name == "since") return draft.since = given.value, std::nullopt;
  if (name == "until") return draft.until = given.value, std::nullopt;
  if (name == "falling") return draft.falling = true, std::nullopt;
  if (name == "db") return arguments.db = given.value, std::nullopt;
  if (name == "json") return arguments.json = true, std::nullopt;
  if (name == "replace") return arguments.saved.replace = true, std::nullopt;
  if (name == "no-alert") return arguments.saved.alerts = false, std::nullopt;
  if (name == "new-since-last-run") return arguments.saved.only_new = true, std::nullopt;
  if (name == "versions") return arguments.history.list = true, std::nullopt;
  if (name == "version") return take_version(given, arguments.history.version);
  if (name == "diff") return arguments.history.diff = true, std::nullopt;
  if (name == "count") return arguments.saved.count = true, std::nullopt;
  if (name == "no-facets") return draft.no_facets = true, std::nullopt;
  if (name == "color") return take_choice(given, kColors, arguments.color);
  if (name == "match") return take_choice(given, kMatches, arguments.request.match);
  if (name == "kind") return take_choice(given, kEntityKinds, draft.kind);
  if (name == "sort") return take_choice(given, kSorts, draft.sort.emplace());
  if (name == "date-by") return take_choice(given, kSteps, draft.step);
  if (name == "limit") return take_limit(given, draft.limit.emplace());
  if (name == "format") return take_choice(given, kFormats, draft.format.emplace());
  if (name == "null") return arguments.null_ends = true, std::nullopt;
  if (name == "no-pager") return arguments.pager = false, std::nullopt;
  if (name == "offset") return take_number(given, kMostOffset, arguments.request.offset);
  if (name == "facet") return take_facet(given, draft);
  if (name == "date") return take_date(given, draft);
  if (name == "hit") return arguments.article_id = given.value, std::nullopt;
  if (name == "expand") return arguments.request.expand = true, std::nullopt;
  if (name == "recency") return take_half_life(given, arguments.request.half_life_days);
  if (name == "collapse") return draft.collapse = true, std::nullopt;
  if (name == "no-collapse") return draft.collapse = false, std::nullopt;
  if (name == "per") return take_choice(given, kUnits, arguments.request.count_stories);
  if (name == "mark-entities") return arguments.request.mark_entities = true, std::nullopt;
  if (name == "timeout") return take_time(given, arguments.request.timeout_ms);
  if (name == "facet-limit") {
    std::uint64_t limit = 0;
    if (auto error = take_number(given, kMostHits, limit)) return error;
    draft.facet_limit = limit;
    return std::nullopt;
  }
  return take_selection(given, draft);
}

}  // namespace dateline::cli
