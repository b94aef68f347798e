// What is new since a moment.
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {

Result<ArchiveMark> Catalog::end_mark() const {
  auto seq = last_seq();
  if (!seq) return std::move(seq).error();
  auto article = impl_->db->number("SELECT seq FROM sqlite_sequence WHERE name = 'articles'");
  if (!article) return std::move(article).error();
  return ArchiveMark{.seq = *seq, .article = *article};
}

Result<std::vector<ChangedArticle>> Catalog::articles_changed(std::int64_t after_seq, std::int64_t to_seq,
                                                              ArticleId after_article) const {
  auto statement = impl_->db->query(
      "SELECT article_id, max(seq) FROM change_log WHERE seq > ? AND seq <= ? AND article_id > ? GROUP BY article_id "
      "ORDER BY article_id",
      after_seq, to_seq, after_article);
  return rows_of<ChangedArticle>(std::move(statement), [](const Statement& row) -> ChangedArticle {
    return {row.integer(0), row.integer(1)};
  });
}

Result<std::vector<ArticleId>> Catalog::articles_between(ArticleId after, ArticleId to) const {
  auto statement = impl_->db->query(
      "SELECT article_id FROM articles WHERE article_id > ? AND article_id <= ? ORDER BY article_id", after, to);
  return rows_of<ArticleId>(std::move(statement), [](const Statement& row) -> ArticleId { return row.integer(0); });
}

}  // namespace dateline
