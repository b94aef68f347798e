// dateline similar: articles like a given one. A search for the field `similar:`, with all that searches have.
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/query_request.h"
#include "query/cli/usage_errors.h"

namespace dateline::cli {
namespace {

std::optional<api::Error> settle(Draft& draft) {
  if (draft.rest.empty() || is_blank(draft.rest.front())) {
    return usage("'dateline similar' needs the id of an article", "search prints the id of each hit");
  }
  std::string& id = draft.rest.front();
  if (id.find('"') != std::string::npos) {
    return usage("an id with a quotation mark cannot be searched for", "take another version of the article");
  }
  id = "similar:\"" + id + "\"";
  return kSearchCommand.settle(draft);
}

Outcome run(const Arguments& arguments, const Screen& screen) {
  return kSearchCommand.run(arguments, screen);
}

}  // namespace

const CommandInfo kSimilarCommand = {
    .name = "similar",
    .arguments = "ID [QUERY…]",
    .help = "find articles like a given one",
    .more =
        "Print articles like the one with this id, the most similar first, then the facets of all that are like it. "
        "They "
        "are found by the words that say what the article is about, and by whom it names. With a query, only those "
        "that "
        "match it too.",
    .examples =
        "  dateline similar wikinews-2019-0\n"
        "  dateline similar wikinews-2019-0 --date 2024 --sort newest\n"
        "  dateline similar wikinews-2019-0 -person:\"Joe Biden\" --json\n",
    .options = kSearchCommand.options,
    .takes_query = true,
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
