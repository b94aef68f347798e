// Facet values and their names, writing side: giving ids.
#include <limits>

#include "shared/base/strings.h"
#include "shared/store/name_key.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {

Result<FacetId> Catalog::intern_facet(FacetKind kind, std::string_view name) {
  FacetCache::Kind& cache = impl_->cache.kinds[static_cast<std::size_t>(kind)];
  if (const auto known = cache.by_name.find(name); known != cache.by_name.end()) return known->second;
  if (auto ready = impl_->require_transaction(); !ready) return std::move(ready).error();
  if (auto done = impl_->load_last_ordinal(kind); !done) return std::move(done).error();

  const std::string key = facet_key(name);
  FacetId id = 0;
  if (const auto known = cache.by_key.find(key); known != cache.by_key.end()) {
    id = known->second;
  } else if (!cache.whole) {
    auto stored = impl_->db->number("SELECT facet_id FROM facet_names WHERE kind = ? AND key = ? AND own = 1",
                                    static_cast<int>(kind), std::string_view(key));
    if (!stored) return std::move(stored).error();
    id = static_cast<FacetId>(*stored);
  }
  const bool is_new = id == 0;
  if (is_new) {
    auto made = impl_->new_facet(kind, name, key);
    if (!made) return made;
    id = *made;
  }
  cache.by_name.emplace(name, id);
  cache.by_key.emplace(key, id);
  if (is_new) {
    if (auto loaded = load_corrections(); !loaded) return std::move(loaded).error();
    const NameId own = name_id(kind, name);
    if (!impl_->corrections->speaks_of(own)) return id;
    if (auto corrected = correct_value(id, own); !corrected) return std::move(corrected).error();
  }
  return id;
}

Result<FacetId> Catalog::Impl::new_facet(FacetKind kind, std::string_view name, std::string_view key) {
  FacetCache::Kind& known = cache.kinds[static_cast<std::size_t>(kind)];
  if (known.last_ordinal >= std::numeric_limits<FacetId>::max() / 8) {
    return Error{ErrorCode::kIo, concat({"the archive cannot take more values of kind ", name_of(kind)})};
  }
  const FacetId id = make_facet_id(static_cast<std::uint32_t>(++known.last_ordinal), kind);
  known.grown = true;
  auto done =
      db->run("INSERT INTO facet_values (facet_id, kind, name) VALUES (?, ?, ?)", id, static_cast<int>(kind), name);
  if (done) {
    done = db->run("INSERT INTO facet_names (kind, key, facet_id, own, name) VALUES (?, ?, ?, 1, ?)",
                   static_cast<int>(kind), key, id, name);
  }
  if (!done) return std::move(done).error();
  words.add(id, key);
  return id;
}

Result<void> Catalog::Impl::load_last_ordinal(FacetKind kind) {
  FacetCache::Kind& known = cache.kinds[static_cast<std::size_t>(kind)];
  if (known.last_ordinal >= 0) return {};
  auto last = db->number("SELECT last_ordinal FROM facet_kinds WHERE kind = ?", static_cast<int>(kind));
  if (!last) return std::move(last).error();
  known.last_ordinal = *last;
  known.whole = *last == 0;
  return {};
}

Result<void> Catalog::Impl::store_last_ordinals() {
  for (std::size_t kind = 0; kind < kFacetKinds; ++kind) {
    FacetCache::Kind& known = cache.kinds[kind];
    if (!known.grown) continue;
    auto done = db->run("UPDATE facet_kinds SET last_ordinal = ? WHERE kind = ?", known.last_ordinal, kind);
    if (!done) return done;
    known.grown = false;
  }
  return {};
}

Result<void> Catalog::add_alias(FacetId facet, std::string_view alias) {
  AliasSet& known = impl_->cache.aliases;
  if (known.find(std::pair(facet, alias)) != known.end()) return {};
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  const std::string key = facet_key(alias);
  auto done =
      impl_->db->run("INSERT OR IGNORE INTO facet_names (kind, key, facet_id, own, name) VALUES (?, ?, ?, 0, ?)",
                     static_cast<int>(kind_of(facet)), std::string_view(key), facet, alias);
  if (!done) return done;
  const bool is_new = impl_->db->changed_rows() > 0;
  if (is_new) impl_->words.add(facet, key);
  known.emplace(facet, alias);
  return is_new ? impl_->put_frequent_name(facet, key) : Result<void>();
}

Result<void> Catalog::add_title(FacetId person, std::string_view title) {
  AliasSet& known = impl_->cache.titles;
  if (known.find(std::pair(person, title)) != known.end()) return {};
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  auto done = impl_->db->run("INSERT OR IGNORE INTO facet_titles (facet_id, title) VALUES (?, ?)", person, title);
  if (done) known.emplace(person, title);
  return done;
}

}  // namespace dateline
