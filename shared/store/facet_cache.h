// What a catalog object remembers of facet values, so that known names cost a hash lookup. It knows nothing of SQLite.
// Its contents are true for the transaction that filled it: a rollback clears it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "schema/facet_id.h"
#include "shared/base/bytes.h"

namespace dateline {

// Lets a std::string key be found by a view, without a copy.
struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return hash64(text); }
};
using NameMap = std::unordered_map<std::string, FacetId, NameHash, std::equal_to<>>;

struct AliasHash {
  using is_transparent = void;
  std::size_t operator()(const std::pair<FacetId, std::string_view>& alias) const {
    return hash64(alias.second, alias.first);
  }
  std::size_t operator()(const std::pair<FacetId, std::string>& alias) const {
    return hash64(alias.second, alias.first);
  }
};
struct AliasEqual {
  using is_transparent = void;
  template <class A, class B>
  bool operator()(const A& a, const B& b) const {
    return a.first == b.first && std::string_view(a.second) == std::string_view(b.second);
  }
};
using AliasSet = std::unordered_set<std::pair<FacetId, std::string>, AliasHash, AliasEqual>;

struct FacetCache {
  struct Kind {
    NameMap by_name;                 // as written
    NameMap by_key;                  // by facet_key
    std::int64_t last_ordinal = -1;  // -1: not read yet
    bool whole = false;              // the kind had no values when it was first looked at: by_key has them all
    bool grown = false;              // last_ordinal is not in the table yet
  };
  std::array<Kind, kFacetKinds> kinds;
  std::unordered_set<FacetId> places;  // whose facts are in the tables
  AliasSet aliases;                    // (value, alias as written) that are in the tables
  AliasSet titles;                     // (value, title as written), the same
};

}  // namespace dateline
