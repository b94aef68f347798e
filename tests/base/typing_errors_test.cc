// Distances of mistyped words.
#include "shared/base/typing_errors.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

TEST(TypingErrors, AreBytesMissingAddedReplacedOrSwapped) {
  const struct {
    std::string_view a, b;
    std::size_t errors;
  } cases[] = {
      {"", "", 0},
      {"", "ab", 2},
      {"biden", "biden", 0},
      {"biden", "bidden", 1},
      {"biden", "bden", 1},
      {"biden", "boden", 1},
      {"biden", "bidne", 1},
      {"netanyahu", "netanyaho", 1},
      {"ab", "ba", 1},
      {"abc", "cab", 2},
      {"haniyeh", "haniya", 2},
      {"joe biden", "jo bidden", 2},
      {"kitten", "sitting", 3},
  };
  for (const auto& example : cases) {
    EXPECT_EQ(typing_errors(example.a, example.b, 5), example.errors) << example.a << " " << example.b;
    EXPECT_EQ(typing_errors(example.b, example.a, 5), example.errors) << example.b << " " << example.a;
    EXPECT_EQ(typing_errors(example.a, example.b, example.errors), example.errors) << example.a;
    if (example.errors == 0) continue;
    EXPECT_EQ(typing_errors(example.a, example.b, example.errors - 1), example.errors);
  }
}

TEST(TypingErrors, OfVeryDifferentWordsAreTooManyAtOnce) {
  EXPECT_EQ(typing_errors("a", std::string(1'000'000, 'b'), 3), 4U);
  EXPECT_EQ(typing_errors(std::string(1'000'000, 'a'), std::string(1'000'000, 'b'), 3), 4U);
}

}  // namespace
}  // namespace dateline
