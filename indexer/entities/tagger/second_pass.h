// What the first pass made of the whole article, as features for a second one: which tags the same words, and the same
// names, got elsewhere in it. (The idea: Krishnan and Manning 2006, an effective two-stage model for exploiting
// non-local dependencies.) Knows no weights.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/entities/tagger/article_view.h"
#include "indexer/entities/tagger/tags.h"

namespace dateline::tagging {

// Memory is reused from article to article. One thread.
class SecondPass {
 public:
  // Both must stay as they are while features are asked for.
  void read(const ArticleView& article, std::span<const Tag> first);
  // Whether the second pass has anything to say of this token; elsewhere the first pass stands.
  [[nodiscard]] bool concerns(std::size_t i) const;
  void add_features(std::size_t i, std::vector<std::uint32_t>& out) const;

 private:
  struct TagCounts {
    std::array<std::uint16_t, kTags> by_tag{};
  };
  struct Elsewhere {  // how often a word got each kind, the token itself left out; the last is "outside"
    std::array<std::uint32_t, kEntityKinds + 1> by_kind{};
    Tag most = kOutsideTag;
    std::uint32_t total = 0;
    std::uint32_t most_count = 0;
  };
  struct NameUse {
    std::array<std::uint16_t, kEntityKinds> by_kind{};
  };
  void count_names();
  [[nodiscard]] Elsewhere elsewhere(std::size_t i) const;
  [[nodiscard]] Tag first_at(std::size_t i, int offset) const;

  const ArticleView* article_ = nullptr;
  std::span<const Tag> first_;
  std::vector<TagCounts> counts_;         // by key_id
  std::vector<std::uint32_t> used_keys_;  // to clear
  std::unordered_map<std::uint64_t, NameUse> names_;
  std::vector<std::uint64_t> name_of_;  // by token: the name of the first pass that it is in; 0: none
};

}  // namespace dateline::tagging
