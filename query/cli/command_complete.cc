// dateline complete: what a query that is being typed may go on with, for shells and editors.
#include <dateline_explore.hpp>
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/display_text.h"
#include "query/cli/query_request.h"
#include "query/cli/usage_errors.h"

namespace dateline::cli {
namespace {

std::optional<api::Error> settle(Draft& draft) {
  if (draft.limit && *draft.limit == 0) {
    return usage("'--limit' of 'dateline complete' is from 1 to 1000", "for example: --limit 20");
  }
  draft.arguments.request.limit = draft.limit.value_or(10);
  draft.arguments.request.query = join_words(draft.rest);
  return std::nullopt;
}

Outcome run(const Arguments& arguments, const Screen&) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto found = api::complete(*archive, arguments.request.query, arguments.request.limit);
  if (!found) return outcome_of(found.error());
  Outcome outcome;
  if (found->rows().empty()) outcome.code = ExitCode::kNothingFound;
  if (arguments.json) {
    outcome.output = std::string(found->json()) + "\n";
  } else {
    for (const api::Completion row : found->rows()) outcome.output += safe_text(row.text) + "\n";
  }
  return outcome;
}

}  // namespace

const CommandInfo kCompleteCommand = {
    .name = "complete",
    .arguments = "TEXT",
    .help = "print how a query may go on: fields, words and names of the archive",
    .more =
        "Print how a query that is being typed may go on, one completion a line: fields, words of the archive and "
        "names "
        "that begin as its last part does, those of most articles first. Each line is all of the text, completed.",
    .examples =
        "  dateline complete cease                             words that begin so, the frequent ones first\n"
        "  dateline complete 'gaza person:net'                 names\n"
        "  dateline complete 'Joe B' --json                    names without a field; with counts\n",
    .options = "limit json db help",
    .takes_query = true,
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
