// Features of a capitalised word that come from elsewhere in the article. Linear time: a bounded number of other
// occurrences is looked at.
#include <algorithm>

#include "indexer/entities/tagger/features.h"

namespace dateline::tagging {
namespace {

constexpr std::size_t kOthers = 10;  // occurrences that are looked at, in the order of the text
constexpr std::uint64_t kEdge = 1;

std::uint64_t bucket(std::uint32_t count) {
  return count < 3 ? count : count < 6 ? 3 : count < 12 ? 4 : 5;
}

// Features without repetition.
class Distinct {
 public:
  explicit Distinct(std::vector<std::uint32_t>& out) : out_(out), from_(out.size()) {}
  void add(std::uint32_t number, std::uint64_t value) {
    const std::uint32_t feature = feature_of(kFirstArticleTemplate + number, value);
    const auto begin = out_.begin() + static_cast<std::ptrdiff_t>(from_);
    if (std::find(begin, out_.end(), feature) == out_.end()) out_.push_back(feature);
  }

 private:
  std::vector<std::uint32_t>& out_;
  std::size_t from_;
};

struct Counts {
  std::uint32_t single = 0, first = 0, middle = 0, last = 0;
};

void add_other(const ArticleView& article, std::size_t i, const CapitalRun& own, std::uint32_t other, Counts& counts,
               Distinct& emit) {
  const std::uint32_t run_number = article.token(other).run;
  if (run_number == kNone) return;
  const CapitalRun& run = article.runs()[run_number];
  const bool is_first = other == run.begin;
  const bool is_last = other + 1 == run.end;
  if (is_first && is_last) {
    ++counts.single;
  } else if (is_first) {
    ++counts.first;
  } else if (is_last) {
    ++counts.last;
  } else {
    ++counts.middle;
  }
  const auto own_place = static_cast<std::uint64_t>(i == own.begin) * 2 + (i + 1 == own.end ? 1 : 0);
  const std::uint64_t before = article.token(run.begin).sentence_start ? kEdge : article.word(run.begin - 1).key;
  const std::uint64_t behind =
      run.end >= article.size() || article.token(run.end).sentence_start ? kEdge : article.word(run.end).key;
  const auto place = static_cast<std::uint64_t>(is_first) * 2 + (is_last ? 1 : 0);
  emit.add(0, combine(before, place));
  emit.add(1, combine(behind, place));
  if (!is_last) emit.add(2, article.word(run.end - 1).key);
  if (!is_last) emit.add(3, combine(article.word(run.end - 1).known.classes, place * 4 + own_place));
  if (!is_first) emit.add(4, combine(article.word(run.begin).known.classes, place * 4 + own_place));
  if (!is_first) emit.add(5, article.word(run.begin).key);
  if (article.token(other).name.part != NamePart::kOutside && run.end - run.begin > 1)
    emit.add(6, combine(article.token(other).name.classes, place));
}

}  // namespace

void add_article_features(const ArticleView& article, std::size_t i, std::vector<std::uint32_t>& out) {
  const TokenView& token = article.token(i);
  if (token.run == kNone) return;
  Distinct emit(out);
  const KeyUse& use = article.use_of(i);
  const auto casing = bucket(use.small) * 8 + bucket(use.capital);
  emit.add(16, combine(casing, token.sentence_start ? 1 : 0));
  emit.add(17, combine(casing, article.word(i).known.casing));
  const CapitalRun& own = article.runs()[token.run];
  Counts counts;
  std::size_t seen = 0;
  for (std::uint32_t other = use.first_capital; other != kNone && seen < kOthers;
       other = article.token(other).next_same, ++seen)
    if (other != i && article.token(other).mode == LineMode::kNormal) add_other(article, i, own, other, counts, emit);
  const auto own_place = static_cast<std::uint64_t>(i == own.begin) * 2 + (i + 1 == own.end ? 1 : 0);
  emit.add(18, combine(bucket(counts.single) * 64 + bucket(counts.first) * 8 + bucket(counts.last), own_place));
  if (const std::uint32_t expansion = article.expansion_of(i); expansion != kNone && expansion != token.run) {
    const CapitalRun& run = article.runs()[expansion];
    emit.add(20, own_place);
    emit.add(21, article.word(run.end - 1).key);
    emit.add(22, article.word(run.begin).key);
  }
}

}  // namespace dateline::tagging
