// One function a command.
#include "query/cli/settle_arguments.h"

#include <algorithm>

#include "query/cli/usage_errors.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kFacetsLimit = 25;
constexpr std::size_t kSearchLimit = 10;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string join(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += ' ';
    all += word;
  }
  return all;
}

std::optional<api::Error> settle_facets(Draft& draft) {
  api::Request& request = draft.arguments.request;
  if (draft.no_facets && !draft.facets.empty()) {
    return usage("'--no-facets' and '--facet' contradict each other", "give one of them");
  }
  if (draft.no_facets) return std::nullopt;
  if (draft.facets.empty()) {
    draft.facets = {DATELINE_PERSON, DATELINE_PLACE, DATELINE_ORGANIZATION, DATELINE_SOURCE, DATELINE_DATE};
  }
  const bool dates = std::find(draft.facets.begin(), draft.facets.end(), DATELINE_DATE) != draft.facets.end();
  if (draft.step != DATELINE_STEP_AUTO && !dates) {
    return usage("'--date-by' says how dates are counted, and they are not", "add: --facet date");
  }
  const bool counting = draft.arguments.command == Command::kFacets;
  const std::size_t limit = draft.facet_limit.value_or(counting ? kFacetsLimit : kSearchLimit);
  for (const dateline_kind kind : draft.facets) {
    // A histogram with periods left out would lie: dates have no limit.
    request.facets.push_back({kind, kind == DATELINE_DATE ? 0 : limit, draft.step});
  }
  return std::nullopt;
}

std::optional<api::Error> settle_query(Draft& draft) {
  Arguments& arguments = draft.arguments;
  api::Request& request = arguments.request;
  request.query = join(draft.rest);
  if (is_blank(request.query)) {
    const bool filtered = !request.selections.empty() || !request.date_filter.empty();
    if (!filtered && arguments.command != Command::kFacets) {
      const std::string name(name_of(arguments.command));
      return usage("'dateline " + name + "' needs a query",
                   "for example: dateline " + name + " ceasefire gaza — or '*' for every article");
    }
    request.query = "*";
  }
  if (arguments.command == Command::kSearch) {
    request.limit = draft.limit.value_or(request.limit);
    request.sort = draft.sort.value_or(request.sort);
    return settle_facets(draft);
  }
  request.limit = 0;
  request.snippet_bytes = 0;
  return arguments.command == Command::kFacets ? settle_facets(draft) : std::nullopt;
}

std::optional<api::Error> settle_show(Draft& draft) {
  if (draft.rest.size() != 1) {
    return usage(draft.rest.empty() ? "'dateline show' needs an article's id" : "'dateline show' takes one id",
                 "ids stand in the output of 'dateline search'; put one with spaces in quotes");
  }
  draft.arguments.article_id = draft.rest.front();
  return std::nullopt;
}

std::optional<api::Error> settle_entity(Draft& draft) {
  constexpr std::uint64_t kMostNewest = 1000;  // dateline_profile_request
  api::ProfileRequest& request = draft.arguments.profile;
  request.name = join(draft.rest);
  if (is_blank(request.name)) return usage("'dateline entity' needs a name", "for example: dateline entity Joe Biden");
  request.kind = draft.kind;
  request.newest = std::min(draft.limit.value_or(request.newest), kMostNewest);
  return std::nullopt;
}

std::optional<api::Error> settle_mentions(Draft& draft) {
  Arguments& arguments = draft.arguments;
  api::MentionsRequest& request = arguments.mentions;
  if (draft.rest.empty() || is_blank(draft.rest.front())) {
    return usage("'dateline mentions' needs a name", "for example: dateline mentions \"Joe Biden\" ceasefire");
  }
  request.name = draft.rest.front();
  draft.rest.erase(draft.rest.begin());
  request.query = join(draft.rest);
  request.kind = draft.kind;
  request.match = arguments.request.match;
  request.sort = draft.sort.value_or(request.sort);
  request.offset = arguments.request.offset;
  request.limit = draft.limit.value_or(request.limit);
  return std::nullopt;
}

}  // namespace

std::optional<api::Error> settle(Draft& draft) {
  switch (draft.arguments.command) {
    case Command::kSearch:
    case Command::kFacets:
    case Command::kExplain:
      return settle_query(draft);
    case Command::kShow:
      return settle_show(draft);
    case Command::kEntity:
      return settle_entity(draft);
    case Command::kMentions:
      return settle_mentions(draft);
    case Command::kVersion:
    case Command::kHelp:
      break;
  }
  if (!draft.rest.empty()) return usage("unexpected argument " + quoted(draft.rest.front()), "see: dateline --help");
  return std::nullopt;
}

}  // namespace dateline::cli
