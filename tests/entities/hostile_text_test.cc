// Text that nobody would write: damaged, endless, in other scripts.
#include <gtest/gtest.h>

#include <random>

#include "shared/base/strings.h"
#include "tests/entities/extraction.h"
#include "tests/fuzz/check_entities.h"

namespace dateline::testing {
namespace {

bool on_character_border(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// Spans lie inside the text, on character borders, in order, and no two overlap.
void expect_sound(const std::vector<ArticleEntity>& entities, std::string_view text) {
  std::vector<Mention> all;
  for (const ArticleEntity& entity : entities) {
    EXPECT_FALSE(entity.name.empty());
    EXPECT_EQ(find_invalid_utf8(entity.name), std::string_view::npos);
    EXPECT_FALSE(entity.mentions.empty());
    all.insert(all.end(), entity.mentions.begin(), entity.mentions.end());
  }
  std::sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
  std::uint32_t last = 0;
  for (const Mention& mention : all) {
    ASSERT_LT(mention.begin, mention.end);
    ASSERT_LE(mention.end, text.size());
    ASSERT_GE(mention.begin, last);
    ASSERT_TRUE(on_character_border(text, mention.begin) && on_character_border(text, mention.end));
    last = mention.end;
  }
}

TEST(HostileText, RandomBytesGiveSoundSpansOrNone) {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"Joe ",
                                     "Biden",
                                     "’s",
                                     "'",
                                     "U.S.",
                                     ".",
                                     " ",
                                     "\n",
                                     "-",
                                     "al-",
                                     "El-",
                                     "Ministry of ",
                                     "Prime Minister",
                                     "(",
                                     "\xE2\x80",
                                     "\xFF",
                                     "\xC3\x89lise ",
                                     "\xF0\x9F\x98\x80",
                                     "&",
                                     "X",
                                     "J. ",
                                     "Israel",
                                     ",",
                                     " . ",
                                     "\xE4\xB8\xAD",
                                     "Mr. ",
                                     "New\nYork",
                                     std::string_view("\0", 1)};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += pieces[random() % std::size(pieces)];
    const auto found = extract(text);
    if (find_invalid_utf8(text) == std::string_view::npos) expect_sound(found, text);
  }
}

TEST(HostileText, RandomBytesAreSplitDecodedAndReadWithoutHarm) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (std::size_t size = random() % 600; bytes.size() < size;) {
      // Half of it letters and blanks, so that there are words.
      const auto drawn = static_cast<unsigned char>(random());
      bytes.push_back(static_cast<char>(random() % 2 == 0 ? drawn : "AaBbZz.'- \n"[drawn % 11]));
    }
    EXPECT_EQ(check_tagger_tokens(bytes), "");
    EXPECT_EQ(check_decoder(bytes), "");
    EXPECT_EQ(check_extraction(extractor(), bytes), "");
  }
}

TEST(HostileText, EveryPrefixOfASentenceIsSafe) {
  const std::string text =
      "“The U.S.,” Mr. O’Neill’s aide told Élise Núñez of Deir al-Balah (PMO) & Sons’ J. P. M. at St. Ives.";
  for (std::size_t end = 0; end <= text.size(); ++end) extract(text.substr(0, end));
}

// Nothing here is timed: what takes more than linear time does not end within the limit of the test.
TEST(HostileText, AMillionCapitalisedWordsAreRead) {
  std::string same, distinct;
  for (int i = 0; i < 500000; ++i) same += "John Smith ";
  for (int i = 0; i < 1000000; ++i) {
    distinct += 'Q';
    for (int n = i; n > 0; n /= 26) distinct += static_cast<char>('a' + n % 26);
    distinct += ' ';
  }
  expect_sound(extract(same), same);
  expect_sound(extract(distinct), distinct);
}

TEST(HostileText, AnArticleOfTenMegabytesIsRead) {
  std::string text;
  for (int i = 0; text.size() < 10'000'000; ++i)
    text += "Prime Minister Zorb" + std::to_string(i) + " of the Israel-Hamas Office met Mr. Smith in New York.\n";
  const auto found = extract(text);
  expect_sound(found, text);
  EXPECT_GT(found.size(), 2U);
}

TEST(HostileText, ManyBearersOfOneSurnameAreRead) {
  std::string text;
  for (int i = 0; i < 50000; ++i) {
    text += "Mr. ";
    for (int n = i + 26; n > 0; n /= 26) text += static_cast<char>((n < 26 ? 'A' : 'a') + n % 26);
    text += " Smith spoke. Smith left. ";
  }
  expect_sound(extract(text), text);
}

TEST(HostileText, LongRunsOfOneCharacterAreRead) {
  for (const char* piece : {"'", "’", ".", "\n", "A", "A.", "A . ", "-", "(", "&", "of ", "al-", "The ", "Mr. ",
                            "’s Office ", "Israel-Hamas ", "A–", " bin Al "}) {
    std::string text;
    while (text.size() < 400000) text += piece;
    expect_sound(extract(text), text);
  }
}

TEST(HostileText, OtherScriptsGiveNoNames) {
  EXPECT_TRUE(extract("中国国家主席习近平在北京。 رئيس الوزراء").empty());
}

TEST(Extractor, IsDeterministicAndKeepsNothingFromTheArticleBefore) {
  const std::string a = "Israel Katz met Jordan Zorb. Katz said that Zorb agreed.",
                    b = "Katz was there. Jordan waits for Mr. Zorb.";
  auto extractor = make_extractor();
  ASSERT_TRUE(extractor);
  const auto alone = names_of(extract(b));
  const auto first = names_of((*extractor)->extract("", a));
  EXPECT_EQ(names_of((*extractor)->extract("", b)), alone);
  EXPECT_EQ(names_of((*extractor)->extract("", a)), first);
  EXPECT_EQ((*extractor)->fingerprint(), (*make_extractor())->fingerprint());
}

}  // namespace
}  // namespace dateline::testing
