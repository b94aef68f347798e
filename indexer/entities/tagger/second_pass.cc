// Capitalised words and words in names are counted; linear time.
#include "indexer/entities/tagger/second_pass.h"

namespace dateline::tagging {
namespace {

std::size_t kind_number(Tag tag) {
  return tag == kOutsideTag ? kEntityKinds : static_cast<std::size_t>(kind_of(tag));
}

}  // namespace

bool SecondPass::counts(std::size_t i) const {
  return is_capital(article_->word(i).form) || first_[i] != kOutsideTag;
}

void SecondPass::read(const ArticleView& article, std::span<const Tag> first) {
  article_ = &article;
  first_ = first;
  for (const std::uint32_t key : used_keys_) counts_[key] = {};
  used_keys_.clear();
  for (std::size_t i = 0; i < article.size(); ++i) {
    if (!counts(i)) continue;
    const std::uint32_t key = article.word(i).key_id;
    if (key >= counts_.size()) counts_.resize(key + key / 2 + 1);
    ++counts_[key].by_kind[kind_number(first[i])];
    used_keys_.push_back(key);
  }
}

void SecondPass::add_preferences(std::size_t i, float strength, Scores& scores) const {
  if (!counts(i)) return;
  auto others = counts_[article_->word(i).key_id].by_kind;
  --others[kind_number(first_[i])];
  std::uint32_t total = 0;
  for (const std::uint32_t count : others) total += count;
  if (total == 0) return;
  for (Tag tag = 1; tag < kTags; ++tag) {
    const auto share = static_cast<float>(others[kind_number(tag)]) / static_cast<float>(total + 1);
    scores[tag] += strength * share;
  }
}

}  // namespace dateline::tagging
