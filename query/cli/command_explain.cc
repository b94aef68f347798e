// dateline explain: how a query is understood.
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/display_text.h"
#include "query/cli/query_request.h"
#include "query/cli/terminal_format.h"

namespace dateline::cli {
namespace {

std::optional<api::Error> settle(Draft& draft) {
  if (auto error = settle_query(draft, "explain", true)) return error;
  draft.arguments.request.limit = 0;
  draft.arguments.request.snippet_bytes = 0;
  return std::nullopt;
}

// The archive says what names in the query stand for, so it is asked too.
Outcome run(const Arguments& arguments, const Screen&) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto results = archive->search(arguments.request);
  if (!results) return outcome_of(results.error(), arguments.request.query);
  std::string text = format_tree(results->parsed());
  text += "matches " + with_thousands(results->matched()) + (results->matched() == 1 ? " article\n" : " articles\n");
  for (const std::string_view note : results->notes()) text += safe_text(note) + "\n";
  return {ExitCode::kDone, std::move(text), {}};
}

}  // namespace

const CommandInfo kExplainCommand = {
    .name = "explain",
    .arguments = "QUERY…",
    .help = "print how a query is understood",
    .more = "Print how a query is understood: as a tree, one node a line.",
    .examples =
        "  dateline explain 'gaza OR west bank'\n"
        "  dateline explain 'ceasefire -person:\"Joe Biden\"'\n",
    .options = "match timeout color db help",
    .takes_query = true,
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
