// Names of people by their words: what is the surname, and whether two names can be one person's. Works on name_keys
// alone; knows no articles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// Views into the key that it was made of.
struct PersonName {
  std::vector<std::string_view> given;      // "abdel", "fattah"; empty: a bare surname
  std::vector<std::string_view> particles;  // "el"
  std::string_view surname;                 // "sisi"
  std::string_view generation;              // "jr", "iii"
  [[nodiscard]] bool is_bare() const { return given.empty(); }
};

// The particles before the last word belong to it. A name that is nothing else than particles and one word ("ben
// bernanke", "el sisi") is read as a bare surname; as_full_name() reads it the other way.
PersonName parse_person_name(std::string_view key);
PersonName as_full_name(PersonName name);  // the first particle is a given name

// The surname alone, as it may stand in other articles: "willy de clercq" → "de clercq".
std::string surname_with_particles(const PersonName& name);

// A word by its sound, so far as spellings of one foreign name differ: "haniyeh" and "haniya", "mohammed" and
// "muhammad" have the same.
std::string sound_of(std::string_view word);

// "jim" → "james"; a word that is no short form is its own.
std::string_view long_first_name(std::string_view word);

enum class NameRelation : std::uint8_t {
  kDifferent,  // says nothing: two people, as far as the names go
  kSame,       // "James A. Baker" and "James Baker", "El-Sisi" and "al-Sisi": one person, unless articles know better
  kLikely,     // "Ismail Haniyeh" and "Ismail Haniya", "Jim Miller" and "James Miller": one person if articles agree
  kApart,      // "James A. Baker" and "James B. Baker", "Jake White" and "Julian White", father and son: never one
};
// Of two full names.
NameRelation compare_names(const PersonName& a, const PersonName& b);

// Whether a list of names knows this word as a first name.
bool is_known_first_name(std::string_view word);

}  // namespace dateline
