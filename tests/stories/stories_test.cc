// Stories against brute force: whatever the order of the articles, and whatever was changed or removed between.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <random>

#include "indexer/stories/settle_stories.h"
#include "indexer/stories/story_finder.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kAnalysis = "analysis";

Analyzer english() {
  return Analyzer(std::move(Stemmer::create("english")).value());
}

class Archive {
 public:
  Archive() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dateline-stories-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    catalog_.emplace(std::move(Catalog::open({folder_}, Access::kCreate)).value());
    finder_.emplace(*catalog_, english());
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() {
    catalog_.reset();
    std::filesystem::remove_all(folder_);
  }

  void put(const std::string& key, const std::string& text, bool place = true) {
    Article article{.key = key, .title = key};
    article.text = text;
    EXPECT_TRUE(catalog_->begin());
    const auto id = catalog_->put_article(article, 1, 1, {}, {});
    ASSERT_TRUE(id);
    AnalyzedText analyzed;
    auto analyzer = english();
    analyzer.analyze("", text, analyzed);
    if (place) {
      EXPECT_TRUE(finder_->place(*id, near_print_of(analyzed)));
      EXPECT_TRUE(catalog_->show_story(*id));
    }
    EXPECT_TRUE(catalog_->commit());
  }
  void remove(const std::string& key) {
    EXPECT_TRUE(catalog_->begin());
    EXPECT_TRUE(catalog_->remove_article(key));
    EXPECT_TRUE(catalog_->commit());
  }
  // Keys of the articles that changed.
  std::vector<std::string> settle() {
    EXPECT_TRUE(catalog_->begin());
    const auto settled = settle_stories(*catalog_, *finder_);
    EXPECT_TRUE(settled);
    EXPECT_TRUE(catalog_->commit());
    EXPECT_THAT(*catalog_->check(), IsEmpty());
    std::vector<std::string> keys;
    for (const ArticleId id : *settled) {
      const auto stored = catalog_->load_article(id);
      if (stored && *stored) keys.push_back((*stored)->article.key);
    }
    return keys;
  }
  // Every article with the keys of its story, as the index would have it.
  std::map<std::string, std::vector<std::string>> stories() {
    std::map<ArticleId, std::vector<std::string>> by_story;
    const auto all = catalog_->all_articles();
    for (const auto& [id, hash] : *all) {
      const auto place = catalog_->story_of(id);
      const auto stored = catalog_->load_article(id);
      const FacetId facet = place->shown != 0 ? story_facet(place->shown) : 0;
      const auto& facets = (*stored)->facets;
      EXPECT_EQ(facets, facet != 0 ? std::vector{facet} : std::vector<FacetId>{});
      if (place->shown != 0) by_story[place->shown].push_back((*stored)->article.key);
    }
    std::map<std::string, std::vector<std::string>> out;
    for (auto& [story, keys] : by_story) {
      std::sort(keys.begin(), keys.end());
      for (const std::string& key : keys) out[key] = keys;
    }
    return out;
  }
  Catalog& catalog() { return *catalog_; }
  StoryFinder& finder() { return *finder_; }

 private:
  std::string folder_;
  std::optional<Catalog> catalog_;
  std::optional<StoryFinder> finder_;
};

std::string words(int first, int last) {
  std::string text;
  for (int i = first; i < last; ++i) text += "word" + std::to_string(i) + " ";
  return text;
}

// What brute force says: connected by pairs of likeness.
std::map<std::string, std::vector<std::string>> by_brute_force(const std::map<std::string, std::string>& texts) {
  auto analyzer = english();
  AnalyzedText analyzed;
  std::vector<std::string> keys;
  std::vector<std::vector<std::uint64_t>> shingles;
  for (const auto& [key, text] : texts) {
    analyzer.analyze("", text, analyzed);
    keys.push_back(key);
    shingles.push_back(shingles_of(analyzed));
  }
  std::vector<std::size_t> group(keys.size());
  std::iota(group.begin(), group.end(), 0U);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (likeness(shingles[i], shingles[j]) < kNearCopyLikeness) continue;
      const std::size_t from = group[i], into = group[j];
      std::replace(group.begin(), group.end(), from, into);
    }
  }
  std::map<std::string, std::vector<std::string>> out;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::vector<std::string> same;
    for (std::size_t j = 0; j < keys.size(); ++j) {
      if (group[i] == group[j]) same.push_back(keys[j]);
    }
    if (same.size() > 1) out[keys[i]] = same;
  }
  return out;
}

TEST(Stories, AnArticleThatStoodAloneIsIndexedAgainWithItsFirstCopy) {
  Archive archive;
  archive.put("a", words(0, 60));
  archive.put("b", words(100, 160));
  EXPECT_THAT(archive.settle(), IsEmpty());
  archive.put("c", words(2, 62));
  EXPECT_THAT(archive.stories(), ::testing::SizeIs(1));  // c itself, until the end of the run
  EXPECT_THAT(archive.settle(), ElementsAre("a"));
  EXPECT_THAT(archive.stories().at("a"), ElementsAre("a", "c"));
  EXPECT_FALSE(archive.stories().contains("b"));
  EXPECT_THAT(archive.settle(), IsEmpty());
}

TEST(Stories, BecomeOneByAnArticleThatIsNearBoth) {
  Archive archive;
  for (const auto& [key, first] : std::map<std::string, int>{{"a", 0}, {"b", 1}, {"y", 30}, {"z", 31}}) {
    archive.put(key, words(first, first + 100));
  }
  archive.settle();
  EXPECT_THAT(archive.stories().at("a"), ElementsAre("a", "b"));
  EXPECT_THAT(archive.stories().at("z"), ElementsAre("y", "z"));
  archive.put("m", words(15, 115));
  EXPECT_THAT(archive.settle(), ElementsAre("y", "z"));
  EXPECT_THAT(archive.stories().at("z"), ElementsAre("a", "b", "m", "y", "z"));
  archive.remove("m");
  archive.settle();
  EXPECT_THAT(archive.stories().at("a"), ElementsAre("a", "b"));
  EXPECT_THAT(archive.stories().at("z"), ElementsAre("y", "z"));
}

TEST(Stories, LoseTheirFirstArticleAndThoseThatChange) {
  Archive archive;
  for (int i = 0; i < 4; ++i) archive.put("a" + std::to_string(i), words(i, 100 + i));
  archive.settle();
  archive.remove("a0");
  archive.put("a1", words(500, 600));
  EXPECT_THAT(archive.settle(), ElementsAre("a2", "a3"));
  EXPECT_THAT(archive.stories().at("a2"), ElementsAre("a2", "a3"));
  EXPECT_FALSE(archive.stories().contains("a1"));
  archive.remove("a3");
  EXPECT_THAT(archive.settle(), ElementsAre("a2"));
  EXPECT_THAT(archive.stories(), IsEmpty());
}

TEST(Stories, TextsThatAreTooShortHaveNone) {
  Archive archive;
  for (const char* key : {"a", "b", "c"}) archive.put(key, "No text at all.");
  archive.settle();
  EXPECT_THAT(archive.stories(), IsEmpty());
}

// Articles in families of near copies; changes, removals and runs in between at random.
TEST(Stories, AreThoseOfBruteForceInWhateverOrder) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    std::mt19937 random(seed);
    const auto text = [&] {
      const int family = static_cast<int>(random() % 12), shift = static_cast<int>(random() % 16);
      return words(family * 1000 + shift, family * 1000 + shift + 120);
    };
    Archive archive;
    std::map<std::string, std::string> texts;
    for (int step = 0; step < 150; ++step) {
      const std::string key = "k" + std::to_string(random() % 60);
      if (random() % 4 == 0) {
        archive.remove(key);
        texts.erase(key);
      } else {
        texts[key] = text();
        archive.put(key, texts[key]);
      }
      if (random() % 25 == 0) archive.settle();
    }
    archive.settle();
    EXPECT_EQ(archive.stories(), by_brute_force(texts)) << "seed " << seed;
  }
}

TEST(Stories, OfAnArchiveWithoutSignaturesAreMadeAtOnceAndOnlyOnce) {
  Archive archive;
  for (int i = 0; i < 5; ++i) archive.put("a" + std::to_string(i), words(i, 100 + i), false);
  ASSERT_TRUE(make_stories(archive.catalog(), archive.finder(), kAnalysis));
  EXPECT_EQ(archive.settle().size(), 5U);
  EXPECT_EQ(archive.stories().at("a3").size(), 5U);
  ASSERT_TRUE(make_stories(archive.catalog(), archive.finder(), kAnalysis));
  EXPECT_THAT(archive.settle(), IsEmpty());
  ASSERT_TRUE(make_stories(archive.catalog(), archive.finder(), "other rules"));
  EXPECT_THAT(archive.settle(), IsEmpty());
  EXPECT_EQ(archive.stories().at("a3").size(), 5U);
}

}  // namespace
}  // namespace dateline
