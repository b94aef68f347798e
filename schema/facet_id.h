// What can be counted. Every facet value (a person, a place, a source …) has one 32-bit id that carries its kind.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

// The numbers are on disk (low three bits of every FacetId): never renumber, only add (up to 7).
enum class FacetKind : std::uint8_t {
  kPerson = 0,
  kPlace = 1,
  kOrganization = 2,
  kSource = 3,
  kAuthor = 4,
  kLanguage = 5,
  kCountry = 6,
  kStory = 7,  // near copies of one article; no name, no values of its own: not one of kFacetKinds
};
inline constexpr std::size_t kFacetKinds = 7;  // those that have names and are counted for people
inline constexpr std::array<std::string_view, kFacetKinds> kFacetKindNames = {
    "person", "place", "organization", "source", "author", "language", "country"};

// The kinds that extraction finds. A prefix of FacetKind, with the same numbers.
enum class EntityKind : std::uint8_t { kPerson = 0, kPlace = 1, kOrganization = 2 };
inline constexpr std::size_t kEntityKinds = 3;

constexpr FacetKind facet_kind_of(EntityKind kind) {
  return static_cast<FacetKind>(kind);
}
constexpr std::string_view name_of(FacetKind kind) {
  return kFacetKindNames[static_cast<std::size_t>(kind)];
}
constexpr std::string_view name_of(EntityKind kind) {
  return name_of(facet_kind_of(kind));
}

// ordinal * 8 + kind, with ordinals from 1. 0 is no id. A value keeps its id for ever; merging one value into another
// is an entry of the remap table (Catalog::merges), never a change of stored ids.
using FacetId = std::uint32_t;
constexpr FacetId make_facet_id(std::uint32_t ordinal, FacetKind kind) {
  return ordinal * 8 + static_cast<FacetId>(kind);
}
constexpr FacetKind kind_of(FacetId id) {
  return static_cast<FacetKind>(id & 7U);
}

// SQLite's rowid of an article; it stays the same when the article changes. 0 is no article.
using ArticleId = std::int64_t;

// A story has the number of its first article. Articles beyond the last ordinal (500 million) are not put into stories.
inline constexpr ArticleId kMaxStory = (ArticleId{1} << 29) - 1;
constexpr FacetId story_facet(ArticleId story) {
  return make_facet_id(static_cast<std::uint32_t>(story), FacetKind::kStory);
}

}  // namespace dateline
