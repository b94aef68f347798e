// Encoding and decoding of article_facets' blobs.
#include "shared/store/facet_blobs.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "shared/base/bytes.h"

namespace dateline {
namespace {

constexpr std::uint64_t kMaximum32 = std::numeric_limits<std::uint32_t>::max();

bool stored_before(const Mention& a, const Mention& b) {
  return std::tuple(!a.in_title, a.begin, a.end) < std::tuple(!b.in_title, b.begin, b.end);
}

void append_mentions(std::span<const Mention> mentions, std::string& out) {
  append_leb128(out, mentions.size());
  std::uint32_t before[2] = {0, 0};  // the last begin in the text and in the title
  for (const Mention& mention : mentions) {
    append_leb128(out, std::uint64_t{mention.end - mention.begin} * 2 + (mention.in_title ? 1 : 0));
    std::uint32_t& last = before[mention.in_title ? 1 : 0];
    append_leb128(out, mention.begin - last);
    last = mention.begin;
  }
}

bool take_mentions(std::string_view& blob, std::vector<Mention>& mentions) {
  std::uint64_t count = 0;
  if (!take_leb128(blob, count) || count > blob.size() / 2) return false;  // two bytes a mention at least
  mentions.reserve(count);
  std::uint64_t before[2] = {0, 0};
  for (std::uint64_t i = 0; i < count; ++i) {
    std::uint64_t length = 0;
    std::uint64_t delta = 0;
    if (!take_leb128(blob, length) || !take_leb128(blob, delta)) return false;
    const bool in_title = (length & 1) != 0;
    length /= 2;
    std::uint64_t& begin = before[in_title ? 1 : 0];
    if (delta > kMaximum32 || length > kMaximum32 || begin + delta + length > kMaximum32) return false;
    begin += delta;
    mentions.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length), in_title});
  }
  return true;
}

}  // namespace

void add_facet(std::vector<FacetId>& facets, FacetId facet) {
  const auto at = std::lower_bound(facets.begin(), facets.end(), facet);
  if (at == facets.end() || *at != facet) facets.insert(at, facet);
}

void encode_facets(std::span<const FacetId> ascending, std::string& out) {
  out.clear();
  FacetId before = 0;
  for (const FacetId id : ascending) {
    append_leb128(out, id - before);
    before = id;
  }
}

std::optional<std::vector<FacetId>> decode_facets(std::string_view blob) {
  std::vector<FacetId> ids;
  std::uint64_t id = 0;
  while (!blob.empty()) {
    std::uint64_t delta = 0;
    if (!take_leb128(blob, delta) || delta == 0 || delta > kMaximum32 - id) return std::nullopt;
    id += delta;
    ids.push_back(static_cast<FacetId>(id));
  }
  return ids;
}

void encode_attached(std::span<const Attachment> ascending, std::string& out) {
  out.clear();
  for (const Attachment& attachment : ascending) {
    append_leb128(out, attachment.from);
    append_leb128(out, attachment.into);
  }
}

std::optional<std::vector<Attachment>> decode_attached(std::string_view blob) {
  std::vector<Attachment> attached;
  while (!blob.empty()) {
    std::uint64_t from = 0, into = 0;
    if (!take_leb128(blob, from) || !take_leb128(blob, into) || from > kMaximum32 || into > kMaximum32) {
      return std::nullopt;
    }
    attached.push_back({static_cast<FacetId>(from), static_cast<FacetId>(into)});
  }
  return attached;
}

void encode_mentions(std::span<const ResolvedEntity> entities, std::string& out) {
  out.clear();
  std::vector<const ResolvedEntity*> ascending;
  ascending.reserve(entities.size());
  for (const ResolvedEntity& entity : entities) ascending.push_back(&entity);
  std::stable_sort(ascending.begin(), ascending.end(),
                   [](const auto* a, const auto* b) { return a->facet < b->facet; });
  FacetId before = 0;
  for (const ResolvedEntity* entity : ascending) {
    append_leb128(out, entity->facet - before);
    before = entity->facet;
    if (std::is_sorted(entity->mentions.begin(), entity->mentions.end(), stored_before)) {
      append_mentions(entity->mentions, out);
    } else {
      std::vector<Mention> sorted = entity->mentions;
      std::sort(sorted.begin(), sorted.end(), stored_before);
      append_mentions(sorted, out);
    }
  }
}

std::optional<std::vector<ResolvedEntity>> decode_mentions(std::string_view blob) {
  std::vector<ResolvedEntity> entities;
  std::uint64_t facet = 0;
  while (!blob.empty()) {
    std::uint64_t delta = 0;
    if (!take_leb128(blob, delta) || delta > kMaximum32 - facet) return std::nullopt;
    facet += delta;
    ResolvedEntity& entity = entities.emplace_back();
    entity.facet = static_cast<FacetId>(facet);
    if (!take_mentions(blob, entity.mentions)) return std::nullopt;
  }
  return entities;
}

}  // namespace dateline
