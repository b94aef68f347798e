// First the full names that are one person's, then whom each bare surname means.
#include "indexer/resolution/resolve_people.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "indexer/entities/gazetteer.h"
#include "indexer/resolution/person_name.h"

namespace dateline {
namespace {

constexpr std::size_t kFewValues = 48;        // so many are compared with each other without further ado
constexpr std::size_t kMostBearers = 50;      // best known ones, that an article is compared with
constexpr std::size_t kMostInitials = 64;     // names that begin with an initial, compared with all others
constexpr double kMainShare = 2.0 / 3.0;      // of the articles of all bearers: whom the surname means by itself
constexpr double kMainCompany = 0.25;         // what a bearer whom few articles name in full must share
constexpr double kMainTime = 0.5;             // … or appear at the same time
constexpr std::uint64_t kFewOfCommon = 1;     // articles of a bearer whose surname many have
constexpr std::uint64_t kFewOfFirstName = 3;  // … whose surname is a first name as well
constexpr std::uint64_t kFewNamings = 20;     // a full name for so many bare ones is few
constexpr double kExceptionOdds = 2.5;        // logarithms: 12 : 1, against the main bearer
constexpr double kAttachmentOdds = 1.4;       // 4 : 1, where nobody is the main one

class PeopleResolver {
 public:
  PeopleResolver(std::vector<NamedValue> values, const DocumentsOf& documents_of)
      : values_(std::move(values), documents_of), clusters_(0) {
    for (std::size_t i = 0; i < values_.size(); ++i) names_.push_back(parse_person_name(values_[i].key));
    read_particles();
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (!values_[i].called.empty()) {
        guests_.push_back(i);
      } else {
        (names_[i].is_bare() ? bare_ : full_).push_back(i);
      }
    }
    clusters_ = join_names(values_, candidates(),
                           [&](std::size_t a, std::size_t b) { return compare_names(names_[a], names_[b]); });
  }

  Resolution run() {
    for (const std::size_t i : full_) {
      if (const std::size_t main = main_of_cluster(i); main != i) merge(i, main);
    }
    for (const std::size_t bare : bare_) resolve_bare(bare);
    for (const std::size_t bare : unresolved_) join_bare(bare);
    return std::move(result_);
  }

 private:
  // "Ben Bernanke" is a full name, unless somebody is called "… Ben Bernanke".
  void read_particles() {
    std::set<std::string> surnames;
    for (const PersonName& name : names_) {
      if (!name.is_bare()) surnames.insert(surname_with_particles(name));
    }
    for (PersonName& name : names_) {
      if (!name.is_bare() || name.particles.empty() || !is_known_first_name(name.particles.front())) continue;
      if (!surnames.contains(surname_with_particles(name))) name = as_full_name(name);
    }
  }

  [[nodiscard]] std::size_t main_of_cluster(std::size_t value) const {
    return main_of(values_, clusters_.members(clusters_.of(value)));
  }

  // Pairs that share a first or middle name by its sound.
  Pairs candidates() const {
    Pairs pairs;
    if (full_.size() <= kFewValues) {
      add_pairs(values_, full_, pairs);
      return pairs;
    }
    std::map<std::string, std::vector<std::size_t>> by_sound;
    std::vector<std::size_t> initials;
    for (const std::size_t i : full_) {
      std::set<std::string> sounds;
      for (const std::string_view word : names_[i].given) {
        if (word.size() > 1) sounds.insert(sound_of(long_first_name(word)));
      }
      for (const std::string& sound : sounds) by_sound[sound].push_back(i);
      if (names_[i].given.front().size() == 1 && initials.size() < kMostInitials) initials.push_back(i);
    }
    for (auto& [sound, some] : by_sound) add_pairs(values_, std::move(some), pairs);
    for (const std::size_t initial : initials) {
      for (const std::size_t other : full_) {
        if (initial != other) pairs.emplace_back(std::minmax(initial, other));
      }
    }
    return pairs;
  }

  void merge(std::size_t from, std::size_t into) {
    if (values_[from].corrected == 0) result_.merges.push_back({values_[from].facet, values_[into].facet});
  }

  // -- bare surnames

  struct Bearer {
    std::size_t main = 0;
    std::uint64_t articles = 0;
    std::vector<std::size_t> names;
  };

  static bool fits(const PersonName& bare, const PersonName& full) {
    const auto article_of = [](std::string_view particle) {
      return particle == "el" ? std::string_view("al") : particle;
    };
    return bare.surname == full.surname && (bare.particles.empty() || full.particles.empty() ||
                                            article_of(bare.particles.back()) == article_of(full.particles.back()));
  }

  // "Mark IV", "Ltd": not what a person is called for short.
  static bool is_no_surname(const PersonName& bare) {
    const std::uint32_t classes = Gazetteer::built_in().find(bare.surname).classes;
    return !bare.generation.empty() || (classes & word_class::kDesignator) != 0;
  }

  // Best known first; then by name.
  std::vector<Bearer> bearers_of(std::size_t bare) const {
    std::map<std::size_t, Bearer> by_cluster;
    std::vector<std::size_t> who = full_;
    std::erase_if(who, [&](std::size_t i) { return !fits(names_[bare], names_[i]); });
    for (const std::size_t guest : guests_) {
      const std::vector<std::string>& called = values_[guest].called;
      if (std::find(called.begin(), called.end(), values_[bare].key) != called.end()) who.push_back(guest);
    }
    for (const std::size_t i : who) {
      Bearer& bearer = by_cluster[clusters_.of(i)];
      bearer.main = main_of_cluster(i);
      bearer.articles += values_[i].articles;
      bearer.names.push_back(i);
    }
    std::vector<Bearer> bearers;
    for (auto& [cluster, bearer] : by_cluster) bearers.push_back(std::move(bearer));
    std::sort(bearers.begin(), bearers.end(), [](const Bearer& a, const Bearer& b) {
      return std::tuple(~a.articles, a.main) < std::tuple(~b.articles, b.main);
    });
    if (!bearers.empty() && bearers.front().articles > 1) drop_mistakes(bearers);
    return bearers;
  }

  // "Secty Baker": a single article, and no list knows the first word as a name.
  void drop_mistakes(std::vector<Bearer>& bearers) const {
    std::erase_if(bearers, [&](const Bearer& bearer) {
      return bearer.articles <= 1 && !is_known_first_name(names_[bearer.main].given.front());
    });
  }

  std::vector<DocumentFacts> documents_of(const Bearer& bearer) {
    std::vector<DocumentFacts> all;
    for (const std::size_t name : bearer.names) {
      const std::vector<DocumentFacts>& some = values_.documents(name);
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }

  void resolve_bare(std::size_t bare) {
    if (values_[bare].corrected != 0 || is_no_surname(names_[bare])) return;
    const std::vector<Bearer> bearers = bearers_of(bare);
    if (bearers.empty()) {
      unresolved_.push_back(bare);
      return;
    }
    std::uint64_t all = 0;
    for (const Bearer& bearer : bearers) all += bearer.articles;
    const Bearer& first = bearers.front();
    // A first name alone may be anybody's: "Bill" is Bill Gates only in an article that is much like those of his.
    const bool by_first_name = !values_[first.main].called.empty() && is_known_first_name(names_[bare].surname);
    const bool has_main =
        static_cast<double>(first.articles) >= kMainShare * static_cast<double>(all) && !by_first_name;
    if (has_main && is_plausible(bare, first)) {
      merge(bare, first.main);
      if (bearers.size() > 1) attach(bare, bearers, true);
    } else if (bearers.size() > 1) {
      unresolved_.push_back(bare);
      attach(bare, bearers, false);
    } else {
      unresolved_.push_back(bare);
    }
  }

  // A surname that many have, or that many articles use without a first name: the articles must have something in
  // common.
  bool is_plausible(std::size_t bare, const Bearer& bearer) {
    const std::uint32_t classes = Gazetteer::built_in().find(names_[bare].surname).classes;
    const bool common = (classes & (word_class::kSurname | word_class::kCommonWord)) != 0;
    const bool first_name = (classes & word_class::kFirstName) != 0;  // "Henry" alone may be anybody's first name
    const bool few = (bearer.articles <= kFewOfCommon && common) ||
                     (bearer.articles <= kFewOfFirstName && first_name) ||
                     bearer.articles * kFewNamings < values_[bare].articles;
    if (!few) return true;
    const std::vector<DocumentFacts> full = documents_of(bearer);
    return shared_company(values_.documents(bare), full, values_.facets()) >= kMainCompany ||
           (bearer.articles <= kFewOfFirstName && shared_time(values_.documents(bare), full) >= kMainTime);
  }

  // `has_main`: the articles of which nothing is said here mean the first bearer.
  void attach(std::size_t bare, std::span<const Bearer> all, bool has_main) {
    const std::span<const Bearer> bearers = all.first(std::min(all.size(), kMostBearers));
    std::vector<BearerProfile> profiles(bearers.size());
    std::set<FacetId> names;
    for (std::size_t i = 0; i < bearers.size(); ++i) {
      profiles[i].add(documents_of(bearers[i]));
      profiles[i].finish();
      for (const std::size_t name : bearers[i].names) names.insert(values_[name].facet);
    }
    for (const DocumentFacts& article : values_.documents(bare)) {
      const bool names_one = std::any_of(article.entities.begin(), article.entities.end(),
                                         [&](FacetId entity) { return names.contains(entity); });
      if (names_one) continue;  // told apart by the article itself
      const Suspect suspect = likeliest_bearer(article, profiles, values_.facets());
      if (has_main && suspect.bearer == 0) continue;
      const bool strict = has_main || is_known_first_name(names_[bare].surname);
      if (suspect.odds < (strict ? kExceptionOdds : kAttachmentOdds)) continue;
      result_.attached.push_back({article.document, values_[bare].facet, values_[bearers[suspect.bearer].main].facet});
    }
  }

  // "Sisi" and "el-Sisi", where no article has more.
  void join_bare(std::size_t bare) {
    std::size_t best = bare;
    for (const std::size_t other : unresolved_) {
      if (!fits(names_[bare], names_[other])) continue;
      if (values_.is_better_known(other, best)) best = other;
    }
    if (best != bare) merge(bare, best);
  }

  ValueTable values_;
  std::vector<PersonName> names_;  // by value
  std::vector<std::size_t> full_, bare_, guests_, unresolved_;
  Clusters clusters_;
  Resolution result_;
};

}  // namespace

Resolution resolve_people(std::vector<NamedValue> values, const DocumentsOf& documents_of) {
  if (values.size() < 2) return {};
  return PeopleResolver(std::move(values), documents_of).run();
}

}  // namespace dateline
