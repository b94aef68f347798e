// The four real articles that Dateline began with: what a careful reader finds in them, and that extraction finds
// nearly all of it and little else.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "tests/entities/extraction.h"

namespace dateline::testing {
namespace {

using Names = std::set<std::string>;

struct Seed {
  const char* file;
  Names expected;
  Names furniture;  // in addresses and credits, which cleaning takes away: neither right nor wrong
};

const Seed kSeeds[] = {
    {"000_a031f4944708e328.txt",
     {"person Joe Biden",
      "person Yahya Sinwar",
      "person Antony Blinken",
      "person Bill Burns",
      "person David Barnea",
      "person Mohammed bin Abdulrahman bin Jassim Al Thani",
      "person Abbas Kamel",
      "person Benjamin Netanyahu",
      "person Ismail Haniyeh",
      "person Ali Bagheri",
      "person MJ Lee",
      "person Israel Katz",
      "place Israel",
      "place Qatar",
      "place United States",
      "place Egypt",
      "place Cairo",
      "place Gaza",
      "place Iran",
      "place Doha",
      "place Rafah",
      "place Philadelphi",
      "place Tehran",
      "place Beirut",
      "place Middle East",
      "organization CNN",
      "organization Hamas",
      "organization White House",
      "organization CIA",
      "organization Mossad",
      "organization Prime Minister’s Office",
      "organization Hezbollah"},
     {"person Samantha Waldenberg"}},
    {"001_2ba5d9e473fef779.txt",
     {"person Bill Burns",
      "person David Barnea",
      "person Mohammed bin Jassim Al Thani",
      "person Abbas Kamel",
      "person Joe Biden",
      "person Basem Naim",
      "person Benjamin Netanyahu",
      "person Ismail Haniyeh",
      "person Yahya Sinwar",
      "person Osama Hamdan",
      "person Kani",
      "place Israel",
      "place Qatar",
      "place Egypt",
      "place United States",
      "place Doha",
      "place Cairo",
      "place Middle East",
      "place Gaza",
      "place Philadelphi",
      "place Rafah",
      "place Tehran",
      "place Iran",
      "place New Orleans",
      "organization Hamas",
      "organization CNN",
      "organization Hezbollah",
      "organization CIA",
      "organization Mossad",
      "organization Associated Press",
      "organization United Nations"},
     {"organization Dorchester Center", "place Dorchester Center", "place North Cardinal St", "person Abbas Al Lawati",
      "person DJ Judd", "person Abeer Salman", "person Betsy Klein"}},
    {"002_5dacf7af26db67cb.txt",
     {"person Benjamin Netanyahu", "person Biden", "person David Barnea", "person Bezalel Smotrich", "place Gaza",
      "place Israel", "place Qatar", "place Lebanon", "place Tyre", "organization Hamas", "organization White House",
      "organization United Nations", "organization Mossad", "organization Hezbollah"},
     {"person Ronen Bergman", "person Johnatan Reiss", "person Myra Noveck", "place Tel Aviv", "place Jerusalem"}},
    {"003_207fea97efdda4ca.txt",
     {"person Biden",
      "person Blinken",
      "person Vedant Patel",
      "person Netanyahu",
      "person Israel Katz",
      "person Daniel Hagari",
      "person El-Sisi",
      "place Qatar",
      "place Cairo",
      "place Jerusalem",
      "place Israel",
      "place Gaza",
      "place Middle East",
      "place Camp David",
      "place Egypt",
      "place Iran",
      "place Lebanon",
      "place Yemen",
      "place Beirut",
      "place Tehran",
      "place Khan Younis",
      "place Deir al-Balah",
      "place United States",
      "organization Hamas",
      "organization White House",
      "organization State Department",
      "organization Hezbollah",
      "organization Houthi",
      "organization X"},
     {}},
};

std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(SeedArticles, AreReadAsACarefulHumanWould) {
  const std::filesystem::path folder = std::filesystem::path(DATELINE_SOURCE_DIR) / ".." / "shared" / "data" / "seeds";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the seed articles are not beside the checkout";
  std::size_t right = 0, wrong = 0, missed = 0;
  std::string report;
  for (const Seed& seed : kSeeds) {
    const std::string text = read_text(folder / seed.file);
    ASSERT_FALSE(text.empty()) << seed.file;
    Names found;
    for (std::string& name : names_of(extract(text))) found.insert(std::move(name));
    for (const std::string& name : found) {
      if (seed.expected.contains(name))
        ++right;
      else if (!seed.furniture.contains(name))
        ++wrong, report += "wrong " + name + "\n";
    }
    for (const std::string& name : seed.expected)
      if (!found.contains(name)) ++missed, report += "missed " + name + "\n";
  }
  EXPECT_GE(right * 100, (right + wrong) * 97) << report;
  EXPECT_GE(right * 100, (right + missed) * 97) << report;
}

TEST(SeedArticles, AllNameThoseWhomTheyAreAbout) {
  const std::filesystem::path folder = std::filesystem::path(DATELINE_SOURCE_DIR) / ".." / "shared" / "data" / "seeds";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the seed articles are not beside the checkout";
  for (const Seed& seed : kSeeds) {
    const auto found = extract(read_text(folder / seed.file));
    const auto has = [&found](EntityKind kind, std::string_view name) {
      return std::any_of(found.begin(), found.end(), [&](const ArticleEntity& entity) {
        return entity.kind == kind &&
               (entity.name == name || entity.name.ends_with(std::string(" ") + std::string(name)));
      });
    };
    EXPECT_TRUE(has(EntityKind::kPerson, "Biden")) << seed.file;
    EXPECT_TRUE(has(EntityKind::kPerson, "Netanyahu")) << seed.file;
    EXPECT_TRUE(has(EntityKind::kOrganization, "Hamas")) << seed.file;
    EXPECT_TRUE(has(EntityKind::kPlace, "Gaza")) << seed.file;
  }
}

// Mentions, counted by hand in the article's story.
TEST(SeedArticles, CountTheirMentions) {
  const std::filesystem::path file =
      std::filesystem::path(DATELINE_SOURCE_DIR) / ".." / "shared" / "data" / "seeds" / kSeeds[3].file;
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "the seed articles are not beside the checkout";
  const auto found = extract(read_text(file));
  const auto count = [&found](std::string_view name) {
    const auto at =
        std::find_if(found.begin(), found.end(), [name](const ArticleEntity& entity) { return entity.name == name; });
    return at == found.end() ? 0 : at->mentions.size();
  };
  EXPECT_EQ(count("Biden"), 5U);
  EXPECT_EQ(count("Israel Katz"), 2U);
  EXPECT_EQ(count("El-Sisi"), 2U);
  EXPECT_EQ(count("Blinken"), 2U);
  EXPECT_EQ(count("Khan Younis"), 2U);
  EXPECT_EQ(count("Iran"), 6U);
}

}  // namespace
}  // namespace dateline::testing
