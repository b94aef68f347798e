// dateline compare: two queries against each other.
#include <string>

#include "query/cli/analysis_format.h"
#include "query/cli/command_list.h"
#include "query/cli/query_request.h"
#include "query/cli/usage_errors.h"

namespace dateline::cli {
namespace {

std::optional<api::Error> settle(Draft& draft) {
  api::CompareRequest& request = draft.arguments.compare;
  constexpr const char* kExample = "for example: dateline compare gaza ceasefire -- ukraine ceasefire";
  if (draft.second && !draft.with.empty())
    return usage("there are three queries: one behind --, one of --with", kExample);
  request.second = draft.with;
  if (draft.second) {
    const auto begin = draft.rest.begin() + static_cast<std::ptrdiff_t>(*draft.second);
    request.second = join_words({begin, draft.rest.end()});
    draft.rest.erase(begin, draft.rest.end());
  }
  const std::string first = join_words(draft.rest);
  if (is_blank(first) || is_blank(request.second)) return usage("'dateline compare' needs two queries", kExample);
  if (auto error = settle_query(draft, "compare", true)) return error;
  request.first = draft.arguments.request;
  request.limit = draft.limit.value_or(request.limit);
  return settle_kinds(draft, request.kinds);
}

Outcome run(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const api::CompareRequest& request = arguments.compare;
  const auto comparison = api::compare(*archive, request);
  if (!comparison) return outcome_of(comparison.error(), request.first.query + " -- " + request.second);
  const bool none = comparison->first() == 0 || comparison->second() == 0;
  return {none ? ExitCode::kNothingFound : ExitCode::kDone,
          arguments.json ? std::string(comparison->json()) + "\n"
                         : format_comparison(view_of(*comparison, request), screen),
          {}};
}

}  // namespace

const CommandInfo kCompareCommand = {
    .name = "compare",
    .arguments = "QUERY… -- QUERY…",
    .help = "who, where, which organizations and words are typical of one query and not of the other",
    .more =
        "Print how many articles match each of two queries, and both, and which people, places, organizations and "
        "words "
        "are typical of one and not of the other, with counts and shares of both. The queries are separated by '--', "
        "which here ends no options, or the second one is given by '--with'. Filters hold for both.",
    .examples =
        "  dateline compare gaza ceasefire -- ukraine ceasefire\n"
        "  dateline compare date:2023 -- date:2024 --facet person --limit 20\n"
        "  dateline compare source:CNN -- source:BBC --date 2024-08 --facet word\n"
        "  dateline compare hamas --with hezbollah --json | jq .typical.person.first\n",
    .options =
        "with person place org country source author lang date match facet limit timeout json no-pager color db help",
    .takes_query = true,
    .takes_two = true,
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
