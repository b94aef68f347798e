// Every enumeration and pointer is checked here, once.
#include "query/api/request_check.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "query/api/given_struct.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::uint64_t kMostHits = 100000;
constexpr std::size_t kMostSnippet = 100000;  // bytes
constexpr double kLongestHalfLife = 1e6;      // days

Result<FacetKind> kind_of_selection(const dateline_kind& kind) {
  const unsigned number = number_of(kind);
  if (number < kFacetKinds) return static_cast<FacetKind>(number);
  if (number == DATELINE_DATE) return wrong_argument("a date is selected by date_filter, not by a selection");
  return wrong_argument(concat({"selection of unknown kind ", std::to_string(number)}));
}

Result<FacetRequest> facet_of(const dateline_facet_request& facet) {
  FacetRequest out{.kind = std::nullopt, .limit = facet.limit};
  const unsigned kind = number_of(facet.kind), step = number_of(facet.step);
  if (kind >= kFacetKinds && kind != DATELINE_DATE)
    return wrong_argument(concat({"facet of unknown kind ", std::to_string(kind)}));
  if (kind < kFacetKinds) out.kind = static_cast<FacetKind>(kind);
  if (step > DATELINE_STEP_DAY) return wrong_argument(concat({"unknown date step ", std::to_string(step)}));
  out.step = static_cast<DateStep>(step);
  return out;
}

Result<void> copy_numbers(const dateline_request& from, SearchRequest& to) {
  const unsigned match = number_of(from.match), sort = number_of(from.sort);
  if (match > DATELINE_MATCH_MOST) return wrong_argument(concat({"unknown match mode ", std::to_string(match)}));
  if (sort > DATELINE_OLDEST) return wrong_argument(concat({"unknown sort order ", std::to_string(sort)}));
  if (from.limit > kMostHits) return wrong_argument(concat({"limit is over ", with_thousands(kMostHits)}));
  to.match = static_cast<MatchMode>(match);
  to.sort = static_cast<SortOrder>(sort);
  to.offset = from.offset;
  to.limit = from.limit;
  to.snippet_bytes = std::min(from.snippet_bytes, kMostSnippet);
  if (!(from.half_life_days >= 0) || from.half_life_days > kLongestHalfLife) {
    return wrong_argument("half_life_days is not a number from 0 to 1,000,000");
  }
  to.half_life_days = from.half_life_days;
  to.timeout_ms = from.timeout_ms;
  to.expand = from.expand != 0;
  to.collapse = from.collapse != 0;
  to.count_stories = from.count_stories != 0;
  to.mark_entities = from.mark_entities != 0;
  if (from.added_after > INT64_MAX || from.added_until > INT64_MAX) {
    return wrong_argument("added_after or added_until is no mark that an archive gave");
  }
  to.added_after = static_cast<ArticleId>(from.added_after);
  to.added_until = static_cast<ArticleId>(from.added_until);
  return {};
}

}  // namespace

Result<SearchRequest> check_request(const dateline_request* given) {
  if (given == nullptr) return wrong_argument("the request is NULL");
  if (given->size < offsetof(dateline_request, query) + sizeof given->query) {
    return wrong_argument("the request was not filled by dateline_request_init");
  }
  const dateline_request request = known_members(*given, dateline_request_init);
  SearchRequest out{
      .text = text_of(request.query), .selections = {}, .date_filter = text_of(request.date_filter), .facets = {}};
  if (auto copied = copy_numbers(request, out); !copied) return std::move(copied).error();
  if ((request.selections == nullptr && request.selection_count != 0) ||
      (request.facets == nullptr && request.facet_count != 0)) {
    return wrong_argument("an array of the request is NULL though its count is not 0");
  }
  for (std::size_t i = 0; i < request.selection_count; ++i) {
    const auto kind = kind_of_selection(request.selections[i].kind);
    if (!kind) return kind.error();
    out.selections.push_back({.kind = *kind, .name = text_of(request.selections[i].name)});
  }
  for (std::size_t i = 0; i < request.facet_count; ++i) {
    auto facet = facet_of(request.facets[i]);
    if (!facet) return std::move(facet).error();
    if (request.facet_finds != nullptr) facet->find = text_of(request.facet_finds[i]);
    out.facets.push_back(std::move(*facet));
  }
  return out;
}

}  // namespace dateline

extern "C" void dateline_request_init(dateline_request* request, size_t size) {
  dateline_request defaults;
  std::memset(static_cast<void*>(&defaults), 0, sizeof defaults);
  defaults.limit = 10;
  defaults.snippet_bytes = 300;
  dateline::fill_with_defaults(request, size, defaults);
}
