// What people say about entities: planned, written, and seen in what readers are told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "indexer/corrections/entity_report.h"
#include "indexer/corrections/journal_file.h"
#include "indexer/corrections/plan.h"
#include "shared/store/name_key.h"
#include "tests/store/sqlite_test_folder.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

// An archive as words: "person A", "organization B", each a value that one article of its own names.
class CorrectionsTest : public testing::Test {
 protected:
  CorrectionsTest() : catalog_(open_catalog(folder_)) {}

  void add(const std::vector<std::string>& names) {
    ASSERT_TRUE(catalog_.begin().ok());
    for (const std::string& name : names) {
      const AskedName asked = asked_name(name, FacetKind::kPerson);
      const FacetId facet = *catalog_.intern_facet(*asked.kind, asked.name);
      const std::vector<ResolvedEntity> entities = {{.facet = facet, .mentions = {{0, 5, true}}}};
      ASSERT_TRUE(catalog_.put_article(article_of("article of " + name), 1, 10, std::span(&facet, 1), entities).ok());
    }
    ASSERT_TRUE(catalog_.commit().ok());
  }
  void reopen() { catalog_ = open_catalog(folder_, Access::kWrite); }

  static AskedName name(std::string_view text) { return asked_name(text, std::nullopt); }
  // The error's message, or "".
  std::string write(const Plan& plan) {
    if (!plan) return plan.error().message;
    EXPECT_TRUE(catalog_.begin().ok());
    const auto added = catalog_.add_corrections(*plan);
    EXPECT_TRUE(added.ok()) << added.error().message;
    EXPECT_TRUE(catalog_.commit().ok());
    EXPECT_THAT(*catalog_.check(), IsEmpty());
    return "";
  }
  std::string merge(std::string_view from, std::string_view into) {
    const std::vector names = {name(from)};
    return write(plan_merge(catalog_, names, name(into)));
  }
  std::string split(std::string_view who, std::optional<AskedName> from = std::nullopt) {
    return write(plan_split(catalog_, name(who), from));
  }
  std::string reject(std::string_view who, bool undo = false) {
    const std::vector names = {name(who)};
    return write(plan_reject(catalog_, names, undo));
  }
  std::string rename(std::string_view who, std::string_view to) { return write(plan_rename(catalog_, name(who), to)); }
  std::string alias(std::string_view who, const std::string& other) {
    return write(plan_alias(catalog_, name(who), std::vector{other}));
  }
  std::string pin(std::string_view who, FacetKind kind, bool undo = false) {
    return write(plan_pin(catalog_, name(who), kind, undo));
  }
  // The program's own merge, as resolution makes it.
  void merge_by_program(FacetId from, FacetId into) {
    ASSERT_TRUE(catalog_.begin().ok());
    ASSERT_TRUE(catalog_.set_merge(from, into).ok());
    ASSERT_TRUE(catalog_.commit().ok());
  }
  FacetId id(std::string_view text) {
    const AskedName asked = asked_name(text, FacetKind::kPerson);
    return *catalog_.facet_of_key(*asked.kind, facet_key(asked.name));
  }
  // Name → name it stands for, "-" for rejected; those that stand for themselves are left out.
  std::map<std::string, std::string> stands_for() {
    std::map<std::string, std::string> names;
    const auto merges = catalog_.merges();
    for (const FacetMerge& merge : *merges) {
      const auto own = *catalog_.own_name_of(merge.from);
      names[own] = merge.into == 0 ? "-" : *catalog_.own_name_of(merge.into);
    }
    return names;
  }
  std::vector<std::string> found(FacetKind kind, std::string_view text) {
    std::vector<std::string> names;
    const auto facets = catalog_.find_facets(kind, text, 10);
    for (const FacetName& facet : *facets) names.push_back(facet.name);
    return names;
  }

  TestFolder folder_;
  Catalog catalog_;
};

TEST_F(CorrectionsTest, MergesFormChainsThatASplitInTheMiddleCuts) {
  add({"A", "B", "C"});
  EXPECT_EQ(merge("A", "B"), "");
  EXPECT_EQ(merge("B", "C"), "");
  EXPECT_THAT(stands_for(), UnorderedElementsAre(Pair("A", "C"), Pair("B", "C")));
  EXPECT_EQ(split("B"), "");
  EXPECT_THAT(stands_for(), ElementsAre(Pair("A", "B")));
  EXPECT_EQ(split("A"), "");
  EXPECT_THAT(stands_for(), IsEmpty());
  EXPECT_THAT(split("A"), HasSubstr("stands for itself"));
}

TEST_F(CorrectionsTest, RefuseCirclesHoweverLong) {
  add({"A", "B", "C"});
  EXPECT_EQ(merge("A", "B"), "");
  EXPECT_EQ(merge("B", "C"), "");
  EXPECT_THAT(merge("C", "A"), HasSubstr("circle"));
  EXPECT_THAT(merge("B", "A"), HasSubstr("circle"));
  EXPECT_THAT(merge("A", "A"), HasSubstr("are one already"));
  EXPECT_THAT(stands_for(), UnorderedElementsAre(Pair("A", "C"), Pair("B", "C")));
  const std::vector both = {name("C"), name("B")};
  EXPECT_EQ(split("B"), "");
  EXPECT_EQ(plan_merge(catalog_, std::vector{name("B"), name("C")}, name("A")).error().code, ErrorCode::kUsage)
      << "A stands for B";
}

TEST_F(CorrectionsTest, OverruleTheProgramInBothDirections) {
  add({"A", "B", "C"});
  merge_by_program(id("A"), id("B"));
  EXPECT_THAT(stands_for(), ElementsAre(Pair("A", "B")));
  EXPECT_EQ(merge("B", "A"), "") << "the program's word does not make a circle";
  EXPECT_THAT(stands_for(), ElementsAre(Pair("B", "A")));
  merge_by_program(id("A"), id("B"));
  merge_by_program(id("B"), id("C"));
  EXPECT_THAT(stands_for(), ElementsAre(Pair("B", "A"))) << "a person's word stays";
  merge_by_program(id("B"), 0);
  EXPECT_THAT(stands_for(), ElementsAre(Pair("B", "A")));
}

TEST_F(CorrectionsTest, CutTheProgramsLinkOfALongerCircle) {
  add({"A", "B", "C"});
  merge_by_program(id("B"), id("C"));
  EXPECT_EQ(merge("C", "A"), "");
  EXPECT_EQ(merge("A", "B"), "") << "B stands for C by the program only";
  EXPECT_THAT(stands_for(), UnorderedElementsAre(Pair("C", "B"), Pair("A", "B")));
}

TEST_F(CorrectionsTest, KeepApartWhatTheProgramWouldMergeAgain) {
  add({"A", "B", "C"});
  merge_by_program(id("A"), id("B"));
  EXPECT_FALSE(*catalog_.is_kept_apart(id("A"), id("B")));
  EXPECT_EQ(split("A"), "");
  EXPECT_TRUE(*catalog_.is_kept_apart(id("A"), id("B")));
  EXPECT_TRUE(*catalog_.is_kept_apart(id("B"), id("A")));
  EXPECT_THAT(*catalog_.kept_apart(), ElementsAre(Pair(id("A"), id("B"))));
  merge_by_program(id("A"), id("B"));
  merge_by_program(id("B"), id("A"));
  EXPECT_THAT(stands_for(), IsEmpty());
  merge_by_program(id("C"), id("B"));
  merge_by_program(id("A"), id("C"));
  EXPECT_THAT(stands_for(), ElementsAre(Pair("C", "B"))) << "not by way of a third one either";
  merge_by_program(id("C"), 0);
  merge_by_program(id("A"), id("C"));
  EXPECT_THAT(stands_for(), ElementsAre(Pair("A", "C"))) << "nothing was said of these two";
  EXPECT_EQ(merge("A", "B"), "");
  EXPECT_FALSE(*catalog_.is_kept_apart(id("A"), id("B"))) << "the last word counts";
}

TEST_F(CorrectionsTest, KeepApartTwoThatWereNeverMerged) {
  add({"A", "B"});
  EXPECT_EQ(split("A", name("B")), "");
  merge_by_program(id("B"), id("A"));
  EXPECT_THAT(stands_for(), IsEmpty());
  EXPECT_NE(split("A", name("A")), "");
}

TEST_F(CorrectionsTest, RejectAndTakeBack) {
  add({"Real Person", "Film Festival", "Festival"});
  EXPECT_EQ(reject("Film Festival"), "");
  EXPECT_THAT(stands_for(), ElementsAre(Pair("Film Festival", "-")));
  EXPECT_THAT(found(FacetKind::kPerson, "Film Festival"), IsEmpty());
  EXPECT_THAT(found(FacetKind::kPerson, "film"), IsEmpty());
  EXPECT_THAT(found(FacetKind::kPerson, "festival"), ElementsAre("Festival"));
  EXPECT_THAT(merge("Real Person", "Film Festival"), HasSubstr("was rejected"));
  EXPECT_EQ(merge("Festival", "Real Person"), "");
  EXPECT_EQ(reject("Film Festival", true), "");
  EXPECT_THAT(reject("Film Festival", true), HasSubstr("was not rejected"));
  EXPECT_THAT(stands_for(), ElementsAre(Pair("Festival", "Real Person")));
  EXPECT_THAT(found(FacetKind::kPerson, "film"), ElementsAre("Film Festival"));
}

TEST_F(CorrectionsTest, RejectAllThatStandsForTheRejected) {
  add({"A", "B", "C"});
  EXPECT_EQ(merge("A", "B"), "");
  EXPECT_EQ(reject("B"), "");
  EXPECT_THAT(stands_for(), UnorderedElementsAre(Pair("A", "-"), Pair("B", "-")));
  EXPECT_EQ(catalog_.counts()->people, 1U);
  EXPECT_EQ(merge("B", "C"), "") << "who merges it takes the rejection back";
  EXPECT_THAT(stands_for(), UnorderedElementsAre(Pair("A", "C"), Pair("B", "C")));
}

TEST_F(CorrectionsTest, RenameShowsTheNewNameAndBothFindIt) {
  add({"Joe Biden", "Tom Perriello"});
  EXPECT_EQ(rename("Joe Biden", "Joseph R. Biden"), "");
  for (const char* text : {"Joe Biden", "Joseph R. Biden", "biden", "joseph"}) {
    EXPECT_THAT(found(FacetKind::kPerson, text), ElementsAre("Joseph R. Biden")) << text;
  }
  EXPECT_EQ(*catalog_.own_name_of(id("Joe Biden")), "Joe Biden");
  add({"Joseph R. Biden"});
  EXPECT_THAT(stands_for(), ElementsAre(Pair("Joseph R. Biden", "Joe Biden")));
  EXPECT_EQ(rename("Joseph R. Biden", "Joe Biden"), "") << "back again";
  EXPECT_THAT(found(FacetKind::kPerson, "Joe Biden"), ElementsAre("Joe Biden"));
  EXPECT_THAT(rename("Joe Biden", "Tom Perriello"), HasSubstr("there is another person"));
}

TEST_F(CorrectionsTest, PinCountsOtherKindsAsTheGivenOne) {
  add({"person:Chase", "organization:Chase", "place:Other"});
  EXPECT_EQ(pin("Chase", FacetKind::kOrganization), "");
  const auto merges = catalog_.merges();
  ASSERT_EQ(merges->size(), 1U);
  EXPECT_EQ(merges->front().from, id("person:Chase"));
  EXPECT_EQ(merges->front().into, id("organization:Chase"));
  add({"place:Chase"});
  EXPECT_EQ(catalog_.merges()->size(), 2U) << "a kind that comes later as well";
  EXPECT_EQ(pin("Chase", FacetKind::kPerson), "") << "the last word counts";
  const auto again = catalog_.merges();
  for (const FacetMerge& merge : *again) EXPECT_EQ(merge.into, id("person:Chase"));
  EXPECT_EQ(pin("Chase", FacetKind::kPerson, true), "");
  EXPECT_THAT(*catalog_.merges(), IsEmpty());
  EXPECT_EQ(pin("Other", FacetKind::kPerson), "") << "a kind that no article gave yet";
  EXPECT_EQ(catalog_.merges()->front().into, id("person:Other"));
}

TEST_F(CorrectionsTest, AliasesAreKnownBeforeAndAfterArticlesUseThem) {
  add({"Joe Biden", "Scranton Joe"});
  EXPECT_EQ(alias("Joe Biden", "Potus"), "");
  EXPECT_THAT(found(FacetKind::kPerson, "potus"), ElementsAre("Joe Biden"));
  EXPECT_EQ(alias("Joe Biden", "Scranton Joe"), "");
  EXPECT_THAT(stands_for(), ElementsAre(Pair("Scranton Joe", "Joe Biden")));
  add({"POTUS"});
  EXPECT_THAT(stands_for(), UnorderedElementsAre(Pair("Scranton Joe", "Joe Biden"), Pair("POTUS", "Joe Biden")));
  EXPECT_EQ(split("POTUS"), "");
  EXPECT_THAT(stands_for(), ElementsAre(Pair("Scranton Joe", "Joe Biden")));
  EXPECT_THAT(alias("Joe Biden", " "), HasSubstr("empty"));
  EXPECT_THAT(alias("Joe Biden", "B\xFF"), HasSubstr("no text"));
  EXPECT_THAT(alias("Joe Biden", "two\nlines"), HasSubstr("no text"));
  EXPECT_THAT(rename("Joe Biden", std::string(1001, 'a')), HasSubstr("longer"));
}

TEST_F(CorrectionsTest, HoldForNamesThatComeLaterAndAfterReopening) {
  const EntityName a{FacetKind::kPerson, "A"}, b{FacetKind::kPerson, "B"}, c{FacetKind::kPerson, "C"};
  EXPECT_EQ(write(Plan(std::vector<Correction>{
                {.operation = CorrectionOperation::kMerge, .entity = a, .into = b},
                {.operation = CorrectionOperation::kMerge, .entity = b, .into = c},
                {.operation = CorrectionOperation::kReject, .entity = {FacetKind::kPerson, "Nobody"}},
                {.operation = CorrectionOperation::kRename, .entity = c, .text = "The C"},
            })),
            "");
  EXPECT_THAT(stands_for(), IsEmpty());
  reopen();
  add({"A", "Nobody", "D"});
  EXPECT_THAT(stands_for(), UnorderedElementsAre(Pair("A", "C"), Pair("B", "C"), Pair("Nobody", "-")));
  EXPECT_THAT(found(FacetKind::kPerson, "A"), ElementsAre("A"));
  EXPECT_THAT(found(FacetKind::kPerson, "The C"), ElementsAre("The C"));
}

TEST_F(CorrectionsTest, ReplayedInAnotherArchiveGiveTheSameThereToo) {
  add({"A", "B", "C", "D", "person:Chase", "organization:Chase"});
  EXPECT_EQ(merge("A", "B"), "");
  EXPECT_EQ(merge("B", "C"), "");
  EXPECT_EQ(split("A"), "");
  EXPECT_EQ(merge("A", "C"), "");
  EXPECT_EQ(reject("D"), "");
  EXPECT_EQ(pin("Chase", FacetKind::kOrganization), "");
  const std::string file = journal_text(*catalog_.corrections());
  const auto expected = stands_for();
  for (const bool articles_first : {true, false}) {
    const TestFolder other;
    Catalog there = open_catalog(other);
    std::swap(there, catalog_);
    const std::vector<std::string> names = {"organization:Chase", "D", "C", "person:Chase", "B", "A"};
    if (articles_first) add(names);
    for (int time = 0; time < 2; ++time) {
      EXPECT_EQ(write(Plan(new_corrections(*catalog_.corrections(), *parse_journal(file)))), "");
    }
    EXPECT_EQ(catalog_.corrections()->size(), 6U) << "twice is once";
    if (!articles_first) add(names);
    EXPECT_EQ(stands_for(), expected) << articles_first;
    std::swap(there, catalog_);
  }
}

TEST_F(CorrectionsTest, NamesThatDoNotFitAreExplained) {
  add({"person:Chase", "organization:Chase", "Yahya Sinwar", "Benjamin Netanyahu"});
  EXPECT_THAT(merge("Chase", "Yahya Sinwar"), HasSubstr("'person:Chase', 'organization:Chase'"));
  EXPECT_EQ(merge("person:Chase", "Yahya Sinwar"), "");
  const auto hint = [&](std::string_view text) {
    return find_entity(catalog_, name(text), Meaning::kItself).error().hint;
  };
  EXPECT_THAT(hint("Sinwar"), HasSubstr("did you mean 'person:Yahya Sinwar'"));
  EXPECT_THAT(hint("Benjamin Netanjahu"), HasSubstr("did you mean 'person:Benjamin Netanyahu'"));
  EXPECT_THAT(hint("place:Nothing like it"), HasSubstr("entities list"));
  EXPECT_EQ(find_entity(catalog_, name("Nobody at all"), Meaning::kItself).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(find_entity(catalog_, name(" "), Meaning::kItself).error().code, ErrorCode::kUsage);
}

TEST_F(CorrectionsTest, OfArticlesHoldForTheseArticlesAlone) {
  add({"James Baker"});
  EXPECT_EQ(write(plan_split_articles(catalog_, name("James Baker"), std::vector<std::string>{"article of James Baker"},
                                      name("Howard Baker"))),
            "");
  const auto meant = [&](std::string_view article, std::string_view called, std::vector<std::string> aliases = {}) {
    const auto who = catalog_.meant_in_article(article, FacetKind::kPerson, called, aliases);
    return *who ? (*who)->name : std::string();
  };
  EXPECT_EQ(meant("article of James Baker", "James Baker"), "Howard Baker");
  EXPECT_EQ(meant("article of James Baker", "JAMES BAKER"), "Howard Baker");
  EXPECT_EQ(meant("article of James Baker", "James A. Baker", {"Baker", "James Baker"}), "Howard Baker");
  EXPECT_EQ(meant("article of James Baker", "Somebody Else"), "");
  EXPECT_EQ(meant("another article", "James Baker"), "");
  const auto no_article =
      plan_split_articles(catalog_, name("James Baker"), std::vector<std::string>{"none"}, name("X"));
  EXPECT_EQ(no_article.error().code, ErrorCode::kNotFound);
  add({"Ann Lee"});
  const auto no_mention =
      plan_split_articles(catalog_, name("Ann Lee"), std::vector<std::string>{"article of James Baker"}, name("X"));
  EXPECT_THAT(no_mention.error().message, HasSubstr("does not mention"));
  EXPECT_EQ(write(Plan(std::vector<Correction>{{.operation = CorrectionOperation::kSplit,
                                                .entity = {FacetKind::kPerson, "Howard Baker"},
                                                .articles = {"article of James Baker"},
                                                .as = EntityName{FacetKind::kPerson, "James Baker"}}})),
            "");
  EXPECT_EQ(meant("article of James Baker", "James Baker"), "") << "taken back";
  EXPECT_EQ(meant("article of James Baker", "Howard Baker"), "James Baker");
}

TEST_F(CorrectionsTest, OfTheListAreOverruledByPeople) {
  add({"Joe Biden", "Potus", "Baker", "Joey"});
  EXPECT_EQ(split("Joey", name("Joe Biden")), "");
  const auto put = [&](const std::vector<ListedEntity>& list, bool replace) {
    ASSERT_TRUE(catalog_.begin().ok());
    ASSERT_TRUE(catalog_.put_listed_entities(list, replace).ok());
    ASSERT_TRUE(catalog_.commit().ok());
  };
  put({{EntityKind::kPerson, "Joe Biden", {"Potus", "Joey", "Dark Brandon"}, "Q6279"},
       {EntityKind::kPerson, "James Baker", {"Baker"}, ""},
       {EntityKind::kPerson, "Howard Baker", {"Baker"}, ""}},
      false);
  EXPECT_THAT(stands_for(), ElementsAre(Pair("Potus", "Joe Biden"))) << "Joey is kept apart, Baker is ambiguous";
  EXPECT_THAT(found(FacetKind::kPerson, "dark brandon"), ElementsAre("Joe Biden"));
  EXPECT_EQ((*catalog_.facet_details(id("Joe Biden")))->external_id, "Q6279");
  EXPECT_EQ(catalog_.listed_entities()->size(), 3U);
  EXPECT_EQ(split("Potus"), "");
  EXPECT_THAT(stands_for(), IsEmpty());
  add({"Howard Baker"});
  put({{EntityKind::kPerson, "Howard Baker", {"Baker"}, "Q1"}}, true);
  EXPECT_THAT(stands_for(), ElementsAre(Pair("Baker", "Howard Baker")));
  EXPECT_EQ((*catalog_.facet_details(id("Joe Biden")))->external_id, "") << "the list before is forgotten";
  put({}, true);
  EXPECT_THAT(stands_for(), IsEmpty());
  EXPECT_THAT(*catalog_.listed_entities(), IsEmpty());
}

TEST_F(CorrectionsTest, AreToldInListsAndFacts) {
  add({"Joe Biden", "Tom Perriello", "organization:Hamas"});
  EXPECT_EQ(merge("Tom Perriello", "Joe Biden"), "");
  EXPECT_EQ(reject("Hamas"), "");
  auto listing = list_entities(catalog_, {});
  ASSERT_TRUE(listing);
  ASSERT_EQ(listing->total, 1U);
  EXPECT_EQ(listing->rows[0].details.name, "Joe Biden");
  EXPECT_EQ(listing->rows[0].articles, 2U);
  EXPECT_THAT(listing->rows[0].merged, ElementsAre("Tom Perriello"));
  EXPECT_EQ(list_entities(catalog_, {.all = true})->total, 3U);
  EXPECT_EQ(list_entities(catalog_, {.pattern = "perri"})->rows[0].details.name, "Joe Biden");
  EXPECT_EQ(list_entities(catalog_, {.kind = FacetKind::kPlace})->total, 0U);
  const auto facts = entity_facts(catalog_, id("Joe Biden"));
  ASSERT_TRUE(facts);
  EXPECT_THAT(facts->values, ElementsAre(Pair(EntityName{FacetKind::kPerson, "Joe Biden"}, 1U),
                                         Pair(EntityName{FacetKind::kPerson, "Tom Perriello"}, 1U)));
  EXPECT_THAT(facts->written, ElementsAre(Pair("Title", 2U)));
  EXPECT_EQ(facts->corrections.size(), 1U);
}

TEST_F(CorrectionsTest, DamagedJournalsAreNamed) {
  add({"A"});
  EXPECT_EQ(reject("A"), "");
  const std::string path = folder_.paths().catalog();
  execute_sql(path, "UPDATE corrections SET argument = '{\"undo\":'");
  reopen();
  EXPECT_EQ(catalog_.corrections().error().code, ErrorCode::kArchiveDamaged);
  execute_sql(path, "UPDATE corrections SET argument = '{}', operation = 'melt'");
  EXPECT_THAT(catalog_.corrections().error().message, HasSubstr("correction 1 "));
}

}  // namespace
}  // namespace dateline
