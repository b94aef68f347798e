// Parsing, the content hash, extraction and analysis of one record.
#include "indexer/ingest/prepare.h"

#include <utility>

#include "indexer/cleaning/text_language.h"
#include "indexer/places/article_places.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view mode_name(EntityMode mode) {
  switch (mode) {
    case EntityMode::kExtract:
      return "extract";
    case EntityMode::kGiven:
      return "given";
    case EntityMode::kBoth:
      return "both";
  }
  return "";
}

std::vector<KnownEntity> known_entities(const std::vector<ListedEntity>& list) {
  std::vector<KnownEntity> known;
  known.reserve(list.size());
  for (const ListedEntity& entity : list) {
    known.push_back({entity.kind, entity.name, entity.aliases, entity.external_id});
  }
  return known;
}

}  // namespace

std::string preparation_fingerprint(EntityMode mode, const EntityExtractor* extractor) {
  return concat({reader_fingerprint(), " ", mode_name(mode), " ", extractor ? extractor->fingerprint() : "none", " ",
                 places_fingerprint()});
}

std::vector<ArticleEntity> entities_of(const Article& article, EntityMode mode, EntityExtractor* extractor) {
  std::vector<ArticleEntity> extracted;
  if (extractor != nullptr) {
    extracted = extractor->extract(own_title(article), article.text);
  }
  return mode == EntityMode::kExtract ? extracted : with_given(std::move(extracted), article.given);
}

Preparer::Preparer(Analyzer analyzer, EntityMode mode, std::unique_ptr<EntityExtractor> extractor,
                   std::unique_ptr<Catalog> catalog)
    : analyzer_(std::move(analyzer)),
      mode_(mode),
      extractor_(std::move(extractor)),
      catalog_(std::move(catalog)),
      fingerprint_(preparation_fingerprint(mode, extractor_.get())) {}

Result<Preparer> Preparer::create(const std::string& language, EntityMode mode, std::unique_ptr<Catalog> catalog,
                                  const std::vector<ListedEntity>& list) {
  auto stemmer = Stemmer::create(language);
  if (!stemmer) return std::move(stemmer).error();
  std::unique_ptr<EntityExtractor> extractor;
  if (mode != EntityMode::kGiven) {
    auto made = make_extractor({.model_path = {}, .known = known_entities(list)});
    if (!made) return std::move(made).error();
    extractor = std::move(*made);
  }
  return Preparer(Analyzer(std::move(*stemmer)), mode, std::move(extractor), std::move(catalog));
}

PreparedItem Preparer::prepare(ReadItem&& item) {
  return std::visit(
      [&](auto&& part) -> PreparedItem {
        if constexpr (std::is_same_v<std::decay_t<decltype(part)>, RawRecord>) {
          return prepare_record(std::move(part));
        } else if constexpr (std::is_same_v<std::decay_t<decltype(part)>, StoredRecord>) {
          return prepare_stored(part);
        } else {
          return std::forward<decltype(part)>(part);
        }
      },
      std::move(item));
}

PreparedItem Preparer::prepare_record(RawRecord&& record) {
  auto parsed = record.format->parse(record);
  if (!parsed) return Rejection{record.path, record.record, std::move(parsed).error()};
  PreparedArticle prepared;
  prepared.article = std::move(*parsed);
  prepared.bytes = record.bytes.size();
  settle_language(prepared.article);  // it is content: copies are compared with it
  prepared.facts = facts_of(record, prepared.article, fingerprint_);
  prepared.content_hash = content_hash_of(prepared.facts, fingerprint_);
  if (catalog_) {
    const auto placement = place_record(*catalog_, prepared.article, prepared.facts, prepared.content_hash);
    if (!placement) return Rejection{record.path, record.record, placement.error()};
    prepared.placement = *placement;
    if (placement->kind != PlacementKind::kPut) {
      prepared.is_prepared = false;
      prepared.raw = std::move(record);
      return prepared;
    }
  }
  if (only_compares_) return prepared;
  find_entities(prepared);
  prepared.print = near_print_of(prepared.text);
  return prepared;
}

void Preparer::find_entities(PreparedArticle& prepared) {
  prepared.entities = entities_of(prepared.article, mode_, extractor_.get());
  prepared.countries = settle_places(prepared.article, prepared.entities);
  analyzer_.analyze(own_title(prepared.article), prepared.article.text, prepared.text);
}

PreparedItem Preparer::prepare_stored(const StoredRecord& record) {
  auto stored = catalog_->load_article(record.article);
  if (!stored) return Failure{std::move(stored).error()};
  PreparedArticle prepared;
  prepared.stored = record.article;
  if (!*stored) return prepared;  // cannot be: one writer
  prepared.article = std::move((*stored)->article);
  prepared.content_hash = (*stored)->content_hash;
  prepared.bytes = prepared.article.text.size();
  // An entity without a place in the text is one that the publisher gave.
  for (const ResolvedEntity& entity : (*stored)->entities) {
    if (!entity.mentions.empty()) continue;
    auto name = catalog_->own_name_of(entity.facet);
    if (!name) return Failure{std::move(name).error()};
    prepared.article.given.push_back({static_cast<EntityKind>(kind_of(entity.facet)), std::move(*name)});
  }
  find_entities(prepared);
  return prepared;
}

}  // namespace dateline
