// Each name is interned once an article; what people said about names in an article is asked before.
#include "indexer/ingest/facet_interner.h"

#include <algorithm>
#include <cstddef>

#include "indexer/places/article_places.h"
#include "indexer/places/place_facts.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

// What the gazetteer knows of a place that this run meets for the first time.
Result<void> keep_place_facts(Catalog& catalog, FacetId place, std::string_view name) {
  if (catalog.has_place_facts(place)) return {};
  const PlaceFacts facts = place_facts(name).value_or(PlaceFacts{});
  return catalog.set_place_facts(place, facts.country, facts.latitude, facts.longitude);
}

// A correction may have made two of the article's entities one.
void unite_same(std::vector<ResolvedEntity>& entities) {
  for (std::size_t i = 0; i < entities.size(); ++i) {
    for (std::size_t j = entities.size() - 1; j > i; --j) {
      if (entities[j].facet != entities[i].facet) continue;
      auto& mentions = entities[i].mentions;
      mentions.insert(mentions.end(), entities[j].mentions.begin(), entities[j].mentions.end());
      entities.erase(entities.begin() + static_cast<std::ptrdiff_t>(j));
    }
  }
}

Result<void> intern_name(Catalog& catalog, FacetKind kind, const std::string& name, std::vector<FacetId>& facets) {
  if (name.empty()) return {};
  const auto facet = catalog.intern_facet(kind, name);
  if (!facet) return facet.error();
  facets.push_back(*facet);
  return {};
}

}  // namespace

void FacetInterner::touch(FacetId facet, std::string_view name) {
  if (kind_of(facet) != FacetKind::kPerson && kind_of(facet) != FacetKind::kOrganization) return;
  const auto [touched, is_new] = touched_.try_emplace(facet);
  if (is_new) touched->second = facet_key(name);
}

Result<void> FacetInterner::touch_entities_of(ArticleId article) {
  const auto entities = catalog_->entities_of(article);
  if (!entities) return entities.error();
  for (const ResolvedEntity& entity : *entities) {
    if (touched_.contains(entity.facet)) continue;
    const auto name = catalog_->own_name_of(entity.facet);
    if (!name) return name.error();
    touch(entity.facet, *name);
  }
  return {};
}

Result<InternedArticle> FacetInterner::intern(const PreparedArticle& prepared, std::span<const std::string> keys) {
  InternedArticle interned;
  auto& facets = interned.facets;
  if (auto done = intern_entities(prepared, keys, interned); !done) return std::move(done).error();
  if (auto done = intern_countries(prepared, facets); !done) return std::move(done).error();
  if (auto done = intern_names(prepared.article, facets); !done) return std::move(done).error();
  std::sort(facets.begin(), facets.end());
  facets.erase(std::unique(facets.begin(), facets.end()), facets.end());
  return interned;
}

Result<void> FacetInterner::intern_entities(const PreparedArticle& prepared, std::span<const std::string> keys,
                                            InternedArticle& interned) {
  bool corrected = false;
  for (const ArticleEntity& entity : prepared.entities) {
    const auto meant = find_meant(keys, entity);
    if (!meant) return meant.error();
    const auto& name = *meant;
    const auto facet = name ? catalog_->intern_facet(name->kind, name->name) : intern_found(entity);
    if (!facet) return facet.error();
    corrected = corrected || name.has_value();
    touch(*facet, name ? name->name : entity.name);
    interned.facets.push_back(*facet);
    interned.entities.push_back({.facet = *facet, .mentions = entity.mentions});
  }
  if (corrected) unite_same(interned.entities);
  return {};
}

// Whom a person said to be meant in this article.
Result<std::optional<EntityName>> FacetInterner::find_meant(std::span<const std::string> keys,
                                                            const ArticleEntity& entity) const {
  for (const std::string& key : keys) {
    auto meant = catalog_->meant_in_article(key, facet_kind_of(entity.kind), entity.name, entity.aliases);
    if (!meant || *meant) return meant;
  }
  return std::optional<EntityName>();
}

Result<FacetId> FacetInterner::intern_found(const ArticleEntity& entity) {
  const auto facet = catalog_->intern_facet(facet_kind_of(entity.kind), entity.name);
  if (!facet) return facet.error();
  for (const std::string& alias : entity.aliases) {
    if (auto added = catalog_->add_alias(*facet, alias); !added) return std::move(added).error();
  }
  for (const std::string& title : entity.titles) {
    if (auto added = catalog_->add_title(*facet, title); !added) return std::move(added).error();
  }
  if (entity.kind == EntityKind::kPlace) {
    if (auto kept = keep_place_facts(*catalog_, *facet, entity.name); !kept) return std::move(kept).error();
  }
  return *facet;
}

Result<void> FacetInterner::intern_countries(const PreparedArticle& prepared, std::vector<FacetId>& facets) {
  for (const std::string& country : prepared.countries) {
    if (auto done = intern_name(*catalog_, FacetKind::kCountry, country, facets); !done) return done;
    for (const std::string& other : other_names_of_country(country)) {
      if (auto added = catalog_->add_alias(facets.back(), other); !added) return added;
    }
  }
  return {};
}

Result<void> FacetInterner::intern_names(const Article& article, std::vector<FacetId>& facets) {
  if (auto done = intern_name(*catalog_, FacetKind::kSource, article.source, facets); !done) return done;
  if (auto done = intern_name(*catalog_, FacetKind::kLanguage, article.language, facets); !done) return done;
  for (const std::string& author : article.authors) {
    if (auto done = intern_name(*catalog_, FacetKind::kAuthor, author, facets); !done) return done;
  }
  return {};
}

}  // namespace dateline
