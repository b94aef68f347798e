// Limits that keep a wrong number from costing minutes.
#include "query/api/entity_request_check.h"

#include "query/api/given_struct.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::uint64_t kMostMentions = 100000;
constexpr std::size_t kMostNamesFrom = 100000;
constexpr std::size_t kMostCompanions = 100000;
constexpr std::size_t kMostNewest = 1000;

Error over(std::string_view what, std::uint64_t most) {
  return wrong_argument(concat({what, " is over ", with_thousands(most)}));
}

template <class Request>
Result<EntityAsk> ask_of(const Request& request) {
  EntityAsk ask{.name = text_of(request.name), .kind = std::nullopt};
  const unsigned kind = number_of(request.kind);
  if (kind == DATELINE_ANY_ENTITY) return ask;
  if (kind >= kFacetKinds) return wrong_argument(concat({"entity of unknown kind ", std::to_string(kind)}));
  ask.kind = static_cast<FacetKind>(kind);
  return ask;
}

template <class Request>
bool is_filled(const Request* given) {
  return given != nullptr && given->size >= offsetof(Request, name) + sizeof given->name;
}

Error not_filled(std::string_view function) {
  return wrong_argument(concat({"the request is NULL or was not filled by ", function}));
}

}  // namespace

Result<ProfileRequest> check_request(const dateline_profile_request* given) {
  if (!is_filled(given)) return not_filled("dateline_profile_request_init");
  const dateline_profile_request request = known_members(*given, dateline_profile_request_init);
  auto ask = ask_of(request);
  if (!ask) return std::move(ask).error();
  if (request.names_from > kMostNamesFrom) return over("names_from", kMostNamesFrom);
  if (request.companions > kMostCompanions) return over("companions", kMostCompanions);
  if (request.newest > kMostNewest) return over("newest", kMostNewest);
  return ProfileRequest{.entity = std::move(*ask),
                        .names_from = request.names_from,
                        .companions = request.companions,
                        .newest = request.newest};
}

Result<MentionRequest> check_request(const dateline_mentions_request* given) {
  if (!is_filled(given)) return not_filled("dateline_mentions_request_init");
  const dateline_mentions_request request = known_members(*given, dateline_mentions_request_init);
  auto ask = ask_of(request);
  if (!ask) return std::move(ask).error();
  const unsigned match = number_of(request.match), sort = number_of(request.sort);
  if (match > DATELINE_MATCH_MOST) return wrong_argument(concat({"unknown match mode ", std::to_string(match)}));
  if (sort > DATELINE_OLDEST) return wrong_argument(concat({"unknown sort order ", std::to_string(sort)}));
  if (request.limit > kMostMentions) return over("limit", kMostMentions);
  return MentionRequest{.entity = std::move(*ask),
                        .text = text_of(request.query),
                        .match = static_cast<MatchMode>(match),
                        .sort = static_cast<SortOrder>(sort),
                        .offset = request.offset,
                        .limit = request.limit};
}

}  // namespace dateline

extern "C" {

void dateline_profile_request_init(dateline_profile_request* request, size_t size) {
  dateline_profile_request defaults;
  std::memset(static_cast<void*>(&defaults), 0, sizeof defaults);
  defaults.kind = DATELINE_ANY_ENTITY;
  const dateline::ProfileRequest usual;
  defaults.names_from = usual.names_from;
  defaults.companions = usual.companions;
  defaults.newest = usual.newest;
  dateline::fill_with_defaults(request, size, defaults);
}

void dateline_mentions_request_init(dateline_mentions_request* request, size_t size) {
  dateline_mentions_request defaults;
  std::memset(static_cast<void*>(&defaults), 0, sizeof defaults);
  defaults.kind = DATELINE_ANY_ENTITY;
  defaults.sort = DATELINE_NEWEST;
  defaults.limit = dateline::MentionRequest{}.limit;
  dateline::fill_with_defaults(request, size, defaults);
}

}  // extern "C"
