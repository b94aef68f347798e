// The prompt without a terminal: lines → steps.
#include "query/cli/prompt_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Do = PromptStep::Do;

ResultsView answer(std::uint64_t first, std::uint64_t last, std::uint64_t matched) {
  ResultsView view;
  view.matched = matched;
  for (std::uint64_t rank = first; rank <= last; ++rank) {
    HitView hit;
    hit.rank = rank;
    hit.id = "id-" + std::to_string(rank);
    view.hits.push_back(hit);
  }
  return view;
}

ResultsView answer_with_facets() {
  ResultsView view = answer(1, 10, 25);
  view.facets = {{"person", true, 2, {{"Joe Biden", 9}, {"Yahya Sinwar", 3}}},
                 {"organization", true, 1, {{"Hamas", 12}}},
                 {"date", true, 1, {{"2024-07", 25}}}};
  return view;
}

class Session : public testing::Test {
 protected:
  PromptStep ask(std::string_view line) {
    PromptStep step = session.take(line);
    if (step.what == Do::kSearch) {
      ResultsView view = answer_with_facets();
      session.answered(view);
    }
    return step;
  }
  PromptSession session;
};

TEST_F(Session, ALineIsAQuery) {
  const PromptStep step = ask("  ceasefire -doha ");
  EXPECT_EQ(step.what, Do::kSearch);
  EXPECT_EQ(step.request.query, "ceasefire -doha");
  EXPECT_FALSE(step.request.facets.empty());
  EXPECT_EQ(session.take("   ").what, Do::kNothing);
}

TEST_F(Session, ValuesOfFacetsGetLabels) {
  session.take("gaza");
  ResultsView view = answer_with_facets();
  session.answered(view);
  EXPECT_EQ(view.facets[0].values[1].label, "p2");
  EXPECT_EQ(view.facets[1].values[0].label, "o1");
  EXPECT_EQ(view.facets[2].values[0].label, "d1");
}

TEST_F(Session, LabelsRefineAndBackUndoes) {
  ask("gaza");
  const PromptStep chosen = ask("+p2 -o1");
  EXPECT_EQ(chosen.what, Do::kSearch);
  ASSERT_EQ(chosen.request.selections.size(), 1U);
  EXPECT_EQ(chosen.request.selections[0].kind, DATELINE_PERSON);
  EXPECT_EQ(chosen.request.selections[0].name, "=Yahya Sinwar");
  EXPECT_EQ(chosen.request.query, "gaza -org:=\"Hamas\"");
  EXPECT_EQ(session.state(), "gaza -org:=\"Hamas\" · person Yahya Sinwar");
  EXPECT_EQ(ask("+d1").request.date_filter, "2024-07");
  EXPECT_EQ(ask(":back").request.date_filter, "");
  EXPECT_EQ(ask(":back").request.query, "gaza");
  EXPECT_THAT(ask(":back").text, HasSubstr("nothing to go back to"));
  EXPECT_EQ(ask(":clear").request.query, "gaza");
}

TEST_F(Session, AnExclusionHoldsForAllOfTheQuery) {
  ask("gaza OR doha");
  EXPECT_EQ(ask("-p1").request.query, "(gaza OR doha) -person:=\"Joe Biden\"");
  ask("*");
  EXPECT_EQ(ask("-d1").request.query, "-date:2024-07");
}

TEST_F(Session, WhatIsNoLabelIsAQuery) {
  ask("gaza");
  EXPECT_EQ(ask("+p9").request.query, "+p9");
  EXPECT_EQ(ask("-hamas").request.query, "-hamas");
  EXPECT_EQ(ask("+p1 truce").request.query, "+p1 truce");
}

TEST_F(Session, NumbersOpenHits) {
  EXPECT_EQ(session.take("3").what, Do::kSearch) << "there are no hits yet";
  ask("gaza");
  EXPECT_THAT(session.take("3").words, ElementsAre("show", "--", "id-3"));
  EXPECT_THAT(session.take(":open 10").words, ElementsAre("show", "--", "id-10"));
  EXPECT_THAT(session.take(":open 11").text, HasSubstr("1 to 10"));
  EXPECT_THAT(session.take(":open wire-7").words, ElementsAre("show", "--", "wire-7"));
}

TEST_F(Session, MoreShowsTheNextHitsWithoutTheFacets) {
  EXPECT_EQ(session.take(":more").what, Do::kSay);
  ask("gaza");
  const PromptStep step = session.take(":more");
  EXPECT_EQ(step.request.offset, 10U);
  EXPECT_TRUE(step.request.facets.empty());
  ResultsView rest = answer(11, 25, 25);
  session.answered(rest);
  EXPECT_THAT(session.take("12").words, ElementsAre("show", "--", "id-12"));
  EXPECT_THAT(session.take(":more").text, HasSubstr("no more hits"));
  EXPECT_EQ(session.take("+p1").request.offset, 0U) << "labels stay";
}

TEST_F(Session, ChangesOrderAndMatching) {
  ask("gaza talks");
  EXPECT_EQ(ask(":sort newest").request.sort, DATELINE_NEWEST);
  EXPECT_EQ(ask(":match any").request.match, DATELINE_MATCH_ANY);
  EXPECT_EQ(ask(":limit 20").request.limit, 20U);
  EXPECT_EQ(session.state(), "gaza talks · newest first · any word");
  EXPECT_THAT(ask(":sort sideways").text, HasSubstr("cannot be 'sideways'"));
}

TEST_F(Session, CountsOneKind) {
  ask("gaza");
  const PromptStep step = session.take(":facet person~net");
  EXPECT_EQ(step.what, Do::kCount);
  ASSERT_EQ(step.request.facets.size(), 1U);
  EXPECT_EQ(step.request.facet_finds.front(), "net");
  EXPECT_EQ(step.request.limit, 0U);
  EXPECT_EQ(session.take(":facet colour").what, Do::kSay);
}

TEST_F(Session, OtherCommandsRunForThePresentQuery) {
  EXPECT_EQ(session.take(":explain").what, Do::kSay);
  ask("gaza");
  ask("+p1");
  EXPECT_THAT(session.take(":explain").words, ElementsAre("explain", "--person", "=Joe Biden", "--", "gaza"));
  EXPECT_THAT(session.take(":explain doha talks").words, ElementsAre("explain", "doha", "talks"));
  EXPECT_THAT(session.take(":show 2").words, ElementsAre("show", "id-2"));
  EXPECT_THAT(session.take(":entity Joe Biden").words, ElementsAre("entity", "Joe", "Biden"));
}

TEST_F(Session, SaysWhatWasPerhapsMeant) {
  EXPECT_THAT(session.take(":mroe").text, HasSubstr("did you mean ':more'?"));
  EXPECT_THAT(session.take(":xyzzy").text, HasSubstr("see :help"));
  EXPECT_EQ(session.take(":quit").what, Do::kQuit);
  EXPECT_THAT(session.take(":help").text, HasSubstr(":facet"));
}

TEST_F(Session, AWrongQueryLeavesTheOneBefore) {
  ask("gaza");
  session.take("\"open");
  session.refused();
  EXPECT_EQ(session.state(), "gaza");
}

}  // namespace
}  // namespace dateline::cli
