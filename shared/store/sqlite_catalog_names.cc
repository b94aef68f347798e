// Facet values and their names, reading side: merges, names for people, finding by name.
#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "shared/base/strings.h"
#include "shared/store/name_key.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

using MergeMap = std::unordered_map<FacetId, FacetId>;

// The end of the chain; a value of a circle (damage) stays itself.
FacetId follow(const MergeMap& merges, FacetId from) {
  FacetId at = from;
  for (std::size_t steps = 0; steps <= merges.size(); ++steps) {
    const auto next = merges.find(at);
    if (next == merges.end()) return at;
    at = next->second;
  }
  return from;
}

Result<std::vector<FacetName>> find_by_key(const SqliteDb& db, FacetKind kind, std::string_view key,
                                           std::size_t limit) {
  std::vector<FacetName> found;
  auto statement = db.query(
      "SELECT n.facet_id, v.name, n.own = 1 AND v.merged_into IS NOT NULL FROM facet_names AS n"
      " JOIN facet_values AS v USING (facet_id)"
      " WHERE n.kind = ? AND n.key = ? AND v.rejected = 0 ORDER BY n.own DESC, n.facet_id LIMIT ?",
      static_cast<int>(kind), key, limit);
  for (;;) {
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row) return found;
    found.push_back({statement.small(0), statement.string(1)});
    // The name alone was found to mean somebody: others who were called so in their own articles are not asked for.
    if (statement.integer(2) != 0) return found;
  }
}

Result<std::vector<FacetId>> with_word(const SqliteDb& db, FacetKind kind, std::string_view word) {
  auto statement = db.query(
      "SELECT w.facet_id FROM facet_words AS w JOIN facet_values AS v USING (facet_id)"
      " WHERE w.kind = ? AND w.word = ? AND v.rejected = 0 ORDER BY w.facet_id",
      static_cast<int>(kind), word);
  return rows_of<FacetId>(std::move(statement), [](const Statement& row) -> FacetId { return row.small(0); });
}

// Values that have each of the words in some name; which name is looked at later.
Result<std::vector<FacetId>> with_all_words(const SqliteDb& db, FacetKind kind, const std::vector<std::string>& words) {
  std::vector<FacetId> ids;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto more = with_word(db, kind, words[i]);
    if (!more || i == 0) {
      if (!more) return more;
      ids = std::move(*more);
      continue;
    }
    std::vector<FacetId> both;
    std::set_intersection(ids.begin(), ids.end(), more->begin(), more->end(), std::back_inserter(both));
    ids = std::move(both);
  }
  return ids;
}

bool has_all_words(std::string_view key, const std::vector<std::string>& words) {
  const std::vector<std::string_view> own = split(key, ' ');
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return std::find(own.begin(), own.end(), word) != own.end(); });
}

// Whether one name of the value has all the words: they could come from several.
Result<bool> one_name_has(const SqliteDb& db, const FacetName& facet, const std::vector<std::string>& words) {
  if (words.size() == 1 || has_all_words(name_key(facet.name), words)) return true;
  auto statement = db.query("SELECT key FROM facet_names WHERE facet_id = ? AND own = 0", facet.facet);
  for (;;) {
    auto row = statement.step();
    if (!row || !*row) return row;
    if (has_all_words(statement.text(0), words)) return true;
  }
}

}  // namespace

Result<std::vector<FacetMerge>> Catalog::merges() const {
  MergeMap merges;
  auto done =
      visit_rows(impl_->db->query("SELECT facet_id, merged_into FROM facet_values WHERE merged_into IS NOT NULL"),
                 [&](const Statement& row) { merges.emplace(row.small(0), row.small(1)); });
  if (done) {
    done =
        visit_rows(impl_->db->query("SELECT facet_id FROM facet_values WHERE rejected = 1"),
                   [&](const Statement& row) { merges[row.small(0)] = 0; });  // the end of each chain that leads to it
  }
  if (!done) return std::move(done).error();
  std::vector<FacetMerge> final_merges;
  final_merges.reserve(merges.size());
  for (const auto& [from, into] : merges) final_merges.push_back({from, follow(merges, from)});
  std::sort(final_merges.begin(), final_merges.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
  return final_merges;
}

Result<FacetId> Catalog::facet_of_key(FacetKind kind, std::string_view key) const {
  auto found = impl_->db->number("SELECT facet_id FROM facet_names WHERE kind = ? AND key = ? AND own = 1",
                                 static_cast<int>(kind), key);
  if (!found) return std::move(found).error();
  return static_cast<FacetId>(*found);
}

Result<std::vector<FacetName>> Catalog::names_of(std::span<const FacetId> facets) const {
  std::vector<FacetName> names;
  names.reserve(facets.size());
  for (const FacetId facet : facets) {
    auto statement = impl_->db->query("SELECT name FROM facet_values WHERE facet_id = ?", facet);
    auto row = statement.step();
    if (!row) return std::move(row).error();
    names.push_back({facet, *row ? statement.string(0) : std::string()});
  }
  return names;
}

Result<std::vector<FacetName>> Catalog::find_facets(FacetKind kind, std::string_view name, std::size_t limit) const {
  const std::string key = facet_key(name);
  auto exact = find_by_key(*impl_->db, kind, key, limit);
  if (!exact || !exact->empty()) return exact;

  if (auto written = impl_->words.write(*impl_->db); !written) return std::move(written).error();
  const std::vector<std::string> words = name_words(key);
  auto candidates = with_all_words(*impl_->db, kind, words);
  if (!candidates) return std::move(candidates).error();
  std::vector<FacetName> found;
  for (const FacetId facet : *candidates) {
    if (found.size() >= limit) break;
    auto named = names_of(std::span(&facet, 1));
    if (!named) return named;
    auto fits = one_name_has(*impl_->db, named->front(), words);
    if (!fits) return std::move(fits).error();
    if (*fits) found.push_back(std::move(named->front()));
  }
  return found;
}

}  // namespace dateline
