// The tags of tokens: outside, or begin, inside, last or single (unit) of a name of one kind. Which may follow which.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "schema/facet_id.h"

namespace dateline::tagging {

using Tag = std::uint8_t;
enum class Place : std::uint8_t { kBegin, kInside, kLast, kUnit };

inline constexpr std::size_t kTags = 1 + 4 * kEntityKinds;
inline constexpr std::size_t kRow = 16;  // kTags rounded up to what vector registers hold
inline constexpr Tag kOutsideTag = 0;

constexpr Tag make_tag(EntityKind kind, Place place) {
  return static_cast<Tag>(1 + 4 * static_cast<unsigned>(kind) + static_cast<unsigned>(place));
}
constexpr EntityKind kind_of(Tag tag) {
  return static_cast<EntityKind>((tag - 1) / 4);
}
constexpr Place place_of(Tag tag) {
  return static_cast<Place>((tag - 1) % 4);
}

// No name is open behind it / it opens none that goes on before it.
constexpr bool closes(Tag tag) {
  return tag == kOutsideTag || place_of(tag) == Place::kLast || place_of(tag) == Place::kUnit;
}
constexpr bool opens(Tag tag) {
  return tag == kOutsideTag || place_of(tag) == Place::kBegin || place_of(tag) == Place::kUnit;
}
constexpr bool may_follow(Tag before, Tag tag) {
  if (closes(before)) return opens(tag);
  return !opens(tag) && kind_of(before) == kind_of(tag);
}

// Points for a tag behind another; those that may not follow are never read. Row kTags: at the start of a sentence.
using Transitions = std::array<std::array<float, kTags>, kTags + 1>;

}  // namespace dateline::tagging
