// Corrections carried out on facet values.
#include <algorithm>

#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestChain = 10'000;  // longer ones are circles, by damage

}  // namespace

Result<CorrectionTable> Catalog::correction_table() const {
  auto journal = corrections();
  if (!journal) return std::move(journal).error();
  CorrectionTable table;
  for (const Correction& correction : *journal) table.add(correction);
  auto list = listed_entities();
  if (!list) return std::move(list).error();
  table.add_list(*list);
  return table;
}

Result<void> Catalog::load_corrections() const {
  if (impl_->corrections) return {};
  auto table = correction_table();
  if (!table) return std::move(table).error();
  impl_->corrections = std::move(*table);
  return {};
}

Result<FacetId> Catalog::Impl::own_facet(const NameId& id) const {
  auto found = db->number("SELECT facet_id FROM facet_names WHERE kind = ? AND key = ? AND own = 1",
                          static_cast<int>(kind_of_name_id(id)), key_of_name_id(id));
  if (!found) return std::move(found).error();
  return static_cast<FacetId>(*found);
}

Result<void> Catalog::add_corrections(std::span<const Correction> corrections) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  auto before = correction_table();
  if (!before) return std::move(before).error();
  for (const Correction& correction : corrections) {
    if (auto written = impl_->write_correction(correction); !written) return written;
  }
  impl_->corrections.reset();
  impl_->kept_apart.reset();
  if (auto loaded = load_corrections(); !loaded) return loaded;
  return correct_values(impl_->corrections->differing_names(*before));
}

Result<void> Catalog::put_listed_entities(std::span<const ListedEntity> list, bool replace) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  auto before = correction_table();
  if (!before) return std::move(before).error();
  if (auto written = impl_->write_listed(list, replace); !written) return written;
  impl_->corrections.reset();
  impl_->kept_apart.reset();
  if (auto loaded = load_corrections(); !loaded) return loaded;
  return correct_values(impl_->corrections->differing_names(*before));
}

Result<void> Catalog::correct_values(const std::vector<NameId>& names) {
  for (const NameId& id : names) {
    const auto facet = impl_->own_facet(id);
    if (!facet) return facet.error();
    if (*facet != 0) {
      if (auto done = correct_value(*facet, id); !done) return done;
      continue;
    }
    if (auto done = correct_absent(id); !done) return done;
  }
  return {};
}

// A name that no article gave yet is found as an alias of the one that it stands for, if that one is there.
Result<void> Catalog::correct_absent(const NameId& id) {
  const Verdict* const verdict = impl_->corrections->verdict(id);
  if (verdict == nullptr) return {};
  if (verdict->fate == Fate::kMerged) {
    const auto target = impl_->own_facet(name_id(verdict->into));
    if (!target) return target.error();
    const bool same_kind = verdict->into.kind == kind_of_name_id(id);
    return *target != 0 && same_kind ? add_alias(*target, verdict->name) : Result<void>();
  }
  for (const auto& [one, other] : impl_->corrections->kept_apart()) {
    if (one != id && other != id) continue;
    const auto target = impl_->own_facet(one == id ? other : one);
    if (!target) return target.error();
    auto done = impl_->db->run("DELETE FROM facet_names WHERE kind = ? AND key = ? AND facet_id = ? AND own = 0",
                               static_cast<int>(kind_of_name_id(id)), key_of_name_id(id), *target);
    if (done) done = impl_->drop_frequent_name(*target, key_of_name_id(id));
    if (!done) return done;
    impl_->cache.aliases.clear();
  }
  return {};
}

Result<void> Catalog::correct_value(FacetId facet, const NameId& id) {
  // Interning the target below may come back here; the table does not change meanwhile.
  const CorrectionTable& table = *impl_->corrections;
  if (!table.kept_apart().empty()) impl_->kept_apart.reset();  // the value may be one of a pair
  const std::string* const new_name = table.new_name(id);
  const std::string* const external = table.external_id(id);
  if (new_name != nullptr) {
    auto done =
        impl_->db->run("UPDATE facet_values SET name = ? WHERE facet_id = ?", std::string_view(*new_name), facet);
    if (!done) return done;
  }
  auto done = impl_->db->run("UPDATE facet_values SET external_id = ?1 WHERE facet_id = ?2 AND external_id <> ?1",
                             external == nullptr ? std::string_view() : std::string_view(*external), facet);
  if (!done) return done;
  for (const NameId& source : table.merged_into(id)) {
    const auto there = impl_->own_facet(source);
    if (!there) return there.error();
    if (*there != 0) continue;
    if (auto absent = correct_absent(source); !absent) return absent;
  }
  return carry_out(facet, table.verdict(id));
}

Result<void> Catalog::carry_out(FacetId facet, const Verdict* verdict) {
  const SqliteDb& db = *impl_->db;
  if (verdict != nullptr && verdict->fate == Fate::kMerged) {
    const auto target = intern_facet(verdict->into.kind, verdict->into.name);
    if (!target) return target.error();
    if (auto cut = impl_->cut_circle(facet, *target); !cut) return cut;
    return db.run("UPDATE facet_values SET merged_into = ?, merged_by = 1, rejected = 0 WHERE facet_id = ?", *target,
                  facet);
  }
  if (verdict != nullptr && verdict->fate == Fate::kRejected) {
    return db.run("UPDATE facet_values SET merged_into = NULL, merged_by = 1, rejected = 1 WHERE facet_id = ?", facet);
  }
  auto done = db.run(
      "UPDATE facet_values SET merged_into = NULL, merged_by = 0, rejected = 0 WHERE facet_id = ?"
      " AND (merged_by = 1 OR rejected = 1)",
      facet);
  if (!done) return done;
  const auto into = db.number("SELECT merged_into FROM facet_values WHERE facet_id = ?", facet);
  if (!into) return into.error();
  if (*into == 0) return {};
  // What the program merged stays, but for those whom a person keeps apart, wherever the chain leads.
  FacetId at = facet;
  for (std::size_t step = 0; step < kLongestChain; ++step) {
    const auto next = db.number("SELECT merged_into FROM facet_values WHERE facet_id = ?", at);
    if (!next) return next.error();
    if (*next == 0) return {};
    at = static_cast<FacetId>(*next);
    const auto apart = is_kept_apart(facet, at);
    if (!apart) return apart.error();
    if (*apart) return db.run("UPDATE facet_values SET merged_into = NULL WHERE facet_id = ?", facet);
  }
  return {};
}

Result<void> Catalog::Impl::cut_circle(FacetId value, FacetId target) {
  FacetId at = target, last_of_program = 0;
  for (std::size_t step = 0; step < kLongestChain && at != value; ++step) {
    auto statement = db->query("SELECT merged_into, merged_by FROM facet_values WHERE facet_id = ?", at);
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row || statement.small(0) == 0) return {};
    if (statement.integer(1) == 0) last_of_program = at;
    at = statement.small(0);
  }
  if (last_of_program == 0) return {};
  return db->run("UPDATE facet_values SET merged_into = NULL WHERE facet_id = ?", last_of_program);
}

Result<void> Catalog::set_merge(FacetId from, FacetId into) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  if (into == 0) {
    return impl_->db->run("UPDATE facet_values SET merged_into = NULL WHERE facet_id = ? AND merged_by = 0", from);
  }
  FacetId at = into;
  for (std::size_t step = 0; at != 0; ++step) {
    if (at == from || step == kLongestChain) return {};
    const auto apart = is_kept_apart(from, at);
    if (!apart) return apart.error();
    if (*apart) return {};
    const auto next = impl_->db->number("SELECT merged_into FROM facet_values WHERE facet_id = ?", at);
    if (!next) return next.error();
    at = static_cast<FacetId>(*next);
  }
  return impl_->db->run("UPDATE facet_values SET merged_into = ? WHERE facet_id = ? AND merged_by = 0", into, from);
}

Result<std::vector<std::pair<FacetId, FacetId>>> Catalog::kept_apart() const {
  if (auto loaded = load_corrections(); !loaded) return std::move(loaded).error();
  std::vector<std::pair<FacetId, FacetId>> pairs;
  for (const auto& [one, other] : impl_->corrections->kept_apart()) {
    const auto a = impl_->own_facet(one);
    if (!a) return a.error();
    const auto b = impl_->own_facet(other);
    if (!b) return b.error();
    if (*a != 0 && *b != 0) pairs.push_back(std::minmax(*a, *b));
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

Result<bool> Catalog::is_kept_apart(FacetId a, FacetId b) const {
  if (auto loaded = load_corrections(); !loaded) return std::move(loaded).error();
  if (impl_->corrections->kept_apart().empty()) return false;
  if (!impl_->kept_apart) {
    auto pairs = kept_apart();
    if (!pairs) return std::move(pairs).error();
    impl_->kept_apart.emplace(pairs->begin(), pairs->end());
  }
  return impl_->kept_apart->contains(std::minmax(a, b));
}

Result<std::optional<EntityName>> Catalog::meant_in_article(std::string_view article, FacetKind kind,
                                                            std::string_view name,
                                                            std::span<const std::string> aliases) const {
  if (auto loaded = load_corrections(); !loaded) return std::move(loaded).error();
  if (!impl_->corrections->corrects_article(article)) return std::optional<EntityName>();
  std::vector<NameId> names = {name_id(kind, name)};
  for (const std::string& alias : aliases) names.push_back(name_id(kind, alias));
  const EntityName* const meant = impl_->corrections->meant_in(article, names);
  return meant == nullptr ? std::optional<EntityName>() : std::optional(*meant);
}

}  // namespace dateline
