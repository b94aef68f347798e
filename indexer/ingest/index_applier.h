// Brings the index to where the catalog is: replays the change log after a crash, and applies new changes as they come.
// Decides how: few changes go into the live generation, many into a new one.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

#include "indexer/ingest/archive_writer.h"
#include "indexer/stories/story_finder.h"
#include "shared/base/result.h"
#include "shared/store/xapian_index.h"

namespace dateline {

// One thread.
class IndexApplier {
 public:
  // Replays what the catalog has and the index has not (all articles, where there is no index).
  static Result<IndexApplier> open(ArchiveWriter& archive, unsigned threads);

  Result<void> put(IndexDocument document);
  Result<void> remove(ArticleId article);
  // To be called after each commit of the catalog and now and then between, with the last committed sequence number:
  // makes changes visible when there are enough of them or the last time is long ago. Everything that was put must have
  // been committed.
  Result<void> catalog_committed(std::int64_t seq);
  // Makes everything visible.
  Result<void> finish(std::int64_t seq);
  // These articles as the catalog has them, analysed by `threads` threads; then everything up to `seq` is visible.
  // Memory is that of a batch.
  Result<void> put_stored(const std::vector<ArticleId>& articles, unsigned threads, std::int64_t seq);

 private:
  struct Pending {
    ArticleId removed = 0;  // 0: a put
    IndexDocument document;
  };
  explicit IndexApplier(ArchiveWriter& archive) : archive_(&archive) {}
  Result<void> catch_up(unsigned threads);
  Result<void> open_writer(IndexMode mode);
  Result<void> apply_pending();
  [[nodiscard]] bool bulk_is_better() const;
  [[nodiscard]] bool batch_is_full() const;

  ArchiveWriter* archive_;
  IndexMode mode_ = IndexMode::kUpdate;
  std::optional<IndexWriter> writer_;
  std::vector<Pending> pending_;
  std::uint64_t pending_words_ = 0;
  std::unordered_set<FacetId> touched_;  // values of what was put since the last commit
  std::uint64_t live_documents_ = 0;
  std::uint64_t changes_ = 0;             // applied or pending since open, by which it is guessed how many will come
  std::optional<std::uint64_t> planned_;  // how many will come, where that is known
  std::uint64_t bulk_changes_ = 0;        // in the generation that is being built
  std::int64_t applied_seq_ = 0;          // of the last commit
  std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
};

// Finds stories by the archive's own text analysis.
Result<StoryFinder> make_story_finder(ArchiveWriter& archive);

// A new generation from nothing but the catalog, swapped in at the end. Makes the catalog's stories where they are
// missing or made by other rules.
Result<void> rebuild_index(ArchiveWriter& archive, unsigned threads);

}  // namespace dateline
