// Facet values: one id a name, aliases, finding by name, merges.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/store/sqlite_test_folder.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names_found(const Catalog& catalog, FacetKind kind, std::string_view name,
                                     std::size_t limit = 10) {
  const auto found = catalog.find_facets(kind, name, limit);
  EXPECT_TRUE(found.ok());
  std::vector<std::string> names;
  for (const FacetName& value : *found) names.push_back(value.name);
  return names;
}

TEST(Facets, HaveOneIdForAllSpellingsOfOneKey) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  const FacetId id = *catalog.intern_facet(FacetKind::kPerson, "Abdel Fattah el-Sisi");
  EXPECT_EQ(id, make_facet_id(1, FacetKind::kPerson));
  for (const char* name : {"Abdel Fattah El-Sisi", "ABDEL  FATTAH EL SISI", "Abdel Fattah el-Sisi’s"}) {
    EXPECT_EQ(*catalog.intern_facet(FacetKind::kPerson, name), id) << name;
  }
  EXPECT_EQ(*catalog.intern_facet(FacetKind::kPerson, "Someone Else"), make_facet_id(2, FacetKind::kPerson));
  EXPECT_EQ(*catalog.intern_facet(FacetKind::kAuthor, "Abdel Fattah el-Sisi"), make_facet_id(1, FacetKind::kAuthor));
  const std::vector<FacetId> asked = {make_facet_id(2, FacetKind::kPerson), 799, id};
  const auto names = catalog.names_of(asked);
  ASSERT_EQ(names->size(), 3U);
  EXPECT_EQ((*names)[0].name, "Someone Else");
  EXPECT_EQ((*names)[1].name, "");
  EXPECT_EQ((*names)[2].name, "Abdel Fattah el-Sisi") << "the first spelling is the name";
}

TEST(Facets, KeepTheirIdsWhenTheArchiveIsOpenedAgain) {
  const TestFolder folder;
  FacetId doha = 0;
  {
    Catalog catalog = open_catalog(folder);
    ASSERT_TRUE(catalog.begin().ok());
    doha = *catalog.intern_facet(FacetKind::kPlace, "Doha");
    ASSERT_TRUE(catalog.commit().ok());
  }
  Catalog catalog = open_catalog(folder, Access::kWrite);
  ASSERT_TRUE(catalog.begin().ok());
  EXPECT_EQ(*catalog.intern_facet(FacetKind::kPlace, "Cairo"), doha + 8);
  EXPECT_EQ(*catalog.intern_facet(FacetKind::kPlace, "DOHA"), doha);
  ASSERT_TRUE(catalog.commit().ok());
  EXPECT_THAT(*catalog.check(), IsEmpty());
}

TEST(Facets, KeepNamesWithoutAWordApart) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  EXPECT_NE(*catalog.intern_facet(FacetKind::kOrganization, "!!!"),
            *catalog.intern_facet(FacetKind::kOrganization, "???"));
  EXPECT_THAT(names_found(catalog, FacetKind::kOrganization, "!!!"), ElementsAre("!!!"));
  EXPECT_THAT(names_found(catalog, FacetKind::kOrganization, "..."), IsEmpty());
  EXPECT_THAT(names_found(catalog, FacetKind::kOrganization, ""), IsEmpty());
}

class FindingFacets : public testing::Test {
 protected:
  FindingFacets() {
    EXPECT_TRUE(catalog_.begin().ok());
    const FacetId benjamin = *catalog_.intern_facet(FacetKind::kPerson, "Benjamin Netanyahu");
    EXPECT_TRUE(catalog_.add_alias(benjamin, "Bibi").ok());
    EXPECT_TRUE(catalog_.add_alias(benjamin, "Bibi").ok());
    EXPECT_TRUE(catalog_.add_alias(benjamin, "BENJAMIN NETANYAHU").ok());  // no new name
    EXPECT_TRUE(catalog_.add_alias(benjamin, "Prime Minister Bibi").ok());
    (void)*catalog_.intern_facet(FacetKind::kPerson, "Sara Netanyahu");
    const FacetId biden = *catalog_.intern_facet(FacetKind::kPerson, "Joe Biden");
    EXPECT_TRUE(catalog_.add_alias(biden, "Joseph Robinette").ok());
    (void)*catalog_.intern_facet(FacetKind::kPlace, "Netanyahu Square");
    EXPECT_TRUE(catalog_.commit().ok());
  }
  TestFolder folder_;
  Catalog catalog_ = open_catalog(folder_);
};

TEST_F(FindingFacets, ByTheWholeNameOrAnAlias) {
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "joe biden"), ElementsAre("Joe Biden"));
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "BIBI"), ElementsAre("Benjamin Netanyahu"));
}

TEST_F(FindingFacets, ByAllWordsOfOneName) {
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "Netanyahu"),
              ElementsAre("Benjamin Netanyahu", "Sara Netanyahu"));
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "netanyahu benjamin"), ElementsAre("Benjamin Netanyahu"));
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "minister bibi"), ElementsAre("Benjamin Netanyahu"));
  EXPECT_THAT(names_found(catalog_, FacetKind::kPlace, "Netanyahu"), ElementsAre("Netanyahu Square"));
}

TEST_F(FindingFacets, NotByWordsOfSeveralNames) {
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "joe robinette"), IsEmpty());
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "Net"), IsEmpty());
  EXPECT_THAT(names_found(catalog_, FacetKind::kOrganization, "Netanyahu"), IsEmpty());
}

TEST_F(FindingFacets, UpToTheLimit) {
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "Netanyahu", 1), ElementsAre("Benjamin Netanyahu"));
}

TEST_F(FindingFacets, InTheTransactionThatMadeThem) {
  ASSERT_TRUE(catalog_.begin().ok());
  const FacetId fresh = *catalog_.intern_facet(FacetKind::kPerson, "Yair Netanyahu");
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "yair"), ElementsAre("Yair Netanyahu"));
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "yair netanyahu"), ElementsAre("Yair Netanyahu"));
  EXPECT_EQ(catalog_.names_of(std::span(&fresh, 1))->front().name, "Yair Netanyahu");
}

TEST_F(FindingFacets, ListsAnOwnNameBeforeTheSameAlias) {
  ASSERT_TRUE(catalog_.begin().ok());
  ASSERT_TRUE(catalog_.intern_facet(FacetKind::kPerson, "Bibi").ok());  // an alias is not what new mentions resolve by
  EXPECT_THAT(names_found(catalog_, FacetKind::kPerson, "Bibi"), ElementsAre("Bibi", "Benjamin Netanyahu"));
}

TEST(Facets, AreFoundByTheirWordsHoweverManyOneTransactionMakes) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  for (int i = 0; i < 1000; ++i) {
    const auto kind = static_cast<FacetKind>(i % 3);
    ASSERT_TRUE(catalog.intern_facet(kind, "Number" + std::to_string(i) + " of Thousand thousand").ok());
  }
  ASSERT_TRUE(catalog.commit().ok());
  const Catalog reader = open_catalog(folder, Access::kRead);
  for (int i = 0; i < 1000; ++i) {
    const auto kind = static_cast<FacetKind>(i % 3);
    const std::string word = "number" + std::to_string(i);
    EXPECT_EQ(names_found(reader, kind, word).size(), 1U) << word;
    EXPECT_EQ(names_found(reader, kind, "thousand " + word).size(), 1U) << word;
  }
  EXPECT_EQ(names_found(reader, FacetKind::kPlace, "thousand", 1000).size(), 333U);
}

TEST(Facets, FollowMergesToTheirEnd) {
  const TestFolder folder;
  {
    Catalog catalog = open_catalog(folder);
    ASSERT_TRUE(catalog.begin().ok());
    for (const char* name : {"A", "B", "C", "D", "E"}) (void)*catalog.intern_facet(FacetKind::kPerson, name);
    ASSERT_TRUE(catalog.commit().ok());
  }
  // A → B → C; D and E merge into each other, which only damage can do.
  execute_sql(
      folder.paths().catalog(),
      "UPDATE facet_values SET merged_into = 16 WHERE facet_id = 8; UPDATE facet_values SET merged_into = 24 WHERE "
      "facet_id = 16; UPDATE facet_values SET merged_into = 40 WHERE facet_id = 32; UPDATE facet_values SET "
      "merged_into = 32 WHERE facet_id = 40");
  const Catalog catalog = open_catalog(folder, Access::kRead);
  std::vector<std::pair<FacetId, FacetId>> merges;
  const auto found = catalog.merges();
  ASSERT_TRUE(found.ok());
  for (const FacetMerge& merge : *found) merges.emplace_back(merge.from, merge.into);
  EXPECT_THAT(merges, ElementsAre(std::pair(8, 24), std::pair(16, 24), std::pair(32, 32), std::pair(40, 40)));
  EXPECT_EQ(catalog.counts()->people, 1U) << "merged values do not stand for themselves";
}

using Names = std::vector<std::string>;

Names frequent_names(const Catalog& catalog, unsigned level, const std::string& prefix, std::size_t most = 100) {
  Names names;
  const auto visit = [&](FacetId /*facet*/, std::string_view tail) { names.emplace_back(tail); };
  EXPECT_TRUE(catalog.visit_frequent_names(FacetKind::kPerson, level, prefix, visit, most).ok());
  return names;
}

TEST(FrequentNames, StandInTheLevelOfTheirNumberOfArticlesByEachOfTheirWords) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  const FacetId kennedy = *catalog.intern_facet(FacetKind::kPerson, "John F. Kennedy");
  EXPECT_EQ(*catalog.highest_name_level(FacetKind::kPerson), 0U);
  for (const auto& [articles, level] : std::vector<std::pair<std::uint64_t, unsigned>>{
           {4, 1}, {15, 1}, {16, 2}, {63, 2}, {1024, 5}, {1U << 20U, 10}, {1ULL << 40U, 10}, {64, 3}}) {
    ASSERT_TRUE(catalog.settle_name_level(kennedy, articles).ok());
    EXPECT_EQ(*catalog.highest_name_level(FacetKind::kPerson), level) << articles;
    EXPECT_EQ(frequent_names(catalog, level, "k"), Names{"kennedy"}) << articles;
  }
  EXPECT_EQ(frequent_names(catalog, 3, "j"), Names{"john f kennedy"});
  EXPECT_EQ(frequent_names(catalog, 3, "f k"), Names{"f kennedy"});
  EXPECT_THAT(frequent_names(catalog, 2, "j"), IsEmpty());
  EXPECT_EQ(*catalog.highest_name_level(FacetKind::kPlace), 0U);

  for (const std::uint64_t few : {3U, 0U}) {
    ASSERT_TRUE(catalog.settle_name_level(kennedy, few).ok());
    EXPECT_EQ(*catalog.highest_name_level(FacetKind::kPerson), 0U) << few;
  }
}

TEST(FrequentNames, HaveAliasesThatComeBeforeAndAfter) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  const FacetId biden = *catalog.intern_facet(FacetKind::kPerson, "Joe Biden");
  ASSERT_TRUE(catalog.add_alias(biden, "Mr Biden").ok());
  ASSERT_TRUE(catalog.settle_name_level(biden, 5).ok());
  ASSERT_TRUE(catalog.add_alias(biden, "Joseph R. Biden").ok());
  EXPECT_EQ(frequent_names(catalog, 1, "jo"), (Names{"joe biden", "joseph r biden"}));
  EXPECT_EQ(frequent_names(catalog, 1, "mr"), Names{"mr biden"});
  EXPECT_EQ(frequent_names(catalog, 1, "bi"), Names{"biden"});
  ASSERT_TRUE(catalog.settle_name_level(biden, 100).ok());
  EXPECT_THAT(frequent_names(catalog, 1, "j"), IsEmpty());
  EXPECT_EQ(frequent_names(catalog, 3, "jo"), (Names{"joe biden", "joseph r biden"}));
  EXPECT_EQ(frequent_names(catalog, 3, "jo", 1), Names{"joe biden"});
}

}  // namespace
}  // namespace dateline
