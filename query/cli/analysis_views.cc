// The library's analyses → views.
#include "query/cli/analysis_views.h"

#include <span>

namespace dateline::cli {
namespace {

std::string name_of(api::Kind kind) {
  switch (kind) {
    case DATELINE_PERSON:
      return "person";
    case DATELINE_PLACE:
      return "place";
    case DATELINE_ORGANIZATION:
      return "organization";
    case DATELINE_SOURCE:
      return "source";
    case DATELINE_AUTHOR:
      return "author";
    case DATELINE_LANGUAGE:
      return "language";
    case DATELINE_COUNTRY:
      return "country";
    case DATELINE_DATE:
    case DATELINE_ANY_ENTITY:
    case DATELINE_WORD:
      break;
  }
  return "word";
}

TypicalView view_of(const api::Typical& value) {
  return {value.name, value.here, value.there, value.score};
}

std::vector<TypicalView> views_of(const api::Typical* values, std::size_t count) {
  std::vector<TypicalView> views;
  for (const api::Typical& value : std::span(values, count)) views.push_back(view_of(value));
  return views;
}

std::vector<std::string> names_of(const api::Typical* values, std::size_t count) {
  std::vector<std::string> names;
  for (const api::Typical& value : std::span(values, count)) names.emplace_back(value.name);
  return names;
}

template <class Answer>
std::vector<std::string> notes_of(const Answer& answer) {
  std::vector<std::string> notes;
  for (const std::string_view note : answer.notes()) notes.emplace_back(note);
  return notes;
}

PeakView view_of(const api::Peak& peak) {
  PeakView view{.first = peak.first, .last = peak.last, .articles = peak.articles, .expected = peak.expected};
  view.names = names_of(peak.names, peak.name_count);
  view.words = names_of(peak.words, peak.word_count);
  for (const dateline_headline& headline : std::span(peak.headlines, peak.headline_count)) {
    view.headlines.push_back({headline.id, headline.title, headline.published, headline.source});
  }
  return view;
}

}  // namespace

TimelineView view_of(const api::Timeline& timeline) {
  TimelineView view{.matched = timeline.matched(), .undated = timeline.undated(), .imprecise = timeline.imprecise()};
  view.step = timeline.step() == DATELINE_STEP_YEAR ? "year" : timeline.step() == DATELINE_STEP_MONTH ? "month" : "day";
  view.took_ms = timeline.took_ms();
  for (const api::Period period : timeline.periods()) {
    view.periods.push_back({period.period, period.articles, period.of, period.peak});
  }
  for (const api::Peak& peak : timeline.peaks()) view.peaks.push_back(view_of(peak));
  view.notes = notes_of(timeline);
  return view;
}

ComparisonView view_of(const api::Comparison& comparison, const api::CompareRequest& request) {
  ComparisonView view{.first_query = request.first.query, .second_query = request.second};
  view.first = comparison.first();
  view.second = comparison.second();
  view.both = comparison.both();
  view.took_ms = comparison.took_ms();
  for (const api::Compared& kind : comparison.kinds()) {
    view.kinds.push_back({.kind = name_of(kind.kind),
                          .exact = kind.exact != 0,
                          .read_first = kind.read_first,
                          .read_second = kind.read_second,
                          .first = views_of(kind.first, kind.first_count),
                          .second = views_of(kind.second, kind.second_count)});
  }
  view.notes = notes_of(comparison);
  return view;
}

TrendsView view_of(const api::Trends& trends) {
  TrendsView view;
  view.since = trends.since();
  view.until = trends.until();
  view.before_since = trends.before_since();
  view.before_until = trends.before_until();
  view.until_newest = trends.until_newest();
  view.falling = trends.falling();
  view.now = trends.now();
  view.before = trends.before();
  view.unplaced = trends.unplaced();
  view.took_ms = trends.took_ms();
  for (const api::TrendsOfKind& kind : trends.kinds()) {
    TrendKindView& added = view.kinds.emplace_back();
    added.kind = name_of(kind.kind);
    added.exact = kind.exact != 0;
    added.read_now = kind.read_now;
    added.read_before = kind.read_before;
    for (const api::Trend& trend : std::span(kind.trends, kind.trend_count)) {
      added.values.push_back({view_of(trend.value), trend.ratio, {trend.series, trend.series + trend.series_count}});
    }
  }
  view.notes = notes_of(trends);
  return view;
}

}  // namespace dateline::cli
