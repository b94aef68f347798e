// dateline search, dateline facets.
#include <algorithm>
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/display_text.h"
#include "query/cli/query_request.h"
#include "query/cli/search_rows.h"
#include "query/cli/terminal_format.h"
#include "query/cli/usage_errors.h"
#include "query/cli/views.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kFacetsLimit = 25;
constexpr std::size_t kSearchLimit = 10;

std::optional<api::Error> settle_search(Draft& draft) {
  if (auto error = settle_query(draft, "search", true)) return error;
  api::Request& request = draft.arguments.request;
  if (auto error = settle_format(draft)) return error;
  const Format format = draft.arguments.format;
  request.limit = draft.limit.value_or(request.limit);
  request.sort = draft.sort.value_or(request.sort);
  request.collapse = draft.collapse.value_or(format == Format::kText);
  if (!is_of_rows(format)) return settle_facets(draft, kSearchLimit);
  if (!draft.facets.empty()) {
    return usage("this format has no room for facets", "ask for them apart: dateline facets --format csv, for example");
  }
  if (format == Format::kPaths) request.snippet_bytes = 0;
  return std::nullopt;
}

std::optional<api::Error> settle_counting(Draft& draft) {
  if (auto error = settle_query(draft, "facets", false)) return error;
  if (auto error = settle_format(draft)) return error;
  if (draft.arguments.format == Format::kPaths) {
    return usage("values of facets have no paths", "for paths: dateline search --format paths");
  }
  draft.arguments.request.limit = 0;
  draft.arguments.request.snippet_bytes = 0;
  return settle_facets(draft, kFacetsLimit);
}

// "all" is more than one page of text or JSON can have: what is left out is said.
std::string left_out(const api::Results& results, std::uint64_t wanted) {
  const std::uint64_t shown = results.offset() + results.hits().size();
  if (wanted != kAllHits || shown >= results.matched() || results.hits().size() < kMostHits) return {};
  return "dateline: " + with_thousands(kMostHits) + " hits are shown of " + with_thousands(results.matched()) +
         "\nhint: --format jsonl has no such bound\n";
}

Outcome answer(const Arguments& arguments, const Screen& screen, bool hits) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  api::Request request = arguments.request;
  request.limit = std::min(request.limit, kMostHits);
  const auto results = archive->search(request);
  if (!results) return outcome_of(results.error(), request.query);
  Outcome outcome;
  outcome.code = results->matched() == 0 ? ExitCode::kNothingFound : ExitCode::kDone;
  outcome.messages = left_out(*results, arguments.request.limit);
  if (arguments.json) {
    outcome.output = std::string(results->json()) + "\n";
  } else {
    outcome.output = hits ? format_results(view_of(*results), screen) : format_counts(view_of(*results), screen);
  }
  return outcome;
}

Outcome run_search(const Arguments& arguments, const Screen& screen) {
  return is_of_rows(arguments.format) ? search_rows(arguments) : answer(arguments, screen, true);
}
Outcome run_facets(const Arguments& arguments, const Screen& screen) {
  return is_of_rows(arguments.format) ? facet_rows(arguments) : answer(arguments, screen, false);
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
        "  dateline search '*' --source CNN --json | jq .matched\n"
        "  dateline search gaza --limit all --format csv > gaza.csv\n"
        "  dateline search gaza --limit all -0 | xargs -0 grep -l rafah      the files that the articles are in\n",
    .options =
        "person place org country source author lang date match sort limit offset expand recency collapse "
        "no-collapse mark-entities facet facet-limit no-facets date-by per timeout format null json no-pager color db "
        "help",
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
        "person place org country source author lang date match facet facet-limit date-by per timeout format json "
        "no-pager color "
        "db help",
    .takes_query = true,
    .settle = settle_counting,
    .run = run_facets,
};

}  // namespace dateline::cli
