// Threads of the pipeline and their order.
#include "indexer/ingest/ingest.h"

#include <algorithm>
#include <optional>
#include <thread>

#include "indexer/ingest/committer.h"
#include "indexer/ingest/index_applier.h"
#include "indexer/ingest/pipeline.h"
#include "indexer/resolution/resolve_archive.h"
#include "indexer/stories/settle_stories.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// In order, until the input or the limit ends.
Result<void> commit_all(Pipeline& pipeline, Committer& committer, const IngestOptions& options) {
  const auto take = [&](PreparedItem&& item) -> Result<bool> {
    if (auto taken = committer.take(std::move(item)); !taken) return std::move(taken).error();
    if (committer.limit_reached()) return false;
    if (auto committed = committer.commit_if_due(); !committed) return std::move(committed).error();
    return true;
  };
  const auto tick = [&]() -> Result<void> {
    if (options.on_progress) options.on_progress(committer.counts());
    return committer.commit_if_due();
  };
  return pipeline.take_all(take, tick);
}

Result<std::unique_ptr<Catalog>> open_reader(const ArchivePaths& paths) {
  auto catalog = Catalog::open(paths, Access::kRead);
  if (!catalog) return std::move(catalog).error();
  return std::make_unique<Catalog>(std::move(*catalog));
}

// A run that was cut off before its end left names that nobody looked at again; which, is not known any more.
Result<bool> is_unresolved(const Catalog& catalog) {
  const auto resolved = catalog.meta(kResolutionMeta);
  if (!resolved) return resolved.error();
  const auto seq = catalog.last_seq();
  if (!seq) return seq.error();
  return *seq > 0 && resolved->value_or("") != kResolutionVersion;
}

// Who is who across articles, now that the index has all of them: the articles that this changes.
Result<std::vector<ArticleId>> resolve(ArchiveWriter& archive, TouchedNames touched, bool everything) {
  auto resolved = resolve_archive(archive.catalog, archive.paths, std::move(touched), everything);
  if (!resolved) return std::move(resolved).error();
  return std::move(resolved->changed);
}

Result<std::vector<ArticleId>> settle(Catalog& catalog, StoryFinder& stories) {
  if (auto begun = catalog.begin(); !begun) return std::move(begun).error();
  auto settled = settle_stories(catalog, stories);
  if (!settled) return settled;
  if (auto committed = catalog.commit(); !committed) return std::move(committed).error();
  return settled;
}

// These articles as the catalog has them now; all its changes are in the index then.
Result<void> index_again(ArchiveWriter& archive, IndexApplier& applier, std::vector<ArticleId> articles,
                         unsigned threads) {
  if (articles.empty()) return {};
  std::sort(articles.begin(), articles.end());
  articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
  const auto seq = archive.catalog.last_seq();
  return seq ? applier.put_stored(articles, threads, *seq) : seq.error();
}

}  // namespace

Result<void> resolve_again(ArchiveWriter& archive, TouchedNames names) {
  auto applier = IndexApplier::open(archive, 1);
  if (!applier) return std::move(applier).error();
  const auto unresolved = is_unresolved(archive.catalog);
  if (!unresolved) return unresolved.error();
  auto changed = resolve(archive, std::move(names), *unresolved);
  return changed ? index_again(archive, *applier, std::move(*changed), 1) : std::move(changed).error();
}

ReadOptions read_options(const IngestOptions& options, std::string_view preparation, const Catalog* catalog) {
  return {.paths = options.paths,
          .listed = options.listed,
          .fields = &options.fields,
          .fingerprint = concat({preparation, options.fields.fingerprint()}),
          .catalog = catalog,
          .stop = options.stop,
          .progress = options.progress};
}

Result<IngestReport> ingest(ArchiveWriter& archive, const IngestOptions& options) {
  const unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  auto applier = IndexApplier::open(archive, threads);
  if (!applier) return std::move(applier).error();
  const auto unresolved = is_unresolved(archive.catalog);
  if (!unresolved) return unresolved.error();
  const auto list = archive.catalog.listed_entities();
  if (!list) return list.error();
  std::vector<Preparer> preparers;
  for (unsigned i = 0; i < threads; ++i) {
    auto catalog = open_reader(archive.paths);
    if (!catalog) return std::move(catalog).error();
    auto preparer = Preparer::create(archive.language, options.entities, std::move(*catalog), *list);
    if (!preparer) return std::move(preparer).error();
    preparers.push_back(std::move(*preparer));
  }
  const auto readers_catalog = open_reader(archive.paths);
  if (!readers_catalog) return readers_catalog.error();

  const auto reading = read_options(options, preparers.front().fingerprint(), readers_catalog->get());
  auto again = Preparer::create(archive.language, options.entities, nullptr, *list);
  if (!again) return std::move(again).error();
  auto stories = make_story_finder(archive);
  if (!stories) return std::move(stories).error();
  if (auto made = make_stories(archive.catalog, *stories, archive.analysis); !made) return std::move(made).error();
  Committer committer(archive, *applier, *stories, options, std::move(*again));
  if (auto forgotten = committer.forget_what_is_told_again(); !forgotten) return std::move(forgotten).error();
  Pipeline pipeline(std::move(preparers), reading, options.stored ? &*options.stored : nullptr);
  auto committed = commit_all(pipeline, committer, options);
  auto read = pipeline.stop();
  if (!committed) return std::move(committed).error();

  IngestReport report;
  report.interrupted = options.stop != nullptr && options.stop->load();
  report.limit_reached = committer.limit_reached();
  if (read && options.prune && !report.interrupted && !report.limit_reached) {
    if (auto pruned = committer.prune(); !pruned) return std::move(pruned).error();
  }
  if (auto finished = committer.finish(); !finished) return std::move(finished).error();
  auto changed = settle(archive.catalog, *stories);
  if (!changed) return std::move(changed).error();
  const bool everything = *unresolved || options.resolve_everything;
  if (committer.has_changed_articles() || everything) {
    auto resolved = resolve(archive, committer.take_touched(), everything);
    if (!resolved) return std::move(resolved).error();
    changed->insert(changed->end(), resolved->begin(), resolved->end());
  }
  auto indexed = index_again(archive, *applier, std::move(*changed), threads);
  if (!indexed) return std::move(indexed).error();
  if (options.on_progress) options.on_progress(committer.counts());
  report.counts = committer.counts();
  if (!read) return std::move(read).error();
  return report;
}

}  // namespace dateline
