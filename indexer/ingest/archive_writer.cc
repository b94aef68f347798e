// Opening an archive for writing.
#include "indexer/ingest/archive_writer.h"

#include <filesystem>

#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/text/analyzer.h"

namespace dateline {
namespace {

constexpr std::string_view kLanguageMeta = "language";
constexpr std::string_view kAnalysisMeta = "analysis";
constexpr std::string_view kDefaultLanguage = "english";

Result<void> set_metas(Catalog& catalog, std::string_view language, std::string_view analysis) {
  if (auto begun = catalog.begin(); !begun) return begun;
  if (auto set = catalog.set_meta(kLanguageMeta, language); !set) return set;
  if (auto set = catalog.set_meta(kAnalysisMeta, analysis); !set) return set;
  return catalog.commit();
}

// The stemmer's English name, checked before anything is created.
Result<std::optional<std::string>> wanted_language(const OpenOptions& options) {
  if (!options.language) return std::optional<std::string>();
  auto stemmer = Stemmer::create(*options.language);
  if (!stemmer) return std::move(stemmer).error();
  return std::optional<std::string>(stemmer->language());
}

// An index whose catalog is gone must not get a new, empty one: the articles would seem never to have been there.
Result<void> refuse_index_without_catalog(const ArchivePaths& paths) {
  std::error_code ignored;
  const auto size = std::filesystem::file_size(paths.catalog(), ignored);
  const bool has_catalog = !ignored && size > 0;
  if (has_catalog || !std::filesystem::exists(paths.xapian_stub())) return {};
  return Error{
      .code = ErrorCode::kArchiveDamaged,
      .message = concat({"'", paths.catalog(), "' is ", ignored ? "missing" : "empty", ", but its index is there"}),
      .hint = "restore catalog.sqlite3 from a backup, or index the articles into a new folder"};
}

}  // namespace

Result<ArchiveWriter> open_archive_for_writing(const ArchivePaths& paths, const OpenOptions& options) {
  auto wanted = wanted_language(options);
  if (!wanted) return std::move(wanted).error();
  if (auto whole = refuse_index_without_catalog(paths); !whole) return std::move(whole).error();
  std::error_code ignored;
  if (!options.create && !std::filesystem::exists(paths.catalog(), ignored)) {
    return Error{.code = ErrorCode::kArchiveMissing,
                 .message = concat({"there is no archive in '", paths.folder, "'"}),
                 .hint = "name one with --db DIR or $DATELINE_DB, or make one: dateline-index add --db DIR PATH..."};
  }
  auto lock = WriterLock::take(paths.folder);
  if (!lock) return std::move(lock).error();
  auto catalog = Catalog::open(paths, options.create ? Access::kCreate : Access::kWrite);
  if (!catalog) return std::move(catalog).error();
  auto language = catalog->meta(kLanguageMeta);
  if (!language) return std::move(language).error();
  auto analysis = catalog->meta(kAnalysisMeta);
  if (!analysis) return std::move(analysis).error();

  const std::string chosen = wanted->value_or(language->value_or(std::string(kDefaultLanguage)));
  const std::string present = analysis_fingerprint(chosen);
  const bool other_language = *language && **language != chosen;
  const bool other_analysis = *analysis && **analysis != present;
  if (other_language && !options.accept_other_analysis) {
    return Error{.code = ErrorCode::kUsage,
                 .message = concat({"the archive is stemmed as ", **language, ", not as ", chosen}),
                 .hint = concat({"to change it: dateline-index rebuild --language ", chosen})};
  }
  if (other_analysis && !options.accept_other_analysis) {
    return Error{.code = ErrorCode::kArchiveVersion,
                 .message = concat({"the archive's words were made by other rules (", **analysis,
                                    ") than this program's (", present, ")"}),
                 .hint = "run: dateline-index rebuild"};
  }
  if (!*language || !*analysis || other_language || other_analysis) {
    if (auto set = set_metas(*catalog, chosen, present); !set) return std::move(set).error();
  }
  return ArchiveWriter{paths, std::move(*lock), std::move(*catalog), chosen, present};
}

Result<IndexState> checked_index_state(const ArchiveWriter& archive) {
  auto state = read_index_state(archive.paths);
  if (!state || state->generation == 0) return state;
  constexpr std::string_view kHint = "if catalog.sqlite3 is the right one, run: dateline-index rebuild";
  if (state->archive_uuid != archive.catalog.archive_uuid()) {
    return Error{
        .code = ErrorCode::kArchiveDamaged,
        .message = concat({"the index in '", archive.paths.xapian(), "' belongs to another archive's catalog"}),
        .hint = std::string(kHint)};
  }
  if (state->version != kIndexVersion || state->analysis != archive.analysis) {
    return Error{.code = ErrorCode::kArchiveVersion,
                 .message = concat({"the index was made by another version (", std::to_string(state->version), ", ",
                                    state->analysis, ")"}),
                 .hint = "run: dateline-index rebuild"};
  }
  const auto last = archive.catalog.last_seq();
  if (!last) return last.error();
  if (state->applied_seq > *last) {
    return Error{.code = ErrorCode::kArchiveDamaged,
                 .message = concat({"the index has changes up to ", std::to_string(state->applied_seq),
                                    ", but the catalog ends at ", std::to_string(*last),
                                    ": one of them was restored from elsewhere"}),
                 .hint = std::string(kHint)};
  }
  return state;
}

}  // namespace dateline
