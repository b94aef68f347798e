// All counts are made in one pass over the article; features then look at a few of them.
#include "indexer/entities/tagger/second_pass.h"

#include <algorithm>

#include "indexer/entities/tagger/features.h"

namespace dateline::tagging {
namespace {

constexpr std::size_t kOutsideKind = kEntityKinds;

std::size_t kind_number(Tag tag) {
  return tag == kOutsideTag ? kOutsideKind : static_cast<std::size_t>(kind_of(tag));
}

std::uint64_t bucket(std::uint32_t count) {
  return count < 3 ? count : count < 6 ? 3 : 4;
}

}  // namespace

void SecondPass::read(const ArticleView& article, std::span<const Tag> first) {
  article_ = &article;
  first_ = first;
  for (const std::uint32_t key : used_keys_) counts_[key] = {};
  used_keys_.clear();
  for (std::size_t i = 0; i < article.size(); ++i) {
    if (!is_capital(article.word(i).form) && first[i] == kOutsideTag) continue;
    const std::uint32_t key = article.word(i).key_id;
    if (key >= counts_.size()) counts_.resize(key + key / 2 + 1);
    std::uint16_t& count = counts_[key].by_tag[first[i]];
    if (count < 0xFFFF) ++count;
    used_keys_.push_back(key);
  }
  count_names();
}

void SecondPass::count_names() {
  names_.clear();
  name_of_.assign(first_.size(), 0);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < first_.size(); ++i) {
    if (first_[i] == kOutsideTag) continue;
    if (opens(first_[i])) begin = i;
    if (!closes(first_[i])) continue;
    std::uint64_t name = kGolden;
    for (std::size_t t = begin; t <= i; ++t) name = combine(name, article_->word(t).key);
    std::fill(name_of_.begin() + static_cast<std::ptrdiff_t>(begin),
              name_of_.begin() + static_cast<std::ptrdiff_t>(i + 1), name);
    std::uint16_t& count = names_[name].by_kind[kind_number(first_[i])];
    if (count < 0xFFFF) ++count;
  }
}

Tag SecondPass::first_at(std::size_t i, int offset) const {
  const auto at = static_cast<std::int64_t>(i) + offset;
  return at < 0 || at >= static_cast<std::int64_t>(first_.size()) ? kOutsideTag : first_[static_cast<std::size_t>(at)];
}

bool SecondPass::concerns(std::size_t i) const {
  return is_capital(article_->word(i).form) || first_[i] != kOutsideTag || first_at(i, -1) != kOutsideTag ||
         first_at(i, 1) != kOutsideTag;
}

SecondPass::Elsewhere SecondPass::elsewhere(std::size_t i) const {
  Elsewhere result;
  const std::uint32_t key = article_->word(i).key_id;
  if (key >= counts_.size()) return result;
  auto counts = counts_[key].by_tag;
  const bool counted = is_capital(article_->word(i).form) || first_[i] != kOutsideTag;
  if (counted && counts[first_[i]] > 0) --counts[first_[i]];
  for (Tag tag = 0; tag < kTags; ++tag) {
    result.by_kind[kind_number(tag)] += counts[tag];
    result.total += counts[tag];
    if (counts[tag] > result.most_count) result.most_count = counts[tag], result.most = tag;
  }
  return result;
}

void SecondPass::add_features(std::size_t i, std::vector<std::uint32_t>& out) const {
  const auto add = [&](std::uint32_t number, std::uint64_t value) {
    out.push_back(feature_of(kFirstSecondPassTemplate + number, value));
  };
  const Tag own = first_[i];
  const std::uint64_t around = own + 16U * first_at(i, -1) + 256U * first_at(i, 1);
  add(0, own);
  add(1, around);
  const WordInfo& word = article_->word(i);
  const Elsewhere here = elsewhere(i);
  std::uint64_t mixture = 0;
  for (const std::uint32_t count : here.by_kind) mixture = mixture * 5 + bucket(count);
  const std::uint64_t most = here.total == 0 ? 15 : here.most;
  const std::uint64_t share = here.total == 0 ? 0 : 1 + here.most_count * 3 / here.total;
  add(2, mixture);
  add(3, combine(mixture, own));
  add(4, combine(most * 8 + share, own));
  add(5, combine(mixture, static_cast<std::uint64_t>(word.known.casing) * 16 + static_cast<std::uint64_t>(word.form)));
  add(6, combine(most * 16 + own, word.known.classes));
  add(7, combine(most * 16 + own, article_->token(i).name.classes));
  const std::uint32_t run_number = article_->token(i).run;
  if (run_number != kNone) {
    const CapitalRun& run = article_->runs()[run_number];
    const std::uint64_t place = (i == run.begin ? 1U : 0U) + (i + 1 == run.end ? 2U : 0U);
    if (run.end - run.begin > 1) {
      const Elsewhere first = elsewhere(run.begin);
      const Elsewhere last = elsewhere(run.end - 1);
      const std::uint64_t first_most = first.total == 0 ? 15 : first.most;
      const std::uint64_t last_most = last.total == 0 ? 15 : last.most;
      add(8, combine(last_most * 16 + place, own));
      add(9, combine(first_most * 16 + place, own));
      add(10, combine(first_most * 16 + last_most, own * 4U + place));
    }
    add(11, combine(mixture, place));
  }
  if (i > 0) {
    const Elsewhere before = elsewhere(i - 1);
    add(12, combine(before.total == 0 ? 15 : before.most, own * 16U + most));
  }
  if (i + 1 < first_.size()) {
    const Elsewhere behind = elsewhere(i + 1);
    add(13, combine(behind.total == 0 ? 15 : behind.most, own * 16U + most));
  }
  if (name_of_[i] != 0) {
    NameUse use = names_.find(name_of_[i])->second;
    --use.by_kind[kind_number(own)];
    std::uint64_t kinds = 0;
    for (const std::uint16_t count : use.by_kind) kinds = kinds * 5 + bucket(count);
    add(14, combine(kinds, own));
    add(15, combine(kinds, combine(mixture, own)));
  }
}

}  // namespace dateline::tagging
