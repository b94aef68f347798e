// What is asked and answered about many articles at once: over time, against each other, lately. Plain values, as
// search.h has them for searches. How the figures are made: docs/analysis.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/engine/search.h"

namespace dateline {

// A name or a word that some articles have more often than others.
struct TypicalValue {
  std::optional<FacetKind> kind;  // nullopt: a word
  std::string id;                 // of a name: decimal FacetId; "" for words
  std::string name;
  std::uint64_t here = 0, there = 0;  // articles that have it: of these, of those it is held against
  double score = 0;                   // log-likelihood ratio G²
};

// What is looked at: kinds of names, and words.
struct AnalysedKinds {
  std::vector<FacetKind> facets = {FacetKind::kPerson, FacetKind::kPlace, FacetKind::kOrganization};
  bool words = true;
};

// ---- over time

struct TimelineRequest {
  SearchRequest query;  // of it: text, match, selections, date_filter
  DateStep step = DateStep::kAuto;
  std::size_t peaks = 5;  // the strongest; 0: none are looked for
};

struct TimelinePeriod {
  std::string period;          // "2024", "2024-08", "2024-08-16"
  std::uint64_t articles = 0;  // that match
  std::uint64_t of = 0;        // articles of the archive in this period
  std::size_t peak = 0;        // which peak it is a part of, from 1; 0: none
};

struct Headline {
  std::string id;  // the article's key
  std::string title;
  std::string published;
  std::string source;
};

// Neighbouring periods with many more matches than the time around them.
struct TimelinePeak {
  std::string first, last;                 // periods; the same for a peak of one
  std::string top;                         // the one that stands out most
  std::uint64_t articles = 0;              // that match, in all of it
  double expected = 0;                     // how many there would be at the usual rate
  double score = 0;                        // of `top`: standard deviations above the usual
  std::vector<TypicalValue> names, words;  // against the other matches, the most typical first
  std::vector<Headline> headlines;         // of the articles that have most of these
};

struct Timeline {
  std::string query_text, parsed;
  DateStep step = DateStep::kDay;
  std::uint64_t matched = 0;
  std::uint64_t undated = 0;            // matches without a date
  std::uint64_t imprecise = 0;          // matches whose date is known less precisely than the step
  std::vector<TimelinePeriod> periods;  // without a gap from the first match to the last
  std::vector<TimelinePeak> peaks;      // in the order of time
  std::vector<std::string> notes;
  double took_ms = 0;
};

// ---- against each other

struct CompareRequest {
  SearchRequest first;  // of it: text, match, selections, date_filter; all but the text hold for both
  std::string second;   // query text
  AnalysedKinds kinds;
  std::size_t limit = 10;  // typical values of each kind and side; 0: all
};

struct ComparedKind {
  std::optional<FacetKind> kind;  // nullopt: words
  bool exact = true;
  std::uint64_t read_first = 0, read_second = 0;  // articles that were counted: all, where exact
  std::vector<TypicalValue> first, second;        // typical of one and not of the other
};

struct ComparedQuery {
  std::string text, parsed;
  std::uint64_t matched = 0;
};

struct Comparison {
  ComparedQuery first, second;
  std::uint64_t both = 0;  // articles that match both
  std::vector<ComparedKind> kinds;
  std::vector<std::string> notes;
  double took_ms = 0;
};

// ---- lately

struct TrendsRequest {
  SearchRequest query;       // of it: text, match, selections; "" or "*": every article
  std::string since = "7d";  // "7d", "2w", "3m", "1y" before the end, or a date
  std::string until;         // a date; "": the day of the archive's newest article
  AnalysedKinds kinds = {.facets = AnalysedKinds{}.facets, .words = false};
  std::size_t limit = 10;  // values of each kind; 0: all
  bool falling = false;    // what became rarer instead
};

struct TrendValue {
  TypicalValue value;                 // here: in the window; there: in the time before
  double ratio = 0;                   // of its shares of the articles now and before, smoothed
  std::vector<std::uint64_t> series;  // articles in each step from the begin of the time before to the window's end
};

struct TrendKind {
  std::optional<FacetKind> kind;  // nullopt: words
  bool exact = true;
  std::uint64_t read_now = 0, read_before = 0;  // articles that were counted: all, where exact
  std::vector<TrendValue> values;
};

struct Trends {
  std::string query_text, parsed;
  std::string since, until;                // the window, days, both inclusive
  std::string before_since, before_until;  // the time that it is held against
  bool until_newest = false;               // the end was not asked for: it is the newest article's day
  bool falling = false;
  std::uint64_t now = 0, before = 0;  // articles that match in them
  std::uint64_t unplaced = 0;         // matches without a date, or of one that is not known to the day
  std::uint64_t step_days = 1;        // of the series
  std::vector<TrendKind> kinds;
  std::vector<std::string> notes;
  double took_ms = 0;
};

}  // namespace dateline
