// The best sequence ends in a tag that closes; all that lead to one are legal, so the result always is.
#include "indexer/entities/tagger/decoder.h"

#include <limits>

namespace dateline::tagging {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

struct Predecessors {
  std::array<Tag, kTags> tag{};
  std::size_t count = 0;
};

constexpr auto kPredecessors = [] {
  std::array<Predecessors, kTags> table{};
  for (Tag tag = 0; tag < kTags; ++tag)
    for (Tag before = 0; before < kTags; ++before)
      if (may_follow(before, tag)) table[tag].tag[table[tag].count++] = before;
  return table;
}();

}  // namespace

void Decoder::decode(std::span<const Scores> scores, const Transitions& transitions, std::span<Tag> tags) {
  const std::size_t size = scores.size();
  if (size == 0) return;
  back_.resize(size);
  std::array<float, kTags> best{};
  for (Tag tag = 0; tag < kTags; ++tag) best[tag] = opens(tag) ? scores[0][tag] + transitions[kTags][tag] : kNever;
  for (std::size_t i = 1; i < size; ++i) {
    std::array<float, kTags> next{};
    for (Tag tag = 0; tag < kTags; ++tag) {
      const Predecessors& from = kPredecessors[tag];
      float most = kNever;
      Tag chosen = from.tag[0];
      for (std::size_t p = 0; p < from.count; ++p) {
        const Tag before = from.tag[p];
        const float points = best[before] + transitions[before][tag];
        if (points > most) most = points, chosen = before;
      }
      next[tag] = most + scores[i][tag];
      back_[i][tag] = chosen;
    }
    best = next;
  }
  Tag last = kOutsideTag;
  for (Tag tag = 0; tag < kTags; ++tag)
    if (closes(tag) && best[tag] > best[last]) last = tag;
  for (std::size_t i = size; i-- > 0;) {
    tags[i] = last;
    if (i > 0) last = back_[i][last];
  }
}

}  // namespace dateline::tagging
