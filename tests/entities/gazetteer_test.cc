// The table that is built in, and looking things up in it.
#include "indexer/entities/gazetteer.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

using namespace word_class;

TEST(Gazetteer, IsSortedByKey) {
  const Gazetteer& table = Gazetteer::built_in();
  const Gazetteer::Range all = table.all();
  ASSERT_GT(all.end, 50000U);
  for (std::uint32_t i = 1; i < all.end; ++i) ASSERT_LT(table.key(i - 1), table.key(i)) << i;
}

TEST(Gazetteer, FindsEveryOneOfItsKeys) {
  const Gazetteer& table = Gazetteer::built_in();
  for (std::uint32_t i = 0; i < table.all().end; ++i) {
    const auto range = table.with_prefix(table.all(), table.key(i));
    ASSERT_EQ(range.begin, i);
    ASSERT_NE(table.entry(i).classes, 0U) << table.key(i);
  }
}

TEST(Gazetteer, KeysAreAsNamesFold) {
  const Gazetteer& table = Gazetteer::built_in();
  for (std::uint32_t i = 0; i < table.all().end; ++i) ASSERT_EQ(fold_name(table.key(i)), table.key(i));
}

TEST(Gazetteer, NarrowsToLongerNames) {
  const Gazetteer table(
      "new\te1\nnew york\tp|r|US||||New York\nnew york times\to|New York Times\nnewark\tp|t|US|1|2|3|\n");
  const auto fresh = table.with_prefix(table.all(), "new");
  EXPECT_EQ(fresh.end - fresh.begin, 3U);
  const auto york = table.with_prefix(fresh, "new york");
  EXPECT_EQ(york.end - york.begin, 2U);
  EXPECT_TRUE(table.is_exact(york, "new york"));
  EXPECT_TRUE(table.with_prefix(york, "new york post").empty());
  EXPECT_EQ(table.find("new york times").organization, "New York Times");
  EXPECT_EQ(table.find("york").classes, 0U);
  EXPECT_TRUE(Gazetteer("").all().empty());
}

TEST(Gazetteer, KnowsWhatWordsAre) {
  const Gazetteer& table = Gazetteer::built_in();
  struct Case {
    const char* key;
    std::uint32_t classes;
  };
  for (const Case& c :
       {Case{"jordan", kFirstName | kPlace | kRegion}, Case{"prime minister", kTitle},
        Case{"ministry", kOrgLast | kOrgFirst | kStateBody}, Case{"inc", kDesignator}, Case{"israeli", kDemonym},
        Case{"friday", kCalendar}, Case{"us", kPlaceInCapitals | kFunctionWord}, Case{"bin", kParticle},
        Case{"river", kGeoLast}, Case{"gulf of", kGeoFirst}, Case{"islamic", kAdjective}})
    EXPECT_EQ(table.find(c.key).classes & c.classes, c.classes) << c.key;
}

TEST(Gazetteer, KnowsCommonWordsByTheirStems) {
  const Gazetteer& table = Gazetteer::built_in();
  for (const char* word : {"talks", "surging", "stopped", "quickly", "studies", "leader", "house"})
    EXPECT_NE(common_word_classes(table, word), 0U) << word;
  for (const char* word : {"netanyahu", "zorbex", "hezbollah", ""})
    EXPECT_EQ(common_word_classes(table, word), 0U) << word;
}

TEST(FoldName, DropsWhatSpellingsDifferIn) {
  EXPECT_EQ(fold_name("Deir al-Balah"), "deir al balah");
  EXPECT_EQ(fold_name("U.S."), "us");
  EXPECT_EQ(fold_name("São  Paulo"), "sao paulo");
  EXPECT_EQ(fold_name("Lord’s Resistance\nArmy"), "lord resistance army");
  EXPECT_EQ(fold_name("O’Neill"), "oneill");
  EXPECT_EQ(fold_name(""), "");
}

}  // namespace
}  // namespace dateline
