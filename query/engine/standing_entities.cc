// First what the rest of the archive said about this article, then what holds for the whole archive.
#include "query/engine/standing_entities.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace dateline {
namespace {

bool stands_before(const Mention& a, const Mention& b) {
  return std::tuple(!a.in_title, a.begin, a.end) < std::tuple(!b.in_title, b.begin, b.end);
}

void add_mentions(std::vector<Mention>& to, const std::vector<Mention>& more) {
  const auto middle = static_cast<std::ptrdiff_t>(to.size());
  to.insert(to.end(), more.begin(), more.end());
  std::inplace_merge(to.begin(), to.begin() + middle, to.end(), stands_before);
}

}  // namespace

FacetId standing_facet(FacetId named, std::span<const Attachment> attached, const FacetRemap& remap) {
  const auto found = std::lower_bound(attached.begin(), attached.end(), named,
                                      [](const Attachment& pair, FacetId id) { return pair.from < id; });
  return remap(found != attached.end() && found->from == named ? found->into : named);
}

std::vector<ViewedEntity> standing_entities(const std::vector<ResolvedEntity>& entities,
                                            std::span<const Attachment> attached, const FacetRemap& remap) {
  std::vector<ViewedEntity> out;
  std::unordered_map<FacetId, std::size_t> places;
  for (const ResolvedEntity& entity : entities) {
    const FacetId facet = standing_facet(entity.facet, attached, remap);
    if (facet == 0) continue;
    const auto [place, is_new] = places.emplace(facet, out.size());
    if (is_new) out.push_back({.facet = facet, .kind = kind_of(facet), .name = {}, .mentions = {}});
    add_mentions(out[place->second].mentions, entity.mentions);
  }
  return out;
}

std::vector<Mention> mentions_of(FacetId standing, const std::vector<ResolvedEntity>& entities,
                                 std::span<const Attachment> attached, const FacetRemap& remap) {
  std::vector<Mention> out;
  for (const ResolvedEntity& entity : entities) {
    if (standing_facet(entity.facet, attached, remap) == standing) add_mentions(out, entity.mentions);
  }
  return out;
}

}  // namespace dateline
