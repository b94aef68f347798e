// English abbreviations of news, as sorted tables.
#include "shared/text/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>

#include "shared/base/strings.h"

namespace dateline {
namespace {

// Lower case, because headlines and wire copy write them in capitals too.
constexpr auto kBeforeNames = std::to_array<std::string_view>(
    {"adm", "amb",  "atty", "brig", "capt", "cf",   "cmdr", "col",   "cpl", "det",    "dr",   "e.g",
     "gen", "gens", "gov",  "govs", "hon",  "i.e",  "insp", "lt",    "maj", "messrs", "mme",  "mr",
     "mrs", "ms",   "msgr", "mt",   "pfc",  "pres", "prof", "profs", "pvt", "rep",    "reps", "rev",
     "sen", "sens", "sgt",  "spc",  "st",   "ste",  "supt", "viz",   "vs"});
static_assert(std::ranges::is_sorted(kBeforeNames));
constexpr auto kInNames = std::to_array<std::string_view>(
    {"al",   "approx", "apr",  "assn", "aug",  "ave",   "blvd", "bros", "cie", "co",  "corp", "cos", "dec",
     "dept", "dist",   "etc",  "feb",  "fla",  "ga",    "inc",  "intl", "jan", "jr",  "jul",  "jun", "llc",
     "ltd",  "mfg",    "mich", "minn", "nos",  "nov",   "oct",  "ph.d", "plc", "pp",  "pty",  "rd",  "sep",
     "sept", "sq",     "sr",   "tex",  "thur", "thurs", "tues", "univ", "va",  "vol", "vt"});
static_assert(std::ranges::is_sorted(kInNames));
constexpr auto kStarters = std::to_array<std::string_view>(
    {"A",     "According", "After", "All",       "Although", "Among",  "An",    "And",     "Another", "Any",
     "As",    "Asked",     "At",    "Because",   "Before",   "Both",   "But",   "By",      "Despite", "During",
     "Each",  "Earlier",   "Even",  "Few",       "For",      "From",   "Had",   "Has",     "He",      "Her",
     "Here",  "His",       "How",   "However",   "I",        "If",     "In",    "Instead", "It",      "Its",
     "Last",  "Later",     "Many",  "Meanwhile", "More",     "Most",   "My",    "No",      "Nor",     "Not",
     "Now",   "On",        "Once",  "One",       "Only",     "Or",     "Other", "Others",  "Our",     "Police",
     "She",   "Since",     "So",    "Some",      "Still",    "Such",   "That",  "The",     "Their",   "Then",
     "There", "These",     "They",  "This",      "Those",    "Though", "To",    "Two",     "Under",   "Until",
     "We",    "What",      "When",  "Where",     "Whether",  "Which",  "While", "Who",     "Why",     "With",
     "Yet",   "You"});
static_assert(std::ranges::is_sorted(kStarters));

template <std::size_t Size>
constexpr bool contains(const std::array<std::string_view, Size>& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "U.S", "a.m", "J", "J.K": single letters with periods between.
bool is_initials(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !is_letter(word[i]) : word[i] != '.') return false;
  }
  return word.size() % 2 == 1;
}

}  // namespace

PeriodMeaning meaning_of_period(std::string_view word) {
  constexpr std::size_t kLongest = 6;
  if (is_initials(word)) {
    return word == "e.g" || word == "i.e" ? PeriodMeaning::kNeverEnds : PeriodMeaning::kMayEnd;
  }
  if (word.size() > kLongest) return PeriodMeaning::kEndsSentence;
  const std::string key = to_lower_ascii(word);
  if (contains(kBeforeNames, key)) return PeriodMeaning::kNeverEnds;
  return contains(kInNames, key) ? PeriodMeaning::kMayEnd : PeriodMeaning::kEndsSentence;
}

bool begins_sentences(std::string_view word) {
  return contains(kStarters, word);
}

}  // namespace dateline
