// Goes through the tokens once, tries the patterns in order, and gives points; context adds some. What it cannot tell
// it leaves with no points.
#include "indexer/entities/mention_finder.h"

#include <algorithm>

#include "indexer/entities/name_spans.h"

namespace dateline {
namespace {

using namespace word_class;

class Finder {
 public:
  Finder(const TokenView& view, std::vector<Candidate>& out) : view_(view), out_(out) {}

  void run() {
    while (at_ < view_.size()) step();
  }

 private:
  void step() {
    const std::uint32_t at = at_;
    if (!view_.joined(at)) titled_ = false;
    const KnownName known = match_known_name(view_, at);
    if (!view_.capital(at) && known.end == 0) return skip(1);
    if (leading_the(at, known)) return skip(1);
    if (known.end <= at + 1 && opens_sentence_only(at, known)) return skip(1);
    const std::uint32_t organization = match_organization_here(at);
    if (organization > known.end && opens_with_adjective(at, organization))
      return emit(organization, EntityKind::kOrganization, organization_points(at, organization), false);
    if (known.end <= at + 1 && !is_written_acronym(at, known) && is_never_a_name(at)) return skip_plain(at);
    if (const std::uint32_t title = match_title(view_, at);
        title > at && title >= known.end && organization <= title && !is_name_after_all(at, title))
      return pass_title(title);
    if (organization > known.end)
      return emit(organization, EntityKind::kOrganization, organization_points(at, organization), false);
    if (known.end > at + 1) return emit_known(known);
    if (const std::uint32_t place = match_place(view_, at); place > at && !titled_ && !is_person_start(at))
      return emit(place, EntityKind::kPlace, 70, false);
    if (!titled_ && known.end <= at + 1 && follows_no_name(at)) return emit(at + 1, EntityKind::kPerson, 0, false);
    if (titled_ || known.end == 0 || is_person_start(at)) {
      const PersonSpan person = match_person(view_, at, titled_);
      if (person.points > 0) return emit(person.end, EntityKind::kPerson, person.points, false);
    }
    if (known.end > at) return emit_known(known);
    emit_unknown(at);
  }

  // "Hurricane Katrina", "Dow Jones".
  [[nodiscard]] bool follows_no_name(std::uint32_t at) const {
    return at > 0 && view_.joined(at) && view_.token(at).gap == Gap::kSpace && view_.capital(at - 1) &&
           view_.is(at - 1, kNoName) && !view_.is(at - 1, kFirstName | kTitle | kFunctionWord) &&
           !view_.continues(at + 1);
  }

  // "Surging Boeing Co.", "Shares Fell": a word of the dictionary that has its capital from the sentence.
  [[nodiscard]] bool opens_sentence_only(std::uint32_t at, const KnownName& known) const {
    const EntityToken& token = view_.token(at);
    if (!token.sentence_start || token.headline || token.shouting || token.shape != Shape::kCapital || known.end != 0)
      return false;
    constexpr std::uint32_t kMayOpenName =
        kFirstName | kSurname | kTitle | kTitleWord | kOrgLast | kGeoFirst | kParticle | kDemonym | kAdjective;
    if (!view_.is(at, kCommonWord) || view_.is(at, kMayOpenName) || !view_.continues(at + 1)) return false;
    return !view_.is(at + 1, kCommonWord | kOrgLast | kGeoLast | kOrgFirst);
  }

  // "The Netherlands" where the table has "Netherlands", too.
  [[nodiscard]] bool leading_the(std::uint32_t at, const KnownName& known) const {
    return known.end > at + 1 && view_.word(at).key == "the" && match_known_name(view_, at + 1).end == known.end;
  }

  // "Islamic Courts Union", "African Development Bank", "Scottish Rugby Union"; not "Egyptian Foreign Ministry".
  [[nodiscard]] bool opens_with_adjective(std::uint32_t at, std::uint32_t end) const {
    if (view_.is(at, kAdjective)) return end > at + 2 || !view_.is(at + 1, kStateBody);
    if (!view_.is(at, kDemonym) || end <= at + 2) return false;
    for (std::uint32_t i = at + 1; i < end; ++i)
      if (view_.is(i, kStateBody)) return false;
    return true;
  }

  void skip(std::uint32_t tokens) {
    titled_ = false;
    at_ += tokens;
  }

  // Demonyms between a title and a name do not part them; nor does anything part a demonym from what follows.
  void skip_plain(std::uint32_t at) {
    if (view_.is(at, kDemonym))
      ++at_;
    else
      skip(1);
  }

  void pass_title(std::uint32_t end) {
    titled_ = end < view_.size() && view_.joined(end);
    at_ = end;
  }

  // "US", "IS": names that only capitals tell from common words.
  [[nodiscard]] bool is_written_acronym(std::uint32_t at, const KnownName& known) const {
    return known.end == at + 1 && (known.classes & (kOrgInCapitals | kPlaceInCapitals)) != 0 &&
           view_.token(at).shape == Shape::kUpper;
  }

  [[nodiscard]] bool is_never_a_name(std::uint32_t at) const {
    const EntityToken& token = view_.token(at);
    const bool name_follows =
        view_.continues(at + 1) && !view_.is(at + 1, kFunctionWord | kCalendar | kDemonym) && !view_.token(at).headline;
    if (view_.is(at, kDemonym))
      return !titled_ && !(view_.is(at, kFirstName) && name_follows && view_.is(at + 1, kSurname));
    if (view_.is(at, kCalendar | kFunctionWord | kNoName)) {
      if (token.shape == Shape::kInitial && !view_.is(at, kFunctionWord)) return false;
      if (titled_ && !view_.is(at, kFunctionWord)) return false;
      const bool surname_follows =
          name_follows && (view_.is(at + 1, kSurname) || (!token.sentence_start && !view_.is(at + 1, kVeryCommon)));
      return !(view_.is(at, kFirstName) && surname_follows);
    }
    return false;
  }

  // "Prince Harry" has a title; "Martin King", "Judge" and "Rice" as surnames do not come first.
  [[nodiscard]] bool is_name_after_all(std::uint32_t at, std::uint32_t title) const {
    return title == at + 1 && view_.is(at, kFirstName) && !view_.is(at, kVeryCommon) && view_.continues(at + 1) &&
           view_.is(at + 1, kSurname) && !titled_;
  }

  [[nodiscard]] std::uint32_t match_organization_here(std::uint32_t at) const {
    if (view_.token(at).sentence_start && view_.is(at, kFunctionWord)) return 0;
    const std::uint32_t end = match_organization(view_, at);
    // "Smith Group" is one, "John Smith College" too; but a surname that is also an organization word ends a person's
    // name.
    if (end == at + 2 && view_.is(at, kFirstName) && !view_.is(at, kCommonWord) && view_.is(at + 1, kSurname)) return 0;
    return end;
  }

  [[nodiscard]] int organization_points(std::uint32_t at, std::uint32_t end) const {
    if (view_.token(at).shouting) return 40;
    if (view_.token(at).headline) return 40;
    return view_.token(at).sentence_start && view_.is(at, kVeryCommon) && end == at + 2 ? 55 : 80;
  }

  // A word that is a place too ("Israel Katz", "Jordan Peters") begins a person's name when a likely surname follows.
  [[nodiscard]] bool is_person_start(std::uint32_t at) const {
    if (!view_.is(at, kFirstName) || !view_.joined(at + 1) || view_.token(at + 1).gap != Gap::kSpace) return false;
    if (view_.is(at + 1, kParticle) && !view_.is(at, kRegion) && view_.continues(at + 2)) return true;
    if (!view_.capital(at + 1)) return false;
    if (view_.is(at + 1, kTitle | kOrgLast | kGeoLast | kDemonym | kCalendar | kNoName | kFunctionWord)) return false;
    if (view_.is(at + 1, kCommonWord) && !view_.is(at + 1, kSurname)) return false;
    if (view_.is(at + 1, kSurname)) return true;
    return !view_.is(at, kRegion) && !view_.is(at + 1, kPlace | kOrganization);
  }

  void emit_known(const KnownName& known) {
    const std::uint32_t at = at_;
    const bool several = known.end > at + 1;
    const bool organization = (known.classes & kOrganization) != 0;
    const EntityKind kind = organization ? EntityKind::kOrganization : EntityKind::kPlace;
    int points = organization ? 70 : (known.classes & kRegion) != 0 ? 60 : (known.classes & kLargeCity) != 0 ? 50 : 35;
    if (several)
      points += 25;
    else if (is_doubtful(at))
      points = organization ? 25 : (known.classes & kRegion) != 0 ? 30 : 5;
    else if (view_.is(at, kSurname | kFirstName) && (known.classes & kRegion) == 0)
      points -= 20;
    if (!several && points < kEnough) points += context_points(at, known.end, kind);
    if (titled_ && !several) points = std::min(points, 10);
    emit(known.end, kind, points, true);
  }

  // "Florence", "Jackson": by context only.
  void emit_town_or_person(std::uint32_t at, std::uint32_t end) {
    const int town = (view_.is(at, kLargeCity) ? 25 : 10) + context_points(at, end, EntityKind::kPlace);
    const int person = (view_.is(at, kFirstName) ? 12 : 8) + context_points(at, end, EntityKind::kPerson);
    if (titled_ || person > town)
      emit(end, EntityKind::kPerson, person, false);
    else
      emit(end, EntityKind::kPlace, titled_ ? 10 : town, true);
  }

  // A word of the dictionary where a capital says nothing.
  [[nodiscard]] bool is_doubtful(std::uint32_t at) const {
    if (!view_.is(at, kCommonWord)) return false;
    const EntityToken& token = view_.token(at);
    if (token.shape == Shape::kUpper && !token.shouting) return false;
    if (view_.function_word(at)) return true;
    if (view_.is(at, kRegion) && view_.word(at).lower_count == 0) return false;
    if (view_.word(at).capital_count > 0 && view_.word(at).lower_count == 0 && view_.is(at, kOrganization | kRegion))
      return false;
    return token.sentence_start || token.headline || token.shouting || view_.word(at).lower_count > 0 ||
           !view_.is(at, kOrganization | kRegion);
  }

  void emit_unknown(std::uint32_t at) {
    std::uint32_t end = at + 1;
    const bool dictionary_word = view_.is(at, kCommonWord | kTitleWord | kTitle | kOrgLast | kGeoLast | kFunctionWord);
    if (!dictionary_word) {
      // "Lashkar-e-Islam", "Saint-Denis": parts joined by hyphens are one name, unless both are known by themselves.
      while (end < view_.size() && view_.continues(end) && view_.token(end).gap == Gap::kHyphen &&
             !view_.is(end, kPlace | kOrganization | kDemonym | kCommonWord))
        ++end;
    }
    EntityKind kind = EntityKind::kPerson;
    int points = 0;
    if (is_network_x(at)) return emit(end, EntityKind::kOrganization, 60, false);
    if (!dictionary_word)
      points = guess_single(at, end, kind);
    else if (previous_is_role(at) && !view_.token(at).sentence_start && view_.is(at, kSurname))
      points = 30;
    emit(end, kind, points, false);
  }

  // The likeliest kind of a word nobody knows.
  int guess_single(std::uint32_t at, std::uint32_t end, EntityKind& kind) const {
    const EntityToken& token = view_.token(at);
    if (token.headline || token.shouting || token.shape == Shape::kInitial) return 0;
    int best = 0;
    for (const EntityKind option : {EntityKind::kPerson, EntityKind::kPlace, EntityKind::kOrganization}) {
      int points = context_points(at, end, option);
      if (option == EntityKind::kPerson && view_.is(at, kSurname)) points += 15;
      if (option == EntityKind::kPerson && view_.is(at, kFirstName)) points += 12;
      if (option == EntityKind::kOrganization && token.shape == Shape::kUpper && token.end - token.begin >= 2 &&
          token.end - token.begin <= 7)
        points += 30;
      if (points > best) {
        best = points;
        kind = option;
      }
    }
    return best;
  }

  [[nodiscard]] bool previous_is_role(std::uint32_t at) const {
    return at > 0 && view_.token(at).gap == Gap::kSpace && !view_.token(at - 1).possessive &&
           view_.is(at - 1, kTitle) && !view_.is(at - 1, kFunctionWord);
  }

  // "between Al Thani and Kani"
  [[nodiscard]] bool follows_person(std::uint32_t at) const {
    return !out_.empty() && out_.back().last + 1 == at && out_.back().kind == EntityKind::kPerson &&
           out_.back().points >= 35;
  }

  // The network: "said on X".
  [[nodiscard]] bool is_network_x(std::uint32_t at) const {
    return view_.word(at).key == "x" && at > 0 && view_.token(at).gap == Gap::kSpace &&
           view_.word(at - 1).key == "on" && !view_.continues(at + 1);
  }

  [[nodiscard]] int context_points(std::uint32_t at, std::uint32_t end, EntityKind kind) const {
    const std::string_view before =
        at > 0 && view_.token(at).gap == Gap::kSpace ? std::string_view(view_.word(at - 1).key) : std::string_view();
    const bool verb_follows =
        end < view_.size() && view_.token(end).gap == Gap::kSpace && view_.is(end, kPersonVerb) && !view_.capital(end);
    switch (kind) {
      case EntityKind::kPerson:
        return (verb_follows ? 15 : 0) + (previous_is_role(at) ? 30 : 0) +
               (before == "and" && follows_person(at) ? 25 : 0);
      case EntityKind::kPlace: {
        int points = 0;
        if (before == "in" || before == "near" || before == "outside")
          points = 25;
        else if (before == "from" || before == "at" || before == "across" || before == "to")
          points = 10;
        const bool place_follows =
            end < view_.size() && view_.token(end).gap == Gap::kComma && view_.capital(end) && view_.is(end, kRegion);
        return points + (place_follows && points > 0 ? 25 : place_follows ? 12 : 0);
      }
      default:
        return before == "the" ? 8 : 0;
    }
  }

  void emit(std::uint32_t end, EntityKind kind, int points, bool known) {
    out_.push_back({at_, end, kind, points, titled_, known});
    // "Presidents Bush and Putin": the title holds for the second, too.
    titled_ = false;
    at_ = end;
  }

  const TokenView& view_;
  std::vector<Candidate>& out_;
  std::uint32_t at_ = 0;
  bool titled_ = false;  // a title lies right before at_
};

}  // namespace

void find_candidates(const Vocabulary& vocabulary, const std::vector<EntityToken>& tokens,
                     std::vector<Candidate>& out) {
  const TokenView view(vocabulary, tokens);
  Finder(view, out).run();
}

}  // namespace dateline
