// A node-based map: entries do not move when others come.
#include "indexer/entities/gazetteer_cache.h"

namespace dateline {
namespace {

constexpr std::size_t kMostKeys = 200'000;  // some 30 MB
constexpr std::size_t kMostBytes = 100;     // no key of the table is longer

}  // namespace

void GazetteerCache::begin_article() {
  if (entries_.size() > kMostKeys) entries_.clear();
}

const GazetteerEntry& GazetteerCache::find(std::string_view key) {
  static const GazetteerEntry nothing;
  if (key.size() > kMostBytes) return nothing;
  if (const auto found = entries_.find(key); found != entries_.end()) return found->second;
  return entries_.emplace(key, gazetteer_.find(key)).first->second;
}

}  // namespace dateline
