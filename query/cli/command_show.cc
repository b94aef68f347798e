// dateline show.
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/terminal_format.h"
#include "query/cli/usage_errors.h"
#include "query/cli/views.h"

namespace dateline::cli {
namespace {

std::optional<api::Error> settle(Draft& draft) {
  if (draft.rest.size() != 1) {
    return usage(draft.rest.empty() ? "'dateline show' needs an article's id" : "'dateline show' takes one id",
                 "ids stand in the output of 'dateline search'; put one with spaces in quotes");
  }
  draft.arguments.article_id = draft.rest.front();
  return std::nullopt;
}

Outcome run(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto article = archive->show(arguments.article_id);
  if (!article) return outcome_of(article.error());
  if (arguments.json) return {ExitCode::kDone, std::string(article->json()) + "\n", {}};
  return {ExitCode::kDone, format_article(view_of(*article), screen), {}};
}

}  // namespace

const CommandInfo kShowCommand = {
    .name = "show",
    .arguments = "ID",
    .help = "print one article with its entities",
    .more =
        "Print one article with the people, places and organizations that it names, how often, and its near copies.",
    .examples =
        "  dateline show wikinews-2019-0\n"
        "  dateline show \"/data/news/gaza talks.txt\" --json | jq .entities\n",
    .options = "json no-pager color db help",
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
