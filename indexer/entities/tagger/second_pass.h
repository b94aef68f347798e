// A second look at an article: the kinds that a word got elsewhere in it speak for the same kind here. Knows no
// features.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/tagger/article_view.h"
#include "indexer/entities/tagger/decoder.h"

namespace dateline::tagging {

// Memory is reused from article to article. One thread.
class SecondPass {
 public:
  // Both must stay as they are while preferences are asked for.
  void read(const ArticleView& article, std::span<const Tag> first);
  // Points for the kinds that the word of token `i` got elsewhere: nearly `strength` for one that it always got.
  void add_preferences(std::size_t i, float strength, Scores& scores) const;

 private:
  struct KindCounts {
    std::array<std::uint32_t, kEntityKinds + 1> by_kind{};  // the last: outside
  };
  [[nodiscard]] bool counts(std::size_t i) const;

  const ArticleView* article_ = nullptr;
  std::span<const Tag> first_;
  std::vector<KindCounts> counts_;        // by key_id
  std::vector<std::uint32_t> used_keys_;  // to clear
};

}  // namespace dateline::tagging
