// Look-ups in the gazetteer that are remembered from article to article: news says the same names again and again.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/entities/gazetteer.h"

namespace dateline {

// One thread an object.
class GazetteerCache {
 public:
  explicit GazetteerCache(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}
  void begin_article();  // forgets all when it is too much
  // As Gazetteer::find(). The reference is good until begin_article().
  const GazetteerEntry& find(std::string_view key);
  [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
  };
  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, GazetteerEntry, Hash, std::equal_to<>> entries_;
};

}  // namespace dateline
