// Merging bare surnames into full names.
#include "indexer/ingest/bare_surnames.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

#include "shared/base/strings.h"
#include "shared/store/name_key.h"
#include "shared/store/xapian_inspect.h"

namespace dateline {
namespace {

// The bearer must have at least this share of the articles of all who bear the name in full.
constexpr std::uint64_t kShareNumerator = 4, kShareDenominator = 5;

constexpr std::array<std::string_view, 16> kParticles = {"al",  "ben", "bin", "da",  "de", "del", "della", "di",
                                                         "dos", "du",  "el",  "ibn", "la", "le",  "van",   "von"};

bool is_particle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

struct Surname {
  FacetId bare = 0;
  std::vector<FacetName> bearers;
};

// The bearers of a surname that some article gave alone; nothing where none did.
Result<std::optional<Surname>> find_surname(const Catalog& catalog, const std::string& surname) {
  const auto bare = catalog.facet_of_key(FacetKind::kPerson, surname);
  if (!bare) return bare.error();
  if (*bare == 0) return std::optional<Surname>();
  Surname result{.bare = *bare, .bearers = {}};
  auto bearers = catalog.facets_ending_with(FacetKind::kPerson, surname);
  if (!bearers) return std::move(bearers).error();
  result.bearers = std::move(*bearers);
  std::erase_if(result.bearers, [](const FacetName& bearer) { return is_bare_surname(name_key(bearer.name)); });
  return std::optional<Surname>(std::move(result));
}

// The bearer with nearly all articles; 0 where no one stands out.
FacetId main_bearer(std::span<const FacetName> bearers, std::span<const std::uint64_t> articles) {
  std::uint64_t all = 0, most = 0;
  FacetId who = 0;
  for (std::size_t i = 0; i < bearers.size(); ++i) {
    all += articles[i];
    if (articles[i] > most) {
      most = articles[i];
      who = bearers[i].facet;
    }
  }
  return most > 0 && most * kShareDenominator >= all * kShareNumerator ? who : 0;
}

}  // namespace

bool is_bare_surname(std::string_view key) {
  const std::size_t blank = key.find(' ');
  return !key.empty() && (blank == std::string_view::npos || is_particle(key.substr(0, blank)));
}

std::string surname_of(std::string_view key) {
  std::size_t begin = key.rfind(' ');
  if (begin == std::string_view::npos) return std::string(key);
  while (begin > 0) {  // particles before the last word belong to it
    const std::size_t before = key.rfind(' ', begin - 1);
    const std::size_t word = before == std::string_view::npos ? 0 : before + 1;
    if (!is_particle(key.substr(word, begin - word))) break;
    if (word == 0) return std::string(key);
    begin = before;
  }
  return std::string(key.substr(begin + 1));
}

Result<void> attach_bare_surnames(ArchiveWriter& archive, const std::unordered_set<std::string>& surnames) {
  std::vector<Surname> found;
  std::vector<FacetId> asked;
  for (const std::string& name : surnames) {
    auto surname = find_surname(archive.catalog, name);
    if (!surname) return std::move(surname).error();
    if (!*surname) continue;
    for (const FacetName& bearer : (*surname)->bearers) asked.push_back(bearer.facet);
    found.push_back(std::move(**surname));
  }
  const auto counts = count_articles_with(archive.paths, asked);
  if (!counts) return counts.error();
  const auto merges = archive.catalog.merges();
  if (!merges) return merges.error();
  std::unordered_map<FacetId, FacetId> present;
  for (const FacetMerge& merge : *merges) present[merge.from] = merge.into;

  bool changed = false;
  std::size_t at = 0;
  for (const Surname& surname : found) {
    const FacetId who = main_bearer(surname.bearers, std::span(*counts).subspan(at, surname.bearers.size()));
    at += surname.bearers.size();
    const auto now = present.find(surname.bare);
    if (who == (now == present.end() ? 0 : now->second)) continue;
    if (!changed) {
      if (auto begun = archive.catalog.begin(); !begun) return begun;
      changed = true;
    }
    if (auto set = archive.catalog.set_merge(surname.bare, who); !set) return set;
  }
  return changed ? archive.catalog.commit() : Result<void>();
}

}  // namespace dateline
