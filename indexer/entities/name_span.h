// A span of bytes that names somebody or something: what finders of names give, and the resolver takes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "schema/facet_id.h"

namespace dateline {

inline constexpr std::uint32_t kNoKnownName = UINT32_MAX;

// What a form of address says of the person: "Mrs." is no Bill.
enum class Address : std::uint8_t { kNone, kMan, kWoman };

struct NameSpan {
  std::uint32_t begin = 0, end = 0;  // bytes of the title or the text, end exclusive, on character boundaries
  EntityKind kind = EntityKind::kPerson;
  bool in_title = false;
  std::uint32_t known = kNoKnownName;  // number in the user's own list

  // Told by what stands around the span (span_context.h).
  bool shouting = false;   // in a line of capitals: case says nothing
  bool bracketed = false;  // "(" stands before it
  Address address = Address::kNone;
  std::uint32_t title_begin = 0, title_end = 0;  // bytes of the role before a person: "Prime Minister"; equal: none
};

inline std::string_view bytes_of(const NameSpan& span, std::string_view title, std::string_view text) {
  return (span.in_title ? title : text).substr(span.begin, span.end - span.begin);
}

// Whether all of `a` stands before `b`; the title is before the text.
bool lies_before(const NameSpan& a, const NameSpan& b);

// Adds `winners` to `spans`; those that overlap one give way. Both are in order and free of overlap, and so is the
// result.
void put_over(const std::vector<NameSpan>& winners, std::vector<NameSpan>& spans);

}  // namespace dateline
