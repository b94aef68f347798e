// IndexWriter: one session that changes the live generation in place (kUpdate), or builds the next one (kBulk,
// kRebuild). In both, columns become durable first and Xapian's commit, which records their lengths, comes last.
#include "shared/store/xapian_index.h"

#include <algorithm>
#include <filesystem>
#include <thread>
#include <unordered_map>

#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/store/index_columns.h"
#include "shared/store/xapian_boundary.h"
#include "shared/store/xapian_bulk.h"
#include "shared/store/xapian_document.h"
#include "shared/store/xapian_generation.h"

namespace dateline {
namespace {

constexpr std::size_t kDeletedAtOnce = 500;  // Xapian keeps what is not committed in memory, some 50 kB a document

Result<std::uint32_t> find_docid(const Xapian::Database& database, ArticleId article) {
  return xapian_result("the index", [&]() -> std::uint32_t {
    const auto it = database.postlist_begin(article_term(article));
    return it == database.postlist_end(article_term(article)) ? 0 : *it;
  });
}

}  // namespace

struct IndexWriter::Impl {
  ArchivePaths paths;
  IndexMode mode = IndexMode::kUpdate;
  std::string archive_uuid, analysis;
  IndexState live;               // as it was at open; generation 0: nothing to keep
  std::uint32_t generation = 0;  // the one that is written
  std::optional<IndexColumns> columns;
  std::uint32_t last_docid = 0;
  Xapian::WritableDatabase database;                        // kUpdate: the live generation
  Xapian::Database live_database;                           // kBulk: what is kept
  std::optional<BulkBuilder> builder;                       // kBulk, kRebuild
  std::unordered_map<ArticleId, std::uint32_t> put_docids;  // kBulk, kRebuild: written in this session
  std::vector<std::uint32_t> dead_docids;                   // kBulk, kRebuild: to delete after the merge
  bool in_transaction = false;

  [[nodiscard]] std::string folder() const { return paths.xapian_generation(generation); }
  [[nodiscard]] std::string scratch() const { return folder() + ".scratch"; }

  Result<void> open_update();
  Result<void> open_bulk();
  Result<void> begin_transaction();
  Result<void> mark_dead(ArticleId article);
  Result<void> finish_bulk(std::int64_t applied_seq);
  Result<void> write_metadata(const ColumnCommits& commits, std::int64_t applied_seq);
};

Result<void> IndexWriter::Impl::open_update() {
  if (live.generation == 0) {
    auto made = make_generation(paths);
    if (!made) return std::move(made).error();
    generation = *made;
  } else {
    generation = live.generation;
  }
  auto opened = xapian_result(concat({"the index in '", folder(), "'"}), [&] {
    database = Xapian::WritableDatabase(folder(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
    last_docid = database.get_lastdocid();
  });
  if (!opened) return opened;
  const ColumnCommit fresh{.generation = generation};
  auto made =
      IndexColumns::open(paths, live.generation == 0 ? ColumnCommits{.facets = fresh, .tokens = fresh, .lexicon = fresh}
                                                     : ColumnCommits{live.facets, live.tokens, live.lexicon});
  if (!made) return std::move(made).error();
  columns.emplace(std::move(*made));
  return begin_transaction();
}

// A transaction keeps Xapian from committing half a batch by itself (XAPIAN_FLUSH_THRESHOLD).
Result<void> IndexWriter::Impl::begin_transaction() {
  auto begun = xapian_result("the index", [&] { database.begin_transaction(); });
  in_transaction = begun.ok();
  return begun;
}

Result<void> IndexWriter::Impl::open_bulk() {
  auto made = make_generation(paths);
  if (!made) return std::move(made).error();
  generation = *made;
  std::error_code error;
  std::filesystem::create_directories(scratch(), error);
  if (error) return io_error("cannot create", scratch(), error.value());
  builder.emplace(scratch(), std::max(1U, std::thread::hardware_concurrency()));

  const bool keeps = mode == IndexMode::kBulk && live.generation != 0;
  const ColumnCommits kept = keeps ? ColumnCommits{live.facets, live.tokens, live.lexicon} : ColumnCommits{};
  auto opened = open_with_lexicon_of(paths, kept, generation);
  if (!opened) return std::move(opened).error();
  columns.emplace(std::move(*opened));
  if (!keeps) return {};

  std::vector<std::uint32_t> live_docids;
  auto read = xapian_result("the live index", [&] {
    live_database = Xapian::Database(paths.xapian_generation(live.generation));
    last_docid = live_database.get_lastdocid();
    live_docids.reserve(live_database.get_doccount());
    for (auto it = live_database.postlist_begin(""); it != live_database.postlist_end(""); ++it) {
      live_docids.push_back(*it);
    }
  });
  if (!read) return read;
  return copy_records(paths, kept, live_docids, *columns);
}

// Bulk: remembers the document that `article` has so far, if any, for deletion.
Result<void> IndexWriter::Impl::mark_dead(ArticleId article) {
  if (const auto it = put_docids.find(article); it != put_docids.end()) {
    dead_docids.push_back(it->second);
    put_docids.erase(it);
    return {};
  }
  if (mode == IndexMode::kRebuild || live.generation == 0) return {};
  const auto docid = find_docid(live_database, article);
  if (!docid) return docid.error();
  if (*docid != 0) dead_docids.push_back(*docid);
  return {};
}

Result<void> IndexWriter::Impl::write_metadata(const ColumnCommits& commits, std::int64_t applied_seq) {
  return xapian_result("the index", [&] {
    database.set_metadata(std::string(kMetaArchive), archive_uuid);
    database.set_metadata(std::string(kMetaVersion), std::to_string(kIndexVersion));
    database.set_metadata(std::string(kMetaAnalysis), analysis);
    database.set_metadata(std::string(kMetaAppliedSeq), std::to_string(applied_seq));
    database.set_metadata(std::string(kMetaFacetColumn), encode(commits.facets));
    database.set_metadata(std::string(kMetaTokenColumn), encode(commits.tokens));
    database.set_metadata(std::string(kMetaLexicon), encode(commits.lexicon));
  });
}

Result<void> IndexWriter::Impl::finish_bulk(std::int64_t applied_seq) {
  const bool keeps = mode == IndexMode::kBulk && live.documents != 0;
  auto merged = builder->finish(keeps ? paths.xapian_generation(live.generation) : "", folder());
  if (!merged) return merged;
  builder.reset();
  auto commits = columns->commit();
  if (!commits) return std::move(commits).error();
  std::sort(dead_docids.begin(), dead_docids.end());  // removed and put again: named twice
  dead_docids.erase(std::unique(dead_docids.begin(), dead_docids.end()), dead_docids.end());
  auto opened = xapian_result(concat({"the new index in '", folder(), "'"}), [&] {
    database = Xapian::WritableDatabase(folder(), Xapian::DB_OPEN);
    std::size_t deleted = 0;
    for (const std::uint32_t docid : dead_docids) {
      database.delete_document(docid);
      if (++deleted % kDeletedAtOnce == 0) database.commit();  // nobody reads it yet
    }
    database.begin_transaction();
  });
  if (!opened) return opened;
  if (auto written = write_metadata(*commits, applied_seq); !written) return written;
  auto closed = xapian_result("the new index", [&] {
    database.commit_transaction();
    database.close();
  });
  if (!closed) return closed;
  if (auto removed = remove_tree(scratch()); !removed) return removed;
  if (auto published = publish_generation(paths, generation); !published) return published;
  return remove_old_generations(paths);
}

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() {
  if (!impl_ || !impl_->in_transaction) return;
  const auto ignored = xapian_result("the index", [&] { impl_->database.cancel_transaction(); });
  static_cast<void>(ignored);  // what was not committed is replayed by the next writer
}

Result<IndexWriter> IndexWriter::open(const ArchivePaths& paths, IndexMode mode, const std::string& archive_uuid,
                                      const std::string& analysis) {
  auto impl = std::make_unique<Impl>();
  impl->paths = paths;
  impl->mode = mode;
  impl->archive_uuid = archive_uuid;
  impl->analysis = analysis;
  if (mode != IndexMode::kRebuild) {  // a rebuild must not need what it replaces
    auto live = read_index_state(paths);
    if (!live) return std::move(live).error();
    impl->live = std::move(*live);
    if (auto cleaned = remove_old_generations(paths); !cleaned) return std::move(cleaned).error();
  }
  auto opened = mode == IndexMode::kUpdate ? impl->open_update() : impl->open_bulk();
  if (!opened) return std::move(opened).error();
  return IndexWriter(std::move(impl));
}

Result<void> IndexWriter::put(IndexDocument document) {
  if (impl_->mode != IndexMode::kUpdate) {
    if (auto marked = impl_->mark_dead(document.article); !marked) return marked;
    const std::uint32_t docid = ++impl_->last_docid;
    if (auto appended = impl_->columns->append(docid, document); !appended) return appended;
    impl_->put_docids[document.article] = docid;
    return impl_->builder->add({.docid = docid, .document = std::move(document)});
  }
  if (auto removed = remove(document.article); !removed) return removed;
  std::uint32_t docid = 0;
  auto added = xapian_result("the index", [&] { docid = impl_->database.add_document(make_document(document)); });
  if (!added) return added;
  impl_->last_docid = docid;
  return impl_->columns->append(docid, document);
}

Result<void> IndexWriter::remove(ArticleId article) {
  if (impl_->mode != IndexMode::kUpdate) return impl_->mark_dead(article);
  return xapian_result("the index", [&] { impl_->database.delete_document(article_term(article)); });
}

Result<void> IndexWriter::commit(std::int64_t applied_seq) {
  if (impl_->mode != IndexMode::kUpdate) return impl_->finish_bulk(applied_seq);
  auto commits = impl_->columns->commit();
  if (!commits) return std::move(commits).error();
  if (auto written = impl_->write_metadata(*commits, applied_seq); !written) return written;
  impl_->in_transaction = false;
  auto committed = xapian_result("the index", [&] { impl_->database.commit_transaction(); });
  if (!committed) return committed;
  if (impl_->live.generation != impl_->generation) {
    if (auto published = publish_generation(impl_->paths, impl_->generation); !published) return published;
    impl_->live.generation = impl_->generation;
  }
  return impl_->begin_transaction();
}

}  // namespace dateline
