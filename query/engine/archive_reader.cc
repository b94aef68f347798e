// Opens the parts of an archive consistently while a writer may swap them.
#include "query/engine/archive_reader.h"

#include <utility>

#include "schema/fields.h"
#include "shared/base/files.h"
#include "shared/base/strings.h"
#include "shared/columns/facet_record.h"
#include "shared/store/xapian_generation.h"
#include "shared/text/analyzer.h"

namespace dateline {
namespace {

constexpr std::string_view kRebuildHint = "run: dateline-index rebuild";
constexpr std::string_view kDefaultLanguage = "english";
// A swap of generations takes microseconds; a reader that loses this often met something else.
constexpr int kTries = 5;

template <class T>
Result<std::shared_ptr<const T>> shared(Result<T> opened) {
  if (!opened) return std::move(opened).error();
  return std::make_shared<const T>(std::move(*opened));
}

Result<SearchColumns> open_columns(const std::string& folder, const IndexState& state) {
  auto facets = shared(ColumnReader::open(folder, kFacetColumn, state.facets));
  if (!facets) return std::move(facets).error();
  auto tokens = shared(ColumnReader::open(folder, kTokenColumn, state.tokens));
  if (!tokens) return std::move(tokens).error();
  auto lexicon = shared(LexiconReader::open(folder, state.lexicon));
  if (!lexicon) return std::move(lexicon).error();
  return SearchColumns{.facets = std::move(*facets), .tokens = std::move(*tokens), .lexicon = std::move(*lexicon)};
}

}  // namespace

Result<ArchiveReader> ArchiveReader::open(const ArchivePaths& paths) {
  auto catalog = Catalog::open(paths, Access::kRead);
  if (!catalog) return std::move(catalog).error();
  auto language = catalog->meta("language");
  if (!language) return std::move(language).error();
  auto stemmer = Stemmer::create(language->value_or(std::string(kDefaultLanguage)));
  if (!stemmer) {
    return Error{.code = ErrorCode::kArchiveVersion,
                 .message = concat({"the archive in '", paths.folder, "' is analysed for the language '",
                                    language->value_or(""), "', which this version does not know"}),
                 .hint = "use the version of dateline that made it"};
  }
  ArchiveReader reader(paths, std::move(*catalog), std::move(*stemmer));
  if (auto snapshot = reader.current(); !snapshot) return std::move(snapshot).error();
  return reader;
}

Result<void> ArchiveReader::check(const IndexState& state) const {
  const std::string archive = concat({"the archive in '", paths_.folder, "'"});
  if (state.version != kIndexVersion) {
    return Error{.code = ErrorCode::kArchiveVersion,
                 .message = concat({archive, " has an index of version ", std::to_string(state.version),
                                    ", this program reads version ", std::to_string(kIndexVersion)}),
                 .hint = std::string(kRebuildHint)};
  }
  if (state.archive_uuid != catalog_->archive_uuid()) {
    return Error{.code = ErrorCode::kArchiveDamaged,
                 .message = concat({archive, " has the index of another archive beside its catalog"}),
                 .hint = std::string(kRebuildHint)};
  }
  if (state.analysis != analysis_fingerprint(stemmer_.language())) {
    return Error{.code = ErrorCode::kArchiveVersion,
                 .message = concat({archive, " was indexed with other rules for words"}),
                 .hint = std::string(kRebuildHint)};
  }
  const auto last = catalog_->last_seq();
  if (!last) return last.error();
  if (state.applied_seq > *last) {
    return Error{.code = ErrorCode::kArchiveDamaged,
                 .message = concat({archive, " has an index that is newer than its catalog"}),
                 .hint = std::string(kRebuildHint)};
  }
  return {};
}

Result<IndexSnapshot> ArchiveReader::open_snapshot(std::uint32_t generation) const {
  auto searcher = XapianSearcher::open(paths_, generation);
  if (!searcher) return std::move(searcher).error();
  if (auto checked = check(searcher->state()); !checked) return std::move(checked).error();
  auto columns = open_columns(paths_.folder, searcher->state());
  if (!columns) return std::move(columns).error();
  return IndexSnapshot{.searcher = std::move(*searcher), .columns = std::move(*columns)};
}

Result<IndexSnapshot*> ArchiveReader::current() {
  std::optional<Error> last_error;
  for (int attempt = 0; attempt < kTries; ++attempt) {
    const auto live = live_generation(paths_);
    if (!live) return live.error();
    if (*live == 0) return snapshot_.reset(), static_cast<IndexSnapshot*>(nullptr);
    if (snapshot_ && snapshot_->searcher.state().generation == *live) {
      const auto outdated = snapshot_->searcher.is_outdated();
      if (outdated && !*outdated) return &*snapshot_;
    }
    auto opened = open_snapshot(*live);
    if (opened) return snapshot_.emplace(std::move(*opened)), &*snapshot_;
    last_error = std::move(opened).error();
    // Damage is damage unless the generation was swapped away while it was being opened.
    const auto now = live_generation(paths_);
    if (now && *now == *live && attempt > 0) break;
  }
  return *last_error;
}

}  // namespace dateline
