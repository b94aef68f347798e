// What the `entities` column holds for a document: packed date (u32), then its facet ids (u32, ascending),
// little-endian.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "schema/facet_id.h"
#include "shared/base/bytes.h"
#include "shared/base/date.h"

namespace dateline {

inline constexpr std::string_view kFacetColumn = "entities";
inline constexpr std::string_view kTokenColumn = "tokens";

inline std::string encode_facet_record(PackedDate date, std::span<const FacetId> sorted_ids) {
  std::string out;
  out.reserve(4 + 4 * sorted_ids.size());
  append_le(out, date);
  for (const FacetId id : sorted_ids) append_le(out, id);
  return out;
}

// A view of a record. Records shorter than a date (a gap, damage) read as no date and no ids.
class FacetRecord {
 public:
  explicit FacetRecord(std::string_view bytes) : bytes_(bytes.size() < 4 ? std::string_view{} : bytes) {}
  [[nodiscard]] PackedDate date() const { return bytes_.empty() ? 0 : load_le<PackedDate>(bytes_.data()); }
  [[nodiscard]] std::size_t size() const { return bytes_.empty() ? 0 : bytes_.size() / 4 - 1; }
  [[nodiscard]] FacetId operator[](std::size_t i) const { return load_le<FacetId>(bytes_.data() + 4 + 4 * i); }

 private:
  std::string_view bytes_;
};

}  // namespace dateline
