// Comparisons of the C ABI.
#include "query/api/analysis_request_check.h"
#include "query/api/analysis_rows.h"
#include "query/api/boundary.h"
#include "query/api/given_struct.h"
#include "query/api/handles.h"
#include "query/engine/analysis_json.h"

// Never changed once it is made: any number of threads may read it. Rows point into `comparison` and into each other.
struct dateline_comparison {
  dateline::Comparison comparison;
  std::vector<std::vector<dateline_typical>> values;  // of each kind both sides
  std::vector<dateline_compared> kinds;
  std::string json;
};

namespace {

using dateline::Result;

std::unique_ptr<dateline_comparison> make_comparison(dateline::Comparison found) {
  auto out = std::make_unique<dateline_comparison>();
  out->json = dateline::comparison_to_json(found);
  out->comparison = std::move(found);
  for (const dateline::ComparedKind& kind : out->comparison.kinds) {
    out->values.push_back(dateline::typical_rows(kind.first));
    const dateline_typical* const first = out->values.back().data();
    out->values.push_back(dateline::typical_rows(kind.second));
    out->kinds.push_back({.kind = dateline::kind_of_values(kind.kind),
                          .exact = kind.exact ? 1 : 0,
                          .read_first = kind.read_first,
                          .read_second = kind.read_second,
                          .first_count = kind.first.size(),
                          .first = first,
                          .second_count = kind.second.size(),
                          .second = out->values.back().data()});
  }
  return out;
}

}  // namespace

extern "C" {

dateline_code dateline_compare(dateline_archive* archive, const dateline_compare_request* request,
                               dateline_comparison** comparison, dateline_error** error) {
  if (comparison != nullptr) *comparison = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || comparison == nullptr) return dateline::wrong_argument("an argument is NULL");
    const auto checked = dateline::check_request(request);
    if (!checked) return checked.error();
    auto found = archive->engine.compare(*checked);
    if (!found) return std::move(found).error();
    *comparison = make_comparison(std::move(*found)).release();
    return {};
  });
}

void dateline_comparison_free(dateline_comparison* comparison) {
  delete comparison;
}
uint64_t dateline_comparison_first(const dateline_comparison* comparison) {
  return comparison == nullptr ? 0 : comparison->comparison.first.matched;
}
uint64_t dateline_comparison_second(const dateline_comparison* comparison) {
  return comparison == nullptr ? 0 : comparison->comparison.second.matched;
}
uint64_t dateline_comparison_both(const dateline_comparison* comparison) {
  return comparison == nullptr ? 0 : comparison->comparison.both;
}
double dateline_comparison_took_ms(const dateline_comparison* comparison) {
  return comparison == nullptr ? 0 : comparison->comparison.took_ms;
}
size_t dateline_comparison_note_count(const dateline_comparison* comparison) {
  return comparison == nullptr ? 0 : comparison->comparison.notes.size();
}
const char* dateline_comparison_note(const dateline_comparison* comparison, size_t index) {
  return index < dateline_comparison_note_count(comparison) ? comparison->comparison.notes[index].c_str() : "";
}
size_t dateline_comparison_kind_count(const dateline_comparison* comparison) {
  return comparison == nullptr ? 0 : comparison->kinds.size();
}
const dateline_compared* dateline_comparison_kind(const dateline_comparison* comparison, size_t index) {
  return index < dateline_comparison_kind_count(comparison) ? &comparison->kinds[index] : nullptr;
}
const char* dateline_comparison_json(const dateline_comparison* comparison) {
  return comparison == nullptr ? "" : comparison->json.c_str();
}

}  // extern "C"
