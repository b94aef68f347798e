// The same measure as that of mentions in the project's score scripts.
#include "indexer/training/scoring.h"

#include <algorithm>
#include <cstdio>

#include "shared/base/strings.h"

namespace dateline::training {
namespace {

double share(std::uint64_t part, std::uint64_t other) {
  return part + other == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(part + other);
}

std::string two_digits(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%5.2f", value);
  return buffer;
}

void note(std::string* errors, std::string_view what, EntityKind kind, std::string_view text, std::uint32_t begin,
          std::uint32_t end) {
  if (errors == nullptr) return;
  const std::size_t from = begin > 60 ? begin - 60 : 0;
  std::string line = concat({what, " ", name_of(kind), " [", text.substr(begin, end - begin), "]  ",
                             text.substr(from, begin - from), "[]", text.substr(begin, end - begin + 60)});
  std::replace(line.begin(), line.end(), '\n', ' ');
  errors->append(line).push_back('\n');
}

}  // namespace

double Score::precision() const {
  return share(right, wrong);
}
double Score::recall() const {
  return share(right, missed);
}
double Score::f1() const {
  return share(2 * right, wrong + missed);
}

SetScore score_articles(Tagger& tagger, const std::vector<GoldArticle>& articles, std::string* errors) {
  SetScore score;
  std::vector<TaggedSpan> spans;
  for (const GoldArticle& article : articles) {
    tagger.tag(article.text, spans);
    const auto found = [&](const GoldSpan& gold) {
      return std::any_of(spans.begin(), spans.end(), [&](const TaggedSpan& span) {
        return span.begin == gold.begin && span.end == gold.end && span.kind == gold.kind;
      });
    };
    std::array<std::uint64_t, kEntityKinds> right{};
    std::array<std::uint64_t, kEntityKinds> given{};
    for (const TaggedSpan& span : spans) ++given[static_cast<std::size_t>(span.kind)];
    for (const GoldSpan& gold : article.spans) {
      if (gold.unknown) continue;
      const auto kind = static_cast<std::size_t>(gold.kind);
      if (found(gold)) {
        ++right[kind];
      } else {
        ++score.by_kind[kind].missed;
        note(errors, "missed", gold.kind, article.text, gold.begin, gold.end);
      }
    }
    for (std::size_t k = 0; k < kEntityKinds; ++k) {
      score.by_kind[k].right += right[k];
      score.by_kind[k].wrong += given[k] - right[k];
    }
    if (errors == nullptr) continue;
    for (const TaggedSpan& span : spans)
      if (std::none_of(article.spans.begin(), article.spans.end(), [&](const GoldSpan& gold) {
            return span.begin == gold.begin && span.end == gold.end && span.kind == gold.kind;
          }))
        note(errors, "wrong ", span.kind, article.text, span.begin, span.end);
  }
  for (const Score& kind : score.by_kind) {
    score.all.right += kind.right;
    score.all.wrong += kind.wrong;
    score.all.missed += kind.missed;
  }
  return score;
}

std::string describe(const std::string& name, const SetScore& score) {
  std::string line = concat({name, ": F1 ", two_digits(score.all.f1()), " (precision ",
                             two_digits(score.all.precision()), ", recall ", two_digits(score.all.recall()), ")"});
  for (std::size_t k = 0; k < kEntityKinds; ++k)
    line.append(concat({"  ", name_of(static_cast<EntityKind>(k)), " ", two_digits(score.by_kind[k].f1())}));
  return line;
}

}  // namespace dateline::training
