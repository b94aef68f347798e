// When and how changes reach the index.
#include "indexer/ingest/index_applier.h"

#include <algorithm>
#include <functional>
#include <map>
#include <thread>

#include "indexer/ingest/settle_names.h"
#include "indexer/stories/settle_stories.h"
#include "shared/base/strings.h"
#include "shared/text/analyzer.h"

namespace dateline {
namespace {

// An update commits in batches of this many: Xapian's write path slows down as a batch grows.
constexpr std::size_t kUpdateBatch = 1000;
constexpr std::uint64_t kUpdateWords = 500'000;  // some 130 MB in Xapian's hands
constexpr auto kUpdateEvery = std::chrono::seconds(5);
// A new generation costs a copy of the live one, so it pays when a tenth of it is new.
constexpr std::uint64_t kBulkShare = 10;
// A bulk generation is published when it has doubled the archive, so that copying stays in proportion.
constexpr std::uint64_t kBulkAtLeast = 50'000;
constexpr std::size_t kReplayChunk = 512;

IndexDocument document_of(StoredArticle&& stored, Analyzer& analyzer) {
  IndexDocument document{.article = stored.id, .content_hash = stored.content_hash};
  analyzer.analyze(own_title(stored.article), stored.article.text, document.text);
  document.published = stored.article.published;
  document.facets = std::move(stored.facets);
  document.attached = std::move(stored.attached);
  return document;
}

Result<std::vector<Analyzer>> make_analyzers(const std::string& language, unsigned count) {
  std::vector<Analyzer> analyzers;
  for (unsigned i = 0; i < std::max(1U, count); ++i) {
    auto stemmer = Stemmer::create(language);
    if (!stemmer) return std::move(stemmer).error();
    analyzers.emplace_back(std::move(*stemmer));
  }
  return analyzers;
}

// Each thread takes every n-th article.
std::vector<IndexDocument> analyze_chunk(std::vector<StoredArticle>& chunk, std::vector<Analyzer>& analyzers) {
  std::vector<IndexDocument> documents(chunk.size());
  std::vector<std::thread> threads;
  const auto work = [&](std::size_t first) {
    for (std::size_t i = first; i < chunk.size(); i += analyzers.size()) {
      documents[i] = document_of(std::move(chunk[i]), analyzers[first]);
    }
  };
  for (std::size_t t = 1; t < analyzers.size() && t < chunk.size(); ++t) threads.emplace_back(work, t);
  work(0);
  for (std::thread& thread : threads) thread.join();
  return documents;
}

// Stored articles → index documents, analysed by `threads` threads; handed to `sink` in the order of `articles`.
Result<void> analyze_stored(const ArchiveWriter& archive, const std::vector<ArticleId>& articles, unsigned threads,
                            const std::function<Result<void>(IndexDocument)>& sink) {
  auto analyzers = make_analyzers(archive.language, threads);
  if (!analyzers) return std::move(analyzers).error();
  for (std::size_t at = 0; at < articles.size(); at += kReplayChunk) {
    std::vector<StoredArticle> chunk;
    for (std::size_t i = at; i < std::min(articles.size(), at + kReplayChunk); ++i) {
      auto stored = archive.catalog.load_article(articles[i]);
      if (!stored) return std::move(stored).error();
      if (*stored) chunk.push_back(std::move(**stored));
    }
    for (IndexDocument& document : analyze_chunk(chunk, *analyzers)) {
      if (auto done = sink(std::move(document)); !done) return done;
    }
  }
  return {};
}

// What is settled need not be indexed by itself: all articles are.
Result<void> make_and_settle_stories(ArchiveWriter& archive) {
  auto finder = make_story_finder(archive);
  if (!finder) return std::move(finder).error();
  if (auto made = make_stories(archive.catalog, *finder, archive.analysis); !made) return made;
  if (auto begun = archive.catalog.begin(); !begun) return begun;
  const auto settled = settle_stories(archive.catalog, *finder);
  if (!settled) return settled.error();
  return archive.catalog.commit();
}

// Other rules of what a word is give other counts.
Result<void> set_words(Catalog& catalog, const std::vector<std::pair<ArticleId, std::uint32_t>>& words) {
  if (auto begun = catalog.begin(); !begun) return begun;
  for (const auto& [article, count] : words) {
    if (auto set = catalog.set_words(article, count); !set) return set;
  }
  return catalog.commit();
}

}  // namespace

Result<StoryFinder> make_story_finder(ArchiveWriter& archive) {
  auto analyzers = make_analyzers(archive.language, 1);
  if (!analyzers) return std::move(analyzers).error();
  return StoryFinder(archive.catalog, std::move(analyzers->front()));
}

Result<void> rebuild_index(ArchiveWriter& archive, unsigned threads) {
  if (auto settled = make_and_settle_stories(archive); !settled) return settled;
  const auto seq = archive.catalog.last_seq();
  if (!seq) return seq.error();
  const auto stored = archive.catalog.all_articles();
  if (!stored) return stored.error();
  std::vector<ArticleId> articles;
  for (const auto& [article, hash] : *stored) articles.push_back(article);
  std::unordered_set<FacetId> values;
  std::vector<std::pair<ArticleId, std::uint32_t>> words;
  auto writer = IndexWriter::open(archive.paths, IndexMode::kRebuild, archive.catalog.archive_uuid(), archive.analysis);
  if (!writer) return std::move(writer).error();
  auto put = analyze_stored(archive, articles, threads, [&](IndexDocument document) {
    values.insert(document.facets.begin(), document.facets.end());
    words.emplace_back(document.article, document.text.words);
    return writer->put(std::move(document));
  });
  if (put) put = set_words(archive.catalog, words);
  if (put) put = writer->commit(*seq);
  return put ? settle_names(archive, values) : put;
}

Result<IndexApplier> IndexApplier::open(ArchiveWriter& archive, unsigned threads) {
  IndexApplier applier(archive);
  if (auto done = applier.catch_up(threads); !done) return std::move(done).error();
  return applier;
}

Result<void> IndexApplier::catch_up(unsigned threads) {
  auto state = checked_index_state(*archive_);
  if (!state) return std::move(state).error();
  const auto last = archive_->catalog.last_seq();
  if (!last) return last.error();
  if (state->generation == 0 && *last > 0) {  // never published, or its folder was deleted
    if (auto rebuilt = rebuild_index(*archive_, threads); !rebuilt) return rebuilt;
    state = read_index_state(archive_->paths);
    if (!state) return std::move(state).error();
  }
  live_documents_ = state->documents;
  applied_seq_ = state->applied_seq;
  if (state->generation == 0 || state->applied_seq == *last) return {};

  const auto changes = archive_->catalog.changes_after(state->applied_seq, SIZE_MAX);
  if (!changes) return changes.error();
  std::map<ArticleId, ChangeOperation> latest;
  for (const Change& change : *changes) latest[change.article] = change.operation;
  std::vector<ArticleId> puts;
  for (const auto& [article, operation] : latest) {
    if (operation == ChangeOperation::kPut) {
      puts.push_back(article);
    } else if (auto removed = remove(article); !removed) {
      return removed;
    }
  }
  return put_stored(puts, threads, *last);
}

// Parts of an update are committed under the sequence number that was there before: what is cut off between them is
// put once more, by the next writer's catch_up.
Result<void> IndexApplier::put_stored(const std::vector<ArticleId>& articles, unsigned threads, std::int64_t seq) {
  planned_ = articles.size() + pending_.size();
  auto done = analyze_stored(*archive_, articles, threads, [&](IndexDocument document) {
    auto put_one = put(std::move(document));
    const bool bulk = mode_ == IndexMode::kBulk && writer_;
    return put_one && !bulk && batch_is_full() ? finish(applied_seq_) : put_one;
  });
  if (done) done = finish(seq);
  planned_.reset();
  return done;
}

bool IndexApplier::batch_is_full() const {
  return pending_.size() >= kUpdateBatch || pending_words_ >= kUpdateWords;
}

bool IndexApplier::bulk_is_better() const {
  return planned_.value_or(changes_) >= std::max<std::uint64_t>(kUpdateBatch, live_documents_ / kBulkShare);
}

Result<void> IndexApplier::open_writer(IndexMode mode) {
  auto opened = IndexWriter::open(archive_->paths, mode, archive_->catalog.archive_uuid(), archive_->analysis);
  if (!opened) return std::move(opened).error();
  writer_.emplace(std::move(*opened));
  mode_ = mode;
  return {};
}

Result<void> IndexApplier::put(IndexDocument document) {
  ++changes_;
  touched_.insert(document.facets.begin(), document.facets.end());
  if (mode_ == IndexMode::kBulk && writer_) {
    ++bulk_changes_;
    return writer_->put(std::move(document));
  }
  pending_words_ += document.text.words;
  pending_.push_back({.document = std::move(document)});
  return batch_is_full() && bulk_is_better() ? apply_pending() : Result<void>();
}

Result<void> IndexApplier::remove(ArticleId article) {
  ++changes_;
  if (mode_ == IndexMode::kBulk && writer_) return writer_->remove(article);
  pending_.push_back({.removed = article, .document = {}});
  return {};
}

// Moves what is pending into the writer that suits it.
Result<void> IndexApplier::apply_pending() {
  const IndexMode wanted = batch_is_full() && bulk_is_better() ? IndexMode::kBulk : IndexMode::kUpdate;
  if (!writer_ || mode_ != wanted) {
    writer_.reset();
    if (auto opened = open_writer(wanted); !opened) return opened;
  }
  for (Pending& change : pending_) {
    auto done = change.removed != 0 ? writer_->remove(change.removed) : writer_->put(std::move(change.document));
    if (!done) return done;
  }
  if (wanted == IndexMode::kBulk) bulk_changes_ += pending_.size();
  pending_.clear();
  pending_words_ = 0;
  return {};
}

Result<void> IndexApplier::catalog_committed(std::int64_t seq) {
  if (mode_ == IndexMode::kBulk && writer_) {
    return bulk_changes_ >= std::max(kBulkAtLeast, live_documents_) ? finish(seq) : Result<void>();
  }
  const bool late = std::chrono::steady_clock::now() - last_commit_ >= kUpdateEvery;
  return !pending_.empty() && (late || batch_is_full()) ? finish(seq) : Result<void>();
}

Result<void> IndexApplier::finish(std::int64_t seq) {
  if (!pending_.empty()) {
    if (auto applied = apply_pending(); !applied) return applied;
  }
  last_commit_ = std::chrono::steady_clock::now();
  if (!writer_) return {};
  if (auto committed = writer_->commit(seq); !committed) return committed;
  applied_seq_ = seq;
  if (mode_ == IndexMode::kBulk) {
    writer_.reset();
    live_documents_ += bulk_changes_;
    bulk_changes_ = 0;
    mode_ = IndexMode::kUpdate;
  }
  return settle_names(*archive_, std::exchange(touched_, {}));
}

}  // namespace dateline
