// Reads the two files. Their layout is described at their heads.
#include "indexer/places/country_table.h"

#include <algorithm>

#include "indexer/places/embedded_places.h"
#include "shared/base/bytes.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

using namespace country_word;

constexpr std::string_view kNoCountryCode = "--";

// Takes the marks before a word.
std::uint16_t take_marks(std::string_view& word) {
  std::uint16_t flags = 0;
  if (word.starts_with("A:")) flags = kCapitals;
  if (word.starts_with("C:")) flags = kCapitals | kAmidSmall;
  if (flags != 0) word.remove_prefix(2);
  const std::size_t mark = std::string_view("?~=").find(word.substr(0, 1));
  if (word.empty() || mark == std::string_view::npos) return flags;
  word.remove_prefix(1);
  constexpr std::uint16_t kOfMark[] = {kUnsure, kLanguage, kSmall};
  return flags | kOfMark[mark];
}

std::vector<std::string_view> words_of(std::string_view field) {
  return field.empty() ? std::vector<std::string_view>() : split(field, ',');
}

}  // namespace

const CountryTable& CountryTable::built_in() {
  static const CountryTable table(embedded_countries(), embedded_states());
  return table;
}

CountryTable::CountryTable(std::string_view countries, std::string_view states)
    : by_first_(1), checksum_(hash64(states, hash64(countries))) {
  for (const std::string_view line : split_lines(countries)) {
    if (!line.empty() && !line.starts_with('#')) add_country(line);
  }
  for (const std::string_view line : split_lines(states)) {
    if (!line.empty() && !line.starts_with('#')) add_state(line);
  }
  const auto rank = [](const CountryWord& word) {
    return word.words.size() * 2 + ((word.flags & kBehindTown) != 0 ? 1 : 0);
  };
  for (auto& words : by_first_) {
    std::stable_sort(words.begin(), words.end(),
                     [&](const CountryWord& a, const CountryWord& b) { return rank(a) > rank(b); });
  }
}

void CountryTable::add_country(std::string_view line) {
  const std::vector<std::string_view> fields = split(line, '|');
  if (fields.size() != 5) return;
  if (fields[0] == kNoCountryCode) {
    for (std::size_t i = 2; i < fields.size(); ++i) {
      for (std::string_view word : words_of(fields[i])) {
        const std::uint16_t marks = take_marks(word);
        add_word(word, marks | kNothing, kNoCountry, {});
      }
    }
    return;
  }
  const auto id = static_cast<CountryId>(countries_.size());
  Country& country = countries_.emplace_back(Country{fields[0], fields[1], {}});
  by_code_.emplace(country.code, id);
  bool unsure = false;  // the canonical name is among the others where it is
  for (std::string_view word : words_of(fields[2])) {
    const std::uint16_t marks = take_marks(word);
    const bool own = word == country.name;
    unsure |= own;
    if (!own) country.other_names.push_back(word);
    by_name_.emplace(name_key(word), std::pair(id, (marks & kUnsure) == 0));
    add_word(word, marks | kName, id, {});
  }
  if (!unsure) {
    by_name_.emplace(name_key(country.name), std::pair(id, true));
    add_word(country.name, kName, id, {});
  }
  for (std::size_t i = 3; i < fields.size(); ++i) {
    for (std::string_view word : words_of(fields[i])) {
      const std::uint16_t marks = take_marks(word);
      add_word(word, marks, id, {});
    }
  }
}

void CountryTable::add_state(std::string_view line) {
  const std::vector<std::string_view> fields = split(line, '|');
  if (fields.size() != 3) return;
  const std::size_t index = states_.size();
  states_.push_back({fields[0], fields[1]});
  const CountryId country = by_region(fields[0]);
  state_names_.emplace(name_key(fields[1]), index);
  add_word(fields[1], kBehindTown, country, fields[0]);
  for (std::string_view word : words_of(fields[2])) {
    const std::uint16_t marks = take_marks(word);
    state_names_.emplace(name_key(word), index);
    add_word(word, marks | kBehindTown, country, fields[0]);
  }
}

void CountryTable::add_word(std::string_view written, std::uint16_t flags, CountryId country, std::string_view region) {
  CountryWord word{.words = {}, .flags = flags, .country = country, .region = region};
  for (const std::string& part : name_words(name_key(written))) {
    const auto [known, is_new] = word_ids_.try_emplace(part, static_cast<WordId>(word_ids_.size() + 1));
    shapes_.set(shape_of(part));
    word.words.push_back(known->second);
  }
  if (word.words.empty()) return;
  if (word.words.size() == 1 && written.find('.') != std::string_view::npos) word.flags |= kDotted;
  by_first_.resize(word_ids_.size() + 1);
  by_first_[word.words.front()].push_back(std::move(word));
}

std::size_t CountryTable::shape_of(std::string_view word) {
  const auto letter = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(word[at])); };
  if (word.empty()) return 0;
  const std::size_t mixed = letter(0) * 31U + letter(word.size() / 2) * 1'021U + letter(word.size() - 1) * 8'191U;
  return (mixed + word.size() * 131U) % kShapes;
}

WordId CountryTable::word_id(std::string_view folded) const {
  if (!shapes_[shape_of(folded)]) return 0;
  const auto found = word_ids_.find(folded);
  return found == word_ids_.end() ? 0 : found->second;
}

std::span<const CountryWord> CountryTable::beginning_with(WordId word) const {
  return by_first_[word];
}

CountryId CountryTable::by_name(std::string_view key, bool sure) const {
  const auto found = by_name_.find(key);
  return found == by_name_.end() || (sure && !found->second.second) ? kNoCountry : found->second.first;
}

CountryId CountryTable::by_region(std::string_view region) const {
  const auto found = by_code_.find(region.substr(0, 2));
  return found == by_code_.end() ? kNoCountry : found->second;
}

const State* CountryTable::state_by_name(std::string_view key) const {
  const auto found = state_names_.find(key);
  return found == state_names_.end() ? nullptr : &states_[found->second];
}

const State* CountryTable::state_by_region(std::string_view region) const {
  const auto found =
      std::find_if(states_.begin(), states_.end(), [&](const State& state) { return state.region == region; });
  return found == states_.end() ? nullptr : &*found;
}

}  // namespace dateline
