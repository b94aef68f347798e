// Timelines of the C ABI.
#include "query/api/analysis_request_check.h"
#include "query/api/analysis_rows.h"
#include "query/api/boundary.h"
#include "query/api/given_struct.h"
#include "query/api/handles.h"
#include "query/engine/analysis_json.h"

// Never changed once it is made: any number of threads may read it. Rows point into `timeline` and into each other.
struct dateline_timeline {
  dateline::Timeline timeline;
  std::vector<dateline_period> periods;
  std::vector<std::vector<dateline_typical>> values;  // names and words of each peak
  std::vector<std::vector<dateline_headline>> headlines;
  std::vector<dateline_peak> peaks;
  std::string json;
};

namespace {

using dateline::Result;

void add_peak(const dateline::TimelinePeak& peak, dateline_timeline& out) {
  const auto& names = out.values.emplace_back(dateline::typical_rows(peak.names));
  const dateline_typical* const first_name = names.data();
  const auto& words = out.values.emplace_back(dateline::typical_rows(peak.words));
  auto& headlines = out.headlines.emplace_back();
  for (const dateline::Headline& headline : peak.headlines) {
    headlines.push_back(
        {headline.id.c_str(), headline.title.c_str(), headline.published.c_str(), headline.source.c_str()});
  }
  out.peaks.push_back({.first = peak.first.c_str(),
                       .last = peak.last.c_str(),
                       .top = peak.top.c_str(),
                       .articles = peak.articles,
                       .expected = peak.expected,
                       .score = peak.score,
                       .name_count = peak.names.size(),
                       .names = first_name,
                       .word_count = words.size(),
                       .words = words.data(),
                       .headline_count = headlines.size(),
                       .headlines = headlines.data()});
}

std::unique_ptr<dateline_timeline> make_timeline(dateline::Timeline found) {
  auto out = std::make_unique<dateline_timeline>();
  out->json = dateline::timeline_to_json(found);
  out->timeline = std::move(found);
  for (const dateline::TimelinePeriod& period : out->timeline.periods) {
    out->periods.push_back({period.period.c_str(), period.articles, period.of, period.peak});
  }
  for (const dateline::TimelinePeak& peak : out->timeline.peaks) add_peak(peak, *out);
  return out;
}

}  // namespace

extern "C" {

dateline_code dateline_find_timeline(dateline_archive* archive, const dateline_timeline_request* request,
                                     dateline_timeline** timeline, dateline_error** error) {
  if (timeline != nullptr) *timeline = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || timeline == nullptr) return dateline::wrong_argument("an argument is NULL");
    const auto checked = dateline::check_request(request);
    if (!checked) return checked.error();
    auto found = archive->engine.timeline(*checked);
    if (!found) return std::move(found).error();
    *timeline = make_timeline(std::move(*found)).release();
    return {};
  });
}

void dateline_timeline_free(dateline_timeline* timeline) {
  delete timeline;
}
uint64_t dateline_timeline_matched(const dateline_timeline* timeline) {
  return timeline == nullptr ? 0 : timeline->timeline.matched;
}
uint64_t dateline_timeline_undated(const dateline_timeline* timeline) {
  return timeline == nullptr ? 0 : timeline->timeline.undated;
}
uint64_t dateline_timeline_imprecise(const dateline_timeline* timeline) {
  return timeline == nullptr ? 0 : timeline->timeline.imprecise;
}
dateline_step dateline_timeline_step(const dateline_timeline* timeline) {
  return timeline == nullptr ? DATELINE_STEP_DAY : static_cast<dateline_step>(timeline->timeline.step);
}
double dateline_timeline_took_ms(const dateline_timeline* timeline) {
  return timeline == nullptr ? 0 : timeline->timeline.took_ms;
}
size_t dateline_timeline_note_count(const dateline_timeline* timeline) {
  return timeline == nullptr ? 0 : timeline->timeline.notes.size();
}
const char* dateline_timeline_note(const dateline_timeline* timeline, size_t index) {
  return index < dateline_timeline_note_count(timeline) ? timeline->timeline.notes[index].c_str() : "";
}
size_t dateline_timeline_period_count(const dateline_timeline* timeline) {
  return timeline == nullptr ? 0 : timeline->periods.size();
}
const dateline_period* dateline_timeline_period(const dateline_timeline* timeline, size_t index) {
  return index < dateline_timeline_period_count(timeline) ? &timeline->periods[index] : nullptr;
}
size_t dateline_timeline_peak_count(const dateline_timeline* timeline) {
  return timeline == nullptr ? 0 : timeline->peaks.size();
}
const dateline_peak* dateline_timeline_peak(const dateline_timeline* timeline, size_t index) {
  return index < dateline_timeline_peak_count(timeline) ? &timeline->peaks[index] : nullptr;
}
const char* dateline_timeline_json(const dateline_timeline* timeline) {
  return timeline == nullptr ? "" : timeline->json.c_str();
}

}  // extern "C"
