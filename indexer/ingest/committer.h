// Prepared articles → catalog transaction → index, in order. The only part of the pipeline that writes.
#pragma once

#include <chrono>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/ingest/facet_interner.h"
#include "indexer/ingest/index_applier.h"
#include "indexer/ingest/ingest.h"
#include "indexer/ingest/prepare.h"
#include "indexer/ingest/prune_plan.h"
#include "indexer/ingest/work.h"
#include "indexer/resolution/resolve_archive.h"
#include "indexer/stories/story_finder.h"

namespace dateline {

// One thread.
class Committer {
 public:
  // `again` has no catalog: it prepares what was passed over as unchanged and turns out not to be.
  Committer(ArchiveWriter& archive, IndexApplier& applier, StoryFinder& stories, const IngestOptions& options,
            Preparer again)
      : archive_(&archive),
        applier_(&applier),
        stories_(&stories),
        options_(&options),
        again_(std::move(again)),
        interner_(archive.catalog) {}

  Result<void> forget_what_is_told_again();  // rejections, before a run
  Result<void> take(PreparedItem&& item);
  Result<void> commit_if_due();  // by size or time
  Result<void> commit();         // the catalog's transaction, then what is due in the index
  Result<void> prune();          // after a complete run: what files no longer hold, and files that are gone
  Result<void> finish();         // everything durable and visible
  // People and organizations of the articles that were put or removed.
  TouchedNames take_touched() { return interner_.take_touched(); }
  [[nodiscard]] bool has_changed_articles() const { return changed_articles_; }
  [[nodiscard]] const IngestCounts& counts() const { return counts_; }
  // An article came that is more than the run may write: nothing further is to be taken.
  [[nodiscard]] bool limit_reached() const { return limit_reached_; }

 private:
  Result<void> begin_if_needed();
  Result<void> take_article(PreparedArticle&& prepared);
  Result<void> put_article(PreparedArticle&& prepared, const Placement& placement);
  Result<void> add_address(const PreparedArticle& prepared, const Placement& placement);
  Result<void> leave_article(const PreparedArticle& prepared, const Placement& placement);
  Result<void> settle_placement(const PreparedArticle& prepared, const Placement& placement, ArticleId article);
  Result<void> end_article(ArticleId article);
  Result<void> take_stored(PreparedArticle&& prepared);
  Result<void> take_rejection(const Rejection& rejection);
  Result<void> take_file_end(const FileEnd& end);
  Result<void> remember(const FileEnd& end, std::uint64_t articles);
  Result<void> drop_replaced_records();
  Result<void> drop_moved_addresses(const PreparedArticle& prepared);
  Result<void> drop_addresses(const std::vector<StoredAddress>& addresses);
  Result<void> drop_address(const StoredAddress& address);
  [[nodiscard]] bool was_replaced_in_file(const Article& article) const;
  Result<void> begin_changing_articles();
  // By which people may have named the article in corrections.
  Result<std::vector<std::string>> keys_of(const Article& article, ArticleId known) const;

  ArchiveWriter* archive_;
  IndexApplier* applier_;
  StoryFinder* stories_;
  const IngestOptions* options_;
  Preparer again_;
  FacetInterner interner_;
  IngestCounts counts_;
  bool in_transaction_ = false;
  std::int64_t committed_seq_ = 0;  // of the last commit of this run
  std::size_t in_batch_ = 0;        // changes in the open transaction
  std::uint64_t batch_words_ = 0;   // … and words of their texts
  std::chrono::steady_clock::time_point batch_began_;
  std::unordered_set<std::uint64_t> seen_;  // hashes of the keys of this run
  FileContents contents_;                   // of the file that is being read
  // Keys and paths of addresses of that file that have other bytes now.
  std::set<std::pair<std::string, std::string>> replaced_in_file_;
  std::uint64_t accepted_of_file_ = 0;
  bool limit_reached_ = false;
  // Files that no longer hold some articles. These go at the end of a complete run: they may stand in a later file.
  struct Shrunken {
    FileEnd end;
    std::uint64_t articles;
    std::vector<StoredAddress> gone;
  };
  std::vector<Shrunken> shrunken_;
  bool changed_articles_ = false;
  ArticleId last_stored_ = 0;  // of the articles whose entities are found anew
};

}  // namespace dateline
