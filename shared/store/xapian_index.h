// The derived side of an archive, for writers: Xapian documents and the columns, always committed together.
// For readers see query/engine. No Xapian type shows here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/article.h"
#include "shared/base/result.h"
#include "shared/columns/column.h"
#include "shared/store/archive_paths.h"
#include "shared/store/attachment.h"
#include "shared/text/analyzer.h"

namespace dateline {

// Everything the index needs of one article. Owns its memory, so that it can go to another thread.
struct IndexDocument {
  ArticleId article = 0;
  std::uint64_t content_hash = 0;  // kept in the document's data, compared by `check`
  AnalyzedText text;               // ids are local to it; the index gives the global ones
  PublishedDate published;
  std::vector<FacetId> facets;       // ascending
  std::vector<Attachment> attached;  // ascending
};

// What the live generation says of itself.
struct IndexState {
  std::string archive_uuid;
  std::string analysis;
  int version = 0;
  std::int64_t applied_seq = 0;
  std::uint32_t generation = 0;  // 0: there is no index yet
  std::uint64_t documents = 0;
  ColumnCommit facets, tokens, lexicon;
};
Result<IndexState> read_index_state(const ArchivePaths& paths);  // generation 0 where nothing was built yet

// A document's data in Xapian: article id and content hash.
std::string encode_document_data(ArticleId article, std::uint64_t content_hash);
std::optional<std::pair<ArticleId, std::uint64_t>> decode_document_data(std::string_view data);

enum class IndexMode : std::uint8_t {
  kUpdate,  // change the live generation in place: best for few documents
  kBulk,  // keep the live documents, build the new ones aside in small databases, merge all into a new generation, swap
  kRebuild,  // as kBulk, but nothing of the live generation is kept
};

// One at a time, under the WriterLock.
class IndexWriter {
 public:
  static Result<IndexWriter> open(const ArchivePaths& paths, IndexMode mode, const std::string& archive_uuid,
                                  const std::string& analysis);
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();

  Result<void> put(IndexDocument document);  // replaces the article's document where there is one
  Result<void> remove(ArticleId article);
  // Durable and visible when it returns. In kBulk and kRebuild this ends the generation: the writer is done.
  Result<void> commit(std::int64_t applied_seq);

 private:
  struct Impl;
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
