// dateline_analysis.h for C++20: free functions on an Archive. The rules are those of dateline.hpp; rows live as long
// as the answer that they came from.
#pragma once

#include <dateline_analysis.h>
#include <dateline.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::api {

using Typical = dateline_typical;
using Period = dateline_period;
using Peak = dateline_peak;
using Compared = dateline_compared;
using Trend = dateline_trend;
using TrendsOfKind = dateline_trend_kind;

// See dateline_timeline_request, and so on, for what each member means.
struct TimelineRequest {
  Request query = {};
  Step step = DATELINE_STEP_AUTO;
  std::size_t peaks = 5;
};

struct CompareRequest {
  Request first = {};
  std::string second = {};
  std::vector<Kind> kinds = {DATELINE_PERSON, DATELINE_PLACE, DATELINE_ORGANIZATION, DATELINE_WORD};
  std::size_t limit = 10;
};

struct TrendsRequest {
  Request query = {};
  std::string since = "7d", until = {};
  std::vector<Kind> kinds = {DATELINE_PERSON, DATELINE_PLACE, DATELINE_ORGANIZATION};
  std::size_t limit = 10;
  bool falling = false;
};

namespace detail {
struct FreeAnalysis {
  void operator()(dateline_timeline* timeline) const { dateline_timeline_free(timeline); }
  void operator()(dateline_comparison* comparison) const { dateline_comparison_free(comparison); }
  void operator()(dateline_trends* trends) const { dateline_trends_free(trends); }
};
template <class Handle>
using OwnedAnalysis = std::unique_ptr<Handle, FreeAnalysis>;
}  // namespace detail

class Timeline {
 public:
  explicit Timeline(dateline_timeline* owned) : timeline_(owned) {}
  [[nodiscard]] std::uint64_t matched() const { return dateline_timeline_matched(get()); }
  [[nodiscard]] std::uint64_t undated() const { return dateline_timeline_undated(get()); }
  [[nodiscard]] std::uint64_t imprecise() const { return dateline_timeline_imprecise(get()); }
  [[nodiscard]] Step step() const { return dateline_timeline_step(get()); }
  [[nodiscard]] double took_ms() const { return dateline_timeline_took_ms(get()); }
  [[nodiscard]] std::string_view json() const { return dateline_timeline_json(get()); }
  [[nodiscard]] auto notes() const {
    return List(dateline_timeline_note_count(get()),
                [t = get()](std::size_t i) { return std::string_view(dateline_timeline_note(t, i)); });
  }
  [[nodiscard]] auto periods() const {
    return List(dateline_timeline_period_count(get()),
                [t = get()](std::size_t i) { return *dateline_timeline_period(t, i); });
  }
  [[nodiscard]] auto peaks() const {
    return List(dateline_timeline_peak_count(get()),
                [t = get()](std::size_t i) { return *dateline_timeline_peak(t, i); });
  }

 private:
  [[nodiscard]] const dateline_timeline* get() const { return timeline_.get(); }
  detail::OwnedAnalysis<dateline_timeline> timeline_;
};

class Comparison {
 public:
  explicit Comparison(dateline_comparison* owned) : comparison_(owned) {}
  [[nodiscard]] std::uint64_t first() const { return dateline_comparison_first(get()); }
  [[nodiscard]] std::uint64_t second() const { return dateline_comparison_second(get()); }
  [[nodiscard]] std::uint64_t both() const { return dateline_comparison_both(get()); }
  [[nodiscard]] double took_ms() const { return dateline_comparison_took_ms(get()); }
  [[nodiscard]] std::string_view json() const { return dateline_comparison_json(get()); }
  [[nodiscard]] auto notes() const {
    return List(dateline_comparison_note_count(get()),
                [c = get()](std::size_t i) { return std::string_view(dateline_comparison_note(c, i)); });
  }
  [[nodiscard]] auto kinds() const {
    return List(dateline_comparison_kind_count(get()),
                [c = get()](std::size_t i) { return *dateline_comparison_kind(c, i); });
  }

 private:
  [[nodiscard]] const dateline_comparison* get() const { return comparison_.get(); }
  detail::OwnedAnalysis<dateline_comparison> comparison_;
};

class Trends {
 public:
  explicit Trends(dateline_trends* owned) : trends_(owned) {}
  [[nodiscard]] std::string_view since() const { return dateline_trends_since(get()); }
  [[nodiscard]] std::string_view until() const { return dateline_trends_until(get()); }
  [[nodiscard]] std::string_view before_since() const { return dateline_trends_before_since(get()); }
  [[nodiscard]] std::string_view before_until() const { return dateline_trends_before_until(get()); }
  [[nodiscard]] bool until_newest() const { return dateline_trends_until_newest(get()) != 0; }
  [[nodiscard]] bool falling() const { return dateline_trends_falling(get()) != 0; }
  [[nodiscard]] std::uint64_t now() const { return dateline_trends_now(get()); }
  [[nodiscard]] std::uint64_t before() const { return dateline_trends_before(get()); }
  [[nodiscard]] std::uint64_t unplaced() const { return dateline_trends_unplaced(get()); }
  [[nodiscard]] std::uint64_t step_days() const { return dateline_trends_step_days(get()); }
  [[nodiscard]] double took_ms() const { return dateline_trends_took_ms(get()); }
  [[nodiscard]] std::string_view json() const { return dateline_trends_json(get()); }
  [[nodiscard]] auto notes() const {
    return List(dateline_trends_note_count(get()),
                [t = get()](std::size_t i) { return std::string_view(dateline_trends_note(t, i)); });
  }
  [[nodiscard]] auto kinds() const {
    return List(dateline_trends_kind_count(get()), [t = get()](std::size_t i) { return *dateline_trends_kind(t, i); });
  }

 private:
  [[nodiscard]] const dateline_trends* get() const { return trends_.get(); }
  detail::OwnedAnalysis<dateline_trends> trends_;
};

inline Result<Timeline> timeline(Archive& archive, const TimelineRequest& request) {
  const detail::RawRequest query(request.query);
  dateline_timeline_request raw;
  dateline_timeline_request_init(&raw, sizeof raw);
  raw.query = query.get();
  raw.step = request.step;
  raw.peaks = request.peaks;
  dateline_timeline* timeline = nullptr;
  dateline_error* error = nullptr;
  if (dateline_find_timeline(archive.handle(), &raw, &timeline, &error) != DATELINE_OK) {
    return detail::take_error(error);
  }
  return Timeline(timeline);
}

inline Result<Comparison> compare(Archive& archive, const CompareRequest& request) {
  const detail::RawRequest first(request.first);
  dateline_compare_request raw;
  dateline_compare_request_init(&raw, sizeof raw);
  raw.first = first.get();
  raw.second = request.second.c_str();
  raw.kinds = request.kinds.data();
  raw.kind_count = request.kinds.size();
  raw.limit = request.limit;
  dateline_comparison* comparison = nullptr;
  dateline_error* error = nullptr;
  if (dateline_compare(archive.handle(), &raw, &comparison, &error) != DATELINE_OK) return detail::take_error(error);
  return Comparison(comparison);
}

inline Result<Trends> trends(Archive& archive, const TrendsRequest& request) {
  const detail::RawRequest query(request.query);
  dateline_trends_request raw;
  dateline_trends_request_init(&raw, sizeof raw);
  raw.query = query.get();
  raw.since = request.since.c_str();
  raw.until = request.until.c_str();
  raw.kinds = request.kinds.data();
  raw.kind_count = request.kinds.size();
  raw.limit = request.limit;
  raw.falling = request.falling ? 1 : 0;
  dateline_trends* trends = nullptr;
  dateline_error* error = nullptr;
  if (dateline_find_trends(archive.handle(), &raw, &trends, &error) != DATELINE_OK) return detail::take_error(error);
  return Trends(trends);
}

}  // namespace dateline::api
