// One name has one meaning in an article, mostly: points are added up over all spans of the same words, and last names
// follow full names.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "indexer/entities/mention_finder.h"

namespace dateline {
namespace {

using namespace word_class;

constexpr std::size_t kKinds = 3;
using Points = std::array<int, kKinds>;

constexpr int kMostPoints = 400;     // of one kind, so that a hundred weak signs do not outweigh everything
constexpr int kLastNamePoints = 70;  // what a full name says of its last word
constexpr int kFirstNamePoints = 25;

class Settler {
 public:
  Settler(const Vocabulary& vocabulary, const std::vector<EntityToken>& tokens, std::vector<Candidate>& candidates)
      : vocabulary_(vocabulary), tokens_(tokens), candidates_(candidates) {}

  void run() {
    for (const Candidate& candidate : candidates_) add_evidence(candidate);
    for (Candidate& candidate : candidates_) decide(candidate);
    std::erase_if(candidates_, [](const Candidate& c) { return c.points < kEnough; });
  }

 private:
  [[nodiscard]] const Word& word(std::uint32_t token) const { return vocabulary_.word(tokens_[token].word); }

  const std::string& key_of(std::uint32_t first, std::uint32_t last) {
    key_.clear();
    for (std::uint32_t i = first; i < last; ++i) {
      if (i > first) key_ += ' ';
      key_ += word(i).key;
    }
    return key_;
  }

  void add(std::uint32_t first, std::uint32_t last, EntityKind kind, int points) {
    int& sum = evidence_[key_of(first, last)][static_cast<std::size_t>(kind)];
    sum = std::min(kMostPoints, sum + points);
  }

  void add_evidence(const Candidate& candidate) {
    if (is_weak_town(candidate)) {
      int& sum = evidence_[key_of(candidate.first, candidate.last)][static_cast<std::size_t>(candidate.kind)];
      sum = std::max(sum, candidate.points);
    } else {
      add(candidate.first, candidate.last, candidate.kind, candidate.points);
    }
    if (candidate.kind != EntityKind::kPerson || candidate.points < 35) return;
    const std::uint32_t count = candidate.last - candidate.first;
    if (count < 2) return;
    // A full name vouches for its last word (and a particle before it: "Al Thani"), weakly for the first.
    add(candidate.last - 1, candidate.last, EntityKind::kPerson, kLastNamePoints);
    if (count > 2 && (word(candidate.last - 2).classes & kParticle) != 0)
      add(candidate.last - 2, candidate.last, EntityKind::kPerson, kLastNamePoints);
    if ((word(candidate.first).classes & (kPlace | kOrganization | kCommonWord)) == 0)
      add(candidate.first, candidate.first + 1, EntityKind::kPerson, kFirstNamePoints);
  }

  // "Morales" is a town somewhere: seeing it often does not make it likelier.
  [[nodiscard]] bool is_weak_town(const Candidate& candidate) const {
    const std::uint32_t classes = word(candidate.first).classes;
    return candidate.known && candidate.last == candidate.first + 1 && candidate.kind == EntityKind::kPlace &&
           (classes & kRegion) == 0 && (classes & (kSurname | kFirstName | kCommonWord)) != 0;
  }

  void decide(Candidate& candidate) {
    const bool single = candidate.last == candidate.first + 1;
    if (candidate.titled && candidate.kind == EntityKind::kPerson && candidate.points >= 50) return;
    if (!single && candidate.points >= 80) return;
    const Points& sums = evidence_[key_of(candidate.first, candidate.last)];
    const auto best = static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    if (sums[best] == 0) return;
    if (!may_be_name_here(candidate)) {
      candidate.points = 0;
      return;
    }
    if (candidate.known && single && best == 0 && !outweighs(sums, static_cast<std::size_t>(candidate.kind))) return;
    if (best != static_cast<std::size_t>(candidate.kind)) candidate.known = false;
    candidate.kind = static_cast<EntityKind>(best);
    candidate.points = std::min(sums[best], kSure);
  }

  // A known place or organization becomes a person only on much evidence: "Israel Katz" does not make Israel one.
  static bool outweighs(const Points& sums, std::size_t kind) { return sums[0] > sums[kind] || sums[kind] < kEnough; }

  // A word of the dictionary that opens a sentence is a name only where the article writes it with a capital inside
  // sentences, too, and never in lower case.
  [[nodiscard]] bool may_be_name_here(const Candidate& candidate) const {
    if (candidate.last != candidate.first + 1) return true;
    const EntityToken& token = tokens_[candidate.first];
    const Word& w = word(candidate.first);
    if (candidate.known && (w.classes & (kOrgInCapitals | kPlaceInCapitals)) != 0) return true;
    if ((w.classes & kFunctionWord) != 0 && !candidate.titled) return false;
    if ((w.classes & kCommonWord) == 0) return true;
    if (candidate.known && (w.classes & kRegion) != 0 && w.lower_count == 0) return true;
    if (!token.sentence_start && !token.headline && !token.shouting) return true;
    return w.capital_count > 0 && (w.lower_count == 0 || (w.capital_count > w.lower_count && !token.headline));
  }

  const Vocabulary& vocabulary_;
  const std::vector<EntityToken>& tokens_;
  std::vector<Candidate>& candidates_;
  std::unordered_map<std::string, Points> evidence_;
  std::string key_;
};

}  // namespace

void settle_candidates(const Vocabulary& vocabulary, const std::vector<EntityToken>& tokens,
                       std::vector<Candidate>& candidates) {
  Settler(vocabulary, tokens, candidates).run();
}

}  // namespace dateline
