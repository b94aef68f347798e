// Query, filters and facets of a request.
#include "query/cli/query_request.h"

#include <algorithm>

#include "query/cli/command.h"
#include "query/cli/usage_errors.h"

namespace dateline::cli {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string join_words(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += ' ';
    all += word;
  }
  return all;
}

std::optional<api::Error> settle_query(Draft& draft, std::string_view command, bool needs_query) {
  api::Request& request = draft.arguments.request;
  request.query = join_words(draft.rest);
  if (!is_blank(request.query)) return std::nullopt;
  const bool filtered = !request.selections.empty() || !request.date_filter.empty();
  if (!filtered && needs_query) {
    const std::string name(command);
    return usage("'dateline " + name + "' needs a query",
                 "for example: dateline " + name + " ceasefire gaza — or '*' for every article");
  }
  request.query = "*";
  return std::nullopt;
}

std::optional<api::Error> settle_facets(Draft& draft, std::size_t limit) {
  api::Request& request = draft.arguments.request;
  if (draft.no_facets && !draft.facets.empty()) {
    return usage("'--no-facets' and '--facet' contradict each other", "give one of them");
  }
  if (draft.no_facets) return std::nullopt;
  for (const FacetChoice& facet : draft.facets) {
    if (facet.kind == DATELINE_WORD) {
      return usage("words are no facet here", "see: dateline compare, dateline trends; of a query: dateline timeline");
    }
  }
  if (draft.facets.empty()) {
    draft.facets = {{DATELINE_PERSON}, {DATELINE_PLACE}, {DATELINE_ORGANIZATION}, {DATELINE_SOURCE}, {DATELINE_DATE}};
  }
  const bool dates = std::any_of(draft.facets.begin(), draft.facets.end(),
                                 [](const FacetChoice& facet) { return facet.kind == DATELINE_DATE; });
  if (draft.step != DATELINE_STEP_AUTO && !dates) {
    return usage("'--date-by' says how dates are counted, and they are not", "add: --facet date");
  }
  for (const FacetChoice& facet : draft.facets) {
    // A histogram with periods left out would lie: dates have no limit.
    const std::size_t values = facet.kind == DATELINE_DATE ? 0 : draft.facet_limit.value_or(limit);
    request.facets.push_back({facet.kind, values, draft.step});
    request.facet_finds.push_back(facet.find);
  }
  return std::nullopt;
}

std::optional<api::Error> settle_kinds(const Draft& draft, std::vector<api::Kind>& kinds) {
  if (draft.facets.empty()) return std::nullopt;
  kinds.clear();
  for (const FacetChoice& facet : draft.facets) {
    if (facet.kind == DATELINE_DATE) return usage("dates cannot be analysed so", "see: dateline timeline");
    if (!facet.find.empty()) return usage("'~' chooses values to count, and none are counted here", "leave it out");
    kinds.push_back(facet.kind);
  }
  return std::nullopt;
}

std::optional<api::Error> settle_format(Draft& draft) {
  Arguments& arguments = draft.arguments;
  const Format asked = draft.format.value_or(arguments.json        ? Format::kJson
                                             : arguments.null_ends ? Format::kPaths
                                                                   : Format::kText);
  if (arguments.json && asked != Format::kJson) {
    return usage("'--json' and '--format' contradict each other", "--json is short for --format json");
  }
  if (arguments.null_ends && asked != Format::kPaths) {
    return usage("'--null' is for paths", "--null is short for --format paths with zero bytes");
  }
  arguments.format = asked;
  arguments.json = asked == Format::kJson;
  return std::nullopt;
}

std::optional<api::Error> refuse_arguments(const Draft& draft) {
  if (draft.rest.empty()) return std::nullopt;
  return usage("unexpected argument " + quoted(draft.rest.front()), "see: dateline --help");
}

std::optional<api::Error> settle_saved_name(Draft& draft) {
  const std::string command = "'dateline " + std::string(draft.arguments.command->name) + "'";
  if (draft.rest.size() != 1) {
    return usage(draft.rest.empty() ? command + " needs the name of a saved search" : command + " takes one name",
                 "names stand in the output of 'dateline saved'; put one with spaces in quotes");
  }
  draft.arguments.saved.name = draft.rest.front();
  return std::nullopt;
}

}  // namespace dateline::cli
