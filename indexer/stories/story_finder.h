// Which story an article is of: the articles that are near copies of one another, directly or by way of others. Works
// on the catalog alone, within the caller's transactions; knows no index.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "shared/base/result.h"
#include "shared/store/sqlite_catalog.h"
#include "shared/text/analyzer.h"
#include "shared/text/near_copies.h"

namespace dateline {

// What near copies are found by. Made in the preparing threads.
struct NearPrint {
  std::optional<NearSignature> signature;  // nullopt: too short to have a copy
  std::vector<std::uint64_t> shingles;
};
NearPrint near_print_of(const AnalyzedText& text);

// One thread.
class StoryFinder {
 public:
  // `analyzer` reads stored texts by the same rules as those of the prints.
  StoryFinder(Catalog& catalog, Analyzer analyzer) : catalog_(&catalog), analyzer_(std::move(analyzer)) {}

  // The article was put with this text: it leaves the story of its old text and joins that of its near copies, whose
  // stories become one by it. Its story, 0 for none. It is settled later (settle_stories) for this article and for
  // others, unless the caller puts it into the index at once and says so (Catalog::show_story).
  Result<ArticleId> place(ArticleId article, const NearPrint& print);
  Result<ArticleId> place_stored(ArticleId article);

  // Groups anew what is left of stories that lost an article.
  Result<void> regroup();

 private:
  struct Member;
  Result<ArticleId> join(ArticleId article, const NearPrint& print);
  Result<bool> is_copy(ArticleId article, std::span<const std::uint64_t> shingles);
  Result<std::vector<std::uint64_t>> shingles_of_stored(ArticleId article);
  Result<std::vector<Member>> members_of(ArticleId story);
  static void group(std::vector<Member>& members);
  Result<void> rename(ArticleId story, const std::vector<Member>& members);

  Catalog* catalog_;
  Analyzer analyzer_;
  AnalyzedText analyzed_;  // scratch
};

}  // namespace dateline
