// Rules for names of people. Each one is told in docs/entities.md, "Across articles".
#include "indexer/resolution/person_name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/entities/gazetteer.h"
#include "shared/base/strings.h"
#include "shared/base/typing_errors.h"

namespace dateline {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::array<std::string_view, 26> kParticles = {
    "abu", "al", "bin", "ben", "da", "dal", "de", "del", "della", "den", "der", "di", "dos",
    "du",  "el", "ibn", "la",  "le", "san", "st", "ter", "van",   "vel", "von", "zu", "y"};
constexpr std::array<std::string_view, 8> kGenerations = {"ii", "iii", "iv", "jnr", "jr", "junior", "senior", "sr"};

// Short forms of English first names: common ones with one or two long forms.
constexpr std::pair<std::string_view, std::string_view> kShortForms[] = {
    {"abe", "abraham"},     {"al", "albert"},       {"alex", "alexander"},    {"andy", "andrew"},
    {"barney", "bernard"},  {"ben", "benjamin"},    {"bernie", "bernard"},    {"bert", "albert"},
    {"bill", "william"},    {"billy", "william"},   {"bob", "robert"},        {"bobby", "robert"},
    {"cathy", "catherine"}, {"charlie", "charles"}, {"chris", "christopher"}, {"chuck", "charles"},
    {"dan", "daniel"},      {"danny", "daniel"},    {"dave", "david"},        {"debbie", "deborah"},
    {"dick", "richard"},    {"don", "donald"},      {"doug", "douglas"},      {"ed", "edward"},
    {"eddie", "edward"},    {"fred", "frederick"},  {"gene", "eugene"},       {"geoff", "geoffrey"},
    {"gerry", "gerald"},    {"greg", "gregory"},    {"hank", "henry"},        {"harry", "harold"},
    {"jack", "john"},       {"jeff", "jeffrey"},    {"jerry", "gerald"},      {"jim", "james"},
    {"jimmy", "james"},     {"joe", "joseph"},      {"johnny", "john"},       {"josh", "joshua"},
    {"kate", "katherine"},  {"ken", "kenneth"},     {"larry", "lawrence"},    {"len", "leonard"},
    {"liz", "elizabeth"},   {"maggie", "margaret"}, {"matt", "matthew"},      {"max", "maxwell"},
    {"meg", "margaret"},    {"mick", "michael"},    {"mike", "michael"},      {"mitch", "mitchell"},
    {"nick", "nicholas"},   {"norm", "norman"},     {"pat", "patrick"},       {"peggy", "margaret"},
    {"pete", "peter"},      {"phil", "philip"},     {"ray", "raymond"},       {"rich", "richard"},
    {"rick", "richard"},    {"rob", "robert"},      {"ron", "ronald"},        {"rudy", "rudolph"},
    {"russ", "russell"},    {"sam", "samuel"},      {"sandy", "alexander"},   {"steve", "stephen"},
    {"stu", "stuart"},      {"sue", "susan"},       {"ted", "edward"},        {"teddy", "edward"},
    {"terry", "terence"},   {"tim", "timothy"},     {"tom", "thomas"},        {"tommy", "thomas"},
    {"tony", "anthony"},    {"vic", "victor"},      {"vince", "vincent"},     {"walt", "walter"},
    {"will", "william"},    {"zack", "zachary"},
};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "haniyeh", "haniya": alike by sound, and by letters as well ("wilson", "wallison" are not).
bool are_spellings(std::string_view a, std::string_view b) {
  const std::size_t most = std::max(a.size(), b.size()) / 3;
  return a.size() > 3 && b.size() > 3 && sound_of(a) == sound_of(b) && typing_errors(a, b, most) <= most;
}

bool is_initial(std::string_view word) {
  return word.size() == 1;
}

// One word of the two names: the same, an initial of the other, or something else.
enum class WordRelation : std::uint8_t { kSame, kInitial, kSound, kDifferent };
WordRelation compare_words(std::string_view a, std::string_view b) {
  if (a == b) return WordRelation::kSame;
  if ((is_initial(a) || is_initial(b)) && a.front() == b.front()) return WordRelation::kInitial;
  if (is_initial(a) || is_initial(b)) return WordRelation::kDifferent;
  return are_spellings(a, b) ? WordRelation::kSound : WordRelation::kDifferent;
}

// The names between the first and the surname: one may leave out what the other has ("James A. Baker", "James Baker"),
// but not have something else instead.
NameRelation compare_middles(Words a, Words b) {
  if (a.size() > b.size()) std::swap(a, b);
  std::size_t at = 0;
  bool by_sound = false;
  for (const std::string_view word : b) {
    if (at == a.size()) break;
    const WordRelation relation = compare_words(a[at], word);
    if (relation == WordRelation::kDifferent) continue;
    by_sound = by_sound || relation == WordRelation::kSound;
    ++at;
  }
  if (at < a.size()) return NameRelation::kApart;
  // "George W. Bush" is not "George H. W. Bush": what is left out must be all.
  if (!a.empty() && a.size() < b.size() && is_initial(a.front()) &&
      compare_words(a.front(), b.front()) == WordRelation::kDifferent) {
    return NameRelation::kApart;
  }
  return by_sound ? NameRelation::kLikely : NameRelation::kSame;
}

NameRelation compare_surnames(const PersonName& a, const PersonName& b) {
  if (a.surname == b.surname) return NameRelation::kSame;
  return are_spellings(a.surname, b.surname) ? NameRelation::kLikely : NameRelation::kDifferent;
}

NameRelation compare_first_names(std::string_view a, std::string_view b) {
  if (a == b) return NameRelation::kSame;
  if (is_initial(a) || is_initial(b)) return a.front() == b.front() ? NameRelation::kLikely : NameRelation::kDifferent;
  if (long_first_name(a) == long_first_name(b)) return NameRelation::kLikely;
  return compare_words(a, b) == WordRelation::kSound ? NameRelation::kLikely : NameRelation::kDifferent;
}

// "exchequer nigel lawson", "nigel lawson": what stands before a whole name. Words that no list knows as first names
// are a title that was taken for a part of the name; others may be ("Karl Otto Poehl").
NameRelation compare_tails(const PersonName& longer, const PersonName& shorter) {
  const std::size_t more = longer.given.size() - shorter.given.size();
  if (!std::equal(shorter.given.begin(), shorter.given.end(),
                  longer.given.begin() + static_cast<std::ptrdiff_t>(more))) {
    return NameRelation::kDifferent;
  }
  if (is_initial(shorter.given.front())) return NameRelation::kDifferent;
  const bool names_before =
      std::any_of(longer.given.begin(), longer.given.begin() + static_cast<std::ptrdiff_t>(more),
                  [](std::string_view word) { return is_initial(word) || is_known_first_name(word); });
  return !names_before && is_known_first_name(shorter.given.front()) ? NameRelation::kSame : NameRelation::kLikely;
}

}  // namespace

std::string_view long_first_name(std::string_view word) {
  for (const auto& [shorter, longer] : kShortForms) {
    if (shorter == word) return longer;
  }
  return word;
}

PersonName parse_person_name(std::string_view key) {
  PersonName name;
  Words words;
  for (const std::string_view word : split(key, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  if (words.size() > 1 && contains(kGenerations, words.back())) {
    name.generation = words.back();
    words.pop_back();
  }
  if (words.empty()) return name;
  name.surname = words.back();
  words.pop_back();
  while (!words.empty() && contains(kParticles, words.back())) {
    name.particles.insert(name.particles.begin(), words.back());
    words.pop_back();
  }
  name.given = std::move(words);
  return name;
}

PersonName as_full_name(PersonName name) {
  if (!name.is_bare() || name.particles.empty()) return name;
  name.given.push_back(name.particles.front());
  name.particles.erase(name.particles.begin());
  return name;
}

std::string surname_with_particles(const PersonName& name) {
  std::string out;
  for (const std::string_view particle : name.particles) out.append(particle).push_back(' ');
  return out.append(name.surname);
}

std::string sound_of(std::string_view word) {
  constexpr std::string_view kVowels = "aeiouy";
  std::string out;
  const auto add = [&](char c) { out.push_back(c); };
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    if (i > 0 && word[i - 1] == c) continue;  // doubled
    if (next == 'h' && std::string_view("bcdgkpst").find(c) != std::string_view::npos) {
      // Two letters for one sound of another alphabet: kh, gh, dh, th; sh and ch stay what they are.
      constexpr std::string_view kFrom = "bcdgkpst", kTo = "bCdkkfSt";
      add(kTo[kFrom.find(c)]);
      ++i;
      continue;
    }
    if (c == 'c' && next == 'k') continue;
    const bool soft = next == 'e' || next == 'i' || next == 'y';
    if (c == 'q' || c == 'k' || ((c == 'c' || c == 'g') && !soft)) {
      add('k');  // "Gaddafi", "Qaddafi", "Kadafi"
    } else if (c == 'z' || c == 'c') {
      add('s');
    } else if (c == 'w') {
      add(i == 0 ? 'w' : 'v');
    } else if (kVowels.find(c) != std::string_view::npos) {
      if (i == 0) add(c == 'y' ? 'y' : (c == 'o' || c == 'u') ? 'u' : (c == 'e' || c == 'i') ? 'e' : 'a');
    } else if (c != 'h' || i == 0 || (next != '\0' && kVowels.find(next) == std::string_view::npos)) {
      add(c);  // "Mahmoud" is not "Mohammed"
    }
  }
  return out;
}

bool is_known_first_name(std::string_view word) {
  return (Gazetteer::built_in().find(word).classes & word_class::kFirstName) != 0;
}

NameRelation compare_names(const PersonName& a, const PersonName& b) {
  const NameRelation surnames = compare_surnames(a, b);
  if (surnames == NameRelation::kDifferent || a.is_bare() || b.is_bare()) return NameRelation::kDifferent;
  const NameRelation firsts = compare_first_names(a.given.front(), b.given.front());
  if (firsts == NameRelation::kDifferent) {
    if (surnames != NameRelation::kSame || a.given.size() == b.given.size()) {
      const bool both_known = is_known_first_name(a.given.front()) && is_known_first_name(b.given.front());
      return both_known ? NameRelation::kApart : NameRelation::kDifferent;
    }
    return a.given.size() > b.given.size() ? compare_tails(a, b) : compare_tails(b, a);
  }
  if (!a.generation.empty() && !b.generation.empty() && a.generation != b.generation) return NameRelation::kApart;
  const NameRelation middles =
      compare_middles({a.given.begin() + 1, a.given.end()}, {b.given.begin() + 1, b.given.end()});
  if (middles == NameRelation::kApart) return middles;
  return std::max({surnames, firsts, middles});  // the weakest link
}

}  // namespace dateline
