// The order of hits: BM25, then how near the words stand in the best ones, age and feedback where they are asked for,
// and ties by date and id. What is computed and why: docs/ranking.md. Knows no Xapian and no SQLite.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/engine/archive_reader.h"
#include "query/engine/feedback.h"
#include "query/engine/proximity.h"
#include "query/engine/ranked_document.h"
#include "query/engine/search.h"

namespace dateline {

// So many of the first hits are ordered by proximity too: always the same ones, so that pages fit together.
inline constexpr std::uint64_t kProximityDepth = 200;

struct RankOrder {
  SortOrder sort = SortOrder::kRelevance;
  double half_life_days = 0;  // as in SearchRequest
};

// One query on one snapshot. References must outlive it. One thread.
class ArticleRanker {
 public:
  ArticleRanker(const RankOrder& order, const QueryNode& tree, IndexSnapshot& snapshot, const Catalog& catalog,
                Stemmer& stemmer)
      : order_(order), tree_(tree), snapshot_(snapshot), catalog_(catalog), stemmer_(stemmer) {}

  // Looks at the first page and makes the query that ranks by what its articles have in common, too: the same matches.
  // At most once, before rank(). By date there is nothing to add.
  Result<PreparedQuery> expand(PreparedQuery query);
  // Hits from `offset` on: the pieces of one order, however it is cut.
  Result<std::vector<RankedArticle>> rank(const PreparedQuery& query, std::uint64_t offset, std::uint64_t limit);
  // What expand() added: its words, their shares of the score adding up to Feedback::share.
  [[nodiscard]] const Feedback& feedback() const { return feedback_; }

 private:
  Result<std::vector<RankedDocument>> in_order(const PreparedQuery& query, std::uint64_t count, bool aged);
  Result<std::vector<RankedDocument>> first_stage(const PreparedQuery& query, std::uint64_t count, bool aged);
  Result<std::vector<RankedDocument>> first_by_time(const PreparedQuery& query, std::uint64_t count);
  Result<void> prepare_proximity();
  void move_near_words_up(std::vector<RankedDocument>& ranked, bool aged);
  Result<std::vector<RankedArticle>> with_articles(const std::vector<RankedDocument>& ranked) const;

  RankOrder order_;
  const QueryNode& tree_;
  IndexSnapshot& snapshot_;
  const Catalog& catalog_;
  Stemmer& stemmer_;
  std::optional<ProximityScorer> proximity_;
  Feedback feedback_;
};

}  // namespace dateline
