// Articles as they are without attachments, read from the live index. What was decided before must not be evidence for
// deciding again.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/resolution/article_evidence.h"
#include "shared/base/result.h"
#include "shared/store/xapian_postings.h"

namespace dateline {

class ArchiveEvidence {
 public:
  static Result<ArchiveEvidence> open(const ArchivePaths& paths);
  // How many articles name each of them; in the order asked.
  Result<std::vector<std::uint32_t>> count_articles(std::span<const FacetId> facets) const;
  Result<std::vector<DocumentFacts>> documents_of(FacetId facet) const;  // ascending by document
  // Documents in which this name is attached, and to whom; ascending by document.
  [[nodiscard]] std::span<const AttachedDocument> attached_from(FacetId facet) const;
  Result<ArticleId> article_of(std::uint32_t document) const { return postings_.article_of(document); }

 private:
  explicit ArchiveEvidence(PostingReader postings) : postings_(std::move(postings)) {}
  [[nodiscard]] DocumentFacts facts_of(std::uint32_t document) const;

  PostingReader postings_;
  std::vector<AttachedDocument> attached_;  // ascending by document
  std::unordered_map<FacetId, std::vector<AttachedDocument>> from_, into_;
};

}  // namespace dateline
