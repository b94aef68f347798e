// What is an agency's code for shares, and what only looks like one.
#include "shared/text/stock_code.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(StockCode, IsCompanyStopAndExchange) {
  const struct {
    const char* text;
    std::size_t size;
  } cases[] = {
      {"GOOG.O", 6},      {"GOOG.O )", 6},   {"T.N)", 3},      {"ZRBGn.DE, news", 8}, {"0005.HK", 7},
      {"ABCDEF.ABC", 10}, {"ABCDEFG.AB", 0}, {"GOOG.ABCD", 0}, {"GOOG.", 0},          {"GOOG", 0},
      {"goog.O", 0},      {".O", 0},         {"GOOG.o", 0},    {"GOOG.Ox", 0},        {"U.N.", 0},
      {"3.4", 0},         {"", 0},           {"Zorb said", 0}, {"A.B.C", 0},          {" GOOG.O", 0},
      {"AT&T.N", 0},
  };
  for (const auto& each : cases) EXPECT_EQ(stock_code_size(each.text), each.size) << each.text;
}

}  // namespace
}  // namespace dateline
