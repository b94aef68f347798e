// That leavings are cut in one pass; which go and which stay, the noise that real texts have tells
// (tests/formats/noise_test.cc).
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "indexer/cleaning/clean_page_text.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

// Nothing is timed: what moves the rest of the text at each piece does not end within the limit of the test.
TEST(Leftovers, OfManyMegabytesAreCutInOnePass) {
  constexpr std::size_t kBytes = 40'000'000;
  for (const std::string_view piece :
       {"Click to share on X (Opens in new window) ", "(function(){a();})(); ", "7 Comments\n"}) {
    const std::string text = concat({"It came.\n\n", repeated(piece, kBytes), "\n\nIt went."});
    EXPECT_TRUE(without_leftovers(text) == "It came.\n\nIt went.") << piece;
  }
}

TEST(Leftovers, ThatNeverEndAreLookedAtOnce) {
  constexpr std::size_t kBytes = 40'000'000;
  const std::string calls = concat({"It came.\n\n", repeated("(function(){a ", kBytes), "\n\nIt went."});
  EXPECT_TRUE(without_leftovers(calls) == normalize_text(calls)) << "forty megabytes are not shown";
}

TEST(Leftovers, CodesOfSharesAreClosedUpInOnePass) {
  const std::size_t count = 2'000'000;
  const std::string read = without_leftovers(repeated("Zorb ( ZORB.O ) ", count * 16));
  EXPECT_EQ(read.size(), count * 14);
  EXPECT_EQ(read.find("( "), std::string::npos);
}

}  // namespace
}  // namespace dateline
