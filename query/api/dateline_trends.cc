// Trends of the C ABI.
#include "query/api/analysis_request_check.h"
#include "query/api/analysis_rows.h"
#include "query/api/boundary.h"
#include "query/api/given_struct.h"
#include "query/api/handles.h"
#include "query/engine/analysis_json.h"

// Never changed once it is made: any number of threads may read it. Rows point into `trends` and into each other.
struct dateline_trends {
  dateline::Trends trends;
  std::vector<std::vector<dateline_trend>> rows;  // of each kind
  std::vector<dateline_trend_kind> kinds;
  std::string json;
};

namespace {

using dateline::Result;

std::unique_ptr<dateline_trends> make_trends(dateline::Trends found) {
  auto out = std::make_unique<dateline_trends>();
  out->json = dateline::trends_to_json(found);
  out->trends = std::move(found);
  for (const dateline::TrendKind& kind : out->trends.kinds) {
    auto& rows = out->rows.emplace_back();
    for (const dateline::TrendValue& trend : kind.values) {
      rows.push_back({.value = dateline::typical_row(trend.value),
                      .ratio = trend.ratio,
                      .series_count = trend.series.size(),
                      .series = trend.series.data()});
    }
    out->kinds.push_back({.kind = dateline::kind_of_values(kind.kind),
                          .exact = kind.exact ? 1 : 0,
                          .read_now = kind.read_now,
                          .read_before = kind.read_before,
                          .trend_count = rows.size(),
                          .trends = rows.data()});
  }
  return out;
}

}  // namespace

extern "C" {

dateline_code dateline_find_trends(dateline_archive* archive, const dateline_trends_request* request,
                                   dateline_trends** trends, dateline_error** error) {
  if (trends != nullptr) *trends = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || trends == nullptr) return dateline::wrong_argument("an argument is NULL");
    const auto checked = dateline::check_request(request);
    if (!checked) return checked.error();
    auto found = archive->engine.trends(*checked);
    if (!found) return std::move(found).error();
    *trends = make_trends(std::move(*found)).release();
    return {};
  });
}

void dateline_trends_free(dateline_trends* trends) {
  delete trends;
}
const char* dateline_trends_since(const dateline_trends* trends) {
  return trends == nullptr ? "" : trends->trends.since.c_str();
}
const char* dateline_trends_until(const dateline_trends* trends) {
  return trends == nullptr ? "" : trends->trends.until.c_str();
}
const char* dateline_trends_before_since(const dateline_trends* trends) {
  return trends == nullptr ? "" : trends->trends.before_since.c_str();
}
const char* dateline_trends_before_until(const dateline_trends* trends) {
  return trends == nullptr ? "" : trends->trends.before_until.c_str();
}
int dateline_trends_until_newest(const dateline_trends* trends) {
  return trends != nullptr && trends->trends.until_newest ? 1 : 0;
}
int dateline_trends_falling(const dateline_trends* trends) {
  return trends != nullptr && trends->trends.falling ? 1 : 0;
}
uint64_t dateline_trends_now(const dateline_trends* trends) {
  return trends == nullptr ? 0 : trends->trends.now;
}
uint64_t dateline_trends_before(const dateline_trends* trends) {
  return trends == nullptr ? 0 : trends->trends.before;
}
uint64_t dateline_trends_unplaced(const dateline_trends* trends) {
  return trends == nullptr ? 0 : trends->trends.unplaced;
}
uint64_t dateline_trends_step_days(const dateline_trends* trends) {
  return trends == nullptr ? 0 : trends->trends.step_days;
}
double dateline_trends_took_ms(const dateline_trends* trends) {
  return trends == nullptr ? 0 : trends->trends.took_ms;
}
size_t dateline_trends_note_count(const dateline_trends* trends) {
  return trends == nullptr ? 0 : trends->trends.notes.size();
}
const char* dateline_trends_note(const dateline_trends* trends, size_t index) {
  return index < dateline_trends_note_count(trends) ? trends->trends.notes[index].c_str() : "";
}
size_t dateline_trends_kind_count(const dateline_trends* trends) {
  return trends == nullptr ? 0 : trends->kinds.size();
}
const dateline_trend_kind* dateline_trends_kind(const dateline_trends* trends, size_t index) {
  return index < dateline_trends_kind_count(trends) ? &trends->kinds[index] : nullptr;
}
const char* dateline_trends_json(const dateline_trends* trends) {
  return trends == nullptr ? "" : trends->json.c_str();
}

}  // extern "C"
