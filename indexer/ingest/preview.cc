// The committer's decisions, told instead of carried out.
#include "indexer/ingest/preview.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/ingest/pipeline.h"
#include "indexer/ingest/prune_plan.h"
#include "shared/base/bytes.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {
namespace {

// Entities are not looked for, so the stemmer matters to nothing.
constexpr std::string_view kAnyLanguage = "none";

class Preview {
 public:
  Preview(const Catalog* catalog, const IngestOptions& options, const std::function<void(const PlannedChange&)>& tell)
      : catalog_(catalog), options_(options), tell_(tell) {}

  // False: the limit is reached.
  Result<bool> take(PreparedItem&& item) {
    if (const auto* article = std::get_if<PreparedArticle>(&item)) return take_article(*article);
    if (auto* failure = std::get_if<Failure>(&item)) return std::move(failure->error);
    if (const auto* rejection = std::get_if<Rejection>(&item)) {
      ++report_.counts.rejected;
      contents_.add(*rejection);
      if (options_.on_rejection) options_.on_rejection(*rejection);
    } else if (std::holds_alternative<FileBegin>(item)) {
      ++report_.counts.files;
      contents_.begin_file();
    } else if (const auto* end = std::get_if<FileEnd>(&item)) {
      return take_file_end(*end);
    } else {
      ++report_.counts.files;
      ++report_.counts.files_unchanged;
    }
    return true;
  }

  // What would be removed at the end of a complete run: articles of which every address would go.
  Result<void> prune() {
    const auto files = gone_files(*catalog_, options_.paths);
    if (!files) return files.error();
    for (const GoneFile& file : *files) gone_.insert(gone_.end(), file.addresses.begin(), file.addresses.end());
    std::set<ArticleAddress> gone;
    std::map<ArticleId, std::string> articles;
    for (const StoredAddress& each : gone_) {
      gone.insert(each.address);
      articles.emplace(each.article, each.address.key);
    }
    for (const auto& [article, key] : articles) {
      const auto addresses = catalog_->addresses_of_article(article);
      if (!addresses) return addresses.error();
      const bool stays = std::any_of(addresses->begin(), addresses->end(), [&](const ArticleAddress& each) {
        return !gone.contains(each) || seen_.contains(hash64(each.key));
      });
      if (stays) continue;
      ++report_.counts.pruned;
      tell_({.action = PlannedAction::kRemove, .key = key, .path = {}, .title = {}});
    }
    return {};
  }

  IngestReport& report() { return report_; }

 private:
  Result<bool> take_article(const PreparedArticle& prepared) {
    IngestCounts& counts = report_.counts;
    counts.bytes += prepared.bytes;
    const Article& article = prepared.article;
    contents_.add(prepared);
    const Effect effect = effect_of(prepared);
    if (effect == Effect::kNone || effect == Effect::kCopy) {
      ++(effect == Effect::kCopy ? counts.copies : counts.unchanged);
      return true;
    }
    if (options_.limit != 0 && counts.added + counts.changed >= options_.limit) {
      report_.limit_reached = true;
      return false;
    }
    const bool is_new = effect == Effect::kAdd;
    ++(is_new ? counts.added : counts.changed);
    tell_({.action = is_new ? PlannedAction::kAdd : PlannedAction::kChange,
           .key = article.key,
           .path = article.path,
           .title = article.title,
           .record = article.record});
    return true;
  }

  enum class Effect : std::uint8_t { kNone, kCopy, kChange, kAdd };

  // By what the archive has, and by what this run would have written before.
  Effect effect_of(const PreparedArticle& prepared) {
    const std::uint64_t content = prepared.facts.content, place = hash64(prepared.article.path);
    const auto [seen, is_first] = seen_.try_emplace(hash64(prepared.article.key), Seen{content, place});
    if (!is_first) {
      const Seen before = std::exchange(seen->second, Seen{content, place});
      if (before.content != content) return Effect::kChange;
      return before.place == place ? Effect::kNone : Effect::kCopy;
    }
    const bool has_twin = !prepared.facts.own_id && !contents_seen_.insert(content).second;
    const Placement& placed = prepared.placement;
    if (placed.kind == PlacementKind::kKnown) return Effect::kNone;
    const bool is_new = placed.article == 0 && placed.left == 0;
    if (placed.kind == PlacementKind::kPut) return !is_new ? Effect::kChange : has_twin ? Effect::kCopy : Effect::kAdd;
    return placed.left != 0 ? Effect::kChange : placed.is_new_address ? Effect::kCopy : Effect::kNone;
  }

  Result<bool> take_file_end(const FileEnd& end) {
    if (!options_.prune || catalog_ == nullptr || !end.complete || end.path == "-") return true;
    auto gone = contents_.gone_addresses(*catalog_, end);
    if (!gone) return std::move(gone).error();
    std::move(gone->begin(), gone->end(), std::back_inserter(gone_));
    return true;
  }

  const Catalog* catalog_;  // null: there is no archive yet
  const IngestOptions& options_;
  const std::function<void(const PlannedChange&)>& tell_;
  IngestReport report_;
  FileContents contents_;
  // Of the last record with a key: hashes of its content and of its path.
  struct Seen {
    std::uint64_t content = 0, place = 0;
  };
  std::unordered_map<std::uint64_t, Seen> seen_;     // by the hash of the key; of this run
  std::unordered_set<std::uint64_t> contents_seen_;  // of records without an id of their own
  std::vector<StoredAddress> gone_;
};

// Null where there is no archive yet.
Result<std::unique_ptr<Catalog>> open_if_there(const ArchivePaths& paths) {
  std::error_code ignored;
  if (!std::filesystem::exists(paths.catalog(), ignored)) return std::unique_ptr<Catalog>();
  auto catalog = Catalog::open(paths, Access::kRead);
  if (!catalog) return std::move(catalog).error();
  return std::make_unique<Catalog>(std::move(*catalog));
}

Result<std::vector<Preparer>> comparing_preparers(const ArchivePaths& paths, const IngestOptions& options) {
  const unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  std::vector<Preparer> preparers;
  for (unsigned i = 0; i < threads; ++i) {
    auto catalog = open_if_there(paths);
    if (!catalog) return std::move(catalog).error();
    auto list = *catalog ? (*catalog)->listed_entities() : std::vector<ListedEntity>();
    if (!list) return std::move(list).error();
    auto preparer = Preparer::create(std::string(kAnyLanguage), options.entities, std::move(*catalog), *list);
    if (!preparer) return std::move(preparer).error();
    preparer->only_compare();
    preparers.push_back(std::move(*preparer));
  }
  return preparers;
}

}  // namespace

Result<IngestReport> preview_ingest(const ArchivePaths& paths, const IngestOptions& options,
                                    const std::function<void(const PlannedChange&)>& tell) {
  const auto readers_catalog = open_if_there(paths);
  if (!readers_catalog) return readers_catalog.error();
  const auto own_catalog = open_if_there(paths);
  if (!own_catalog) return own_catalog.error();
  auto preparers = comparing_preparers(paths, options);
  if (!preparers) return std::move(preparers).error();
  const auto reading = read_options(options, preparers->front().fingerprint(), readers_catalog->get());
  Preview preview(own_catalog->get(), options, tell);
  Pipeline pipeline(std::move(*preparers), reading, nullptr);
  const auto told = [&]() -> Result<void> {
    if (options.on_progress) options.on_progress(preview.report().counts);
    return {};
  };
  auto taken = pipeline.take_all([&](PreparedItem&& item) { return preview.take(std::move(item)); }, told);
  auto read = pipeline.stop();
  if (!taken) return std::move(taken).error();
  if (!read) return std::move(read).error();
  IngestReport& report = preview.report();
  report.interrupted = options.stop != nullptr && options.stop->load();
  if (options.prune && !report.interrupted && !report.limit_reached && *own_catalog) {
    if (auto pruned = preview.prune(); !pruned) return std::move(pruned).error();
  }
  return std::move(report);
}

}  // namespace dateline
