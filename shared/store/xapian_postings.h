// Which articles have a facet value, read from the live index: as they are indexed, and as the articles alone gave it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "shared/base/result.h"
#include "shared/columns/facet_record.h"
#include "shared/store/archive_paths.h"
#include "shared/store/attachment.h"

namespace dateline {

struct AttachedDocument {
  std::uint32_t document = 0;
  Attachment attachment;
};

// One revision of the index, for one thread. An archive without an index has no documents.
class PostingReader {
 public:
  static Result<PostingReader> open(const ArchivePaths& paths);
  PostingReader(PostingReader&&) noexcept;
  PostingReader& operator=(PostingReader&&) noexcept;
  ~PostingReader();

  Result<std::vector<std::uint32_t>> documents_with(FacetId facet) const;  // ascending
  // In the order asked. Many are counted in one pass over all terms.
  Result<std::vector<std::uint32_t>> count_documents_with(std::span<const FacetId> facets) const;
  Result<std::vector<AttachedDocument>> attached() const;  // of all articles; ascending by document
  Result<ArticleId> article_of(std::uint32_t document) const;
  // As indexed. Valid as long as this object.
  [[nodiscard]] FacetRecord record(std::uint32_t document) const;

 private:
  struct Impl;
  explicit PostingReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
