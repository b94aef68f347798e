// Walks the posting lists of the article's words and adds up, one number a document.
#include "query/engine/xapian_similar.h"

#include <algorithm>

#include "query/engine/similar_terms.h"
#include "query/engine/xapian_bm25.h"
#include "query/engine/xapian_scored_source.h"
#include "shared/store/xapian_document.h"

namespace dateline {
namespace {

constexpr double kEntityWeight = 1.0;      // of an entity in common, against a word that both have once
constexpr double kLeastSimilar = 0.12;     // of the article's own score
constexpr std::size_t kMostEntities = 25;  // the rarest

class SimilarityScorer {
 public:
  explicit SimilarityScorer(const CompileContext& context)
      : database_(context.database),
        average_(std::max(1.0, database_.get_avlength())),
        scores_(std::size_t{database_.get_lastdocid()} + 1),
        lengths_(scores_.size()) {}

  void add(const SimilarTerm& term) {
    const auto end = database_.postlist_end(term.stem);
    for (auto it = database_.postlist_begin(term.stem); it != end; ++it) {
      float& length = lengths_[*it];
      if (length == 0) length = static_cast<float>(kBm25K1 * (1 - kBm25B + kBm25B * it.get_doclength() / average_));
      const double count = it.get_wdf();
      scores_[*it] += static_cast<float>(term.weight * term.rarity * count * (kBm25K1 + 1) / (count + length));
    }
  }

  // All these ids are one entity; an article counts once that has several of them.
  void add(const std::vector<FacetId>& entity, double weight) {
    DocidList having;
    for (const FacetId id : entity) {
      const std::string term = facet_term(id);
      having.insert(having.end(), database_.postlist_begin(term), database_.postlist_end(term));
    }
    std::sort(having.begin(), having.end());
    having.erase(std::unique(having.begin(), having.end()), having.end());
    for (const Docid docid : having) scores_[docid] += static_cast<float>(weight);
  }

  [[nodiscard]] SimilarDocuments at_least_like(Docid self) const {
    const float least = static_cast<float>(kLeastSimilar) * scores_[self];
    SimilarDocuments out;
    for (std::size_t docid = 1; docid < scores_.size(); ++docid) {
      if (scores_[docid] == 0 || scores_[docid] < least || docid == self) continue;
      out.documents.push_back(static_cast<Docid>(docid));
      out.scores.push_back(scores_[docid]);
    }
    return out;
  }

 private:
  const Xapian::Database& database_;
  double average_;
  std::vector<float> scores_, lengths_;  // by document id; the length as BM25 has it, 0: not looked up yet
};

// 0 for what no other article has: it finds nothing.
double rarity_of(const Xapian::Database& database, Xapian::doccount with) {
  return with < 2 ? 0 : inverse_frequency(database.get_doccount(), with);
}

// An upper bound, where articles have several of these.
Xapian::doccount articles_with(const Xapian::Database& database, const std::vector<FacetId>& entity) {
  std::uint64_t sum = 0;
  for (const FacetId id : entity) sum += database.get_termfreq(facet_term(id));
  return static_cast<Xapian::doccount>(std::min<std::uint64_t>(sum, database.get_doccount()));
}

void add_entities(const SimilarArticle& like, const Xapian::Database& database, SimilarityScorer& scorer) {
  struct Rare {
    double rarity;
    const std::vector<FacetId>* ids;
  };
  std::vector<Rare> rarest;
  for (const std::vector<FacetId>& entity : like.entities) {
    const double rarity = rarity_of(database, articles_with(database, entity));
    if (rarity > 0) rarest.push_back({rarity, &entity});
  }
  std::stable_sort(rarest.begin(), rarest.end(), [](const Rare& a, const Rare& b) { return a.rarity > b.rarity; });
  if (rarest.size() > kMostEntities) rarest.resize(kMostEntities);
  for (const Rare& entity : rarest) scorer.add(*entity.ids, kEntityWeight * entity.rarity);
}

}  // namespace

SimilarDocuments similar_documents(const SimilarArticle& like, const CompileContext& context) {
  const Xapian::Database& database = context.database;
  const std::string article = article_term(like.article);
  const auto found = database.postlist_begin(article);
  if (found == database.postlist_end(article)) return {};
  const Docid self = *found;
  const TopicWords topics(context.stemmer, context.lexicon);
  const auto terms =
      similar_terms(context.tokens->record(self), context.lexicon, topics,
                    [&database](const std::string& stem) { return rarity_of(database, database.get_termfreq(stem)); });
  SimilarityScorer scorer(context);
  for (const SimilarTerm& term : terms) scorer.add(term);
  add_entities(like, database, scorer);
  return scorer.at_least_like(self);
}

Xapian::Query similar_query(const SimilarArticle& like, const CompileContext& context) {
  SimilarDocuments similar = similar_documents(like, context);
  if (similar.documents.empty()) return {};
  auto* source = new ScoredSource(std::move(similar.documents), std::move(similar.scores));
  return Xapian::Query(source->release());
}

}  // namespace dateline
