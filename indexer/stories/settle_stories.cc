// All articles at once, and the end of a run.
#include "indexer/stories/settle_stories.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kBatch = 1000;  // articles in a transaction

Result<void> begin_anew(Catalog& catalog) {
  auto done = catalog.begin();
  if (done) done = catalog.set_meta(kStoriesMeta, "");
  if (done) done = catalog.forget_near_copies();
  return done ? catalog.commit() : done;
}

Result<void> place_all(Catalog& catalog, StoryFinder& finder) {
  const auto articles = catalog.all_articles();
  if (!articles) return articles.error();
  for (std::size_t at = 0; at < articles->size(); at += kBatch) {
    if (auto begun = catalog.begin(); !begun) return begun;
    for (std::size_t i = at; i < std::min(articles->size(), at + kBatch); ++i) {
      if (auto placed = finder.place_stored((*articles)[i].first); !placed) return std::move(placed).error();
    }
    if (auto committed = catalog.commit(); !committed) return committed;
  }
  return {};
}

}  // namespace

Result<void> make_stories(Catalog& catalog, StoryFinder& finder, const std::string& analysis) {
  const std::string rules = concat({kNearCopyRules, " ", analysis});
  const auto made = catalog.meta(kStoriesMeta);
  if (!made) return made.error();
  if (made->value_or("") == rules) return {};
  if (auto begun = begin_anew(catalog); !begun) return begun;
  if (auto placed = place_all(catalog, finder); !placed) return placed;
  auto done = catalog.begin();
  if (done) done = catalog.set_meta(kStoriesMeta, rules);
  return done ? catalog.commit() : done;
}

Result<std::vector<ArticleId>> settle_stories(Catalog& catalog, StoryFinder& finder) {
  if (auto grouped = finder.regroup(); !grouped) return std::move(grouped).error();
  return catalog.settle_stories();
}

}  // namespace dateline
