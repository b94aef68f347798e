// shared/base/bytes.h. The expected hashes are those on disk: a change of them is a change of the format.
#include "shared/base/bytes.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <set>
#include <vector>

namespace dateline {
namespace {

TEST(Leb128, EveryNumberSurvives) {
  std::string bytes;
  std::vector<std::uint64_t> numbers = {0, 1, 127, 128, 16383, 16384, std::numeric_limits<std::uint64_t>::max()};
  std::mt19937_64 random(1);
  for (int i = 0; i < 10000; ++i) numbers.push_back(random() >> (random() % 64));
  for (const auto number : numbers) append_leb128(bytes, number);
  std::string_view rest = bytes;
  for (const auto number : numbers) {
    std::uint64_t read = 0;
    ASSERT_TRUE(take_leb128(rest, read));
    ASSERT_EQ(read, number);
  }
  EXPECT_TRUE(rest.empty());
}

TEST(Leb128, WritesAsDwarfSays) {
  std::string bytes;
  append_leb128(bytes, 624485);
  EXPECT_EQ(bytes, "\xE5\x8E\x26");
}

TEST(Leb128, RefusesWhatEndsEarlyOrIsTooLongAndLeavesTheBytes) {
  const std::string eleven = std::string(10, '\x80') + '\x01';
  const std::string bit64 = std::string(9, '\x80') + '\x02';
  for (const std::string_view damaged : {std::string_view(""), std::string_view("\x80"), std::string_view("\xFF\xFF"),
                                         std::string_view(eleven), std::string_view(bit64)}) {
    std::string_view rest = damaged;
    std::uint64_t value = 42;
    EXPECT_FALSE(take_leb128(rest, value));
    EXPECT_EQ(rest, damaged);
    EXPECT_EQ(value, 42U);
  }
}

TEST(LittleEndian, WritesLowBytesFirstAndReadsThemBack) {
  std::string bytes = "x";
  append_le(bytes, std::uint32_t{0x01020304});
  EXPECT_EQ(bytes, "x\x04\x03\x02\x01");
  EXPECT_EQ(load_le<std::uint32_t>(bytes.data() + 1), 0x01020304U);
}

TEST(Crc32, IsZlibsAndGoesOnFromASeed) {
  EXPECT_EQ(crc32_of("123456789"), 0xCBF43926U);
  EXPECT_EQ(crc32_of("6789", crc32_of("12345")), crc32_of("123456789"));
  EXPECT_EQ(crc32_of(""), 0U);
}

TEST(Hash64, IsStable) {
  EXPECT_EQ(hash64(""), 18272704277976320069U);
  EXPECT_EQ(hash64("ceasefire"), 14634113437932095571U);
  EXPECT_EQ(hash64("The same bytes give the same hash for ever."), 14221748869087241105U);
  EXPECT_EQ(hash64("ceasefire", 7), 5703614464009344778U);
}

TEST(Hash64, TellsApartWhatDiffersByABitALengthOrASeed) {
  std::set<std::uint64_t> seen;
  std::string bytes(100, '\0');
  std::size_t made = 0;
  for (std::size_t size = 0; size <= bytes.size(); ++size, ++made) seen.insert(hash64({bytes.data(), size}));
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit, ++made) {
    std::string changed = bytes;
    changed[bit / 8] = static_cast<char>(1U << (bit % 8));
    seen.insert(hash64(changed));
  }
  for (std::uint64_t seed = 1; seed < 100; ++seed, ++made) seen.insert(hash64(bytes, seed));
  EXPECT_EQ(seen.size(), made);
}

}  // namespace
}  // namespace dateline
