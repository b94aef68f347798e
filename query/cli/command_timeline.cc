// dateline timeline: the matches of a query over time, with its peaks.
#include <string>

#include "query/cli/analysis_format.h"
#include "query/cli/command_list.h"
#include "query/cli/query_request.h"

namespace dateline::cli {
namespace {

constexpr std::uint64_t kMostPeaks = 1000;  // dateline_timeline_request

std::optional<api::Error> settle(Draft& draft) {
  if (auto error = settle_query(draft, "timeline", false)) return error;
  api::TimelineRequest& request = draft.arguments.timeline;
  request.query = draft.arguments.request;
  request.step = draft.step;
  request.peaks = std::min(draft.limit.value_or(request.peaks), kMostPeaks);
  return std::nullopt;
}

Outcome run(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto timeline = api::timeline(*archive, arguments.timeline);
  if (!timeline) return outcome_of(timeline.error(), arguments.timeline.query.query);
  return {timeline->matched() == 0 ? ExitCode::kNothingFound : ExitCode::kDone,
          arguments.json ? std::string(timeline->json()) + "\n" : format_timeline(view_of(*timeline), screen),
          {}};
}

}  // namespace

const CommandInfo kTimelineCommand = {
    .name = "timeline",
    .arguments = "[QUERY…]",
    .help = "how many articles match over time, and what made the peaks",
    .more =
        "Print how many articles match by day, month or year, and their share of all articles of that time. Peaks are "
        "marked; below stand the names and words that their articles have more often than the other matches, and "
        "headlines.",
    .examples =
        "  dateline timeline ceasefire gaza                    bars by day, month or year\n"
        "  dateline timeline ceasefire --date-by month --date 2023..2024\n"
        "  dateline timeline '*' --person \"Joe Biden\" --limit 10   more peaks\n"
        "  dateline timeline ceasefire --json | jq '.peaks[].headlines[0].title'\n",
    .options =
        "person place org country source author lang date match date-by limit timeout json no-pager color db help",
    .takes_query = true,
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
