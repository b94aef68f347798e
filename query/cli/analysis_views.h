// Timelines, comparisons and trends as plain values, as views.h has results.
#pragma once

#include <cstdint>
#include <dateline_analysis.hpp>
#include <string>
#include <vector>

namespace dateline::cli {

struct TypicalView {
  std::string name;
  std::uint64_t here = 0, there = 0;  // articles
  double score = 0;
};

struct PeriodView {
  std::string period;
  std::uint64_t articles = 0, of = 0;
  std::size_t peak = 0;  // from 1; 0: none
};

struct HeadlineView {
  std::string id, title, published, source;
};

struct PeakView {
  std::string first, last;
  std::uint64_t articles = 0;
  double expected = 0;
  std::vector<std::string> names, words;
  std::vector<HeadlineView> headlines;
};

struct TimelineView {
  std::uint64_t matched = 0, undated = 0, imprecise = 0;
  std::string step;  // "day", "month", "year"
  double took_ms = 0;
  std::vector<PeriodView> periods;
  std::vector<PeakView> peaks;
  std::vector<std::string> notes;
};

struct ComparedView {
  std::string kind;  // "person", …, "word"
  bool exact = true;
  std::uint64_t read_first = 0, read_second = 0;
  std::vector<TypicalView> first, second;
};

struct ComparisonView {
  std::string first_query, second_query;
  std::uint64_t first = 0, second = 0, both = 0;
  double took_ms = 0;
  std::vector<ComparedView> kinds;
  std::vector<std::string> notes;
};

struct TrendView {
  TypicalView value;  // here: now; there: before
  double ratio = 0;
  std::vector<std::uint64_t> series;
};

struct TrendKindView {
  std::string kind;
  bool exact = true;
  std::uint64_t read_now = 0, read_before = 0;
  std::vector<TrendView> values;
};

struct TrendsView {
  std::string since, until, before_since, before_until;
  bool until_newest = false, falling = false;
  std::uint64_t now = 0, before = 0, unplaced = 0;
  double took_ms = 0;
  std::vector<TrendKindView> kinds;
  std::vector<std::string> notes;
};

TimelineView view_of(const api::Timeline& timeline);
ComparisonView view_of(const api::Comparison& comparison, const api::CompareRequest& request);
TrendsView view_of(const api::Trends& trends);

}  // namespace dateline::cli
