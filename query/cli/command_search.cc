// dateline search, dateline facets.
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/query_request.h"
#include "query/cli/terminal_format.h"
#include "query/cli/views.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kFacetsLimit = 25;
constexpr std::size_t kSearchLimit = 10;

std::optional<api::Error> settle_search(Draft& draft) {
  if (auto error = settle_query(draft, "search", true)) return error;
  api::Request& request = draft.arguments.request;
  request.limit = draft.limit.value_or(request.limit);
  request.sort = draft.sort.value_or(request.sort);
  request.collapse = draft.collapse.value_or(!draft.arguments.json);
  return settle_facets(draft, kSearchLimit);
}

std::optional<api::Error> settle_counting(Draft& draft) {
  if (auto error = settle_query(draft, "facets", false)) return error;
  draft.arguments.request.limit = 0;
  draft.arguments.request.snippet_bytes = 0;
  return settle_facets(draft, kFacetsLimit);
}

Outcome answer(const Arguments& arguments, const Screen& screen, bool hits) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto results = archive->search(arguments.request);
  if (!results) return outcome_of(results.error(), arguments.request.query);
  Outcome outcome;
  outcome.code = results->matched() == 0 ? ExitCode::kNothingFound : ExitCode::kDone;
  if (arguments.json) {
    outcome.output = std::string(results->json()) + "\n";
  } else {
    outcome.output = hits ? format_results(view_of(*results), screen) : format_counts(view_of(*results), screen);
  }
  return outcome;
}

Outcome run_search(const Arguments& arguments, const Screen& screen) {
  return answer(arguments, screen, true);
}
Outcome run_facets(const Arguments& arguments, const Screen& screen) {
  return answer(arguments, screen, false);
}

}  // namespace

const CommandInfo kSearchCommand = {
    .name = "search",
    .arguments = "QUERY…",
    .help = "find articles: ranked, with snippets and facets",
    .more = "Print the best articles, then the facets.",
    .examples =
        "  dateline search ceasefire gaza                      all words\n"
        "  dateline search '\"white house\" OR pentagon'         phrases, AND, OR, NOT, parentheses\n"
        "  dateline search gaza -hamas                         without a word\n"
        "  dateline search 'person:\"Yahya Sinwar\" date:2024-08'\n"
        "  dateline search gaza --place Doha --sort newest --limit 20\n"
        "  dateline search '*' --source CNN --json | jq .matched\n",
    .options =
        "person place org country source author lang date match sort limit offset expand recency collapse "
        "no-collapse mark-entities facet facet-limit no-facets date-by per timeout json color db help",
    .takes_query = true,
    .settle = settle_search,
    .run = run_search,
};

const CommandInfo kFacetsCommand = {
    .name = "facets",
    .arguments = "[QUERY…]",
    .help = "count who, where and which organizations, without hits",
    .more = "Print only the facets, with more values. Without a query they are those of the whole archive.",
    .examples =
        "  dateline facets ceasefire\n"
        "  dateline facets --facet source --facet date --date-by year      the whole archive\n"
        "  dateline facets gaza --facet person --facet-limit 100\n",
    .options =
        "person place org country source author lang date match facet facet-limit date-by per timeout json color "
        "db help",
    .takes_query = true,
    .settle = settle_counting,
    .run = run_facets,
};

}  // namespace dateline::cli
