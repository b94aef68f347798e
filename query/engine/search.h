// What is asked and what is answered: plain values between the engine and its callers (C ABI, through it the CLI).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/facet_id.h"
#include "shared/base/date.h"
#include "shared/base/result.h"

namespace dateline {

// Of plain words: all must occur · any · at least two thirds of them.
enum class MatchMode : std::uint8_t { kAll, kAny, kMost };
enum class SortOrder : std::uint8_t { kRelevance, kNewest, kOldest };
// kAuto: the finest with at most 24 periods between the first and the last article.
enum class DateStep : std::uint8_t { kAuto, kYear, kMonth, kDay };

// A filter from a flag: articles with this value. Selections of one kind are OR-ed, kinds are AND-ed.
struct FacetSelection {
  FacetKind kind = FacetKind::kPerson;
  std::string name;
};

// A facet to count: a kind of value, or the publication date.
struct FacetRequest {
  std::optional<FacetKind> kind;  // nullopt: date
  std::size_t limit = 10;         // values returned; 0: all. Dates: the last ones, with kAuto at least 24
  DateStep step = DateStep::kAuto;
  std::string find;  // only values of which a name contains this; "": all
};

struct SearchRequest {
  std::string text;  // the query as typed; "*" or "" with selections: every article
  MatchMode match = MatchMode::kAll;
  SortOrder sort = SortOrder::kRelevance;
  std::uint64_t offset = 0;
  std::uint64_t limit = 10;
  std::vector<FacetSelection> selections;
  std::string date_filter;  // as after `date:`; "" for none
  std::vector<FacetRequest> facets;
  std::size_t snippet_bytes = 300;  // aim; 0: no snippets
  bool expand = false;              // also rank by words that the best articles have in common
  double half_life_days = 0;        // an article this much older than the newest weighs half; 0: age is nothing
  std::uint32_t timeout_ms = 0;     // 0: none
  bool collapse = false;            // one hit for near copies of one article
  bool count_stories = false;       // facets count near copies as one
  bool mark_entities = false;       // hits say where entities stand in their snippets
  ArticleId added_after = 0;        // only articles that came after this one (Engine::mark)
  ArticleId added_until = 0;        // and no later than this one; 0: no limit
};

// A passage of plain text and where the matched words are in it (bytes).
struct Snippet {
  std::string text;
  std::vector<TextSpan> highlights;
};

// Where a person, place or organization stands in a snippet.
struct EntityMark {
  EntityKind kind = EntityKind::kPerson;
  TextSpan span;
};

struct Hit {
  std::uint64_t rank = 0;  // 1-based over all matches
  ArticleId article = 0;
  std::string id;  // the article's key
  double score = 0;
  std::string title;
  bool title_made = false;
  std::string published;  // ISO with the known precision, "" for none
  std::string source, url, path;
  Snippet snippet;
  std::uint64_t versions = 0;  // other matching articles that are near copies of this one
  std::string story;           // what these have in common: decimal FacetId; "" where the article has no near copy
  std::vector<EntityMark> entity_marks;
};

struct FacetValue {
  std::string id;  // decimal FacetId; for dates the period ("2024-08")
  std::string name;
  std::uint64_t count = 0;
  bool selected = false;
  bool excluded = false;  // the query says that no article may have it; its count is 0
};

struct Facet {
  std::string name;  // "person", …, "date"
  bool exact = true;
  std::vector<FacetValue> values;  // by falling count, then name; dates ascending, from the first to the last period
  std::uint64_t distinct = 0;      // how many values there are in all; with FacetRequest::find, of these
};

// A word that only ranks: the best articles have it in common.
struct ExpandedTerm {
  std::string term;   // a stem
  double weight = 0;  // its part of the ranking, of 1 for all words
};

struct SearchResults {
  std::string query_text;
  std::string parsed;  // the tree as an s-expression
  std::uint64_t matched = 0;
  bool exact = true;
  bool partial = false;  // the time was over: hits and counts are those of a part
  std::uint64_t offset = 0, limit = 0;
  double took_ms = 0;
  std::vector<Hit> hits;
  std::vector<Facet> facets;  // in the order asked
  std::string suggestion;  // what to try when nothing matched ("3 articles have most of these words: --match most"); ""
                           // for none
  std::vector<ExpandedTerm> expanded;  // the weightiest first; empty unless asked for and found
  std::string corrected;  // where (nearly) nothing matched: a query text of which that was perhaps a slip, and that
                          // finds more; "" for none
  std::vector<std::string> notes;  // what the reader should know: "person:baker stands for 3 people: …"
};

}  // namespace dateline
