// Every enumeration, pointer and number is checked here, once.
#include "query/api/analysis_request_check.h"

#include <algorithm>

#include "query/api/given_struct.h"
#include "query/api/request_check.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostValues = 100'000;
constexpr std::size_t kMostPeaks = 1000;

Error not_filled(std::string_view function) {
  return wrong_argument(concat({"the request is NULL or was not filled by ", function}));
}

Result<SearchRequest> query_of(const dateline_request* given) {
  if (given == nullptr) return SearchRequest{};
  return check_request(given);
}

// `kinds` stays as it is where none were given.
Result<void> copy_kinds(const dateline_kind* given, std::size_t count, AnalysedKinds& kinds) {
  if (given == nullptr && count != 0) return wrong_argument("kinds is NULL though kind_count is not 0");
  if (given == nullptr) return {};
  kinds = {.facets = {}, .words = false};
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned kind = number_of(given[i]);
    if (kind == DATELINE_WORD) {
      kinds.words = true;
      continue;
    }
    if (kind >= kFacetKinds) return wrong_argument(concat({"cannot analyse kind ", std::to_string(kind)}));
    const auto facet = static_cast<FacetKind>(kind);
    const bool known = std::find(kinds.facets.begin(), kinds.facets.end(), facet) != kinds.facets.end();
    if (!known) kinds.facets.push_back(facet);
  }
  return {};
}

Result<void> check_limit(std::size_t limit) {
  if (limit <= kMostValues) return {};
  return wrong_argument(concat({"limit is over ", with_thousands(kMostValues)}));
}

}  // namespace

Result<TimelineRequest> check_request(const dateline_timeline_request* given) {
  if (given == nullptr || given->size < sizeof(dateline_timeline_request)) {
    return not_filled("dateline_timeline_request_init");
  }
  auto query = query_of(given->query);
  if (!query) return std::move(query).error();
  const unsigned step = number_of(given->step);
  if (step > DATELINE_STEP_DAY) return wrong_argument(concat({"unknown date step ", std::to_string(step)}));
  if (given->peaks > kMostPeaks) return wrong_argument(concat({"peaks is over ", with_thousands(kMostPeaks)}));
  return TimelineRequest{.query = std::move(*query), .step = static_cast<DateStep>(step), .peaks = given->peaks};
}

Result<CompareRequest> check_request(const dateline_compare_request* given) {
  if (given == nullptr || given->size < sizeof(dateline_compare_request)) {
    return not_filled("dateline_compare_request_init");
  }
  auto first = query_of(given->first);
  if (!first) return std::move(first).error();
  CompareRequest out{.first = std::move(*first), .second = text_of(given->second), .kinds = {}, .limit = given->limit};
  if (auto copied = copy_kinds(given->kinds, given->kind_count, out.kinds); !copied) return std::move(copied).error();
  if (auto checked = check_limit(given->limit); !checked) return std::move(checked).error();
  return out;
}

Result<TrendsRequest> check_request(const dateline_trends_request* given) {
  if (given == nullptr || given->size < sizeof(dateline_trends_request)) {
    return not_filled("dateline_trends_request_init");
  }
  auto query = query_of(given->query);
  if (!query) return std::move(query).error();
  TrendsRequest out;
  out.query = std::move(*query);
  if (given->since != nullptr && *given->since != '\0') out.since = given->since;
  out.until = text_of(given->until);
  out.limit = given->limit;
  out.falling = given->falling != 0;
  if (auto copied = copy_kinds(given->kinds, given->kind_count, out.kinds); !copied) return std::move(copied).error();
  if (auto checked = check_limit(given->limit); !checked) return std::move(checked).error();
  return out;
}

}  // namespace dateline

extern "C" {

void dateline_timeline_request_init(dateline_timeline_request* request, size_t size) {
  dateline_timeline_request defaults;
  std::memset(static_cast<void*>(&defaults), 0, sizeof defaults);
  defaults.peaks = dateline::TimelineRequest{}.peaks;
  dateline::fill_with_defaults(request, size, defaults);
}

void dateline_compare_request_init(dateline_compare_request* request, size_t size) {
  dateline_compare_request defaults;
  std::memset(static_cast<void*>(&defaults), 0, sizeof defaults);
  defaults.limit = dateline::CompareRequest{}.limit;
  dateline::fill_with_defaults(request, size, defaults);
}

void dateline_trends_request_init(dateline_trends_request* request, size_t size) {
  dateline_trends_request defaults;
  std::memset(static_cast<void*>(&defaults), 0, sizeof defaults);
  defaults.limit = dateline::TrendsRequest{}.limit;
  dateline::fill_with_defaults(request, size, defaults);
}

}  // extern "C"
