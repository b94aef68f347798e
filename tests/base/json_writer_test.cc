// shared/base/json_writer.h, read back with nlohmann-json.
#include "shared/base/json_writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <random>

namespace dateline {
namespace {

using nlohmann::json;

TEST(JsonWriter, WritesNestedContainersWithTheirCommas) {
  JsonWriter out;
  out.begin_object()
      .field("a", 1)
      .key("b")
      .begin_array()
      .value("x")
      .begin_object()
      .end_object()
      .begin_array()
      .end_array();
  out.null().end_array().field("c", true).field("d", std::uint64_t{18446744073709551615U}).end_object();
  EXPECT_EQ(out.text(), R"({"a":1,"b":["x",{},[],null],"c":true,"d":18446744073709551615})");
}

TEST(JsonWriter, WritesNumbersWithoutTrailingZeros) {
  const auto written = [](double number, int decimals) { return JsonWriter().value(number, decimals).text(); };
  EXPECT_EQ(written(1.5, 3), "1.5");
  EXPECT_EQ(written(2.0, 3), "2");
  EXPECT_EQ(written(100.0, 0), "100");
  EXPECT_EQ(written(0.1 + 0.2, 4), "0.3");
  EXPECT_EQ(written(-0.00001, 2), "0");
  EXPECT_EQ(written(-2.25, 1), "-2.2");
  EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN(), 2), "null");
  EXPECT_EQ(written(std::numeric_limits<double>::infinity(), 2), "null");
  EXPECT_EQ(json::parse(written(std::numeric_limits<double>::max(), 2)).get<double>(),
            std::numeric_limits<double>::max());
}

TEST(JsonWriter, EscapesWhatJsonDoesNotAllow) {
  std::string text;
  for (int c = 0; c < 128; ++c) text.push_back(static_cast<char>(c));
  text += "\u2028 é 😀";
  EXPECT_EQ(json::parse(JsonWriter().value(text).text()).get<std::string>(), text);
}

TEST(JsonWriter, ReplacesInvalidBytes) {
  const auto read = [](std::string_view text) {
    return json::parse(JsonWriter().value(text).text()).get<std::string>();
  };
  EXPECT_EQ(read("a\xFFz"), "a\uFFFDz");
  EXPECT_EQ(read("\xE2\x82"), "\uFFFD\uFFFD");
  EXPECT_EQ(read("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
}

TEST(JsonWriter, IsValidWhateverBytesComeIn) {
  std::mt19937 random(2);
  for (int round = 0; round < 3000; ++round) {
    std::string name(random() % 12, '\0');
    std::string text(random() % 40, '\0');
    for (char& c : name) c = static_cast<char>(random());
    for (char& c : text) c = static_cast<char>(random());
    JsonWriter out;
    out.begin_object().field(name, text).end_object();
    ASSERT_TRUE(json::accept(out.text()));
  }
}

}  // namespace
}  // namespace dateline
