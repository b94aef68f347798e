// Runs matches on one opened revision of the index. No Xapian type shows here; Xapian's exceptions end in
// xapian_searcher.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/engine/counted_word.h"
#include "query/engine/docid.h"
#include "query/engine/query_highlights.h"
#include "query/engine/ranked_document.h"
#include "query/engine/resolved_fields.h"
#include "query/engine/search.h"
#include "query/engine/word_expansion.h"
#include "query/parser/query_tree.h"
#include "shared/columns/column.h"
#include "shared/columns/lexicon.h"
#include "shared/store/archive_paths.h"
#include "shared/store/xapian_index.h"
#include "shared/text/stemmer.h"

namespace dateline {

// A stem that only ranks, and how much it weighs against a word that was typed.
struct WeightedStem {
  std::string stem;
  double weight = 0;
};

struct ArticleDocument {
  Docid document = 0;
  ArticleId article = 0;
};

// A compiled query; the searcher that made it runs it.
class PreparedQuery {
 public:
  struct Impl;
  explicit PreparedQuery(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  [[nodiscard]] const Impl& impl() const { return *impl_; }

  // Whether the time was over, so far, before all was looked at: what was found is a part of the answer.
  [[nodiscard]] bool stopped() const;
  // False where stopped, or where a pattern stands for more words than are searched.
  [[nodiscard]] bool is_exact() const;
  [[nodiscard]] const std::vector<std::string>& notes() const;  // what its patterns came to

 private:
  std::shared_ptr<const Impl> impl_;
};

struct SearchColumns {
  std::shared_ptr<const ColumnReader> facets, tokens;
  std::shared_ptr<const LexiconReader> lexicon;
};

// One thread an object.
class XapianSearcher {
 public:
  static Result<XapianSearcher> open(const ArchivePaths& paths, std::uint32_t generation);
  XapianSearcher(XapianSearcher&&) noexcept;
  XapianSearcher& operator=(XapianSearcher&&) noexcept;
  ~XapianSearcher();

  [[nodiscard]] const IndexState& state() const;
  // True where a writer has committed since this was opened: open another one.
  Result<bool> is_outdated();
  // After an error: whether the writer had moved on too far under a running match. Open another one and ask again.
  [[nodiscard]] bool was_overtaken() const;

  Result<PreparedQuery> prepare(const QueryNode& tree, const ResolvedFields& fields, MatchMode match,
                                const SearchColumns& columns, Stemmer& stemmer);
  // What of the query can be shown in the text of a hit.
  Result<std::vector<HighlightForm>> highlights(const QueryNode& tree, const SearchColumns& columns, Stemmer& stemmer);
  // How many articles have each of these values as stored, in their order.
  Result<std::vector<std::uint64_t>> articles_of(std::span<const FacetId> stored);
  // How many articles have at least one of them.
  Result<std::uint64_t> articles_with_any(const std::vector<FacetId>& stored);
  // Words of the archive that begin with `prefix` (folded), most frequent first, at most `limit`. Looks at `most` of
  // them; *whole says whether these were all.
  Result<std::vector<CountedWord>> words_from(const std::string& prefix, std::size_t limit, std::size_t most,
                                              bool* whole);
  // The `count` best with all that tie with the last of them (same score and time; up to some thousand more): ties are
  // still to be broken.
  Result<std::vector<RankedDocument>> best(const PreparedQuery& query, std::uint64_t count);
  // These documents (ascending) with their times, without scores, in the same order.
  Result<std::vector<RankedDocument>> with_times(const DocidList& documents);
  // All matches by document id, with their scores and without times.
  Result<std::vector<RankedDocument>> every_score(const PreparedQuery& query);
  // The same matches, their weights multiplied by `own_share` and added to those of the stems.
  static PreparedQuery with_more_words(const PreparedQuery& query, double own_share,
                                       const std::vector<WeightedStem>& stems);
  // The idf of each stem: how rare it is.
  Result<std::vector<double>> rarities(const std::vector<std::string>& stems);
  // Which articles these documents are, in the same order.
  Result<std::vector<ArticleId>> articles_at(const DocidList& documents);
  // The weight of the words of the query in one article, of which a hit's score is made; 0 where it does not match.
  Result<double> score_of(const PreparedQuery& query, ArticleId article);
  Result<bool> has_match(const PreparedQuery& query, ArticleId article);
  // The compiled query, as Xapian describes it.
  Result<std::string> describe(const PreparedQuery& query);
  // The words of the tree's patterns, as far as they were looked up.
  [[nodiscard]] Expansions known_expansions(const QueryNode& tree) const;
  // Words of the archive that `word` (folded) is perhaps a slip for, the likeliest first.
  Result<std::vector<CountedWord>> words_near(const std::string& word, std::size_t limit);
  Result<std::uint64_t> articles_with_term(const std::string& stem);
  // All matches; `without`: as if nothing of that kind were selected.
  Result<DocidList> matches(const PreparedQuery& query, std::optional<FacetKind> without = std::nullopt);
  // Where these articles are, ascending by document; those that this revision does not have are left out.
  Result<std::vector<ArticleDocument>> documents_of(std::span<const ArticleId> articles);

 private:
  struct Impl;
  static void take_notes(const QueryNode& tree, const Expansions& expansions, PreparedQuery::Impl& prepared);
  explicit XapianSearcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
