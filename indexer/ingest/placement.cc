// The rules are those of FORMAT.md, "Copies": records of one key are one article, and so are keys that the publisher
// did not tell apart and that have the same content now.
#include "indexer/ingest/placement.h"

#include <algorithm>
#include <string>

#include "indexer/formats/field_names.h"
#include "indexer/formats/format_tools.h"
#include "shared/base/bytes.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

std::string place_key(std::string_view path, std::uint64_t record) {
  return record == 0 ? key_of_path(path) : concat({key_of_path(path), "#", std::to_string(record)});
}

bool is_place_of(std::string_view key, const ArticleAddress& address) {
  return key == address.url || key == place_key(address.path, address.record);
}

// A publisher's id tells articles apart whatever they say. A key that is a mere address does not, neither where another
// archive exported it.
bool has_own_id(const Article& article) {
  if (is_place_of(article.key, {article.key, article.url, article.path, article.record})) return false;
  return std::none_of(article.addresses.begin(), article.addresses.end(), [&](const ArticleAddress& address) {
    return address.key == article.key && is_place_of(article.key, address);
  });
}

// A record that has neither id nor address is its place in a file; what comes to stand there is no version of it.
bool is_only_a_place(const Article& article) {
  return article.record != 0 && article.key == place_key(article.path, article.record);
}

// Of all that is content. Lengths are hashed with what they are of, so that nothing can move from one field to another.
class ContentHash {
 public:
  void add(std::string_view part) {
    std::string length;
    append_leb128(length, part.size());
    hash_ = hash64(part, hash64(length, hash_));
  }
  void add(const std::vector<std::string>& parts) {
    add(std::to_string(parts.size()));
    for (const std::string& part : parts) add(part);
  }
  [[nodiscard]] std::uint64_t value() const { return hash_ == 0 ? 1 : hash_; }  // 0 is "not known"

 private:
  std::uint64_t hash_ = 0;
};

std::uint64_t hash_of_content(const Article& article) {
  ContentHash hash;
  hash.add(article.title);
  hash.add(article.text);
  hash.add(to_iso(article.published));
  hash.add(article.source);
  hash.add(article.authors);
  hash.add(article.contributors);
  hash.add(article.dateline);
  hash.add(article.language);
  for (const GivenEntity& given : article.given) {
    hash.add(name_of(given.kind));
    hash.add(given.name);
  }
  return hash.value();
}

// What the catalog has of the record's key.
struct KeyState {
  ArticleId article = 0;
  std::uint64_t content = 0;            // that the article has now; 0: not known
  const StoredAddress* same = nullptr;  // the same bytes at the same path
  bool has_path = false;                // something at the same path
  bool has_unknown_bytes = false;       // read by an older Dateline at the same path
  bool has_content_elsewhere = false;   // what was read now, at another path
};

KeyState state_of(const std::vector<StoredAddress>& rows, const Article& article, const RecordFacts& facts) {
  KeyState state;
  for (const StoredAddress& row : rows) {
    state.article = row.article;
    if (row.is_current) state.content = row.facts.content;
    const bool here = row.address.path == article.path;
    state.has_path |= here;
    state.has_unknown_bytes |= here && row.facts.bytes_hash == 0;
    if (here && row.facts.bytes_hash == facts.bytes_hash) state.same = &row;
    state.has_content_elsewhere |= !here && row.facts.content == facts.content;
  }
  return state;
}

}  // namespace

RecordFacts facts_of(const RawRecord& record, const Article& article, std::string_view fingerprint) {
  const std::string mapped = record.fields == nullptr ? std::string() : record.fields->fingerprint();
  const std::uint64_t bytes = hash64(record.bytes);
  return {.bytes_hash = bytes == 0 ? 1 : bytes,  // 0 is "not known"
          .content = hash_of_content(article),
          .prepared = hash64(mapped, hash64(fingerprint)),
          .own_id = has_own_id(article)};
}

std::uint64_t content_hash_of(const RecordFacts& facts, std::string_view fingerprint) {
  std::string bytes;
  append_le(bytes, facts.content);
  return hash64(bytes, hash64(fingerprint));
}

Result<Placement> place_record(const Catalog& catalog, const Article& article, const RecordFacts& facts,
                               std::uint64_t content_hash, bool follows_change) {
  const auto rows = catalog.addresses_of_key(article.key);
  if (!rows) return rows.error();
  KeyState state = state_of(*rows, article, facts);
  if (follows_change && state.same != nullptr && !state.same->is_current) {
    state.same = nullptr;
    state.has_content_elsewhere = false;
  }
  Placement placement{.article = state.article, .is_new_address = !state.has_path};
  if (state.same != nullptr && state.same->facts.prepared == facts.prepared) {
    placement.kind = PlacementKind::kKnown;
    return placement;
  }
  const auto is_prepared = [&](ArticleId id) { return catalog.has_content_hash(id, content_hash); };
  const bool is_older = state.same != nullptr && !state.same->is_current;
  if (state.article != 0 &&
      (facts.content == state.content || is_older || (state.same == nullptr && state.has_content_elsewhere))) {
    placement.is_current = facts.content == state.content;
    const auto prepared = placement.is_current ? is_prepared(state.article) : Result<bool>(true);
    if (!prepared) return prepared.error();
    placement.kind = *prepared ? PlacementKind::kAddress : PlacementKind::kPut;
    return placement;
  }
  placement.keeps_revision =
      state.article != 0 && state.same == nullptr && !state.has_unknown_bytes && !is_only_a_place(article);
  const auto others = state.article != 0 ? catalog.has_other_keys(state.article, article.key) : Result<bool>(false);
  if (!others) return others.error();
  const auto twin = facts.own_id ? Result<ArticleId>(0) : catalog.article_of_content(facts.content, article);
  if (!twin) return twin.error();
  if (*twin == 0) {
    if (*others) placement.left = std::exchange(placement.article, 0);
    return placement;
  }
  // Two become one: the older one stays.
  if (state.article != 0 && !*others && state.article < *twin) {
    placement.absorbed = *twin;
    return placement;
  }
  placement.left = std::exchange(placement.article, *twin);
  placement.left_ends = placement.left != 0 && !*others;
  const auto prepared = is_prepared(*twin);
  if (!prepared) return prepared.error();
  placement.kind = *prepared ? PlacementKind::kAddress : PlacementKind::kPut;
  return placement;
}

}  // namespace dateline
