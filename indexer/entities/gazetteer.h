// The table of known words and names that is built into the program: first names, titles, organizations, places, common
// words. Knows nothing of articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// What a key of the table is known as; a key can be several things ("Jordan" is a first name and a country).
namespace word_class {
inline constexpr std::uint32_t kFirstName = 1U << 0;
inline constexpr std::uint32_t kSurname = 1U << 1;
inline constexpr std::uint32_t kTitle = 1U << 2;          // "prime minister": stands before a person's name
inline constexpr std::uint32_t kTitleWord = 1U << 3;      // "deputy": a part of titles
inline constexpr std::uint32_t kParticle = 1U << 4;       // "bin", "van"
inline constexpr std::uint32_t kPersonVerb = 1U << 5;     // "said"
inline constexpr std::uint32_t kOrgLast = 1U << 6;        // "Corp": ends an organization's name
inline constexpr std::uint32_t kOrgFirst = 1U << 7;       // "Ministry": may also open it ("Ministry of Health")
inline constexpr std::uint32_t kDesignator = 1U << 8;     // "Inc": left out when names are compared
inline constexpr std::uint32_t kGeoLast = 1U << 9;        // "River"
inline constexpr std::uint32_t kGeoFirst = 1U << 10;      // "Lake"
inline constexpr std::uint32_t kDemonym = 1U << 11;       // "Israeli", "Muslim"
inline constexpr std::uint32_t kCalendar = 1U << 12;      // "Friday"
inline constexpr std::uint32_t kNoName = 1U << 13;        // "Olympics"
inline constexpr std::uint32_t kFunctionWord = 1U << 14;  // "the", "meanwhile"
inline constexpr std::uint32_t kCommonWord = 1U << 15;    // in the English dictionary
inline constexpr std::uint32_t kVeryCommon = 1U << 16;    // among its most frequent words
inline constexpr std::uint32_t kOrganization = 1U << 17;  // a known organization
inline constexpr std::uint32_t kPlace = 1U << 18;         // a known place
inline constexpr std::uint32_t kRegion =
    1U << 19;  // of places: a country or another well-known place, not one of thousands of towns
inline constexpr std::uint32_t kOrgInCapitals = 1U << 20;    // the organization only where written in capitals ("WHO")
inline constexpr std::uint32_t kPlaceInCapitals = 1U << 21;  // the place only where written in capitals ("US")
inline constexpr std::uint32_t kLargeCity = 1U << 22;        // 300,000 people or more
inline constexpr std::uint32_t kAdjective = 1U << 23;  // "Islamic": no name by itself, but may open an organization's
inline constexpr std::uint32_t kStateBody = 1U << 24;  // "Ministry": one that every state has
}  // namespace word_class

// One key. The views point into the table, which lives as long as the program.
struct GazetteerEntry {
  std::uint32_t classes = 0;
  std::string_view organization;  // canonical name
  std::string_view place;         // canonical name; empty: the key with capitals
  std::string_view place_facts;   // "country|latitude|longitude|thousands of people"
};

// Layout of a line of gazetteer.tsv, sorted by key in byte order:  key TAB reading TAB reading… LF
// A key is a name as fold_name() makes it. A reading is a letter and what belongs to it:
//   f s t r k v d y m x w  the word classes above, in the order of their letters in gazetteer.cc
//   e1 e2 e3              common English word, 1 the most common
//   h<! h< h<> h<>=       organization word: designator, last, last or first, the same and a body of every state;    g<
//   g> g<>  the same for places oA|name               organization; A: only where written in capitals
//   pA|kind|region|latitude|longitude|population|name   place; kind r c s t: region, country, subdivision, town;
//   region:
//                         ISO 3166-1, or 3166-2 where towns are told apart by it
//   q|…                   a less likely place of the same name, in the same form
class Gazetteer {
 public:
  // A half-open range of lines.
  struct Range {
    std::uint32_t begin = 0, end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
  };

  static const Gazetteer& built_in();
  explicit Gazetteer(std::string_view tsv);

  [[nodiscard]] Range all() const { return {0, static_cast<std::uint32_t>(lines_.size() - 1)}; }
  // Lines within `range` whose key is `key`, or starts with `key` and a blank: what longer names can begin so.
  [[nodiscard]] Range with_prefix(Range range, std::string_view key) const;
  // Whether the first line of a range made by with_prefix(…, key) is `key` itself.
  [[nodiscard]] bool is_exact(Range range, std::string_view key) const;
  [[nodiscard]] GazetteerEntry entry(std::uint32_t line) const;
  [[nodiscard]] GazetteerEntry find(std::string_view key) const;  // no classes where the key is not there
  [[nodiscard]] std::string_view key(std::uint32_t line) const;
  // The readings of a key as they stand in the table; "" where the key is not there.
  [[nodiscard]] std::string_view readings(std::string_view key) const;
  [[nodiscard]] std::uint64_t checksum() const;

 private:
  std::string_view tsv_;
  std::vector<std::uint32_t> lines_;  // where each line begins, and the end
};

// Name → key: folded case and accents, no periods, apostrophes or possessive 's, one blank for white space and hyphens.
std::string fold_name(std::string_view name);

// In the dictionary, or with an ending stripped (the table leaves out what -s, -ed, -ing, -ly and -er make).
std::uint32_t common_word_classes(const Gazetteer& gazetteer, std::string_view key);

}  // namespace dateline
