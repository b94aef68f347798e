// Patterns of names. All look ahead a bounded number of tokens, so that a text of capitals only takes linear time.
#include "indexer/entities/name_spans.h"

#include <algorithm>
#include <string>

namespace dateline {
namespace {

using namespace word_class;

constexpr std::uint32_t kLongestKnownName = 9;  // tokens
constexpr std::uint32_t kLongestTitle = 5;
constexpr std::uint32_t kLongestOrganization = 12;
constexpr std::uint32_t kLongestPerson = 8;
constexpr std::uint32_t kLongestGeoModifier = 3;

// The readings of a key that hold for how it is written here.
std::uint32_t readings_here(const TokenView& view, const GazetteerEntry& entry, std::uint32_t at, std::uint32_t end) {
  std::uint32_t classes = entry.classes;
  bool capitals = true;
  for (std::uint32_t i = at; i < end; ++i) {
    const EntityToken& token = view.token(i);
    const bool dotted = token.end - token.begin > view.word(i).key.size();
    capitals = capitals && token.shape != Shape::kLower && token.shape != Shape::kCapital;
    if (token.shouting && !dotted && token.end - token.begin < 4) capitals = false;
  }
  if (!capitals) {
    if ((classes & kOrgInCapitals) != 0) classes &= ~kOrganization;
    if ((classes & kPlaceInCapitals) != 0) classes &= ~kPlace;
  }
  return classes;
}

// A possessive inside a name: "Prime Minister’s Office", "People’s Party", but not "Israel’s Foreign Ministry".
bool possessive_inside_name(const TokenView& view, std::uint32_t at) {
  if (at + 1 >= view.size() || !view.capital(at + 1)) return false;
  if (view.is(at, kPlace | kOrganization | kFunctionWord | kCalendar | kDemonym | kFirstName) &&
      !view.is(at, kTitleWord))
    return false;
  return view.is(at, kCommonWord) && view.is(at + 1, kOrgLast | kOrgFirst);
}

bool is_of_word(const Word& word) {
  return word.key == "of" || word.key == "for";
}

// Tokens that end a name in any case.
bool is_boundary(const TokenView& view, std::uint32_t at) {
  if (view.is(at, kCalendar) && view.token(at).shape != Shape::kInitial) return true;
  return view.function_word(at) && !view.is(at, kSurname | kFirstName);
}

}  // namespace

bool TokenView::joined(std::size_t i) const {
  if (i == 0 || i >= size()) return false;
  const Gap gap = tokens_[i].gap;
  if (gap != Gap::kSpace && gap != Gap::kHyphen && gap != Gap::kAmpersand) return false;
  return !tokens_[i - 1].possessive;
}

KnownName match_known_name(const TokenView& view, std::uint32_t at) {
  KnownName best;
  const Word& first = view.word(at);
  if (first.names.empty()) return best;
  const bool first_capital = view.capital(at);
  if (!first_capital && !view.is(at, kParticle)) return best;
  if (first_capital) {
    const std::uint32_t classes = readings_here(view, first.entry, at, at + 1);
    if ((classes & (kOrganization | kPlace)) != 0) best = {at + 1, classes};
  }
  std::string key = first.key;
  Gazetteer::Range range = first.names;
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(view.size(), at + kLongestKnownName));
  for (std::uint32_t i = at + 1; i < limit; ++i) {
    const Gap gap = view.token(i).gap;
    const bool through_possessive = view.token(i - 1).possessive && gap == Gap::kSpace;
    if (!view.joined(i) && !through_possessive && !(gap == Gap::kOther && view.word(i).key == "s")) break;
    if (view.word(i).key == "s" && gap == Gap::kOther) continue;  // a possessive set apart by a blank
    (key += ' ') += view.word(i).key;
    range = view.gazetteer().with_prefix(range, key);
    if (range.empty()) break;
    if (!view.gazetteer().is_exact(range, key)) continue;
    if (!view.capital(i)) continue;
    const GazetteerEntry entry = view.gazetteer().entry(range.begin);
    const std::uint32_t classes = readings_here(view, entry, at, i + 1);
    if ((classes & (kOrganization | kPlace)) == 0) continue;
    if (!first_capital && view.token(at + 1).shape == Shape::kLower) continue;
    best = {i + 1, classes};
  }
  return best;
}

std::uint32_t match_title(const TokenView& view, std::uint32_t at) {
  if (!view.is(at, kTitle | kTitleWord) && view.word(at).names.empty()) return 0;
  std::uint32_t best = view.is(at, kTitle) && view.capital(at) ? at + 1 : 0;
  // "Secretary of State": titles of several words are in the table.
  std::string key = view.word(at).key;
  Gazetteer::Range range = view.word(at).names;
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(view.size(), at + kLongestTitle));
  for (std::uint32_t i = at + 1; i < limit && view.joined(i); ++i) {
    (key += ' ') += view.word(i).key;
    range = view.gazetteer().with_prefix(range, key);
    if (range.empty()) break;
    if (view.gazetteer().is_exact(range, key) && (view.gazetteer().entry(range.begin).classes & kTitle) != 0 &&
        view.capital(i))
      best = i + 1;
  }
  if (best != 0) return best;
  // "Deputy", "Acting": words of titles before a title.
  if (!view.is(at, kTitleWord) || view.is(at, kFirstName | kSurname)) return 0;
  return at + 1;
}

std::uint32_t match_organization(const TokenView& view, std::uint32_t at) {
  if (!view.capital(at) || is_boundary(view, at)) return 0;
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(view.size(), at + kLongestOrganization));
  std::uint32_t best = 0;
  bool after_of = false;
  for (std::uint32_t i = at; i < limit; ++i) {
    if (i > at) {
      const bool through_possessive =
          view.token(i - 1).possessive && possessive_inside_name(view, i - 1) && view.token(i).gap == Gap::kSpace;
      if (!view.joined(i) && !through_possessive) break;
    }
    if (!view.capital(i)) {
      // "of", "for the", "and": only between capitalised words, and after a word that can be followed so.
      const Word& word = view.word(i);
      const bool opens =
          best == i && is_of_word(word) && i > 0 && (view.is(i - 1, kOrgFirst) || view.is(i - 1, kOrgLast));
      const bool goes_on = after_of && (word.key == "and" || word.key == "the" || word.key == "of");
      if (!opens && !goes_on) break;
      std::uint32_t next = i + 1;
      if (next < limit && view.word(next).key == "the" && view.joined(next) && !view.capital(next)) ++next;
      if (next >= limit || !view.continues(next) || is_boundary(view, next)) break;
      if (word.key == "and" && ((view.word(next).entry.classes & (kPlace | kOrganization | kDemonym)) != 0 ||
                                match_known_name(view, next).end > next))
        break;
      if (opens && view.is(next, kTitle) && view.continues(next + 1)) break;
      after_of = true;
      i = next;
      best = next + 1;
      continue;
    }
    if (i > at && is_boundary(view, i)) break;
    if (view.is(i, kOrgLast)) {
      const bool alone = i == at && !view.is(i, kOrgFirst);
      if (!alone) best = i + 1;
      continue;
    }
    if (after_of) {
      if (match_title(view, i) != 0 && !view.is(i, kCommonWord)) break;
      best = i + 1;
      continue;
    }
    // A title inside ends the search, but for "Prime Minister’s Office", "Attorney General’s Office", "Foreign
    // Ministry".
    if (i > at && view.is(i, kTitle) && !view.token(i).possessive &&
        !(i + 1 < limit && view.continues(i + 1) && view.is(i + 1, kOrgLast)))
      break;
  }
  if (best == 0) return 0;
  if (best == at + 1) return 0;  // a lone "Ministry" names nothing
  return best;
}

std::uint32_t match_place(const TokenView& view, std::uint32_t at) {
  if (!view.capital(at) || is_boundary(view, at)) return 0;
  const std::size_t size = view.size();
  if (view.is(at, kGeoFirst) && view.continues(at + 1) &&
      !view.is(at + 1, kVeryCommon | kDemonym | kCalendar | kNoName | kTitle) &&
      (!view.is(at, kParticle) || view.token(at + 1).gap == Gap::kSpace))
    return at + 2;
  if (at + 2 < size && view.word(at + 1).key == "of" && view.joined(at + 1) && view.continues(at + 2)) {
    const GazetteerEntry entry = view.gazetteer().find(view.word(at).key + " of");
    if ((entry.classes & kGeoFirst) != 0 && !is_boundary(view, at + 2)) return at + 3;
  }
  std::uint32_t best = 0;
  for (std::uint32_t i = at + 1; i < size && i <= at + kLongestGeoModifier; ++i) {
    if (!view.continues(i) || is_boundary(view, i) || view.is(i, kTitle)) break;
    if (view.is(i, kGeoLast)) best = i + 1;
  }
  return best;
}

PersonSpan match_person(const TokenView& view, std::uint32_t at, bool titled) {
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(view.size(), at + kLongestPerson));
  std::uint32_t end = at, names = 0, common = 0;
  bool particle_inside = false, surname = false;
  for (std::uint32_t i = at; i < limit; ++i) {
    if (i > at && !view.joined(i)) break;
    const bool particle = view.is(i, kParticle) && (i > at || view.capital(i));
    if (!view.capital(i) && !particle) break;
    if (particle && i + 1 < limit &&
        (view.continues(i + 1) ||
         (view.joined(i + 1) && view.is(i + 1, kParticle) && i + 2 < limit && view.continues(i + 2)))) {
      particle_inside = true;
      continue;
    }
    if (!view.capital(i)) break;
    const bool name_word = view.is(i, kFirstName | kSurname);
    const bool initial = view.token(i).shape == Shape::kInitial;
    if (is_boundary(view, i)) break;
    if (view.is(i, kDemonym | kAdjective | kNoName) && !name_word) break;
    if (i > at && view.is(i, kTitle) && !view.is(i, kSurname)) break;
    if (i > at && view.is(i, kOrgLast | kGeoLast) && !name_word) break;
    if (i > at && view.is(i, kCommonWord) && !name_word && !initial && (names > 1 || !view.is(at, kFirstName))) break;
    if (i > at && view.token(i).shape == Shape::kUpper && !view.token(i).shouting && view.is(i, kOrganization | kPlace))
      break;
    if (i > at && view.token(i).headline && view.is(i, kVeryCommon) && !view.is(i, kSurname)) break;
    if (i > at && names >= 2 && match_known_name(view, i).end > i + 1) break;
    ++names;
    if (view.is(i, kCommonWord) && !name_word) ++common;
    surname = view.is(i, kSurname);
    end = i + 1;
  }
  // "Jr.", "III" belong to the name only in some houses' style; they are left out.
  if (names == 0) return {};
  const bool starts_with_first_name = view.is(at, kFirstName);
  const bool plain_first = !view.is(at, kCommonWord);
  const bool initials = view.token(at).shape == Shape::kInitial ||
                        (view.token(at).shape == Shape::kUpper && view.token(at).end - view.token(at).begin <= 4 &&
                         !view.is(at, kOrganization | kPlace));
  int points = 0;
  if (titled)
    points = names == 1 && common == 1                                               ? 60
             : kVeryCommon != 0 && names == 1 && view.is(at, kPlace | kOrganization) ? 50
                                                                                     : 90;
  else if (names >= 2 && starts_with_first_name && common == 0)
    points = plain_first ? 80 : 50;
  else if (names >= 2 && starts_with_first_name)
    points = 40;
  else if (names >= 2 && initials && common == 0)
    points = 60;
  else if (names >= 2 && particle_inside && common == 0)
    points = 55;
  else if (names >= 2 && surname && common == 0)
    points = 50;
  else if (names >= 2 && names <= 4 && common == 0)
    points = 35;
  else if (names == 1 && particle_inside)
    points = 40;
  return {points == 0 ? 0 : end, points};
}

}  // namespace dateline
