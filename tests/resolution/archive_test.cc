// Resolution in a real archive: whatever the order, the runs and the accidents, the same articles give the same answer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/resolution/resolve_archive.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"
#include "tests/ingest/temporary_archive.h"

namespace dateline::test {
namespace {

using ::testing::IsEmpty;

struct Story {
  std::string id, date;
  std::vector<std::string> people, organizations;
};

std::string json_list(const std::vector<std::string>& names) {
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back("\"" + name + "\"");
  return "[" + join(quoted, ",") + "]";
}

std::string line_of(const Story& story) {
  return R"({"id":")" + story.id + R"(","title":"T","date":")" + story.date + R"(","text":"Text of )" + story.id +
         R"(.","people":)" + json_list(story.people) + R"(,"organizations":)" + json_list(story.organizations) + "}\n";
}

// Bakers of two offices, a surname of one bearer, spellings, companies' forms and an acronym.
std::vector<Story> made_up_stories(std::size_t count, std::mt19937& random) {
  const std::vector<std::vector<std::string>> people = {{"James Baker", "Paul Volcker"},
                                                        {"James A. Baker"},
                                                        {"Howard Baker", "Ronald Reagan"},
                                                        {"Baker", "Volcker"},
                                                        {"Baker", "Ronald Reagan"},
                                                        {"Baker", "Reagan"},
                                                        {"Ismail Haniyeh"},
                                                        {"Ismail Haniya"},
                                                        {"Haniyeh"},
                                                        {"Nancy Reagan"},
                                                        {"Smith"},
                                                        {"John Smith"}};
  const std::vector<std::vector<std::string>> organizations = {{"Treasury"},
                                                               {"White House"},
                                                               {"Senate", "White House"},
                                                               {"Hamas"},
                                                               {"Acme Corp", "Treasury"},
                                                               {"Acme"},
                                                               {"ICCO", "International Cocoa Organization"},
                                                               {"ICCO"},
                                                               {}};
  std::vector<Story> stories;
  for (std::size_t i = 0; i < count; ++i) {
    stories.push_back({.id = "s" + std::to_string(i),
                       .date = "2024-0" + std::to_string(1 + random() % 6) + "-1" + std::to_string(random() % 10),
                       .people = people[random() % people.size()],
                       .organizations = organizations[random() % organizations.size()]});
  }
  return stories;
}

// Article → the keys of what it is counted under.
using Answer = std::map<std::string, std::set<std::string>>;
Answer answer_of(const ArchivePaths& paths) {
  Answer answer;
  const auto catalog = Catalog::open(paths, Access::kRead);
  if (!catalog) return answer;
  std::map<FacetId, FacetId> merged;
  const auto merges = catalog->merges();
  for (const FacetMerge& merge : *merges) merged[merge.from] = merge.into;
  const auto articles = catalog->all_articles();
  for (const auto& [article, hash] : *articles) {
    const auto stored = catalog->load_article(article);
    std::set<std::string>& names = answer[(*stored)->article.key];
    for (FacetId facet : (*stored)->facets) {
      if (merged.contains(facet)) facet = merged[facet];
      if (static_cast<std::size_t>(kind_of(facet)) < kEntityKinds) {
        const auto named = catalog->names_of(std::span(&facet, 1));
        names.insert(name_key(named->front().name));
      }
    }
  }
  return answer;
}

void add_lines(const TemporaryFolder& folder, const std::string& file, const std::string& lines, bool prune = false) {
  write(folder / ("in/" + file), lines);
  const auto added = add(paths_in(folder), {.paths = {folder / "in"}, .prune = prune});
  ASSERT_TRUE(added) << added.error().message;
}

Answer answer_in_one_run(const std::vector<Story>& stories) {
  const TemporaryFolder folder;
  std::string lines;
  for (const Story& story : stories) lines += line_of(story);
  add_lines(folder, "a.jsonl", lines);
  EXPECT_THAT(problems_of(paths_in(folder)), IsEmpty());
  return answer_of(paths_in(folder));
}

TEST(Resolution, FindsTheSameInAnyOrderAndInAnyNumberOfRuns) {
  std::mt19937 random(11);
  std::size_t attached = 0;
  for (int round = 0; round < 3; ++round) {
    std::vector<Story> stories = made_up_stories(70, random);
    const Answer expected = answer_in_one_run(stories);
    for (const Story& story : stories) {
      const bool bare = std::find(story.people.begin(), story.people.end(), "Baker") != story.people.end();
      if (bare && !expected.at(story.id).contains("baker")) ++attached;
    }
    std::shuffle(stories.begin(), stories.end(), random);
    EXPECT_EQ(answer_in_one_run(stories), expected) << "round " << round;

    const TemporaryFolder folder;
    for (std::size_t at = 0, run = 0; at < stories.size(); ++run) {
      std::string lines;
      const std::size_t until = round == 0 ? at + 1 : std::min(stories.size(), at + 1 + random() % 30);
      for (; at < until; ++at) lines += line_of(stories[at]);
      add_lines(folder, std::to_string(run) + ".jsonl", lines);
    }
    EXPECT_EQ(answer_of(paths_in(folder)), expected) << "round " << round;
    EXPECT_THAT(problems_of(paths_in(folder)), IsEmpty());
  }
  EXPECT_GT(attached, 20U) << "the stories are to have surnames that are attached";
}

TEST(Resolution, ForgetsArticlesThatAreRemovedOrChanged) {
  std::mt19937 random(5);
  for (int round = 0; round < 3; ++round) {
    std::vector<Story> stories = made_up_stories(80, random);
    const TemporaryFolder folder;
    std::string all, rest;
    for (const Story& story : stories) all += line_of(story);
    add_lines(folder, "a.jsonl", all);
    const std::vector<Story> others = made_up_stories(80, random);
    std::vector<Story> left;
    for (std::size_t i = 0; i < stories.size(); ++i) {
      if (i % 3 == 0) continue;                              // removed
      if (i % 3 == 1) stories[i].people = others[i].people;  // changed
      left.push_back(stories[i]);
      rest += line_of(stories[i]);
    }
    add_lines(folder, "a.jsonl", rest, true);
    EXPECT_EQ(answer_of(paths_in(folder)), answer_in_one_run(left)) << "round " << round;
    EXPECT_THAT(problems_of(paths_in(folder)), IsEmpty());
  }
}

// A run that was killed between the index's commit and the end of resolution leaves the mark of its first transaction.
TEST(Resolution, IsMadeUpForByTheNextRunAfterAnAccident) {
  std::mt19937 random(3);
  const std::vector<Story> stories = made_up_stories(60, random);
  const Answer expected = answer_in_one_run(stories);
  const TemporaryFolder folder;
  std::string lines;
  for (const Story& story : stories) lines += line_of(story);
  add_lines(folder, "a.jsonl", lines);
  {
    auto archive = open_archive_for_writing(paths_in(folder), {});
    ASSERT_TRUE(archive);
    ASSERT_TRUE(archive->catalog.begin());
    const auto merges = archive->catalog.merges();
    for (const FacetMerge& merge : *merges) ASSERT_TRUE(archive->catalog.set_merge(merge.from, 0));
    ASSERT_TRUE(archive->catalog.set_meta(kResolutionMeta, ""));
    ASSERT_TRUE(archive->catalog.commit());
  }
  ASSERT_NE(answer_of(paths_in(folder)), expected);
  const auto again = add(paths_in(folder), {.paths = {folder / "in"}});  // nothing new
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(answer_of(paths_in(folder)), expected);
  EXPECT_THAT(problems_of(paths_in(folder)), IsEmpty());
}

// Killed after the catalog's commit of attachments and before the index has them: the change log has them.
TEST(Resolution, ReachesTheIndexFromTheChangeLog) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  add_lines(folder, "a.jsonl",
            line_of({"one", "2024-01-10", {"Baker"}, {}}) + line_of({"two", "2024-01-10", {"James Baker"}, {}}));
  {
    auto archive = open_archive_for_writing(paths, {});
    ASSERT_TRUE(archive);
    const FacetId bare = *archive->catalog.facet_of_key(FacetKind::kPerson, "baker");
    const FacetId full = *archive->catalog.facet_of_key(FacetKind::kPerson, "james baker");
    const ArticleId article = (*archive->catalog.find_article("one"))->article;
    const std::vector<Attachment> attached = {{bare, full}};
    ASSERT_TRUE(archive->catalog.begin());
    const auto changed = archive->catalog.attach(article, std::span(&bare, 1), attached);
    ASSERT_TRUE(changed && *changed);
    ASSERT_TRUE(archive->catalog.commit());
    const auto stored = archive->catalog.load_article(article);
    EXPECT_EQ((*stored)->facets.front(), full);
    EXPECT_EQ((*stored)->entities.front().facet, bare);
  }
  EXPECT_THAT(problems_of(paths), testing::SizeIs(testing::Ge(1U)));  // behind the catalog
  ASSERT_TRUE(add(paths, {.paths = {folder / "in"}}));
  EXPECT_THAT(problems_of(paths), IsEmpty());
}

TEST(Resolution, KeepsKindsApart) {
  const Answer answer = answer_in_one_run({{"a", "2024-01-10", {"Denzel Washington"}, {"Washington"}},
                                           {"b", "2024-01-10", {"Denzel Washington"}, {}},
                                           {"c", "2024-01-10", {}, {"Washington"}}});
  EXPECT_EQ(answer.at("c"), std::set<std::string>{"washington"});
  EXPECT_EQ(answer.at("a"), (std::set<std::string>{"denzel washington", "washington"}));
}

TEST(Resolution, LeavesThePeoplesWordAlone) {
  const TemporaryFolder folder;
  const ArchivePaths paths = paths_in(folder);
  add_lines(
      folder, "a.jsonl",
      line_of({"one", "2024-01-10", {"Nakasone"}, {}}) + line_of({"two", "2024-01-10", {"Yasuhiro Nakasone"}, {}}));
  EXPECT_EQ(answer_of(paths).at("one"), std::set<std::string>{"yasuhiro nakasone"});
  {
    auto archive = open_archive_for_writing(paths, {});
    ASSERT_TRUE(archive);
    ASSERT_TRUE(archive->catalog.begin());
    Correction reject{.operation = CorrectionOperation::kReject, .entity = {FacetKind::kPerson, "Yasuhiro Nakasone"}};
    ASSERT_TRUE(archive->catalog.add_corrections(std::span(&reject, 1)));
    ASSERT_TRUE(archive->catalog.commit());
  }
  add_lines(folder, "b.jsonl", line_of({"three", "2024-01-11", {"Nakasone"}, {}}));
  EXPECT_EQ(answer_of(paths).at("one"), std::set<std::string>{"nakasone"});
}

}  // namespace
}  // namespace dateline::test
