// The engine: an archive opened for searching. What the C ABI stands on; plain values go in and come out.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "query/engine/analysis.h"
#include "query/engine/archive_reader.h"
#include "query/engine/article_history.h"
#include "query/engine/article_view.h"
#include "query/engine/complete.h"
#include "query/engine/deadline.h"
#include "query/engine/entity_profile.h"
#include "query/engine/explain.h"
#include "query/engine/mention_list.h"
#include "query/engine/new_articles.h"
#include "query/engine/search.h"

namespace dateline {

// One thread an object; several on one archive are fine, also while a writer works: each search sees the newest commit.
class Engine {
 public:
  static Result<Engine> open(const ArchivePaths& paths);

  Result<SearchResults> search(const SearchRequest& request);
  Result<ArticleView> show(std::string_view key);        // kNotFound
  Result<ArticleHistory> history(std::string_view key);  // kNotFound
  // That a name fits nobody or several is no error: the answer's choice says so.
  Result<EntityProfile> profile(const ProfileRequest& request);
  Result<MentionList> mentions(const MentionRequest& request);
  // How a query is understood, and why its hits have their scores. kNotFound where there is no such hit's article.
  Result<Explanation> explain(const ExplainRequest& request);
  Result<Completions> complete(const CompletionRequest& request);
  Result<Timeline> timeline(const TimelineRequest& request);
  Result<Comparison> compare(const CompareRequest& request);
  Result<Trends> trends(const TrendsRequest& request);
  Result<std::uint64_t> articles();  // that can be found now
  Result<ArchiveMark> mark();        // how far what can be found has come
  Result<ArchiveMark> end_mark();    // how far the catalog has come
  Result<WatchAnswers> find_new(std::span<const Watch> watches);
  Result<Article> article(ArticleId id);  // kNotFound where it is gone
  [[nodiscard]] const std::string& archive_uuid() const { return reader_.catalog().archive_uuid(); }
  [[nodiscard]] const ArchivePaths& paths() const { return reader_.paths(); }

 private:
  explicit Engine(ArchiveReader reader) : reader_(std::move(reader)) {}
  // Chooses the entity; where one is meant, `fill` answers about it.
  template <class Answer, class Fill>
  Result<Answer> about_entity(const EntityAsk& ask, IndexSnapshot* snapshot, Answer out, const Fill& fill);
  // `fill` answers about the articles; begins again from `begun` on each snapshot. Defined in engine_analysis.cc.
  template <class Answer, class Fill>
  Result<Answer> analyse(const Answer& begun, const Fill& fill);
  Result<SearchResults> search_snapshot(const SearchRequest& request, const QueryNode& tree, const Deadline& deadline,
                                        IndexSnapshot* snapshot);

  ArchiveReader reader_;
};

}  // namespace dateline
