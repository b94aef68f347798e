// Random queries on random articles, and on real ones where there are any: the engine against brute force, for matches,
// exact counts, multi-select facets, exclusions, order by date, and pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "query/engine/engine.h"
#include "shared/base/strings.h"
#include "tests/engine/brute_force.h"
#include "tests/engine/random_articles.h"
#include "tests/engine/random_queries.h"
#include "tests/engine/real_articles.h"

namespace dateline {
namespace {

using testing::BruteForce;
using testing::Dice;
using testing::Keys;
using testing::QueryMaterial;
using testing::RandomArticles;
using testing::RandomQueries;
using testing::TestArchive;
using testing::TestArticle;
using Counts = std::map<std::string, std::uint64_t>;
using KeySet = std::set<std::string>;

constexpr std::int64_t kToday = 19320;  // 2022-11-24, a while before the last random articles
constexpr std::array kCountedKinds = {FacetKind::kPerson, FacetKind::kPlace, FacetKind::kSource};
constexpr std::uint64_t kPage = 7;

Keys keys_of(const SearchResults& results) {
  Keys keys;
  for (const Hit& hit : results.hits) keys.push_back(hit.id);
  return keys;
}

// The query with its tree on a fixed day. The engine is asked on another one: days that are counted from today are
// written out for it.
struct Query {
  std::string text;
  QueryNode tree;
};

Query query_of(const std::string& text) {
  const auto tree = parse_query(text, kToday), other = parse_query(text, kToday + 400);
  EXPECT_TRUE(tree && other) << text << ": " << tree.error().message;
  if (!tree || !other) return {};
  return {to_sexpr(*tree) == to_sexpr(*other) ? text : to_query_text(*tree), *tree};
}

// Asks the engine and brute force the same.
class Comparison {
 public:
  Comparison(Engine& engine, BruteForce& brute, const QueryMaterial& material, unsigned seed)
      : engine_(engine), brute_(brute), material_(material), queries_(material, seed), dice_(seed + 1000) {}

  void compare_once() {
    SearchRequest request{.match = static_cast<MatchMode>(dice_.below(3)),
                          .sort = static_cast<SortOrder>(dice_.below(3)),
                          .limit = 1000,
                          .selections = selections(),
                          .snippet_bytes = 0};
    std::string text = queries_.make(2);
    const bool excludes = dice_.chance(15);
    const std::string excluded = excludes ? dice_.pick(material_.sources) : "";
    if (excludes) text = concat({"(", text, ") -source:=\"", excluded, "\""});
    const Query query = query_of(text);
    if (::testing::Test::HasFailure()) return;
    request.text = query.text;
    SCOPED_TRACE(concat({text, " mode ", std::to_string(static_cast<int>(request.match))}));
    ask(request, query.tree, excluded);
  }

  [[nodiscard]] std::size_t answered() const { return answered_; }
  [[nodiscard]] std::size_t found_some() const { return found_some_; }

 private:
  void ask(const SearchRequest& request, const QueryNode& tree, const std::string& excluded) {
    SearchRequest counting = request;
    for (const FacetKind kind : kCountedKinds) counting.facets.push_back({.kind = kind, .limit = 0});
    const auto results = engine_.search(counting);
    ASSERT_TRUE(results) << results.error().message;
    if (!results->exact) return;  // a pattern stands for too many words
    const KeySet by_text = brute_.matches(tree, request.match);
    const KeySet expected = selected(by_text, request.selections, std::nullopt);
    const Keys found = keys_of(*results);
    ASSERT_EQ(KeySet(found.begin(), found.end()), expected);
    EXPECT_EQ(found.size(), expected.size());
    EXPECT_EQ(results->matched, expected.size());
    check_facets(*results, by_text, request.selections, excluded);
    if (request.sort != SortOrder::kRelevance) {
      EXPECT_EQ(found, brute_.by_date(expected, request.sort == SortOrder::kNewest));
    }
    dice_.chance(10) ? check_all_pages(request, found) : check_page(request, found, dice_.below(found.size() + 2));
    ++answered_;
    if (!found.empty()) ++found_some_;
  }

  void check_page(SearchRequest request, const Keys& all, std::uint64_t offset) {
    request.offset = offset;
    request.limit = kPage;
    const auto results = engine_.search(request);
    ASSERT_TRUE(results) << results.error().message;
    const std::size_t begin = std::min<std::size_t>(offset, all.size()), end = std::min(begin + kPage, all.size());
    const auto at = [&all](std::size_t place) { return all.begin() + static_cast<std::ptrdiff_t>(place); };
    EXPECT_EQ(keys_of(*results), Keys(at(begin), at(end))) << "offset " << offset;
    EXPECT_EQ(results->matched, all.size());
  }
  void check_all_pages(const SearchRequest& request, const Keys& all) {
    for (std::uint64_t offset = 0; offset <= all.size(); offset += kPage) check_page(request, all, offset);
  }

  void check_facets(const SearchResults& results, const KeySet& by_text, const std::vector<FacetSelection>& selections,
                    const std::string& excluded) {
    for (std::size_t i = 0; i < kCountedKinds.size(); ++i) {
      const FacetKind kind = kCountedKinds[i];
      Counts expected, found;
      for (const std::string& key : selected(by_text, selections, kind)) {
        for (const std::string& name : names_in(brute_.at(key).article, kind)) ++expected[name];
      }
      bool shows_excluded = kind != FacetKind::kSource || excluded.empty();
      for (const FacetValue& value : results.facets[i].values) {
        EXPECT_EQ(value.excluded, value.count == 0) << value.name;
        if (value.count != 0) found[value.name] = value.count;
        if (kind == FacetKind::kSource && value.name == excluded) shows_excluded = value.excluded;
      }
      EXPECT_EQ(found, expected);
      EXPECT_TRUE(shows_excluded) << "excluded: " << excluded;
    }
  }

  // Those that all selections let through, but for the selections of one kind.
  [[nodiscard]] KeySet selected(const KeySet& keys, const std::vector<FacetSelection>& selections,
                                std::optional<FacetKind> without) const {
    KeySet out;
    for (const std::string& key : keys) {
      const TestArticle& article = brute_.at(key).article;
      const bool passes = std::all_of(kCountedKinds.begin(), kCountedKinds.end(), [&](FacetKind kind) {
        return kind == without || passes_kind(article, selections, kind);
      });
      if (passes) out.insert(key);
    }
    return out;
  }

  static bool passes_kind(const TestArticle& article, const std::vector<FacetSelection>& selections, FacetKind kind) {
    const auto names = names_in(article, kind);
    bool any = false, hit = false;
    for (const FacetSelection& selection : selections) {
      if (selection.kind != kind) continue;
      any = true;
      hit = hit || std::find(names.begin(), names.end(), selection.name) != names.end();
    }
    return hit || !any;
  }

  std::vector<FacetSelection> selections() {
    std::vector<FacetSelection> out;
    if (dice_.chance(70)) return out;
    for (std::size_t i = dice_.below(3); i > 0; --i) out.push_back({FacetKind::kPerson, dice_.pick(material_.people)});
    for (std::size_t i = dice_.below(3); i > 0; --i) out.push_back({FacetKind::kSource, dice_.pick(material_.sources)});
    return out;
  }

  Engine& engine_;
  BruteForce& brute_;
  const QueryMaterial& material_;
  RandomQueries queries_;
  Dice dice_;
  std::size_t answered_ = 0, found_some_ = 0;
};

class ReferenceTest : public ::testing::TestWithParam<unsigned> {
 protected:
  ReferenceTest() : brute_(std::move(*Stemmer::create("english"))) {}

  void put(const std::vector<TestArticle>& articles, IndexMode mode) {
    archive_.put(articles, mode);
    for (const TestArticle& article : articles) brute_.put(article);
  }

  void remove(const Keys& keys) {
    archive_.remove(keys);
    for (const std::string& key : keys) brute_.remove(key);
  }

  void compare(const QueryMaterial& material, std::size_t times) {
    auto engine = Engine::open(archive_.paths());
    ASSERT_TRUE(engine) << engine.error().message;
    Comparison comparison(*engine, brute_, material, GetParam());
    for (std::size_t i = 0; i < times; ++i) {
      comparison.compare_once();
      if (HasFailure()) FAIL() << "the first query that differs ends the test";
    }
    EXPECT_GT(comparison.answered(), times * 95 / 100);
    EXPECT_GT(comparison.found_some(), times / 3) << "the generator makes queries that find nothing";
    RecordProperty("found_some", static_cast<int>(comparison.found_some()));
  }

  TestArchive archive_;
  BruteForce brute_;
};

TEST_P(ReferenceTest, RandomArticlesAreFoundAsBruteForceFindsThem) {
  constexpr int kArticles = 150, kChangedEvery = 7;
  RandomArticles articles(GetParam());
  const auto key_of = [](int number) { return concat({"k", std::to_string(number)}); };
  std::vector<TestArticle> all, changed;
  for (int i = 0; i < kArticles; ++i) all.push_back(articles.make(key_of(i)));
  for (int i = 0; i < kArticles; i += kChangedEvery) changed.push_back(articles.make(key_of(i)));
  put(all, GetParam() % 2 == 0 ? IndexMode::kBulk : IndexMode::kUpdate);
  put(changed, IndexMode::kUpdate);
  remove({"k3", "k4", "k70"});
  compare(RandomArticles::material(all), 1200);
}

TEST_P(ReferenceTest, RealArticlesAreFoundAsBruteForceFindsThem) {
  std::vector<TestArticle> all;
  for (const char* name : {"wikinews.jsonl.gz", "bbc.jsonl.gz"}) {
    for (TestArticle& article : testing::real_articles(name, 150)) all.push_back(std::move(article));
  }
  if (all.empty()) GTEST_SKIP() << "no ../shared/data/news beside the checkout";
  put(all, IndexMode::kBulk);
  compare(testing::material_of(all, GetParam()), 250);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ReferenceTest, ::testing::Range(1U, 5U));

}  // namespace
}  // namespace dateline
