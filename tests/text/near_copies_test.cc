// shared/text/near_copies.h
#include "shared/text/near_copies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

namespace dateline {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::uint64_t> shingles(std::string_view text, std::string_view title = "") {
  Analyzer analyzer(std::move(Stemmer::create("english")).value());
  AnalyzedText analyzed;
  analyzer.analyze(title, text, analyzed);
  return shingles_of(analyzed);
}

std::string made_up(std::mt19937& random, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += "w" + std::to_string(random() % 5000) + (i % 17 == 16 ? ". " : " ");
  return text;
}

// Some words of `text` are others, as an editor would have it.
std::string edited(std::mt19937& random, const std::string& text, unsigned percent) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size() - 1) + 1;
    out += random() % 100 < percent ? "other" + std::to_string(random()) + " " : text.substr(at, end - at);
    at = end;
  }
  return out;
}

TEST(Shingles, AreFiveStemsEachAcrossSentencesWithoutTheTitle) {
  EXPECT_THAT(shingles("One two three four."), IsEmpty());
  EXPECT_THAT(shingles("One two three four five."), SizeIs(1));
  EXPECT_THAT(shingles("One two three. Four five six."), SizeIs(2));
  EXPECT_EQ(shingles("They talked in Doha today", "A title"), shingles("They talk: in Doha, today!", "Another one"));
  EXPECT_THAT(shingles("a b c d e a b c d e a b c d e"), SizeIs(5));
}

TEST(Shingles, LikenessIsTheShareOfCommonOnes) {
  EXPECT_DOUBLE_EQ(likeness(shingles("a b c d e f g"), shingles("a b c d e f g")), 1.0);
  EXPECT_DOUBLE_EQ(likeness(shingles("a b c d e f g"), shingles("x b c d e f g")), 0.5);
  EXPECT_DOUBLE_EQ(likeness(shingles("a b c d e"), shingles("v w x y z")), 0.0);
  EXPECT_DOUBLE_EQ(likeness({}, {}), 0.0);
}

TEST(Signature, IsThatOfTheShinglesAloneAndMissingWhereThereAreNone) {
  EXPECT_EQ(signature_of({}), std::nullopt);
  const auto some = shingles("a b c d e f g h i j");
  EXPECT_EQ(signature_of(some), signature_of(shingles("A b. C d e; f g h i j?")));
  EXPECT_NE(signature_of(some), signature_of(shingles("a b c d e f g h i k")));
  std::set<std::uint64_t> keys;
  for (const std::uint64_t key : keys_of(*signature_of(some))) {
    EXPECT_LT(key, std::uint64_t{1} << 36U);
    keys.insert(key);
  }
  EXPECT_EQ(keys.size(), kBands);
}

TEST(Signature, FindsNearlyAllPairsThatAreNearAndFewOthers) {
  std::mt19937 random(7);
  std::size_t near = 0, found = 0, far = 0, wrongly = 0;
  double error = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::string text = made_up(random, 60 + random() % 500);
    const auto a = shingles(text), b = shingles(edited(random, text, static_cast<unsigned>(random() % 20)));
    const auto left = *signature_of(a), right = *signature_of(b);
    const double like = likeness(a, b);
    error = std::max(error, std::abs(estimated_likeness(left, right) - like));
    const auto left_keys = keys_of(left), right_keys = keys_of(right);
    bool common = false;
    for (std::size_t band = 0; band < kBands; ++band) common = common || left_keys[band] == right_keys[band];
    (like >= kNearCopyLikeness ? near : far) += 1;
    if (like >= kNearCopyLikeness && common) ++found;
    if (like < 0.25 && common) ++wrongly;
  }
  EXPECT_GT(near, 300U);
  EXPECT_GT(far, 300U);
  EXPECT_GE(found * 100, near * 95);
  EXPECT_LE(wrongly * 10, far);
  EXPECT_LT(error, 0.3);
}

}  // namespace
}  // namespace dateline
