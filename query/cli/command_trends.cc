// dateline trends: what rises.
#include <algorithm>
#include <string>

#include "query/cli/analysis_format.h"
#include "query/cli/command_list.h"
#include "query/cli/query_request.h"

namespace dateline::cli {
namespace {

std::optional<api::Error> settle(Draft& draft) {
  if (auto error = settle_query(draft, "trends", false)) return error;
  api::TrendsRequest& request = draft.arguments.trends;
  request.query = draft.arguments.request;
  if (!draft.since.empty()) request.since = draft.since;
  request.until = draft.until;
  request.limit = draft.limit.value_or(request.limit);
  request.falling = draft.falling;
  return settle_kinds(draft, request.kinds);
}

Outcome run(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto trends = api::trends(*archive, arguments.trends);
  if (!trends) return outcome_of(trends.error(), arguments.trends.query.query);
  bool any = false;
  for (const api::TrendsOfKind& kind : trends->kinds()) any = any || kind.trend_count != 0;
  return {any ? ExitCode::kDone : ExitCode::kNothingFound,
          arguments.json ? std::string(trends->json()) + "\n" : format_trends(view_of(*trends), screen),
          {}};
}

}  // namespace

const CommandInfo kTrendsCommand = {
    .name = "trends",
    .arguments = "[QUERY…]",
    .help = "who, where and which organizations are in the news more than before",
    .more =
        "Print the people, places and organizations whose share of the articles rose against the time before, which is "
        "four times as long: articles and share now, articles and share before, how many times as much, and a curve "
        "over "
        "both times.",
    .examples =
        "  dateline trends                                     the last seven days of the archive\n"
        "  dateline trends --since 2w --facet person --facet word\n"
        "  dateline trends ceasefire --since 2024-08-01 --until 2024-08-15\n"
        "  dateline trends --since 3m --falling\n",
    .options =
        "since until falling person place org country source author lang match facet limit timeout json no-pager color "
        "db help",
    .takes_query = true,
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
