// Count, find the peaks, have them explained.
#include "query/engine/timeline.h"

#include <algorithm>

#include "query/engine/match_set.h"
#include "query/engine/peak_story.h"
#include "query/engine/timeline_peaks.h"
#include "query/engine/timeline_periods.h"
#include "shared/columns/facet_record.h"

namespace dateline {
namespace {

class TimelineMaker {
 public:
  TimelineMaker(const EntityReader& reader, const TimelineRequest& request, Timeline& out)
      : reader_(reader), request_(request), out_(out) {}

  Result<void> make() {
    auto matched = match_articles(reader_, request_.query);
    if (!matched) return std::move(matched).error();
    matches_ = std::move(matched->documents);
    out_.parsed = std::move(matched->parsed);
    out_.notes = std::move(matched->notes);
    out_.matched = matches_.size();
    if (!choose_step()) return {};
    place_matches();
    const auto all = all_articles(reader_);
    if (!all) return all.error();
    count_all(*all);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      out_.periods.push_back({.period = name(i), .articles = counts_[i].matches, .of = counts_[i].of});
    }
    return request_.peaks == 0 ? Result<void>() : find_and_explain(all->size());
  }

 private:
  [[nodiscard]] PackedDate date_of(Docid docid) const {
    return FacetRecord(reader_.snapshot.columns.facets->record(docid)).date();
  }
  [[nodiscard]] std::string name(std::size_t at) const {
    return period_name(first_ + static_cast<PeriodNumber>(at), out_.step);
  }

  // False where no match has a date.
  bool choose_step() {
    PackedDate first = 0, last = 0;
    for (const Docid docid : matches_) {
      const PackedDate date = date_of(docid);
      if (date == 0) {
        ++out_.undated;
        continue;
      }
      if (first == 0 || date < first) first = date;
      last = std::max(last, date);
    }
    out_.step = step_for(request_.step, first, last);
    if (request_.step != DateStep::kAuto && out_.step != request_.step) {
      out_.notes.emplace_back("there would be too many periods: they are counted in longer ones");
    }
    return last != 0;
  }

  void place_matches() {
    std::vector<std::pair<PeriodNumber, Docid>> placed;
    for (const Docid docid : matches_) {
      const PackedDate date = date_of(docid);
      if (const auto period = period_of(date, out_.step)) {
        placed.emplace_back(*period, docid);
      } else if (date != 0) {
        ++out_.imprecise;
      }
    }
    if (placed.empty()) return;
    const auto [first, last] = std::minmax_element(placed.begin(), placed.end());
    first_ = first->first;
    counts_.resize(static_cast<std::size_t>(last->first - first_) + 1);
    documents_.resize(counts_.size());
    for (const auto& [period, docid] : placed) {
      const auto at = static_cast<std::size_t>(period - first_);
      ++counts_[at].matches;
      documents_[at].push_back(docid);
    }
  }

  void count_all(const DocidList& all) {
    for (const Docid docid : all) {
      const auto period = period_of(date_of(docid), out_.step);
      if (!period || *period < first_ || *period - first_ >= static_cast<PeriodNumber>(counts_.size())) continue;
      ++counts_[static_cast<std::size_t>(*period - first_)].of;
    }
  }

  // Where the query matches most of the archive, its share says nothing: then the counts themselves are looked at.
  Result<void> find_and_explain(std::size_t articles) {
    std::vector<PeakSpan> spans = find_peaks(counts_, 2 * matches_.size() <= articles);
    std::stable_sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    if (spans.size() > request_.peaks) spans.resize(request_.peaks);
    std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    if (spans.empty()) return {};
    PeakExplainer explainer(reader_, matches_);
    for (const PeakSpan& span : spans) {
      TimelinePeak peak{.first = name(span.first), .last = name(span.last), .top = name(span.top)};
      peak.expected = span.expected;
      peak.score = span.score;
      DocidList documents;
      for (std::size_t i = span.first; i <= span.last; ++i) {
        documents.insert(documents.end(), documents_[i].begin(), documents_[i].end());
        out_.periods[i].peak = out_.peaks.size() + 1;
      }
      std::sort(documents.begin(), documents.end());
      peak.articles = documents.size();
      if (auto done = explainer.explain(documents, peak); !done) return done;
      out_.peaks.push_back(std::move(peak));
    }
    return {};
  }

  const EntityReader& reader_;
  const TimelineRequest& request_;
  Timeline& out_;
  DocidList matches_;
  PeriodNumber first_ = 0;
  std::vector<PeriodCount> counts_;   // by period from first_ on
  std::vector<DocidList> documents_;  // likewise
};

}  // namespace

Result<void> fill_timeline(const EntityReader& reader, const TimelineRequest& request, Timeline& out) {
  return TimelineMaker(reader, request, out).make();
}

}  // namespace dateline
