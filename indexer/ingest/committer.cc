// Writing what was prepared.
#include "indexer/ingest/committer.h"

#include <algorithm>
#include <utility>

#include "shared/base/bytes.h"
#include "shared/store/facet_blobs.h"

namespace dateline {
namespace {

// A batch is what a kill loses at most.
constexpr std::size_t kBatchChanges = 500;
constexpr std::uint64_t kBatchWords = 250'000;  // of 500 articles as news have them
constexpr auto kBatchTime = std::chrono::seconds(2);

std::int64_t seconds_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace

Result<void> Committer::begin_if_needed() {
  if (in_transaction_) return {};
  auto begun = archive_->catalog.begin();
  in_transaction_ = begun.ok();
  batch_began_ = std::chrono::steady_clock::now();
  return begun;
}

// What resolution across articles decided does not hold for the archive any longer, until it is run again.
Result<void> Committer::begin_changing_articles() {
  if (auto begun = begin_if_needed(); !begun) return begun;
  if (changed_articles_) return {};
  changed_articles_ = true;
  return archive_->catalog.set_meta(kResolutionMeta, "");
}

Result<void> Committer::forget_what_is_told_again() {
  const auto paths = told_again(archive_->catalog, options_->paths, options_->listed);
  if (!paths) return paths.error();
  for (const std::string& path : *paths) {
    if (auto begun = begin_if_needed(); !begun) return begun;
    if (auto forgotten = archive_->catalog.forget_rejected(path); !forgotten) return forgotten;
  }
  return {};
}

Result<void> Committer::take(PreparedItem&& item) {
  if (auto* prepared = std::get_if<PreparedArticle>(&item)) {
    return prepared->stored != 0 ? take_stored(std::move(*prepared)) : take_article(std::move(*prepared));
  }
  if (auto* failure = std::get_if<Failure>(&item)) return std::move(failure->error);
  if (const auto* rejection = std::get_if<Rejection>(&item)) return take_rejection(*rejection);
  if (const auto* begin = std::get_if<FileBegin>(&item)) {
    ++counts_.files;
    contents_.begin_file();
    replaced_in_file_.clear();
    accepted_of_file_ = 0;
    if (auto begun = begin_if_needed(); !begun) return begun;
    return archive_->catalog.forget_rejected(begin->path);
  }
  if (const auto* end = std::get_if<FileEnd>(&item)) return take_file_end(*end);
  ++counts_.files;
  ++counts_.files_unchanged;
  return {};
}

Result<void> Committer::take_article(PreparedArticle&& prepared) {
  counts_.bytes += prepared.bytes;
  ++accepted_of_file_;
  contents_.add(prepared);
  // The catalog was asked before the run's earlier records were written; of a key's first record that makes no odds.
  const bool is_first = seen_.insert(hash64(prepared.article.key)).second;
  if (is_first && prepared.placement.kind == PlacementKind::kKnown) {
    ++counts_.unchanged;
    return {};
  }
  const auto placement = place_record(archive_->catalog, prepared.article, prepared.facts, prepared.content_hash,
                                      was_replaced_in_file(prepared.article));
  if (!placement) return placement.error();
  if (placement->kind == PlacementKind::kKnown) {
    ++counts_.unchanged;
    return {};
  }
  const bool is_news = placement->kind == PlacementKind::kPut || placement->left != 0;
  if (is_news && options_->limit != 0 && counts_.added + counts_.changed >= options_->limit) {
    limit_reached_ = true;
    return {};
  }
  if (placement->kind == PlacementKind::kAddress) return add_address(prepared, *placement);
  if (prepared.is_prepared) return put_article(std::move(prepared), *placement);
  counts_.bytes -= prepared.bytes;  // counted again as it comes back
  --accepted_of_file_;
  return take(again_.prepare(std::move(prepared.raw)));
}

Result<void> Committer::put_article(PreparedArticle&& prepared, const Placement& placement) {
  if (auto begun = begin_changing_articles(); !begun) return begun;
  if (placement.article != 0) {
    if (auto touched = interner_.touch_entities_of(placement.article); !touched) return touched;
  }
  const auto keys = keys_of(prepared.article, placement.article);
  if (!keys) return keys.error();
  auto interned = interner_.intern(prepared, *keys);
  if (!interned) return std::move(interned).error();
  if (auto left = leave_article(prepared, placement); !left) return left;
  RecordFacts facts = prepared.facts;
  facts.replaces = placement.article;
  auto article = archive_->catalog.put_article(prepared.article, prepared.content_hash, prepared.text.words,
                                               interned->facets, interned->entities, facts);
  if (!article) return std::move(article).error();
  if (auto settled = settle_placement(prepared, placement, *article); !settled) return settled;
  const auto story = stories_->place(*article, prepared.print);
  if (!story) return story.error();
  if (*story != 0) add_facet(interned->facets, story_facet(*story));
  if (auto shown = archive_->catalog.show_story(*article); !shown) return shown;
  const bool is_new = placement.article == 0 && placement.left == 0;
  ++(is_new ? counts_.added : counts_.changed);
  ++in_batch_;
  batch_words_ += prepared.text.words;
  IndexDocument document{.article = *article, .content_hash = prepared.content_hash};
  document.text = std::move(prepared.text);
  document.published = prepared.article.published;
  document.facets = std::move(interned->facets);
  return applier_->put(std::move(document));
}

Result<void> Committer::take_stored(PreparedArticle&& prepared) {
  counts_.bytes += prepared.bytes;
  last_stored_ = prepared.stored;
  if (auto begun = begin_if_needed(); !begun) return begun;
  const auto keys = keys_of(prepared.article, prepared.stored);
  if (!keys) return keys.error();
  auto interned = interner_.intern(prepared, *keys);
  if (!interned) return std::move(interned).error();
  const auto same = archive_->catalog.has_entities(prepared.stored, interned->facets, interned->entities);
  if (!same) return same.error();
  if (*same) {
    ++counts_.unchanged;
    return {};
  }
  if (auto begun = begin_changing_articles(); !begun) return begun;
  if (auto touched = interner_.touch_entities_of(prepared.stored); !touched) return touched;
  if (auto put = archive_->catalog.put_entities(prepared.stored, interned->facets, interned->entities); !put)
    return put;
  const auto place = archive_->catalog.story_of(prepared.stored);
  if (!place) return place.error();
  if (place->shown != 0) add_facet(interned->facets, story_facet(place->shown));
  ++counts_.changed;
  ++in_batch_;
  batch_words_ += prepared.text.words;
  IndexDocument document{.article = prepared.stored, .content_hash = prepared.content_hash};
  document.text = std::move(prepared.text);
  document.published = prepared.article.published;
  document.facets = std::move(interned->facets);
  return applier_->put(std::move(document));
}

Result<void> Committer::take_rejection(const Rejection& rejection) {
  ++counts_.rejected;
  if (options_->prune) contents_.add(rejection);
  if (options_->on_rejection) options_->on_rejection(rejection);
  if (auto begun = begin_if_needed(); !begun) return begun;
  return archive_->catalog.remember_rejected(
      {.path = rejection.path, .record = rejection.record, .reason = rejection.error.message, .at = seconds_now()});
}

Result<void> Committer::take_file_end(const FileEnd& end) {
  if (!end.complete) return {};
  if (auto dropped = drop_replaced_records(); !dropped) return dropped;
  if (end.path == "-") return {};
  if (!options_->prune) return remember(end, accepted_of_file_);
  auto gone = contents_.gone_addresses(archive_->catalog, end);
  if (!gone) return std::move(gone).error();
  if (gone->empty()) return remember(end, accepted_of_file_);
  shrunken_.push_back({end, accepted_of_file_, std::move(*gone)});
  return {};
}

Result<void> Committer::remember(const FileEnd& end, std::uint64_t articles) {
  if (!end.stamp_is_safe) return {};
  if (auto begun = begin_if_needed(); !begun) return begun;
  return archive_->catalog.remember_file(end.path, end.stamp, again_.fingerprint() + options_->fields.fingerprint(),
                                         articles);
}

Result<void> Committer::prune() {
  for (const Shrunken& file : shrunken_) {
    if (auto dropped = drop_addresses(file.gone); !dropped) return dropped;
    if (auto remembered = remember(file.end, file.articles); !remembered) return remembered;
    if (auto committed = commit_if_due(); !committed) return committed;
  }
  shrunken_.clear();
  const auto gone = gone_files(archive_->catalog, options_->paths);
  if (!gone) return gone.error();
  for (const GoneFile& file : *gone) {
    if (auto dropped = drop_addresses(file.addresses); !dropped) return dropped;
    if (auto begun = begin_if_needed(); !begun) return begun;
    if (auto forgotten = archive_->catalog.forget_rejected(file.path); !forgotten) return forgotten;
    if (auto forgotten = archive_->catalog.forget_file(file.path); !forgotten) return forgotten;
    if (auto committed = commit_if_due(); !committed) return committed;
  }
  return {};
}

Result<void> Committer::commit_if_due() {
  if (!in_transaction_) return applier_->catalog_committed(committed_seq_);  // what waited for its time
  const bool due = in_batch_ >= kBatchChanges || batch_words_ >= kBatchWords ||
                   std::chrono::steady_clock::now() - batch_began_ >= kBatchTime;
  return due ? commit() : Result<void>();
}

Result<void> Committer::commit() {
  if (!in_transaction_) return {};
  in_transaction_ = false;
  in_batch_ = 0;
  batch_words_ = 0;
  if (last_stored_ != 0 && options_->on_stored_batch) {
    if (auto marked = options_->on_stored_batch(archive_->catalog, last_stored_); !marked) return marked;
  }
  if (auto committed = archive_->catalog.commit(); !committed) return committed;
  const auto seq = archive_->catalog.last_seq();
  if (!seq) return seq.error();
  committed_seq_ = *seq;
  return applier_->catalog_committed(committed_seq_);
}

Result<void> Committer::finish() {
  if (auto committed = commit(); !committed) return committed;
  const auto seq = archive_->catalog.last_seq();
  if (!seq) return seq.error();
  return applier_->finish(*seq);
}

}  // namespace dateline
