// What stands around names, and where the gazetteer knows better than the recogniser.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/entities/settle_spans.h"
#include "indexer/entities/span_context.h"
#include "tests/entities/extraction.h"

namespace dateline::testing {
namespace {

NameSpan only_span(const MarkedText& article) {
  NameSpan span = article.spans.at(0);
  GazetteerCache gazetteer(Gazetteer::built_in());
  read_context(article.text, gazetteer, span);
  return span;
}

TEST(SpanContext, ReadsTheTitleBeforeAPerson) {
  struct Case {
    const char* marked;
    const char* title;
  };
  for (const Case& c : {
           Case{"Prime Minister {p Zorb} spoke.", "Prime Minister"},
           Case{"The Deputy Foreign Minister {p Zorb} spoke.", "Deputy Foreign Minister"},
           Case{"the foreign minister {p Zorb} spoke.", "foreign minister"},
           Case{"Mr . {p Zorb} spoke.", "Mr ."},
           Case{"“Mrs. {p Zorb} spoke.", "Mrs."},
           Case{"Secretary of State {p Zorb} spoke.", "Secretary of State"},
           Case{"Prime\nMinister {p Zorb} spoke.", "Prime\nMinister"},
           Case{"The minister, {p Zorb}, spoke.", ""},
           Case{"The minister. {p Zorb} spoke.", ""},
           Case{"He saw {p Zorb} there.", ""},
           Case{"{p Zorb} spoke.", ""},
           Case{"President {l Zorb} spoke.", ""},
       }) {
    const MarkedText article = read_marks(c.marked);
    const NameSpan span = only_span(article);
    EXPECT_EQ(article.text.substr(span.title_begin, span.title_end - span.title_begin), c.title) << c.marked;
  }
}

TEST(SpanContext, TellsMenAndWomenByTheirAddress) {
  EXPECT_EQ(only_span(read_marks("Mr. {p Zorb}")).address, Address::kMan);
  EXPECT_EQ(only_span(read_marks("Mrs. {p Zorb}")).address, Address::kWoman);
  EXPECT_EQ(only_span(read_marks("President {p Zorb}")).address, Address::kNone);
}

TEST(SpanContext, SeesLinesOfCapitals) {
  EXPECT_TRUE(only_span(read_marks("FLOODS CUT OFF {l ZORBIA} VILLAGES\nWater rose.")).shouting);
  EXPECT_FALSE(only_span(read_marks("Floods cut off {l ZORBIA} villages.")).shouting);
  EXPECT_FALSE(only_span(read_marks("{o CIA}")).shouting);
}

struct BorderCase {
  const char* marked;
  std::vector<std::string> names;  // with their kinds
};

void expect_borders(const std::vector<BorderCase>& cases) {
  for (const BorderCase& c : cases) {
    MarkedText article = read_marks(c.marked);
    GazetteerCache gazetteer(Gazetteer::built_in());
    settle_borders({}, article.text, gazetteer, article.spans);
    std::vector<std::string> names;
    for (const NameSpan& span : article.spans)
      names.push_back(std::string(name_of(span.kind)) + " " + std::string(bytes_of(span, {}, article.text)));
    EXPECT_THAT(names, ::testing::ElementsAreArray(c.names)) << c.marked;
  }
}

TEST(SettleBorders, PartsTwoKnownNamesAtAHyphen) {
  expect_borders({{"The {l Israel-Hamas} war.", {"place Israel", "organization Hamas"}},
                  {"The {l Israel-Saudi Arabia} pact.", {"place Israel", "place Saudi Arabia"}},
                  {"In {l Deir al-Balah}.", {"place Deir al-Balah"}},
                  {"In {l Bosnia-Herzegovina}.", {"place Bosnia-Herzegovina"}},
                  {"{p Jean-Pierre Raffarin} spoke.", {"person Jean-Pierre Raffarin"}}});
}

TEST(SettleBorders, PartsNamesAtDashes) {
  expect_borders({{"{o STOCKHOLM - Zorb Motors AB} fell.", {"place STOCKHOLM", "organization Zorb Motors AB"}},
                  {"The {p Carroll–Patel} ticket.", {"person Carroll", "person Patel"}},
                  {"The {o Israel–Hamas} war.", {"place Israel", "organization Hamas"}},
                  // Split by other programs: a blank stands around every hyphen.
                  {"He , {p Jean - Pierre} , spoke .", {"person Jean - Pierre"}}});
}

TEST(SettleBorders, KnowsWhatBelongsToTitles) {
  expect_borders({{"Secretary of {o State} {p Zorb} spoke.", {"person Zorb"}},
                  {"The Speaker of the {o House} spoke.", {}},
                  {"The state of {o State} Bank.", {"organization State"}},
                  {"The Prime Minister’s {o Office} said so.", {"organization Prime Minister’s Office"}},
                  {"The Prime Minister's Office said so.", {"organization Prime Minister's Office"}},
                  {"Zorb's Office said so.", {}}});
}

TEST(SettleBorders, PutsNamesTogetherThatAParticleJoins) {
  expect_borders({{"{p Mohammed bin Abdulrahman} bin {p Jassim Al Thani} spoke.",
                   {"person Mohammed bin Abdulrahman bin Jassim Al Thani"}},
                  {"{p Bill} saw {p Bob}.", {"person Bill", "person Bob"}}});
}

TEST(SettleBorders, LeavesMarksOutside) {
  expect_borders({{"{o <ZXP}> fell.", {"organization ZXP"}}, {"{p Zorb-} was there, {o --}.", {"person Zorb"}}});
}

TEST(SettleBorders, TakesCodesOfSharesForNobody) {
  expect_borders({{"{o Zorb Inc.} ( {o ZORB}.O ) rose.", {"organization Zorb Inc."}},
                  {"{o Zorb Inc.} ({o ZORB.O}) rose.", {"organization Zorb Inc."}},
                  {"{o AT&T Inc.} ( {o T.N} ) rose.", {"organization AT&T Inc."}},
                  {"{o Zorb AG} ({o ZRBGn}.DE) rose.", {"organization Zorb AG"}},
                  {"{o Zorb AG} ({o ZRBG.DE}, news) rose.", {"organization Zorb AG"}},
                  {"United Nations ({o U.N}) met.", {"organization U.N"}},
                  {"United Nations ({o UN}) met. ({o ABC} News)", {"organization UN", "organization ABC"}},
                  {"({o ZORB}.", {"organization ZORB"}}});
}

TEST(SettleBorders, GivesNamesOfOneKindThatKind) {
  struct Case {
    const char* marked;
    EntityKind kind;
  };
  for (const Case& c : {Case{"The {l African Union} met.", EntityKind::kOrganization},
                        Case{"{p Addis Ababa} is large.", EntityKind::kPlace},
                        // A team, and two names that people have.
                        Case{"{o Brazil} won.", EntityKind::kOrganization},
                        Case{"{p Jordan} won.", EntityKind::kPerson}, Case{"{p Washington} won.", EntityKind::kPerson},
                        // Ground belongs to places, whatever the recogniser took them for.
                        Case{"The {o Rafah} border crossing was shut.", EntityKind::kPlace},
                        Case{"The {o Rafah} team won.", EntityKind::kOrganization},
                        Case{"The {o Rafah} borders were shut.", EntityKind::kOrganization},
                        Case{"The {o Hamas} border guards left.", EntityKind::kOrganization},
                        Case{"The {o Rafah}", EntityKind::kOrganization}}) {
    MarkedText article = read_marks(c.marked);
    GazetteerCache gazetteer(Gazetteer::built_in());
    settle_borders({}, article.text, gazetteer, article.spans);
    EXPECT_EQ(article.spans.at(0).kind, c.kind) << c.marked;
  }
}

TEST(SettleShortNames, LetsLongerNamesSayWhatTheirPartsAre) {
  struct Case {
    const char* marked;
    std::vector<EntityKind> kinds;
  };
  constexpr auto kP = EntityKind::kPerson, kL = EntityKind::kPlace, kO = EntityKind::kOrganization;
  for (const Case& c : {
           Case{"{p Goldman} fell. {o Goldman Sachs} rose.", {kO, kO}},
           Case{"{p Morgan Guaranty} fell. {o Morgan Guaranty Ltd} rose. {p Morgan} sold.", {kO, kO, kO}},
           Case{"{o Katz} spoke. {p Israel Katz} left.", {kP, kP}},
           // A person has that name, too; a title says so; a place is never a person.
           Case{"{p Ford} spoke. {o Ford Motor} rose. {p Harrison Ford} left.", {kP, kO, kP}},
           Case{"Mr. {p Ford} spoke. {o Ford Motor} rose.", {kP, kO}},
           Case{"{l Israel} waits. {p Katz Israel} left.", {kL, kP}},
           Case{"{p Michael Kors} spoke. {o Michael Kors Fashion} rose.", {kP, kO}},
       }) {
    MarkedText article = read_marks(c.marked);
    GazetteerCache gazetteer(Gazetteer::built_in());
    for (NameSpan& span : article.spans) read_context(article.text, gazetteer, span);
    settle_short_names({}, article.text, gazetteer, article.spans);
    std::vector<EntityKind> kinds;
    for (const NameSpan& span : article.spans) kinds.push_back(span.kind);
    EXPECT_EQ(kinds, c.kinds) << c.marked;
  }
}

}  // namespace
}  // namespace dateline::testing
