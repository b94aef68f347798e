// The committer's work on addresses: copies that come and go, articles that part and become one.
#include <algorithm>
#include <filesystem>

#include "indexer/formats/read_articles.h"
#include "indexer/ingest/committer.h"

namespace dateline {
namespace {

bool is_gone(const std::string& path) {
  std::error_code ignored;
  return path != "-" && !std::filesystem::exists(std::filesystem::symlink_status(file_of_path(path), ignored));
}

ArticleAddress address_of(const Article& article) {
  return {article.key, article.url, article.path, article.record};
}

}  // namespace

bool Committer::was_replaced_in_file(const Article& article) const {
  return replaced_in_file_.contains({article.key, article.path});
}

// The keys of all its addresses.
Result<std::vector<std::string>> Committer::keys_of(const Article& article, ArticleId known) const {
  std::vector<std::string> keys = {article.key};
  if (known == 0) return keys;
  const auto addresses = archive_->catalog.addresses_of_article(known);
  if (!addresses) return addresses.error();
  for (const ArticleAddress& address : *addresses) {
    if (std::find(keys.begin(), keys.end(), address.key) == keys.end()) keys.push_back(address.key);
  }
  return keys;
}

// Before the key is another article's: what it said is kept, and what it leaves behind gets another key.
Result<void> Committer::leave_article(const PreparedArticle& prepared, const Placement& placement) {
  Catalog& catalog = archive_->catalog;
  const std::string& key = prepared.article.key;
  if (!placement.is_new_address) replaced_in_file_.emplace(key, prepared.article.path);
  if (placement.keeps_revision) {
    const ArticleId before = placement.left != 0 ? placement.left : placement.article;
    if (auto kept = catalog.keep_revision(key, before, prepared.article); !kept) return std::move(kept).error();
  }
  return placement.left != 0 && !placement.left_ends ? catalog.choose_place(placement.left, key) : Result<void>();
}

// Once the key is this article's: articles without an address end.
Result<void> Committer::settle_placement(const PreparedArticle& prepared, const Placement& placement,
                                         ArticleId article) {
  Catalog& catalog = archive_->catalog;
  if (placement.left != 0) {
    if (auto assigned = catalog.assign_key(prepared.article.key, article, prepared.facts.content); !assigned)
      return assigned;
  }
  if (placement.absorbed != 0) {
    if (auto assigned = catalog.assign_addresses(placement.absorbed, article); !assigned) return assigned;
    if (auto ended = end_article(placement.absorbed); !ended) return ended;
  }
  if (placement.left_ends) {
    if (auto ended = end_article(placement.left); !ended) return ended;
  }
  return catalog.choose_place(article);
}

Result<void> Committer::add_address(const PreparedArticle& prepared, const Placement& placement) {
  Catalog& catalog = archive_->catalog;
  if (auto begun = placement.left != 0 ? begin_changing_articles() : begin_if_needed(); !begun) return begun;
  if (auto left = leave_article(prepared, placement); !left) return left;
  auto done = catalog.put_address({.address = address_of(prepared.article),
                                   .article = placement.article,
                                   .facts = prepared.facts,
                                   .is_current = placement.is_current},
                                  prepared.article.addresses);
  if (done && placement.is_current)
    done = catalog.assign_key(prepared.article.key, placement.article, prepared.facts.content);
  if (done && placement.is_new_address) done = drop_moved_addresses(prepared);
  if (done) done = settle_placement(prepared, placement, placement.article);
  if (!done) return done;
  ++(placement.left != 0 ? counts_.changed : placement.is_new_address ? counts_.copies : counts_.unchanged);
  ++in_batch_;
  return {};
}

// A file that was moved is no copy: what was read before of the same key and bytes, in files that are gone.
Result<void> Committer::drop_moved_addresses(const PreparedArticle& prepared) {
  const auto addresses = archive_->catalog.addresses_of_key(prepared.article.key);
  if (!addresses) return addresses.error();
  for (const StoredAddress& address : *addresses) {
    const bool same = address.facts.bytes_hash == prepared.facts.bytes_hash;
    if (!same || address.address.path == prepared.article.path || !is_gone(address.address.path)) continue;
    if (auto removed = archive_->catalog.remove_address(address); !removed) return std::move(removed).error();
  }
  return {};
}

Result<void> Committer::end_article(ArticleId article) {
  if (auto begun = begin_changing_articles(); !begun) return begun;
  if (auto touched = interner_.touch_entities_of(article); !touched) return touched;
  if (auto removed = archive_->catalog.remove_article(article); !removed) return removed;
  ++in_batch_;
  return applier_->remove(article);
}

Result<void> Committer::drop_address(const StoredAddress& address) {
  if (auto begun = begin_if_needed(); !begun) return begun;
  const auto has_others = archive_->catalog.remove_address(address);
  if (!has_others) return has_others.error();
  ++in_batch_;
  if (*has_others) return {};
  ++counts_.pruned;
  return end_article(address.article);
}

// Of the addresses that have other bytes now, the records that the file holds no longer.
Result<void> Committer::drop_replaced_records() {
  for (const auto& [key, path] : replaced_in_file_) {
    const auto addresses = archive_->catalog.addresses_of_key(key);
    if (!addresses) return addresses.error();
    for (const StoredAddress& address : *addresses) {
      if (address.address.path != path || contents_.has(address)) continue;
      if (auto dropped = drop_address(address); !dropped) return dropped;
    }
  }
  replaced_in_file_.clear();
  return {};
}

// Those that are still there: others of this run may have dropped or moved some of them.
Result<void> Committer::drop_addresses(const std::vector<StoredAddress>& addresses) {
  for (const StoredAddress& gone : addresses) {
    const auto present = archive_->catalog.addresses_of_key(gone.address.key);
    if (!present) return present.error();
    for (const StoredAddress& each : *present) {
      if (each.address != gone.address || each.facts.bytes_hash != gone.facts.bytes_hash) continue;
      if (auto dropped = drop_address(each); !dropped) return dropped;
    }
  }
  return {};
}

}  // namespace dateline
