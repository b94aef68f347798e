// dateline run: a saved search, whole or what is new in it.
#include <dateline_saved.hpp>
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/query_request.h"
#include "query/cli/terminal_format.h"
#include "query/cli/usage_errors.h"
#include "query/cli/views.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kFacetLimit = 10;
constexpr std::uint64_t kMostHits = 100'000;  // dateline_request

std::optional<api::Error> settle(Draft& draft) {
  if (auto error = settle_saved_name(draft)) return error;
  Arguments& arguments = draft.arguments;
  arguments.saved.sort = draft.sort;
  arguments.saved.limit = draft.limit;
  // Of what is new nothing is left out, because it is not shown again.
  arguments.request.limit = draft.limit.value_or(arguments.saved.only_new ? kMostHits : arguments.request.limit);
  arguments.request.collapse = draft.collapse.value_or(!arguments.json && !arguments.saved.only_new);
  if (arguments.saved.only_new && arguments.request.offset != 0) {
    return usage("'--offset' and '--new-since-last-run' do not go together",
                 "what is passed over would never be shown");
  }
  return settle_facets(draft, kFacetLimit);
}

// More than one answer holds: what is left out must come again.
bool is_cut(const api::Results& results, const SavedArguments& saved) {
  return !saved.limit && results.matched() > kMostHits;
}

Outcome run(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const SavedArguments& saved = arguments.saved;
  const auto searches = api::SavedSearches::of(*archive);
  if (!searches) return outcome_of(searches.error());
  const auto search = searches->named(saved.name);
  if (!search) {
    return outcome_of(
        {DATELINE_NOT_FOUND, "there is no saved search " + quoted(saved.name), "see: dateline saved", {}});
  }
  api::Request request = arguments.request;
  search->set_request(request);
  request.sort = saved.sort.value_or(request.sort);
  if (saved.only_new) {
    const auto mark = api::mark_of(*archive);
    if (!mark) return outcome_of(mark.error());
    request.added_after = search->run_mark();
    request.added_until = *mark;
  }
  const auto results = archive->search(request);
  if (!results) return outcome_of(results.error(), request.query);
  Outcome outcome;
  outcome.code = results->matched() == 0 ? ExitCode::kNothingFound : ExitCode::kDone;
  outcome.output = arguments.json ? std::string(results->json()) + "\n" : format_results(view_of(*results), screen);
  if (!saved.only_new) return outcome;
  if (is_cut(*results, saved)) {
    outcome.messages =
        "dateline: there is more new than one answer holds; all of it is still new\nhint: say how much to show with "
        "--limit\n";
    return outcome;
  }
  outcome.when_written = [folder = std::string(archive->folder()), name = saved.name, mark = request.added_until] {
    auto again = api::Archive::open(folder);
    return again ? api::remember_run(*again, name, mark) : std::optional(again.error());
  };
  return outcome;
}

}  // namespace

const CommandInfo kRunCommand = {
    .name = "run",
    .arguments = "NAME",
    .help = "run a saved search",
    .more = "Run a saved search, as 'search' does; its dates are understood now.",
    .examples =
        "  dateline run gaza-talks\n"
        "  dateline run gaza-talks --new-since-last-run        what came in since the last time, all of it\n"
        "  dateline run gaza-talks --sort newest --limit 50 --json\n",
    .options =
        "new-since-last-run sort limit offset collapse no-collapse mark-entities facet facet-limit no-facets date-by "
        "per "
        "timeout json no-pager color db help",
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
