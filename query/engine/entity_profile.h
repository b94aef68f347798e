// Who an entity is, as the archive shows it: names, times, company, the newest evidence.
#pragma once

#include <string>
#include <vector>

#include "query/engine/entity_articles.h"
#include "query/engine/entity_choice.h"
#include "query/engine/evidence.h"
#include "query/engine/written_names.h"

namespace dateline {

struct ProfileRequest {
  EntityAsk entity;
  std::size_t names_from = 200;  // newest articles in which written forms are counted
  std::size_t companions = 5;    // of each kind
  std::size_t newest = 3;        // articles with their sentences
};

// A value that was merged into the entity.
struct MergedName {
  FacetId facet = 0;
  std::string name;
  bool by_person = false;  // a correction; else found by the program
};

struct EntityProfile {
  EntityChoice choice;  // where nobody is chosen, the rest is empty
  std::string external_id;
  std::string country;  // of a place: ISO 3166-1 alpha-2, "" where unknown
  std::optional<Coordinates> coordinates;
  std::uint64_t articles = 0;
  std::uint64_t undated = 0;       // of them
  std::string first, last;         // publication dates, as precise as is known; "" where no article has one
  std::vector<WrittenName> names;  // by falling number of mentions
  std::uint64_t names_from = 0;    // the newest articles that were looked at for them: all, where it is `articles`
  std::vector<std::string> other_names;  // that stood for it in other articles; the first few
  std::vector<std::string>
      titles;  // of a person, sorted: what articles put before the name, without "Mr."; the first few
  std::vector<MergedName> merged;  // by people first; the first few
  std::uint64_t merged_count = 0;
  std::vector<Facet> facets;     // person, place, organization: whom it appears with, itself left out; date: by month
  std::vector<Citation> newest;  // of each of the newest articles at most two sentences, else the title
  double took_ms = 0;
};

// Fills all but took_ms; `out.choice` has chosen somebody.
Result<void> fill_profile(const EntityReader& reader, const ProfileRequest& request, EntityProfile& out);

}  // namespace dateline
