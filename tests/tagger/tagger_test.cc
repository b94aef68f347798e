// The recogniser on a small model of its own: spans, damaged models, hostile text, long text.
#include "indexer/entities/tagger/tagger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <random>

#include "indexer/entities/tagger/model_file.h"
#include "shared/base/bytes.h"
#include "shared/base/files.h"
#include "shared/base/strings.h"
#include "tests/tagger/small_model.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Tagger small_tagger() {
  static const std::string model = small_model();
  auto tagger = Tagger::from_bytes(model, "small");
  EXPECT_TRUE(tagger.ok());
  return std::move(tagger).value();
}

std::vector<std::string> names(std::string_view title, std::string_view text) {
  std::vector<TaggedSpan> spans;
  small_tagger().tag(title, text, spans);
  std::vector<std::string> out;
  for (const TaggedSpan& span : spans) {
    const std::string_view where = span.in_title ? title : text;
    out.push_back(concat({name_of(span.kind), ":", where.substr(span.begin, span.end - span.begin)}));
  }
  return out;
}

TEST(Tagger, FindsNamesThatItHasNotLearntByWhatStandsAroundThem) {
  EXPECT_THAT(names("", "Mr. Peter Jones said on Monday that he had left Cairo."),
              ElementsAre("person:Peter Jones", "place:Cairo"));
  EXPECT_THAT(names("", "The Bank of Oslo met officials in Oslo, said John Smith."),
              ElementsAre("organization:Bank of Oslo", "place:Oslo", "person:John Smith"));
}

TEST(Tagger, SpansOfTitleAndTextAreOffsetsInEach) {
  EXPECT_THAT(names("Mr. Ann Lee said", "Mr. Omar Khan said on Monday that he had left Gaza ."),
              ElementsAre("person:Ann Lee", "person:Omar Khan", "place:Gaza"));
}

TEST(Tagger, SpansLieInTheTextOnCharacterBordersWhateverTheBytes) {
  std::mt19937 random(11);
  const std::string_view pieces[] = {"Mr. ", "Ann ",       "Łódź ", " said", "\n", "\xFF",    "\xC5",
                                     "’s",   " left Gaza", ".",     "日本",  "-",  "Bank of "};
  Tagger tagger = small_tagger();
  std::vector<TaggedSpan> spans;
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int n = 0; n < 25; ++n) text.append(pieces[random() % std::size(pieces)]);
    tagger.tag(text, spans);
    std::uint32_t at = 0;
    for (const TaggedSpan& span : spans) {
      ASSERT_LE(at, span.begin);
      ASSERT_LT(span.begin, span.end);
      ASSERT_LE(span.end, text.size());
      at = span.end;
    }
  }
}

TEST(Tagger, TheSameTextGivesTheSameSpansWhateverWasTaggedBefore) {
  Tagger fresh = small_tagger();
  Tagger used = small_tagger();
  const std::string text = "Mr. Omar Khan said on Monday that he had left Gaza . The Bank of Cairo met officials .";
  std::vector<TaggedSpan> a, b;
  for (int n = 0; n < 50; ++n)
    used.tag(concat({"Ann Gaza Bank ", std::to_string(n), " of Khan said Omar left Monday"}), b);
  fresh.tag(text, a);
  used.tag(text, b);
  EXPECT_EQ(a, b);
  Tagger copy = used;
  copy.tag(text, b);
  EXPECT_EQ(a, b);
}

TEST(Tagger, AMillionCapitalisedWordsAndOneOfTenMillionBytesComeToAnEnd) {
  Tagger tagger = small_tagger();
  std::vector<TaggedSpan> spans;
  std::string words;
  for (int n = 0; n < 1'000'000; ++n) words.append(n % 7 == 0 ? "Ann " : "Gaza ");
  tagger.tag(words, spans);
  EXPECT_EQ(tagger.tokens(), 1'000'000U);
  tagger.tag(std::string(10'000'000, 'A'), spans);
  tagger.tag(std::string(1'000'000, '\''), spans);
  for (const TaggedSpan& span : spans) EXPECT_LE(span.end, 10'000'000U);
}

TEST(Tagger, TrainingIsDeterministicForASeed) {
  EXPECT_EQ(small_model(5), small_model(5));
  EXPECT_NE(small_model(5), small_model(6));
}

TEST(ModelFile, EveryTruncationIsAnErrorAndNoCrash) {
  const std::string model = small_model();
  for (std::size_t size = 0; size < model.size(); size += size < 2000 ? 1 : 997) {
    auto tagger = Tagger::from_bytes(model.substr(0, size), "cut.bin");
    ASSERT_FALSE(tagger.ok()) << size;
    EXPECT_THAT(tagger.error().message, HasSubstr("cut.bin"));
    EXPECT_FALSE(tagger.error().hint.empty());
  }
  EXPECT_FALSE(Tagger::from_bytes(model + "x", "long.bin").ok());
}

TEST(ModelFile, EveryChangedByteIsAnError) {
  const std::string model = small_model();
  for (std::size_t at = 0; at < model.size(); at += at < 2000 ? 1 : 499) {
    std::string damaged = model;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_FALSE(Tagger::from_bytes(damaged, "damaged.bin").ok()) << at;
  }
}

// A file with a right checksum whose numbers are wrong all the same must be refused, not believed.
TEST(ModelFile, SizesThatDoNotFitAreAnError) {
  const std::string model = small_model();
  for (const std::size_t field : {32U, 36U, 40U, 44U}) {
    for (const std::uint32_t value : {0U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
      std::string forged = model;
      std::memcpy(forged.data() + field, &value, sizeof value);
      const std::uint64_t hash = hash64(std::string_view(forged).substr(24));
      std::memcpy(forged.data() + 16, &hash, sizeof hash);
      EXPECT_FALSE(Tagger::from_bytes(forged, "forged.bin").ok()) << field << " " << value;
    }
  }
}

TEST(ModelFile, OtherFilesAndMissingOnesAreClearErrors) {
  const auto folder = std::filesystem::temp_directory_path() / "dateline-tagger-test";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "model.bin").string();
  ASSERT_TRUE(replace_file(path, std::string(5000, 'x')).ok());
  auto other = Tagger::open(path);
  ASSERT_FALSE(other.ok());
  EXPECT_THAT(other.error().message, HasSubstr("is no model file"));
  auto missing = Tagger::open((folder / "none.bin").string());
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(replace_file(path, small_model()).ok());
  EXPECT_TRUE(Tagger::open(path).ok());
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace dateline
