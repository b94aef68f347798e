// Who is who, decided from names and articles that are made up here; no archive.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/resolution/resolve_organizations.h"
#include "indexer/resolution/resolve_people.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// Articles by whom they name; "+" before a name makes it an organization, "@" a place.
class Newsroom {
 public:
  void article(std::vector<std::string> names, std::int32_t day = 0, int times = 1) {
    for (int i = 0; i < times; ++i) {
      DocumentFacts facts{.document = static_cast<std::uint32_t>(articles_.size() + 1), .day = day, .entities = {}};
      for (const std::string& name : names) facts.entities.push_back(id(name));
      std::sort(facts.entities.begin(), facts.entities.end());
      articles_.push_back(std::move(facts));
    }
  }

  FacetId id(const std::string& name) {
    const FacetKind kind = name[0] == '+'   ? FacetKind::kOrganization
                           : name[0] == '@' ? FacetKind::kPlace
                                            : FacetKind::kPerson;
    const auto [it, is_new] = ids_.try_emplace(name, make_facet_id(static_cast<std::uint32_t>(ids_.size() + 1), kind));
    names_[it->second] = name;
    return it->second;
  }
  std::string name(FacetId facet) const { return names_.at(facet); }

  NamedValue value(const std::string& name) {
    return {.facet = id(name),
            .key = name_key(name[0] == '+' ? name.substr(1) : name),
            .articles = static_cast<std::uint32_t>(documents_of(id(name)).size())};
  }

  std::vector<DocumentFacts> documents_of(FacetId facet) const {
    std::vector<DocumentFacts> found;
    for (const DocumentFacts& article : articles_) {
      if (std::binary_search(article.entities.begin(), article.entities.end(), facet)) found.push_back(article);
    }
    return found;
  }

  Resolution resolve(const std::vector<std::string>& people) {
    std::vector<NamedValue> values;
    for (const std::string& person : people) values.push_back(value(person));
    return resolve_people(std::move(values), [this](FacetId facet) { return documents_of(facet); });
  }

  // "Reagan > Ronald Reagan"
  std::vector<std::string> merges(const std::vector<std::string>& people) {
    std::vector<std::string> lines;
    for (const FacetMerge& merge : resolve(people).merges) lines.push_back(name(merge.from) + " > " + name(merge.into));
    return lines;
  }
  // "17: Baker > Howard Baker"
  std::vector<std::string> attached(const std::vector<std::string>& people) {
    std::vector<std::string> lines;
    for (const DocumentAttachment& one : resolve(people).attached) {
      lines.push_back(std::to_string(one.document) + ": " + name(one.from) + " > " + name(one.into));
    }
    return lines;
  }

 private:
  std::vector<DocumentFacts> articles_;
  std::map<std::string, FacetId> ids_;
  std::map<FacetId, std::string> names_;
};

TEST(BareSurnames, MeanTheOnlyPersonWhoHasThem) {
  Newsroom news;
  news.article({"Yasuhiro Nakasone"}, 0, 2);
  news.article({"Nakasone"}, 0, 3);
  EXPECT_THAT(news.merges({"Yasuhiro Nakasone", "Nakasone"}), ElementsAre("Nakasone > Yasuhiro Nakasone"));
}

TEST(BareSurnames, MeanTheOneWithMostArticles) {
  Newsroom news;
  news.article({"Ronald Reagan"}, 0, 9);
  news.article({"Nancy Reagan"}, 0, 2);
  news.article({"Reagan", "+Congress"}, 0, 5);
  EXPECT_THAT(news.merges({"Ronald Reagan", "Nancy Reagan", "Reagan"}), ElementsAre("Reagan > Ronald Reagan"));
}

TEST(BareSurnames, ThatManyHaveNeedMoreThanOneNamesakeElsewhere) {
  Newsroom news;
  news.article({"John Smith", "+Acme"});
  news.article({"Smith", "+Bolts"}, 900, 4);
  EXPECT_THAT(news.merges({"John Smith", "Smith"}), IsEmpty());
  news.article({"Smith", "+Acme"}, 0, 4);
  EXPECT_THAT(news.merges({"John Smith", "Smith"}), ElementsAre("Smith > John Smith"));
}

TEST(BareSurnames, OfTwoBearersMeanTheOneWhoseCompanyIsThere) {
  Newsroom news;
  news.article({"James Baker", "+Treasury", "Paul Volcker"}, 10, 6);
  news.article({"Howard Baker", "+White House", "Ronald Reagan"}, 10, 6);
  news.article({"Baker", "+Treasury", "Paul Volcker"}, 10);      // 13
  news.article({"Baker", "+White House", "Ronald Reagan"}, 10);  // 14
  news.article({"Baker", "@Ohio"}, 10);                          // 15: nothing is known
  EXPECT_THAT(news.merges({"James Baker", "Howard Baker", "Baker"}), IsEmpty());
  EXPECT_THAT(news.attached({"James Baker", "Howard Baker", "Baker"}),
              UnorderedElementsAre("13: Baker > James Baker", "14: Baker > Howard Baker"));
}

TEST(BareSurnames, OfAMainBearerMeanAnotherOnlyWithStrongEvidence) {
  Newsroom news;
  news.article({"James Baker", "+Treasury", "Paul Volcker"}, 10, 30);
  news.article({"Howard Baker", "+White House", "Ronald Reagan", "+Senate"}, 10, 8);
  news.article({"Baker", "+White House", "Ronald Reagan", "+Senate"}, 10);  // 39
  news.article({"Baker", "+White House", "+Treasury"}, 10);                 // 40
  news.article({"Baker", "@Ohio"}, 10);                                     // 41
  EXPECT_THAT(news.merges({"James Baker", "Howard Baker", "Baker"}), ElementsAre("Baker > James Baker"));
  EXPECT_THAT(news.attached({"James Baker", "Howard Baker", "Baker"}), ElementsAre("39: Baker > Howard Baker"));
}

TEST(BareSurnames, OfTwoBearersMeanTheOneOfTheirTime) {
  Newsroom news;
  news.article({"James Baker", "+Treasury"}, 0, 8);
  news.article({"Howard Baker", "+Treasury"}, 1000, 8);
  news.article({"Baker", "+Treasury"}, 3);     // 17
  news.article({"Baker", "+Treasury"}, 1001);  // 18
  news.article({"Baker", "+Treasury"}, 500);   // 19
  EXPECT_THAT(news.attached({"James Baker", "Howard Baker", "Baker"}),
              UnorderedElementsAre("17: Baker > James Baker", "18: Baker > Howard Baker"));
}

TEST(BareSurnames, AreNotTakenForSomeoneWhomTheArticleNamesInFull) {
  Newsroom news;
  news.article({"James Baker", "+Treasury"}, 10, 6);
  news.article({"Howard Baker", "+White House"}, 10, 6);
  news.article({"Baker", "Howard Baker", "+Treasury"}, 10);
  EXPECT_THAT(news.attached({"James Baker", "Howard Baker", "Baker"}), IsEmpty());
}

TEST(BareNames, MeanWhomArticlesCalledSoWhereverTheNameStands) {
  Newsroom news;
  news.article({"Deng Xiaoping", "+Communist Party"}, 0, 5);
  news.article({"Deng"}, 0, 3);
  std::vector<NamedValue> values = {news.value("Deng"), news.value("Deng Xiaoping")};
  values[1].called = {"deng"};
  const Resolution resolution = resolve_people(values, [&](FacetId facet) { return news.documents_of(facet); });
  ASSERT_EQ(resolution.merges.size(), 1U);
  EXPECT_EQ(news.name(resolution.merges[0].into), "Deng Xiaoping");
}

TEST(BareNames, ThatAreFirstNamesMeanSomebodyOnlyInArticlesLikeHis) {
  Newsroom news;
  news.article({"Bill Gates", "+Microsoft", "Steve Ballmer", "@Seattle"}, 0, 9);
  news.article({"Bill Conti", "+Hollywood", "+Academy"}, 0, 9);
  news.article({"Bill", "+Microsoft", "Steve Ballmer", "@Seattle"});  // 19
  news.article({"Bill", "@Ohio"});
  std::vector<NamedValue> values = {news.value("Bill"), news.value("Bill Gates"), news.value("Bill Conti")};
  values[1].called = values[2].called = {"bill"};
  const Resolution resolution = resolve_people(values, [&](FacetId facet) { return news.documents_of(facet); });
  EXPECT_THAT(resolution.merges, IsEmpty());
  ASSERT_EQ(resolution.attached.size(), 1U);
  EXPECT_EQ(resolution.attached[0].document, 19U);
  EXPECT_EQ(news.name(resolution.attached[0].into), "Bill Gates");
}

TEST(FullNames, ThatOneArticleTellsApartAreTwoPeople) {
  Newsroom news;
  news.article({"James Baker"}, 0, 4);
  news.article({"James A. Baker"}, 0, 2);
  EXPECT_THAT(news.merges({"James Baker", "James A. Baker"}), ElementsAre("James A. Baker > James Baker"));
  news.article({"James Baker", "James A. Baker"}, 0, 2);
  EXPECT_THAT(news.merges({"James Baker", "James A. Baker"}), IsEmpty());
}

TEST(FullNames, ThatSoundAlikeAreOneWhereTheirArticlesHaveCompanyInCommon) {
  Newsroom news;
  news.article({"Ismail Haniyeh", "+Hamas", "@Gaza"}, 0, 5);
  news.article({"Ismail Haniya", "+Hamas", "@Doha"}, 0, 2);
  news.article({"Ismael Haniyah", "+Bakers' Guild", "@Gaza"}, 0, 2);  // a place is no company
  EXPECT_THAT(news.merges({"Ismail Haniyeh", "Ismail Haniya", "Ismael Haniyah"}),
              ElementsAre("Ismail Haniya > Ismail Haniyeh"));
}

TEST(FullNames, WithoutAMiddleNameMeanTheBetterKnownOfTwoOrNobody) {
  Newsroom news;
  news.article({"George Bush"}, 0, 3);
  news.article({"George W. Bush"}, 0, 5);
  news.article({"George H. W. Bush"}, 0, 4);
  EXPECT_THAT(news.merges({"George Bush", "George W. Bush", "George H. W. Bush"}), IsEmpty());
  news.article({"George W. Bush"}, 0, 40);
  EXPECT_THAT(news.merges({"George Bush", "George W. Bush", "George H. W. Bush"}),
              ElementsAre("George Bush > George W. Bush"));
}

TEST(FullNames, ThatPeopleMergedAreOneBearer) {
  Newsroom news;
  news.article({"Bob Marley"}, 0, 3);
  news.article({"Tuff Marley"}, 0, 3);
  news.article({"Marley"}, 0, 2);
  std::vector<NamedValue> values = {news.value("Bob Marley"), news.value("Tuff Marley"), news.value("Marley")};
  const DocumentsOf documents_of = [&](FacetId facet) { return news.documents_of(facet); };
  EXPECT_THAT(resolve_people(values, documents_of).merges, IsEmpty());
  values[1].corrected = values[0].facet;
  const Resolution resolution = resolve_people(values, documents_of);
  ASSERT_EQ(resolution.merges.size(), 1U);  // of the surname; the other merge is people's and stays theirs
  EXPECT_EQ(resolution.merges[0].from, values[2].facet);
  EXPECT_EQ(resolution.merges[0].into, values[0].facet);
}

TEST(Names, ThatPeopleCorrectedAreLeftAlone) {
  Newsroom news;
  news.article({"Yasuhiro Nakasone"}, 0, 2);
  news.article({"Nakasone"}, 0, 3);
  std::vector<NamedValue> values = {news.value("Yasuhiro Nakasone"), news.value("Nakasone")};
  values[1].corrected = make_facet_id(99, FacetKind::kOrganization);
  EXPECT_THAT(resolve_people(values, [&](FacetId facet) { return news.documents_of(facet); }).merges, IsEmpty());
}

TEST(Particles, AreAFirstNameWhereNobodyHasThemInTheSurname) {
  Newsroom news;
  news.article({"Ben Bernanke"}, 0, 4);
  news.article({"Bernanke"}, 0, 4);
  EXPECT_THAT(news.merges({"Ben Bernanke", "Bernanke"}), ElementsAre("Bernanke > Ben Bernanke"));
  news.article({"Zine El Abidine Ben Ali"}, 0, 4);
  news.article({"Ben Ali"}, 0, 4);
  EXPECT_THAT(news.merges({"Zine El Abidine Ben Ali", "Ben Ali"}), ElementsAre("Ben Ali > Zine El Abidine Ben Ali"));
}

// Seconds if each were compared with each, and more than a test should take with sanitizers.
TEST(Decisions, OfTensOfThousandsOfNamesakesAreLinear) {
  std::vector<NamedValue> people, companies;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    people.push_back({.facet = make_facet_id(i + 1, FacetKind::kPerson),
                      .key = "john x" + std::to_string(i) + " smith",
                      .articles = 1});
    std::string small;
    for (std::uint32_t bit = 0; bit < 15; ++bit) small += (i >> bit & 1U) != 0 ? "of " : "for ";
    companies.push_back(
        {.facet = make_facet_id(i + 1, FacetKind::kOrganization), .key = "bank " + small + "x", .articles = 1});
  }
  people.push_back({.facet = make_facet_id(30'000, FacetKind::kPerson), .key = "smith", .articles = 1});
  const DocumentsOf documents_of = [](FacetId) { return std::vector<DocumentFacts>(1); };
  EXPECT_THAT(resolve_people(people, documents_of).merges, IsEmpty());
  EXPECT_FALSE(resolve_organizations(companies, documents_of).empty());
}

TEST(Decisions, DoNotDependOnTheOrderOrTheIdsOfValues) {
  const std::vector<std::string> people = {"James Baker", "James A. Baker", "Howard Baker", "Jim Baker", "Baker",
                                           "Baecker",     "Ann Baker",      "J. Baker",     "Ann Beker"};
  const std::vector<std::string> company = {"+Treasury", "+Senate", "Paul Volcker", "@Ohio", "+Acme"};
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::pair<std::vector<std::string>, std::int32_t>> articles;
    for (int i = 0; i < 40; ++i) {
      std::vector<std::string> names = {people[random() % people.size()], company[random() % company.size()],
                                        company[random() % company.size()]};
      articles.emplace_back(std::move(names), static_cast<std::int32_t>(random() % 90));
    }
    std::set<std::string> first;
    for (int order = 0; order < 3; ++order) {
      std::shuffle(articles.begin(), articles.end(), random);
      Newsroom news;
      for (auto [names, day] : articles) {
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        news.article(names, day);
      }
      std::vector<std::string> shuffled = people;
      std::shuffle(shuffled.begin(), shuffled.end(), random);
      std::vector<std::string> present;
      for (const std::string& person : shuffled) {
        if (news.value(person).articles > 0) present.push_back(person);
      }
      std::set<std::string> lines;
      for (const std::string& line : news.merges(present)) lines.insert(line);
      std::map<std::string, int> counts;
      for (const std::string& line : news.attached(present)) ++counts[line.substr(line.find(':'))];
      for (const auto& [line, count] : counts) lines.insert(line + " x" + std::to_string(count));
      if (order == 0) first = lines;
      EXPECT_EQ(lines, first) << "round " << round;
    }
  }
}

std::vector<std::string> organization_merges(Newsroom& news, const std::vector<std::string>& names) {
  std::vector<NamedValue> values;
  for (const std::string& name : names) values.push_back(news.value(name));
  std::vector<std::string> lines;
  for (const FacetMerge& merge : resolve_organizations(values, [&](FacetId f) { return news.documents_of(f); })) {
    lines.push_back(news.name(merge.from) + " > " + news.name(merge.into));
  }
  return lines;
}

TEST(Organizations, AreOneWithAndWithoutTheirForm) {
  Newsroom news;
  news.article({"+Acme"}, 0, 2);
  news.article({"+Acme Corp"}, 0, 5);
  news.article({"+Acme Ltd", "@Leeds"}, 0, 3);
  EXPECT_THAT(organization_merges(news, {"+Acme", "+Acme Corp", "+Acme Ltd"}), Not(IsEmpty()));
  EXPECT_THAT(organization_merges(news, {"+Acme Ltd", "+Acme Corp"}), IsEmpty());  // two forms, and nothing in common
}

TEST(Acronyms, MeanWhatMostArticlesExplainThemBy) {
  Newsroom news;
  news.article({"+ICO"}, 0, 4);
  news.article({"+International Coffee Organization"}, 0, 9);
  news.article({"+International Coffee Organisation"}, 0, 2);
  news.article({"+Irish Cattle Office"}, 0, 2);
  const DocumentsOf documents_of = [&](FacetId facet) { return news.documents_of(facet); };
  const std::vector<NamedValue> expansions = {news.value("+Irish Cattle Office"),
                                              news.value("+International Coffee Organisation"),
                                              news.value("+International Coffee Organization")};
  EXPECT_EQ(resolve_acronym(news.value("+ICO"), expansions, documents_of),
            news.id("+International Coffee Organization"));
  news.article({"+Irish Cattle Office"}, 0, 9);
  const std::vector<NamedValue> even = {news.value("+Irish Cattle Office"),
                                        news.value("+International Coffee Organization")};
  EXPECT_EQ(resolve_acronym(news.value("+ICO"), even, documents_of), 0U);
}

TEST(Acronyms, ThatNobodyExplainsMeanTheLongNameWithTheirLettersBesideThem) {
  Newsroom news;
  news.article({"+ICCO", "+International Cocoa Organization"}, 0, 4);
  news.article({"+ICCO", "+International Coffee Council"}, 0, 4);  // its letters do not fit
  news.article({"+ICCO"}, 0, 3);
  const DocumentsOf documents_of = [&](FacetId facet) { return news.documents_of(facet); };
  const auto key_of = [&](FacetId facet) { return name_key(news.name(facet).substr(1)); };
  EXPECT_EQ(find_long_name(news.value("+ICCO"), documents_of, key_of), news.id("+International Cocoa Organization"));
  news.article({"+ICCO"}, 0, 30);  // now few of its articles do
  EXPECT_EQ(find_long_name(news.value("+ICCO"), documents_of, key_of), 0U);
}

}  // namespace
}  // namespace dateline
