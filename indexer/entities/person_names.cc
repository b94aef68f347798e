// Tables are short on purpose: a byname is here only where news uses it for one person alone.
#include "indexer/entities/person_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <unordered_map>

#include "indexer/entities/gazetteer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// Each line: forms of one first name.
constexpr std::string_view kFirstNames[] = {
    "abdel abdul abd",
    "abe abraham",
    "alex alexander",
    "alex alexandra",
    "andy andrew",
    "ben benjamin",
    "bernie bernard",
    "bill william will billy",
    "bob robert rob bobby",
    "cathy catherine kate kathy katherine",
    "charlie charles chuck",
    "chris christine",
    "chris christopher",
    "dan daniel danny",
    "dave david",
    "dick richard rich rick",
    "don donald",
    "doug douglas",
    "ed edward eddie ted",
    "fred frederick freddie",
    "gabe gabriel",
    "greg gregory",
    "hank henry harry",
    "jack john johnny",
    "jake jacob",
    "jeff jeffrey geoffrey geoff",
    "jen jennifer jenny",
    "jim james jimmy",
    "joe joseph joey",
    "josh joshua",
    "ken kenneth kenny",
    "larry lawrence",
    "liz elizabeth beth betty",
    "maggie margaret peggy",
    "matt matthew",
    "michael mike mick",
    "mohammed mohammad muhammad mohamed mohamad muhammed",
    "nick nicholas nicolas",
    "pat patricia",
    "pat patrick",
    "pete peter",
    "phil philip phillip",
    "ray raymond",
    "ron ronald ronnie",
    "sam samantha",
    "sam samuel",
    "steve steven stephen",
    "sue susan",
    "tim timothy",
    "tom thomas tommy",
    "tony anthony antony",
    "vic victor",
    "vince vincent",
    "vlad vladimir",
    "zach zachary",
};

struct Byname {
  std::string_view key, name;
};
constexpr std::array kBynames = {
    Byname{"amlo", "Andrés Manuel López Obrador"},
    Byname{"bibi", "Benjamin Netanyahu"},
    Byname{"bibi netanyahu", "Benjamin Netanyahu"},
    Byname{"bojo", "Boris Johnson"},
    Byname{"jfk", "John F. Kennedy"},
    Byname{"jokowi", "Joko Widodo"},
    Byname{"lula", "Luiz Inácio Lula da Silva"},
    Byname{"lula da silva", "Luiz Inácio Lula da Silva"},
    Byname{"luiz inacio lula da silva", "Luiz Inácio Lula da Silva"},
    Byname{"mbs", "Mohammed bin Salman"},
    Byname{"mbz", "Mohamed bin Zayed Al Nahyan"},
};

// A bit for each line of kFirstNames that the word is in.
std::uint64_t lines_of(std::string_view word) {
  static_assert(std::size(kFirstNames) <= 64);
  static const std::unordered_map<std::string_view, std::uint64_t> table = [] {
    std::unordered_map<std::string_view, std::uint64_t> made;
    for (std::size_t line = 0; line < std::size(kFirstNames); ++line)
      for (const std::string_view entry : split(kFirstNames[line], ' ')) made[entry] |= std::uint64_t{1} << line;
    return made;
  }();
  const auto found = table.find(word);
  return found == table.end() ? 0 : found->second;
}

}  // namespace

std::string person_key(std::string_view name) {
  const std::string folded = fold_name(name);
  std::string out;
  for (const std::string_view word : split(folded, ' ')) {
    const bool suffix = word == "jr" || word == "sr" || word == "ii" || word == "iii";
    if (word.empty() || (suffix && !out.empty())) continue;
    if (!out.empty()) out.push_back(' ');
    out.append(word == "el" ? "al" : word);
  }
  return out;
}

bool is_same_first_name(std::string_view a, std::string_view b) {
  return a == b || (lines_of(a) & lines_of(b)) != 0;
}

std::string_view person_behind(std::string_view key) {
  const auto* const found =
      std::find_if(kBynames.begin(), kBynames.end(), [&](const Byname& byname) { return byname.key == key; });
  return found == kBynames.end() ? std::string_view() : found->name;
}

}  // namespace dateline
