// The rows of the journal and of the user's own list. What they come to is carried out in
// sqlite_catalog_corrections.cc.
#include <algorithm>

#include "shared/base/json_writer.h"
#include "shared/base/strings.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

void write_name(JsonWriter& json, const EntityName& name) {
  json.begin_object().field("kind", name_of(name.kind)).field("name", name.name).end_object();
}

Result<std::vector<std::string>> read_strings(const SqliteDb& db, std::string_view json, std::string_view path) {
  auto statement = db.query("SELECT value FROM json_each(?, ?) ORDER BY key", json, path);
  return rows_of<std::string>(std::move(statement), [](const Statement& row) -> std::string { return row.string(0); });
}

Error damaged_journal(const SqliteDb& db, std::int64_t seq) {
  return damaged_catalog(
      concat({"catalog ", db.path(), ": correction ", std::to_string(seq), " of the journal cannot be read"}));
}

Result<std::optional<EntityName>> read_name(const SqliteDb& db, std::string_view json, std::string_view path) {
  auto statement = db.query("SELECT json_extract(?1, ?2 || '.kind'), json_extract(?1, ?2 || '.name')", json, path);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  const auto kind = facet_kind_named(statement.text(0));
  if (!*row || !kind) return std::optional<EntityName>();
  return std::optional(EntityName{*kind, statement.string(1)});
}

Result<std::vector<EntityName>> read_names(const SqliteDb& db, std::string_view json, std::string_view path) {
  std::vector<EntityName> names;
  auto statement =
      db.query("SELECT json_extract(value, '$.kind'), json_extract(value, '$.name') FROM json_each(?, ?) ORDER BY key",
               json, path);
  for (;;) {
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row) return names;
    if (const auto kind = facet_kind_named(statement.text(0)); kind) names.push_back({*kind, statement.string(1)});
  }
}

Result<void> read_argument(const SqliteDb& db, std::string_view json, Correction& correction) {
  auto statement = db.query(
      "SELECT coalesce(json_extract(?1, '$.to'), json_extract(?1, '$.alias'), ''),"
      " coalesce(json_extract(?1, '$.undo'), 0)",
      json);
  auto row = statement.step();
  if (!row) return std::move(row).error();
  correction.text = statement.string(0);
  correction.undo = statement.integer(1) != 0;
  const bool is_split = correction.operation == CorrectionOperation::kSplit;
  if (!is_split && correction.operation != CorrectionOperation::kMerge) return {};
  auto into = read_name(db, json, is_split ? "$.as" : "$.into");
  if (!into) return std::move(into).error();
  (is_split ? correction.as : correction.into) = std::move(*into);
  if (!is_split) return {};
  auto from = read_names(db, json, "$.from");
  auto articles = read_strings(db, json, "$.articles");
  auto names = read_strings(db, json, "$.names");
  if (!from) return std::move(from).error();
  if (!articles) return std::move(articles).error();
  if (!names) return std::move(names).error();
  correction.from = std::move(*from);
  correction.articles = std::move(*articles);
  correction.names = std::move(*names);
  return {};
}

struct JournalRow {
  std::int64_t seq = 0, kind = 0;
  std::string argument;
  Correction correction;
};

}  // namespace

std::string correction_argument(const Correction& correction) {
  JsonWriter json;
  json.begin_object();
  if (correction.into) write_name(json.key("into"), *correction.into);
  if (!correction.from.empty()) {
    json.key("from").begin_array();
    for (const EntityName& name : correction.from) write_name(json, name);
    json.end_array();
  }
  if (!correction.articles.empty()) json.field("articles", correction.articles);
  if (correction.as) write_name(json.key("as"), *correction.as);
  if (!correction.names.empty()) json.field("names", correction.names);
  if (correction.operation == CorrectionOperation::kRename) json.field("to", correction.text);
  if (correction.operation == CorrectionOperation::kAlias) json.field("alias", correction.text);
  if (correction.undo) json.field("undo", true);
  json.end_object();
  return std::move(json).text();
}

Result<void> Catalog::Impl::write_correction(const Correction& correction) const {
  const std::string argument = correction_argument(correction);
  return db->run("INSERT INTO corrections (at, operation, kind, name, argument) VALUES (?, ?, ?, ?, ?)", correction.at,
                 name_of(correction.operation), static_cast<int>(correction.entity.kind),
                 std::string_view(correction.entity.name), std::string_view(argument));
}

Result<std::vector<Correction>> Catalog::corrections() const {
  std::vector<JournalRow> rows;
  auto statement = impl_->db->query("SELECT seq, at, operation, kind, name, argument FROM corrections ORDER BY seq");
  for (;;) {
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row) break;
    const auto operation = correction_operation_named(statement.text(2));
    const std::int64_t kind = statement.integer(3);
    if (!operation || kind < 0 || kind >= static_cast<std::int64_t>(kFacetKinds)) {
      return damaged_journal(*impl_->db, statement.integer(0));
    }
    JournalRow read{.seq = statement.integer(0), .kind = kind, .argument = statement.string(5), .correction = {}};
    read.correction.at = statement.integer(1);
    read.correction.operation = *operation;
    read.correction.entity = {static_cast<FacetKind>(kind), statement.string(4)};
    rows.push_back(std::move(read));
  }
  std::vector<Correction> corrections;
  for (JournalRow& row : rows) {
    auto read = read_argument(*impl_->db, row.argument, row.correction);
    if (!read) return damaged_journal(*impl_->db, row.seq);
    corrections.push_back(std::move(row.correction));
  }
  return corrections;
}

Result<void> Catalog::Impl::write_listed(std::span<const ListedEntity> list, bool replace) const {
  if (replace) {
    if (auto done = db->run("DELETE FROM known_entities"); !done) return done;
  }
  for (const ListedEntity& entity : list) {
    JsonWriter aliases;
    aliases.begin_array();
    for (const std::string& alias : entity.aliases) aliases.value(alias);
    const std::string json = std::move(aliases.end_array()).text();
    const std::string key = facet_key(entity.name);
    auto done = db->run("INSERT OR REPLACE INTO known_entities VALUES (?, ?, ?, ?, ?)", static_cast<int>(entity.kind),
                        std::string_view(key), std::string_view(entity.name), std::string_view(json),
                        std::string_view(entity.external_id));
    if (!done) return done;
  }
  return {};
}

Result<std::vector<ListedEntity>> Catalog::listed_entities() const {
  std::vector<ListedEntity> list;
  // One row an alias, and one with NULL for an entity without aliases.
  auto statement = impl_->db->query(
      "SELECT k.kind, k.name, k.external_id, a.value, coalesce(a.key, 0) FROM known_entities AS k"
      " LEFT JOIN json_each(k.aliases) AS a ORDER BY k.kind, k.key, a.key");
  for (;;) {
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row) return list;
    const std::int64_t kind = statement.integer(0);
    if (kind < 0 || kind >= static_cast<std::int64_t>(kEntityKinds)) continue;
    if (statement.integer(4) == 0) {
      list.push_back({static_cast<EntityKind>(kind), statement.string(1), {}, statement.string(2)});
    }
    if (!statement.text(3).empty() && !list.empty()) list.back().aliases.push_back(statement.string(3));
  }
}

}  // namespace dateline
