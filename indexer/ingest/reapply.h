// Entities of stored articles found anew, with the user's list, corrections and the recogniser as they are now. What
// comes out as before is not written; the rest is indexed again.
#pragma once

#include "indexer/ingest/ingest.h"

namespace dateline {

struct ReapplyOptions {
  EntityMode entities = EntityMode::kBoth;
  unsigned threads = 0;  // 0: as many as cores
  const std::atomic<bool>* stop = nullptr;
  std::function<void(const IngestCounts&, std::uint64_t articles)> on_progress = nullptr;  // of how many
};

// All articles. A run that was cut off is taken up where its last transaction ended, unless the list, the corrections
// or the recogniser changed since.
Result<IngestReport> reapply_entities(ArchiveWriter& archive, const ReapplyOptions& options);

// Only these: at once, without a mark.
Result<IngestReport> reapply_to(ArchiveWriter& archive, std::vector<ArticleId> articles, const ReapplyOptions& options);

}  // namespace dateline
