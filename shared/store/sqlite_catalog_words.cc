// Writes the words of new names.
#include <algorithm>
#include <span>

#include "shared/base/strings.h"
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {
namespace {

constexpr std::size_t kRowsOfStatement = 16;
constexpr std::string_view kInsertMany =
    "INSERT OR IGNORE INTO facet_words (kind, word, facet_id) VALUES (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?),"
    " (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?),"
    " (?, ?, ?), (?, ?, ?)";
constexpr std::string_view kInsertOne = "INSERT OR IGNORE INTO facet_words (kind, word, facet_id) VALUES (?, ?, ?)";

}  // namespace

void UnwrittenWords::add(FacetId facet, std::string_view key) {
  if (key.find(' ') == std::string_view::npos) return;  // the key itself is looked up before words are
  for (const std::string_view word : split(key, ' ')) rows_.push_back({kind_of(facet), std::string(word), facet});
}

Result<void> UnwrittenWords::write(const SqliteDb& db) {
  std::sort(rows_.begin(), rows_.end());
  std::span<const Row> rest = rows_;
  while (!rest.empty()) {
    const bool many = rest.size() >= kRowsOfStatement;
    const std::size_t count = many ? kRowsOfStatement : 1;
    Statement insert = db.query(many ? kInsertMany : kInsertOne);
    for (const Row& row : rest.first(count)) {
      insert.bind(static_cast<int>(row.kind));
      insert.bind(std::string_view(row.word));
      insert.bind(row.facet);
    }
    if (auto done = insert.step(); !done) return std::move(done).error();
    rest = rest.subspan(count);
  }
  rows_.clear();
  return {};
}

}  // namespace dateline
