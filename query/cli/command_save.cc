// dateline save, dateline forget, dateline saved: the searches that an archive keeps.
#include <dateline_saved.hpp>
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/display_text.h"
#include "query/cli/format_parts.h"
#include "query/cli/json_text.h"
#include "query/cli/query_request.h"
#include "query/cli/saved_format.h"
#include "query/cli/usage_errors.h"

namespace dateline::cli {
namespace {

std::string json_head() {
  return "{\"format_version\":" + std::to_string(dateline_json_version());
}

std::optional<api::Error> settle_save(Draft& draft) {
  if (draft.rest.empty()) {
    return usage("'dateline save' needs a name and a query", "for example: dateline save gaza-talks ceasefire gaza");
  }
  draft.arguments.saved.name = draft.rest.front();
  draft.rest.erase(draft.rest.begin());
  draft.arguments.request.sort = draft.sort.value_or(draft.arguments.request.sort);
  return settle_query(draft, "save " + draft.arguments.saved.name, true);
}

Outcome run_save(const Arguments& arguments, const Screen&) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const SavedArguments& saved = arguments.saved;
  const auto matched = api::save_search(*archive, saved.name, arguments.request, saved.replace, saved.alerts);
  if (!matched) return outcome_of(matched.error(), arguments.request.query);
  if (arguments.json) {
    return {ExitCode::kDone,
            json_head() + ",\"name\":" + json_string(saved.name) + ",\"matched\":" + std::to_string(*matched) + "}\n",
            {}};
  }
  return {ExitCode::kDone,
          "saved " + quoted(safe_text(saved.name)) + " · " + counted(*matched, "article") +
              (*matched == 1 ? " matches now\n" : " match now\n"),
          {}};
}

Outcome run_forget(const Arguments& arguments, const Screen&) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  if (const auto error = api::forget_search(*archive, arguments.saved.name)) return outcome_of(*error);
  return {ExitCode::kDone, "forgot " + quoted(safe_text(arguments.saved.name)) + "\n", {}};
}

std::optional<api::Error> settle_saved(Draft& draft) {
  return refuse_arguments(draft);
}

// How many articles match now, or why that cannot be said.
struct Matches {
  std::string text, json;
};

Matches count(api::Archive& archive, const api::SavedSearch& search) {
  api::Request request;
  search.set_request(request);
  request.limit = 0;
  request.expand = false;
  const auto results = archive.search(request);
  if (!results) return {results.error().message, ",\"matched\":null,\"error\":" + json_error(results.error())};
  return {counted(results->matched(), "article"), ",\"matched\":" + std::to_string(results->matched())};
}

Outcome run_saved(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto searches = api::SavedSearches::of(*archive);
  if (!searches) return outcome_of(searches.error());
  std::string text, json;
  for (const api::SavedSearch search : searches->all()) {
    const Matches matches = arguments.saved.count ? count(*archive, search) : Matches{};
    text += format_saved(search, matches.text, screen);
    json +=
        (json.empty() ? "" : ",") + std::string(search.json().substr(0, search.json().size() - 1)) + matches.json + "}";
  }
  const ExitCode code = json.empty() ? ExitCode::kNothingFound : ExitCode::kDone;
  if (arguments.json) return {code, json_head() + ",\"searches\":[" + json + "]}\n", {}};
  if (json.empty())
    return {code, {}, "dateline: no search is saved\nhint: for example: dateline save gaza-talks ceasefire gaza\n"};
  return {code, std::move(text), {}};
}

}  // namespace

const CommandInfo kSaveCommand = {
    .name = "save",
    .arguments = "NAME QUERY…",
    .help = "keep a search under a name, to run again and for alerts",
    .more =
        "Keep a search under a name in the archive: what is asked, with its filters and its order, not how it is "
        "shown. The query is kept as it was typed, so that 'date:last 2 weeks' is always of today. New articles that "
        "match are told by 'alerts' unless --no-alert is given. It needs the right to write in the archive's folder, "
        "and waits for no writer.",
    .examples =
        "  dateline save gaza-talks ceasefire gaza             then: dateline run gaza-talks\n"
        "  dateline save 'my beat' '*' --person \"Joe Biden\" --sort newest\n"
        "  dateline save --replace gaza-talks '\"cease fire\" gaza'\n",
    .options =
        "replace no-alert person place org country source author lang date match sort expand recency json db help",
    .takes_query = true,
    .settle = settle_save,
    .run = run_save,
};

const CommandInfo kSavedCommand = {
    .name = "saved",
    .arguments = "",
    .help = "list the saved searches",
    .more = "List the saved searches. With --json, docs/saved.schema.json describes it.",
    .examples =
        "  dateline saved\n"
        "  dateline saved --count                              with the articles that match now\n",
    .options = "count json color db help",
    .settle = settle_saved,
    .run = run_saved,
};

const CommandInfo kForgetCommand = {
    .name = "forget",
    .arguments = "NAME",
    .help = "forget a saved search",
    .more = "Forget a saved search, and what was told for it.",
    .examples = "  dateline forget gaza-talks\n",
    .options = "db help",
    .settle = settle_saved_name,
    .run = run_forget,
};

}  // namespace dateline::cli
