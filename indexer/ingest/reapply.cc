// The mark of a run: a hash of all that decides what is found, and the last article that was done.
#include "indexer/ingest/reapply.h"

#include <algorithm>
#include <charconv>

#include "indexer/entities/entity_extractor.h"
#include "shared/base/bytes.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kMarkMeta = "apply";

void append_name(std::string& out, const EntityName& name) {
  out.append(name_of(name.kind)).append(" ").append(name.name).append("\n");
}

Result<std::string> what_decides(const Catalog& catalog, EntityMode mode) {
  std::unique_ptr<EntityExtractor> extractor;
  if (mode != EntityMode::kGiven) {
    auto made = make_extractor();
    if (!made) return std::move(made).error();
    extractor = std::move(*made);
  }
  std::string text = preparation_fingerprint(mode, extractor.get());
  const auto journal = catalog.corrections();
  if (!journal) return journal.error();
  for (const Correction& correction : *journal) {
    text.append(name_of(correction.operation));
    append_name(text, correction.entity);
    text.append(correction_argument(correction));
  }
  const auto list = catalog.listed_entities();
  if (!list) return list.error();
  for (const ListedEntity& entity : *list) {
    append_name(text, {facet_kind_of(entity.kind), entity.name});
    text.append(join(entity.aliases, "\n")).append(entity.external_id);
  }
  return std::to_string(hash64(text));
}

// 0: from the first one on.
ArticleId resume_after(const std::optional<std::string>& mark, const std::string& decides) {
  ArticleId last = 0;
  if (!mark || !mark->starts_with(decides + " ")) return 0;
  const std::string_view number = std::string_view(*mark).substr(decides.size() + 1);
  const auto read = std::from_chars(number.data(), number.data() + number.size(), last);
  return read.ec == std::errc() ? last : 0;
}

IngestOptions ingest_options(std::vector<ArticleId> articles, const ReapplyOptions& options) {
  IngestOptions ingest{.paths = {}, .entities = options.entities, .threads = options.threads, .stop = options.stop};
  const std::uint64_t count = articles.size();
  ingest.stored = std::move(articles);
  if (options.on_progress) {
    ingest.on_progress = [&options, count](const IngestCounts& counts) { options.on_progress(counts, count); };
  }
  return ingest;
}

}  // namespace

Result<IngestReport> reapply_entities(ArchiveWriter& archive, const ReapplyOptions& options) {
  const auto decides = what_decides(archive.catalog, options.entities);
  if (!decides) return decides.error();
  const auto mark = archive.catalog.meta(kMarkMeta);
  if (!mark) return mark.error();
  const auto stored = archive.catalog.all_articles();
  if (!stored) return stored.error();
  const ArticleId after = resume_after(*mark, *decides);
  std::vector<ArticleId> articles;
  for (const auto& [article, hash] : *stored) {
    if (article > after) articles.push_back(article);
  }
  IngestOptions ingest_these = ingest_options(std::move(articles), options);
  ingest_these.resolve_everything = true;
  ingest_these.on_stored_batch = [&](Catalog& catalog, ArticleId last) {
    return catalog.set_meta(kMarkMeta, concat({*decides, " ", std::to_string(last)}));
  };
  auto report = ingest(archive, ingest_these);
  if (!report || report->interrupted) return report;
  auto done = archive.catalog.begin();
  if (done) done = archive.catalog.set_meta(kMarkMeta, "");
  if (done) done = archive.catalog.commit();
  if (!done) return std::move(done).error();
  return report;
}

Result<IngestReport> reapply_to(ArchiveWriter& archive, std::vector<ArticleId> articles,
                                const ReapplyOptions& options) {
  return ingest(archive, ingest_options(std::move(articles), options));
}

}  // namespace dateline
