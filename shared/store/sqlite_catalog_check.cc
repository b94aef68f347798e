// Proves that the catalog is whole: SQLite's own checks, then what only we know of its values.
#include <algorithm>
#include <unordered_set>

#include "shared/base/deflated_text.h"
#include "shared/base/strings.h"
#include "shared/store/facet_blobs.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

constexpr std::size_t kEnoughProblems = 100;

using Problems = std::vector<std::string>;
using FacetSet = std::unordered_set<FacetId>;

Result<void> check_integrity(const SqliteDb& db, Problems& problems) {
  return visit_rows(db.query("PRAGMA integrity_check"), [&](const Statement& row) {
    if (row.text(0) != "ok") problems.push_back(concat({"catalog: ", row.text(0)}));
  });
}

Result<void> check_foreign_keys(const SqliteDb& db, Problems& problems) {
  auto statement = db.query("PRAGMA foreign_key_check");
  for (;;) {
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row || problems.size() >= kEnoughProblems) return {};
    problems.push_back(concat({"catalog: row ", statement.text(1), " of ", statement.text(0), " refers to a row of ",
                               statement.text(2), " that is not there"}));
  }
}

// Each rule is a query whose rows (one text each) break it.
struct Rule {
  std::string_view says;
  std::string_view sql;
};
constexpr Rule kRules[] = {
    {"the entities of an article are missing: article ",
     "SELECT article_id FROM articles WHERE article_id NOT IN (SELECT article_id FROM article_facets)"},
    {"authors or contributors are no JSON list: article ",
     "SELECT article_id FROM articles WHERE NOT json_valid(authors) OR NOT json_valid(contributors)"},
    {"a facet id does not carry its kind: ", "SELECT facet_id FROM facet_values WHERE facet_id % 8 <> kind"},
    {"a facet id is beyond the last one given: ",
     "SELECT facet_id FROM facet_values JOIN facet_kinds USING (kind) WHERE facet_id / 8 > last_ordinal"},
    {"a facet value has no name of its own: ",
     "SELECT facet_id FROM facet_values WHERE merged_into IS NULL AND facet_id NOT IN"
     " (SELECT facet_id FROM facet_names WHERE own = 1)"},
    {"two facet values have one name: ",
     "SELECT min(name) FROM facet_names WHERE own = 1 GROUP BY kind, key HAVING count(*) > 1"},
    {"a story has one article: ",
     "SELECT story FROM article_stories WHERE story <> 0 AND story NOT IN (SELECT story FROM open_stories)"
     " GROUP BY story HAVING count(*) = 1"},
    {"a story is not named by its first article: ",
     "SELECT story FROM article_stories WHERE story <> 0 AND story NOT IN (SELECT story FROM open_stories)"
     " GROUP BY story HAVING min(article_id) <> story"},
    {"an article is of a story and has no signature: ",
     "SELECT article_id FROM article_stories WHERE story <> 0 AND article_id NOT IN"
     " (SELECT article_id FROM near_signatures)"},
    {"keys of near copies are not those of the signature: article ",
     "SELECT article_id FROM (SELECT article_id, count(*) AS keys FROM near_keys GROUP BY article_id)"
     " WHERE keys <> 16 OR article_id NOT IN (SELECT article_id FROM near_signatures)"
     " UNION SELECT article_id FROM near_signatures WHERE article_id NOT IN (SELECT article_id FROM near_keys)"},
    {"an article has no address: article ",
     "SELECT article_id FROM articles WHERE article_id NOT IN (SELECT article_id FROM article_addresses)"},
    {"an article is at none of its addresses: article ",
     "SELECT article_id FROM articles AS x WHERE NOT EXISTS (SELECT 1 FROM article_addresses AS a WHERE a.key = x.key"
     " AND a.article_id = x.article_id AND +a.path = x.path AND a.record = x.record AND a.url = x.url)"},
    {"a key has two articles: ",
     "SELECT key FROM article_addresses GROUP BY key HAVING min(article_id) <> max(article_id)"},
    {"two articles are the same, and no id tells them apart: article ",
     "SELECT max(article_id) FROM article_addresses JOIN articles USING (article_id) WHERE is_current = 1 AND own_id"
     " = 0 AND content IN (SELECT content FROM article_addresses WHERE is_current = 1 AND own_id = 0 AND content <> 0"
     " GROUP BY content HAVING min(article_id) <> max(article_id)) GROUP BY content, text"
     " HAVING min(article_id) <> max(article_id)"},
    {"what lies at two addresses of an article is not the same: article ",
     "SELECT article_id FROM article_addresses WHERE is_current = 1 AND content <> 0 GROUP BY article_id"
     " HAVING min(content) <> max(content)"},
    {"a given address is of no record: ",
     "SELECT key FROM given_addresses AS g WHERE NOT EXISTS (SELECT 1 FROM article_addresses AS a"
     " WHERE a.key = g.of_key AND +a.path = g.of_path)"},
    {"an older version is of no article: ",
     "SELECT key FROM article_revisions WHERE key NOT IN (SELECT key FROM article_addresses)"},
};

Result<void> check_rule(const SqliteDb& db, const Rule& rule, Problems& problems) {
  auto statement = db.query(rule.sql);
  for (;;) {
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row || problems.size() >= kEnoughProblems) return {};
    problems.push_back(concat({"catalog: ", rule.says, statement.text(0)}));
  }
}

Result<FacetSet> all_facets(const SqliteDb& db) {
  FacetSet facets;
  auto visited = visit_rows(db.query("SELECT facet_id FROM facet_values"),
                            [&](const Statement& row) { facets.insert(row.small(0)); });
  if (!visited) return std::move(visited).error();
  return facets;
}

// What is wrong with an article's blobs; "" for nothing.
std::string_view judge_blobs(std::string_view facets_blob, std::string_view mentions_blob,
                             std::string_view attached_blob, const FacetSet& known) {
  const auto facets = decode_facets(facets_blob);
  if (!facets) return "its facet ids cannot be decoded";
  const auto entities = decode_mentions(mentions_blob);
  if (!entities) return "its mentions cannot be decoded";
  for (const FacetId facet : *facets) {
    if (!known.contains(facet)) return "it has a facet value that does not exist";
  }
  for (const ResolvedEntity& entity : *entities) {
    if (!known.contains(entity.facet)) return "it mentions an entity that does not exist";
  }
  const auto attached = decode_attached(attached_blob);
  if (!attached) return "its attached names cannot be decoded";
  for (const Attachment& attachment : *attached) {
    if (!std::binary_search(facets->begin(), facets->end(), attachment.into))
      return "it lacks an entity attached to it";
  }
  return "";
}

Result<void> check_blobs(const SqliteDb& db, Problems& problems) {
  const auto known = all_facets(db);
  if (!known) return known.error();
  auto statement = db.query("SELECT article_id, facets, mentions, attached FROM article_facets");
  for (;;) {
    auto row = statement.step();
    if (!row) return std::move(row).error();
    if (!*row || problems.size() >= kEnoughProblems) return {};
    const std::string_view wrong = judge_blobs(statement.blob(1), statement.blob(2), statement.blob(3), *known);
    if (!wrong.empty()) problems.push_back(concat({"catalog: article ", statement.text(0), ": ", wrong}));
  }
}

Result<void> check_revisions(const SqliteDb& db, Problems& problems) {
  return visit_rows(
      db.query("SELECT key, text, json_valid(authors) FROM article_revisions"), [&](const Statement& row) {
        if (problems.size() >= kEnoughProblems || (inflate_text(row.blob(1)) && row.integer(2) == 1)) return;
        problems.push_back(concat({"catalog: an older version of article '", row.text(0), "' cannot be decoded"}));
      });
}

}  // namespace

Result<std::vector<std::string>> Catalog::check() const {
  Problems problems;
  const SqliteDb& db = *impl_->db;
  auto done = check_integrity(db, problems);
  if (done && problems.empty()) {  // else the tables cannot be trusted to be read
    done = check_foreign_keys(db, problems);
    for (const Rule& rule : kRules) {
      if (done) done = check_rule(db, rule, problems);
    }
    if (done) done = check_blobs(db, problems);
    if (done) done = check_revisions(db, problems);
  }
  // What stops SQLite from reading is a finding, not a failure of the check.
  if (!done && done.error().code != ErrorCode::kArchiveDamaged) return std::move(done).error();
  if (!done) problems.push_back(done.error().message);
  return problems;
}

}  // namespace dateline
