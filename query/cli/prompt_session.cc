// Lines that begin with ':' are commands, those of labels refine, all others are queries.
#include "query/cli/prompt_session.h"

#include <algorithm>
#include <array>

#include "query/cli/command.h"
#include "query/cli/display_text.h"
#include "query/cli/option_values.h"
#include "query/cli/query_request.h"
#include "shared/command_line/suggest.h"

namespace dateline::cli {
namespace {

constexpr std::uint32_t kPatience = 30'000;  // ms: nobody can be kept waiting by one query
constexpr std::size_t kValues = 8;           // of each kind below hits
constexpr std::size_t kManyValues = 40;      // of one kind that is asked for

struct KindName {
  dateline_kind kind;
  std::string_view name;  // of the facet
  std::string_view field;
  char letter;
};
constexpr std::array kKindNames = {
    KindName{DATELINE_PERSON, "person", "person", 'p'},          KindName{DATELINE_PLACE, "place", "place", 'l'},
    KindName{DATELINE_ORGANIZATION, "organization", "org", 'o'}, KindName{DATELINE_SOURCE, "source", "source", 's'},
    KindName{DATELINE_AUTHOR, "author", "author", 'a'},          KindName{DATELINE_LANGUAGE, "language", "lang", 'g'},
    KindName{DATELINE_COUNTRY, "country", "country", 'c'},       KindName{DATELINE_DATE, "date", "date", 'd'}};

const KindName& name_of(dateline_kind kind) {
  return *std::find_if(kKindNames.begin(), kKindNames.end() - 1, [&](const KindName& k) { return k.kind == kind; });
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(" \t"); at != std::string::npos;) {
    const std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(" \t", end);
  }
  return words;
}

PromptStep say(std::string text) {
  return {.what = PromptStep::Do::kSay, .text = std::move(text) + "\n"};
}

api::Request fresh(std::string query) {
  api::Request request;
  request.query = std::move(query);
  request.collapse = true;
  request.timeout_ms = kPatience;
  for (const dateline_kind kind :
       {DATELINE_PERSON, DATELINE_PLACE, DATELINE_ORGANIZATION, DATELINE_SOURCE, DATELINE_DATE}) {
    request.facets.push_back({kind, kind == DATELINE_DATE ? 0 : kValues, DATELINE_STEP_AUTO});
  }
  return request;
}

// `person:="Joe Biden"`; quotes inside of a name are not what its words are told by.
std::string condition(const KindName& kind, std::string_view name) {
  if (kind.kind == DATELINE_DATE) return "date:" + std::string(name);
  std::string quoted;
  for (const char c : name) quoted += c == '"' ? ' ' : c;
  return std::string(kind.field) + ":=\"" + quoted + "\"";
}

void exclude(api::Request& request, const KindName& kind, std::string_view name) {
  const bool all = request.query == "*";
  const bool plain = request.query.find(" OR ") == std::string::npos;
  const std::string kept = all ? "" : plain ? request.query + " " : "(" + request.query + ") ";
  request.query = kept + "-" + condition(kind, name);
}

void include(api::Request& request, const KindName& kind, const std::string& name) {
  if (kind.kind == DATELINE_DATE) {
    request.date_filter = name;
  } else {
    request.selections.push_back({kind.kind, "=" + name});
  }
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The request as options and query, for a command that takes a query.
std::vector<std::string> words_of(const api::Request& request) {
  std::vector<std::string> words;
  for (const api::Selection& one : request.selections) {
    words.push_back("--" + std::string(name_of(one.kind).field));
    words.push_back(one.name);
  }
  if (!request.date_filter.empty()) words.insert(words.end(), {"--date", request.date_filter});
  words.insert(words.end(), {"--", request.query});
  return words;
}

constexpr std::array<std::string_view, 10> kOwnCommands = {"more",  "back",  "open",  "facet", "sort",
                                                           "match", "limit", "clear", "quit",  "help"};

}  // namespace

std::string prompt_help() {
  return "  ceasefire gaza        search: any query of the query language\n"
         "  3                     open hit 3; also :open 3\n"
         "  +p1 -o3               only with person p1, without organization o3, as they are labelled below the hits\n"
         "  :more                 the next hits\n"
         "  :back                 undo the last step\n"
         "  :clear                the query alone, without what was chosen\n"
         "  :facet person         more values of a kind; :facet person~net: those that contain 'net'\n"
         "  :sort newest          or oldest, relevance\n"
         "  :match any            or most, all: how many of the words must occur\n"
         "  :limit 20             hits of a page\n"
         "  :explain              how the query is understood\n"
         "  :similar 3            articles like hit 3\n"
         "  :entity Joe Biden     any command of dateline: with a query of its own, or for the present one\n"
         "  :quit                 also Ctrl-D; Ctrl-C cancels a line, Tab completes it\n";
}

std::vector<std::string_view> prompt_commands() {
  std::vector<std::string_view> names(kOwnCommands.begin(), kOwnCommands.end());
  for (const CommandInfo* one : commands()) {
    if (one->name != "prompt" && one->name != "completion" && one->name != "help") names.push_back(one->name);
  }
  return names;
}

PromptStep PromptSession::take(std::string_view given) {
  const std::string line = trimmed(given);
  if (line.empty()) return {};
  if (line.front() == ':' && line.size() > 1) return command(std::string_view(line).substr(1));
  if (is_number(line) && !id_of(line).empty()) return open(line);
  const std::vector<std::string> words = words_in(line);
  const bool labels = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return (word.front() == '+' || word.front() == '-') && value_of(std::string_view(word).substr(1)) != nullptr;
  });
  if (labels) return refine(line);
  return search(fresh(line));
}

PromptStep PromptSession::search(api::Request request) {
  asked_.push_back(std::move(request));
  return {.what = PromptStep::Do::kSearch, .request = asked_.back()};
}

api::Request PromptSession::current() const {
  api::Request request = asked_.empty() ? fresh("*") : asked_.back();
  request.offset = 0;
  return request;
}

PromptStep PromptSession::refine(std::string_view line) {
  api::Request request = current();
  for (const std::string& word : words_in(std::string(line))) {
    const Value& value = *value_of(std::string_view(word).substr(1));
    if (word.front() == '+') {
      include(request, name_of(value.kind), value.name);
    } else {
      exclude(request, name_of(value.kind), value.name);
    }
  }
  return search(std::move(request));
}

PromptStep PromptSession::command(std::string_view line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view name = line.substr(0, end);
  const std::string rest = trimmed(line.substr(end));
  bool known = true;
  PromptStep step = own_command(name, rest, known);
  return known ? step : other_command(name, rest);
}

PromptStep PromptSession::own_command(std::string_view name, const std::string& rest, bool& known) {
  if (name == "quit" || name == "q" || name == "exit") return {.what = PromptStep::Do::kQuit};
  if (name == "help" || name == "?") return say(prompt_help().substr(0, prompt_help().size() - 1));
  if (name == "more") return more();
  if (name == "back") return back();
  if (name == "open") return open(rest);
  if (name == "facet") return count(rest);
  if (name == "clear" && !asked_.empty()) return search(fresh(asked_.back().query));
  known = name == "sort" || name == "match" || name == "limit" || name == "clear";
  if (!known) return {};
  if (asked_.empty()) return say("search first: type a query");
  Draft draft;
  if (auto error = take_option({std::string(name), rest}, draft)) return say(error->message + "\nhint: " + error->hint);
  api::Request request = current();
  if (name == "sort") request.sort = draft.sort.value_or(request.sort);
  if (name == "match") request.match = draft.arguments.request.match;
  if (name == "limit") request.limit = std::clamp<std::uint64_t>(draft.limit.value_or(10), 1, 1000);
  return search(std::move(request));
}

// `:similar 3` is about a hit; a command that takes a query has the present one unless it is given another.
PromptStep PromptSession::other_command(std::string_view name, const std::string& rest) {
  const CommandInfo* info = find_command(name);
  if (info == nullptr || name == "prompt") {
    const std::string_view likely = command_line::nearest(name, prompt_commands());
    return say("there is no command ':" + std::string(name) +
               "'\nhint: " + (likely.empty() ? "see :help" : "did you mean ':" + std::string(likely) + "'?"));
  }
  std::vector<std::string> words{std::string(name)};
  const bool about_article = info->arguments.starts_with("ID");
  const bool about_query = info->takes_query && info->arguments.find("QUERY") != std::string_view::npos &&
                           !info->arguments.starts_with("NAME");
  if (about_article && is_number(rest)) {
    if (id_of(rest).empty()) return open(rest);
    words.push_back(id_of(rest));
  } else if (about_query && rest.empty()) {
    if (asked_.empty()) return say("search first: type a query");
    for (std::string& word : words_of(current())) words.push_back(std::move(word));
  } else {
    for (std::string& word : words_in(rest)) words.push_back(std::move(word));
  }
  return {.what = PromptStep::Do::kRun, .words = std::move(words)};
}

PromptStep PromptSession::count(const std::string& kind) {
  if (asked_.empty()) return say("search first: type a query");
  Draft draft;
  if (auto error = take_option({"facet", kind}, draft)) return say(error->message + "\nhint: " + error->hint);
  const FacetChoice& chosen = draft.facets.front();
  api::Request request = current();
  request.limit = 0;
  request.facets = {{chosen.kind, chosen.kind == DATELINE_DATE ? 0 : kManyValues, DATELINE_STEP_AUTO}};
  request.facet_finds = {chosen.find};
  return {.what = PromptStep::Do::kCount, .request = std::move(request)};
}

PromptStep PromptSession::more() {
  if (asked_.empty()) return say("search first: type a query");
  if (shown_until_ >= matched_) return say("there are no more hits");
  api::Request request = asked_.back();
  request.offset = shown_until_;
  PromptStep step = search(std::move(request));
  step.request.facets.clear();  // they are the same
  step.request.facet_finds.clear();
  return step;
}

PromptStep PromptSession::back() {
  if (asked_.size() < 2) return say("there is nothing to go back to");
  asked_.pop_back();
  api::Request request = std::move(asked_.back());
  asked_.pop_back();
  return search(std::move(request));
}

PromptStep PromptSession::open(const std::string& number) {
  const std::string id = is_number(number) ? id_of(number) : number;
  if (id.empty() && hits_.empty()) return say("there is no hit to open: search first");
  if (id.empty()) {
    return say("there is no hit " + number + " here: they are " + with_thousands(first_rank_) + " to " +
               with_thousands(first_rank_ + hits_.size() - 1));
  }
  return {.what = PromptStep::Do::kRun, .words = {"show", "--", id}};
}

const PromptSession::Value* PromptSession::value_of(std::string_view label) const {
  const auto found = std::find_if(values_.begin(), values_.end(), [&](const Value& v) { return v.label == label; });
  return found == values_.end() ? nullptr : &*found;
}

std::string PromptSession::id_of(std::string_view number) const {
  const std::uint64_t rank = std::stoull(std::string(number));
  const bool here = rank >= first_rank_ && rank - first_rank_ < hits_.size();
  return here ? hits_[rank - first_rank_] : std::string();
}

void PromptSession::answered(ResultsView& results) {
  matched_ = results.matched;
  if (!results.hits.empty()) {
    hits_.clear();
    first_rank_ = results.hits.front().rank;
    for (const HitView& hit : results.hits) hits_.push_back(hit.id);
    shown_until_ = results.hits.back().rank;
  }
  for (FacetView& facet : results.facets) {
    const auto* kind =
        std::find_if(kKindNames.begin(), kKindNames.end(), [&](const KindName& k) { return k.name == facet.name; });
    if (kind == kKindNames.end()) continue;
    std::erase_if(values_, [&](const Value& value) { return value.kind == kind->kind; });
    std::size_t number = 0;
    for (FacetValueView& value : facet.values) {
      value.label = kind->letter + std::to_string(++number);
      values_.push_back({value.label, value.name, kind->kind});
    }
  }
}

void PromptSession::refused() {
  if (!asked_.empty()) asked_.pop_back();
}

std::string PromptSession::state() const {
  if (asked_.empty()) return {};
  const api::Request& request = asked_.back();
  std::string text = request.query;
  for (const api::Selection& one : request.selections) {
    text += " · " + std::string(name_of(one.kind).field) + " " + one.name.substr(one.name.starts_with('=') ? 1 : 0);
  }
  if (!request.date_filter.empty()) text += " · date " + request.date_filter;
  if (request.sort == DATELINE_NEWEST) text += " · newest first";
  if (request.sort == DATELINE_OLDEST) text += " · oldest first";
  if (request.match != DATELINE_MATCH_ALL)
    text += request.match == DATELINE_MATCH_ANY ? " · any word" : " · most words";
  return text;
}

}  // namespace dateline::cli
