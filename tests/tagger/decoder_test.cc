// Tags: which sequences may be, and what the best one is.
#include "indexer/entities/tagger/decoder.h"

#include <gtest/gtest.h>

#include <random>

namespace dateline::tagging {
namespace {

TEST(Decoder, GivesOnlySequencesInWhichEveryNameThatIsBegunIsEnded) {
  std::mt19937 random(3);
  std::uniform_real_distribution<float> points(-5, 5);
  Decoder decoder;
  for (int round = 0; round < 500; ++round) {
    std::vector<Scores> scores(1 + random() % 12);
    for (Scores& row : scores)
      for (float& value : row) value = points(random);
    Transitions transitions{};
    for (auto& row : transitions)
      for (float& value : row) value = points(random);
    std::vector<Tag> tags(scores.size());
    decoder.decode(scores, transitions, tags);
    ASSERT_TRUE(opens(tags.front()));
    ASSERT_TRUE(closes(tags.back()));
    for (std::size_t i = 1; i < tags.size(); ++i) ASSERT_TRUE(may_follow(tags[i - 1], tags[i]));
  }
}

TEST(Decoder, FindsTheBestOfAllLegalSequences) {
  std::mt19937 random(5);
  std::uniform_real_distribution<float> points(-5, 5);
  Decoder decoder;
  for (int round = 0; round < 50; ++round) {
    std::vector<Scores> scores(3);
    for (Scores& row : scores)
      for (float& value : row) value = points(random);
    Transitions transitions{};
    for (auto& row : transitions)
      for (float& value : row) value = points(random);
    float best = -1000;
    for (Tag a = 0; a < kTags; ++a)
      for (Tag b = 0; b < kTags; ++b)
        for (Tag c = 0; c < kTags; ++c)
          if (opens(a) && may_follow(a, b) && may_follow(b, c) && closes(c))
            best = std::max(best, scores[0][a] + scores[1][b] + scores[2][c] + transitions[kTags][a] +
                                      transitions[a][b] + transitions[b][c]);
    std::vector<Tag> tags(3);
    decoder.decode(scores, transitions, tags);
    const float found = scores[0][tags[0]] + scores[1][tags[1]] + scores[2][tags[2]] + transitions[kTags][tags[0]] +
                        transitions[tags[0]][tags[1]] + transitions[tags[1]][tags[2]];
    EXPECT_NEAR(found, best, 1e-4);
  }
}

TEST(Decoder, TakesASentenceOfNoTokens) {
  Decoder decoder;
  decoder.decode({}, {}, {});
}

}  // namespace
}  // namespace dateline::tagging
