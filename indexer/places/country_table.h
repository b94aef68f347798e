// The built-in table of countries and of the words that speak of them: names, peoples, money, bodies; and the states
// that follow a town's name. Knows nothing of articles.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline {

// Place in the table; countries that are no more have one as well.
using CountryId = std::uint16_t;
inline constexpr CountryId kNoCountry = 0xFFFF;

namespace country_word {
inline constexpr std::uint16_t kName = 1U << 0;        // "Qatar"; else "Qatari", "yen"
inline constexpr std::uint16_t kCapitals = 1U << 1;    // only in capitals: "UK"
inline constexpr std::uint16_t kAmidSmall = 1U << 2;   // only in capitals and not in a line of capitals: "US"
inline constexpr std::uint16_t kDotted = 1U << 3;      // only with its periods: "U.S."
inline constexpr std::uint16_t kUnsure = 1U << 4;      // also a name of people and of other places: "Georgia"
inline constexpr std::uint16_t kLanguage = 1U << 5;    // also a language: "French"
inline constexpr std::uint16_t kSmall = 1U << 6;       // a common noun: "yen"
inline constexpr std::uint16_t kBehindTown = 1U << 7;  // a state or its short form: only behind a town and a comma
inline constexpr std::uint16_t kNothing = 1U << 8;     // no country, though a part of it is one: "New Mexico"
}  // namespace country_word

using WordId = std::uint32_t;  // of a word of the table, from 1

struct CountryWord {
  std::vector<WordId> words;
  std::uint16_t flags = 0;
  CountryId country = kNoCountry;
  std::string_view region;  // of states: "US-TX"
};

struct Country {
  std::string_view code;                      // ISO 3166-1 alpha-2, 3166-3 for some that are no more
  std::string_view name;                      // canonical: "United Kingdom"
  std::vector<std::string_view> other_names;  // "Britain", "UK"
};

struct State {
  std::string_view region;  // ISO 3166-2
  std::string_view name;
};

struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

class CountryTable {
 public:
  static const CountryTable& built_in();
  CountryTable(std::string_view countries, std::string_view states);

  [[nodiscard]] WordId word_id(std::string_view folded) const;  // 0: no word of the table
  // Longest first; of one length, states first.
  [[nodiscard]] std::span<const CountryWord> beginning_with(WordId word) const;
  [[nodiscard]] const Country& country(CountryId id) const { return countries_[id]; }
  [[nodiscard]] std::size_t countries() const { return countries_.size(); }
  // By one of its names, as name_key makes them; kNoCountry for none. `sure`: not for names like "Georgia".
  [[nodiscard]] CountryId by_name(std::string_view key, bool sure) const;
  // Of "QA" or "US-TX".
  [[nodiscard]] CountryId by_region(std::string_view region) const;
  // By name or short form ("texas", "tex", "tx"), as name_key makes them; null for none.
  [[nodiscard]] const State* state_by_name(std::string_view key) const;
  [[nodiscard]] const State* state_by_region(std::string_view region) const;
  // Of everything in the table.
  [[nodiscard]] std::uint64_t checksum() const { return checksum_; }

 private:
  void add_country(std::string_view line);
  void add_state(std::string_view line);
  void add_word(std::string_view written, std::uint16_t flags, CountryId country, std::string_view region);

  // By length and three letters: most words of texts have one that no word of the table has, and need no hash.
  static constexpr std::size_t kShapes = 1U << 16U;
  static std::size_t shape_of(std::string_view word);

  std::vector<Country> countries_;
  std::vector<State> states_;
  std::unordered_map<std::string, WordId, ViewHash, std::equal_to<>> word_ids_;
  std::bitset<kShapes> shapes_;
  std::vector<std::vector<CountryWord>> by_first_;                          // by WordId of the first word
  std::map<std::string, std::pair<CountryId, bool>, std::less<>> by_name_;  // → country, whether it is sure
  std::map<std::string_view, CountryId> by_code_;
  std::map<std::string, std::size_t, std::less<>> state_names_;
  std::uint64_t checksum_;
};

}  // namespace dateline
