// First what is certain (countries by name, adjectives, places of one region), then the ambiguous names by that
// evidence.
#include "indexer/places/article_places.h"

#include <algorithm>
#include <utility>

#include "indexer/entities/gazetteer.h"
#include "indexer/places/country_words.h"
#include "indexer/places/former_states.h"
#include "indexer/places/place_choice.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

using namespace country_word;

constexpr std::string_view kPlacesVersion = "places-1";  // of the rules here

// What is known of one place entity.
struct KnownPlace {
  std::size_t entity = 0;
  CountryId country = kNoCountry;  // of a country
  std::vector<NamedPlace> places;  // else, by its name
  std::string_view region = {};    // that stands behind the name
  double lead = 0;                 // how sure it is without evidence
};

struct Span {
  std::uint32_t begin = 0, end = 0;
  std::size_t entity = 0;
};

// "US$", "U.S. dollars": the unit of the world's trade says nothing of the country.
bool is_before_dollars(std::string_view text, std::size_t end) {
  std::string_view rest = text.substr(std::min(end, text.size()));
  if (rest.starts_with('.')) rest.remove_prefix(1);
  if (rest.starts_with('$')) return true;
  if (rest.empty() || (rest[0] != ' ' && rest[0] != '-' && rest[0] != '\n')) return false;
  rest.remove_prefix(1);
  const std::string_view next = rest.substr(0, 6);
  return rest.starts_with('$') || rest.starts_with("dlr") || rest.starts_with("Dlr") || rest.starts_with("DLR") ||
         equals_ignoring_case(next, "dollar");
}

class ArticlePlaces {
 public:
  ArticlePlaces(const Article& article, std::vector<ArticleEntity>& entities)
      : article_(article), entities_(entities), is_known_(entities.size()) {}

  std::vector<std::string> run() {
    find_country_words(article_.text, text_hits_);
    find_country_words(own_title(article_), title_hits_);
    take_dateline();
    take_certain_places();
    take_hits(article_.title, title_hits_, true);
    take_hits(article_.text, text_hits_, false);
    settle_ambiguous();
    return names();
  }

 private:
  void add_region(std::string_view region) {
    if (const CountryId id = country_of_region(region, article_.published); id != kNoCountry) found_.push_back(id);
  }

  void add_country(CountryId id) {
    add_countries_of_word(id, article_.published, found_);
    evidence_.add_country(table_.country(id).code);
  }

  // "BEIJING/HONG KONG", "JACKSON, Mich.", "JERUSALEM, Israel".
  void take_dateline() {
    for (const std::string_view one : split(article_.dateline, '/')) {
      const std::size_t comma = one.find(',');
      const std::string_view town = trim(one.substr(0, comma));
      const std::string_view rest = comma == std::string_view::npos ? std::string_view() : trim(one.substr(comma + 1));
      take_dateline_place(town, region_named(rest.substr(0, rest.find(','))));
    }
  }

  void take_dateline_place(std::string_view town, std::string_view region) {
    const CountryId country = table_.by_name(name_key(town), region.empty());
    if (region.empty() && country != kNoCountry) return add_country(country);
    const std::vector<NamedPlace> places = places_named(town);
    const std::size_t chosen = choose_place(places, region, evidence_);
    const std::string_view meant = chosen < places.size() ? places[chosen].region : region;
    if (meant.empty()) return;
    add_region(meant);
    evidence_.add_place(meant);
  }

  [[nodiscard]] std::string_view region_named(std::string_view name) const {
    const std::string key = name_key(name);
    if (const State* state = table_.state_by_name(key)) return state->region;
    const CountryId country = table_.by_name(key, false);
    return country == kNoCountry ? std::string_view() : table_.country(country).code;
  }

  void take_certain_places() {
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      if (entities_[i].kind != EntityKind::kPlace) continue;
      KnownPlace place{.entity = i};
      const std::string key = name_key(entities_[i].name);
      place.country = table_.by_name(key, true);
      if (place.country == kNoCountry) place.places = places_named(entities_[i].name);
      if (place.country == kNoCountry && place.places.empty()) place.country = table_.by_name(key, false);
      is_known_[i] = place.country != kNoCountry || !place.places.empty();
      if (place.country != kNoCountry) {
        if (place.country != dollars_ || !is_only_money(entities_[i])) add_country(place.country);
      } else if (place.places.size() == 1) {
        add_region(place.places.front().region);
        evidence_.add_place(place.places.front().region);
      } else if (place.places.size() > 1) {
        ambiguous_.push_back(std::move(place));
      }
    }
  }

  [[nodiscard]] bool is_only_money(const ArticleEntity& entity) const {
    return !entity.mentions.empty() &&
           std::all_of(entity.mentions.begin(), entity.mentions.end(), [&](const Mention& mention) {
             return is_before_dollars(mention.in_title ? article_.title : article_.text, mention.end);
           });
  }

  [[nodiscard]] std::vector<Span> spans_of(bool in_title) const {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      for (const Mention& mention : entities_[i].mentions) {
        if (mention.in_title == in_title) spans.push_back({mention.begin, mention.end, i});
      }
    }
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    return spans;
  }

  void take_hits(std::string_view text, const std::vector<CountryHit>& hits, bool in_title) {
    const std::vector<Span> spans = spans_of(in_title);
    std::size_t at = 0;
    for (const CountryHit& hit : hits) {
      while (at < spans.size() && spans[at].end <= hit.begin) ++at;
      const bool inside = at < spans.size() && spans[at].begin < hit.end;
      if (counts(text, hit, inside ? &spans[at] : nullptr)) add_country(hit.word->country);
    }
  }

  // Whether a word speaks of its country where it stands; `span`: of the entity that it is a part of, or null.
  [[nodiscard]] bool counts(std::string_view text, const CountryHit& hit, const Span* span) const {
    const std::uint16_t flags = hit.word->flags;
    const bool behind_town = (flags & kBehindTown) != 0;
    if (behind_town && is_country_too(text, hit)) return false;
    if (hit.word->country == dollars_ && is_before_dollars(text, hit.end)) return false;
    if (span == nullptr) return (flags & kUnsure) == 0;
    const EntityKind kind = entities_[span->entity].kind;
    if (kind == EntityKind::kPerson) return false;
    if (kind == EntityKind::kOrganization) return (flags & kUnsure) == 0;
    return !is_known_[span->entity];  // else the place itself says where it is
  }

  [[nodiscard]] bool is_country_too(std::string_view text, const CountryHit& hit) const {
    return table_.by_name(name_key(text.substr(hit.begin, hit.end - hit.begin)), false) != kNoCountry;
  }

  // "Ontario" of "London, Ontario" as a region; of the first mention that has one.
  [[nodiscard]] std::string_view region_behind(const ArticleEntity& entity,
                                               const std::vector<NamedPlace>& places) const {
    for (const Mention& mention : entity.mentions) {
      const std::string_view text = mention.in_title ? article_.title : article_.text;
      const auto& hits = mention.in_title ? title_hits_ : text_hits_;
      const std::string_view gap = text.substr(mention.end, 2);
      if (gap != ", " && gap != ",\n") continue;
      const auto hit = std::lower_bound(hits.begin(), hits.end(), mention.end + 2,
                                        [](const CountryHit& h, std::uint32_t begin) { return h.begin < begin; });
      if (hit == hits.end() || hit->begin != mention.end + 2) continue;
      for (const std::string_view region : regions_of(text, *hit)) {
        if (choose_place(places, region, evidence_) < places.size()) return region;
      }
    }
    return {};
  }

  // What a name behind a comma may say: "Georgia" is a state and a country.
  [[nodiscard]] std::vector<std::string_view> regions_of(std::string_view text, const CountryHit& hit) const {
    std::vector<std::string_view> regions;
    if (!hit.word->region.empty()) regions.push_back(hit.word->region);
    const std::string key = name_key(text.substr(hit.begin, hit.end - hit.begin));
    if (const CountryId id = table_.by_name(key, false); id != kNoCountry) regions.push_back(table_.country(id).code);
    return regions;
  }

  // The surest first: each is evidence for those after it.
  void settle_ambiguous() {
    for (KnownPlace& place : ambiguous_) {
      place.region = region_behind(entities_[place.entity], place.places);
      place.lead = lead_of_first(place.places);
    }
    std::stable_sort(ambiguous_.begin(), ambiguous_.end(), [](const KnownPlace& a, const KnownPlace& b) {
      return std::pair(!a.region.empty(), a.lead) > std::pair(!b.region.empty(), b.lead);
    });
    for (const KnownPlace& place : ambiguous_) settle(place);
  }

  void settle(const KnownPlace& place) {
    ArticleEntity& entity = entities_[place.entity];
    const std::size_t chosen = choose_place(place.places, place.region, evidence_);
    const std::string_view region = place.places[chosen].region;
    add_region(region);
    evidence_.add_place(region);
    if (chosen != 0) rename(entity, name_with_region(entity.name, region));
  }

  void rename(ArticleEntity& entity, std::string name) {
    const auto has_name = [&](const ArticleEntity& other) {
      return other.kind == EntityKind::kPlace && other.name == name;
    };
    if (std::any_of(entities_.begin(), entities_.end(), has_name)) return;
    if (std::find(entity.aliases.begin(), entity.aliases.end(), entity.name) == entity.aliases.end()) {
      entity.aliases.push_back(entity.name);
    }
    entity.name = std::move(name);
  }

  std::vector<std::string> names() {
    std::vector<std::string> names;
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    names.reserve(found_.size());
    for (const CountryId id : found_) names.emplace_back(table_.country(id).name);
    std::sort(names.begin(), names.end());
    return names;
  }

  const CountryTable& table_ = CountryTable::built_in();
  const CountryId dollars_ = table_.by_region("US");
  const Article& article_;
  std::vector<ArticleEntity>& entities_;
  std::vector<bool> is_known_;  // by entity
  std::vector<CountryHit> text_hits_, title_hits_;
  std::vector<KnownPlace> ambiguous_;
  std::vector<CountryId> found_;
  PlaceEvidence evidence_;
};

}  // namespace

std::vector<std::string> settle_places(const Article& article, std::vector<ArticleEntity>& entities) {
  return ArticlePlaces(article, entities).run();
}

std::string places_fingerprint() {
  return concat({kPlacesVersion, ":", std::to_string(CountryTable::built_in().checksum()), ":",
                 std::to_string(Gazetteer::built_in().checksum())});
}

std::vector<std::string> other_names_of_country(std::string_view name) {
  const CountryTable& table = CountryTable::built_in();
  const CountryId id = table.by_name(name_key(name), false);
  if (id == kNoCountry) return {};
  const auto& others = table.country(id).other_names;
  return {others.begin(), others.end()};
}

}  // namespace dateline
