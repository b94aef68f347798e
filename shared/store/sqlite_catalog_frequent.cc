// Writes the names of values that many articles have, in levels: a prefix is looked up in the highest level first.
#include <algorithm>
#include <bit>

#include "shared/base/strings.h"
#include "shared/store/name_key.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

unsigned level_of(std::uint64_t articles) {
  return articles == 0 ? 0 : std::min(kHighestNameLevel, (static_cast<unsigned>(std::bit_width(articles)) - 1) / 2);
}

// "john f kennedy", "f kennedy", "kennedy".
template <class Visit>
Result<void> for_each_tail(std::string_view key, const Visit& visit) {
  for (;;) {
    if (auto done = visit(key); !done) return done;
    const std::size_t blank = key.find(' ');
    if (blank == std::string_view::npos) return {};
    key.remove_prefix(blank + 1);
  }
}

Result<void> put_name(const SqliteDb& db, FacetId facet, unsigned level, std::string_view key) {
  return for_each_tail(key, [&](std::string_view tail) {
    return db.run("INSERT OR IGNORE INTO frequent_names (kind, level, tail, facet_id) VALUES (?, ?, ?, ?)",
                  static_cast<int>(kind_of(facet)), level, tail, facet);
  });
}

Result<void> drop_name(const SqliteDb& db, FacetId facet, unsigned level, std::string_view key) {
  return for_each_tail(key, [&](std::string_view tail) {
    return db.run("DELETE FROM frequent_names WHERE kind = ? AND level = ? AND tail = ? AND facet_id = ?",
                  static_cast<int>(kind_of(facet)), level, tail, facet);
  });
}

Result<unsigned> stored_level(const SqliteDb& db, FacetId facet) {
  const auto level = db.number("SELECT level FROM name_levels WHERE facet_id = ?", facet);
  if (!level) return level.error();
  return static_cast<unsigned>(*level);
}

}  // namespace

Result<void> Catalog::Impl::put_frequent_name(FacetId facet, std::string_view key) const {
  const auto level = stored_level(*db, facet);
  if (!level) return level.error();
  return *level == 0 ? Result<void>() : put_name(*db, facet, *level, key);
}

Result<void> Catalog::Impl::drop_frequent_name(FacetId facet, std::string_view key) const {
  const auto level = stored_level(*db, facet);
  if (!level) return level.error();
  return *level == 0 ? Result<void>() : drop_name(*db, facet, *level, key);
}

Result<void> Catalog::settle_name_level(FacetId facet, std::uint64_t articles) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  const SqliteDb& db = *impl_->db;
  const unsigned level = level_of(articles);
  const auto before = stored_level(db, facet);
  if (!before || *before == level) return before ? Result<void>() : before.error();
  const auto own = own_name_of(facet);
  const auto aliases = aliases_of(facet);
  if (!own || !aliases) return own ? aliases.error() : own.error();
  std::vector<std::string> keys{facet_key(*own)};
  for (const std::string& alias : *aliases) keys.push_back(facet_key(alias));
  for (const std::string& key : keys) {
    auto done = *before == 0 ? Result<void>() : drop_name(db, facet, *before, key);
    if (done && level != 0) done = put_name(db, facet, level, key);
    if (!done) return done;
  }
  return level == 0 ? db.run("DELETE FROM name_levels WHERE facet_id = ?", facet)
                    : db.run("INSERT OR REPLACE INTO name_levels (facet_id, level) VALUES (?, ?)", facet, level);
}

}  // namespace dateline
