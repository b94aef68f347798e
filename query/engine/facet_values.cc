// Chooses by counts first; names are asked for where a search needs them.
#include "query/engine/facet_values.h"

#include <algorithm>

#include "schema/fields.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

bool comes_before(const CountedValue& a, const CountedValue& b) {
  return a.count != b.count ? a.count > b.count : a.facet < b.facet;
}

// The names below an exclusion: `-org:cnn`, `-(org:cnn OR org:bbc)`.
void collect_names(const QueryNode& node, const ResolvedFields& fields, std::vector<FacetId>& out) {
  if (node.kind == NodeKind::kField) {
    const auto found = fields.facets.find(&node);
    if (found != fields.facets.end()) out.insert(out.end(), found->second.begin(), found->second.end());
  }
  if (node.kind == NodeKind::kField || node.kind == NodeKind::kOr) {
    for (const QueryNode& child : node.children) collect_names(child, fields, out);
  }
}

// What every match lacks: exclusions of the whole query, or of a part that must hold.
void collect_excluded(const QueryNode& node, const ResolvedFields& fields, std::vector<FacetId>& out) {
  if (node.kind == NodeKind::kNot) {
    for (std::size_t i = 1; i < node.children.size(); ++i) collect_names(node.children[i], fields, out);
    return collect_excluded(node.children.front(), fields, out);
  }
  if (node.kind != NodeKind::kAnd) return;
  for (const QueryNode& child : node.children) collect_excluded(child, fields, out);
}

// Those of the kind that stand for themselves, ascending.
std::vector<FacetId> standing_of(FacetKind kind, const std::vector<FacetId>& stored, const FacetRemap& remap) {
  std::vector<FacetId> out;
  for (const FacetId id : stored) {
    if (const FacetId standing = remap(id); standing != 0 && kind_of(standing) == kind) out.push_back(standing);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Result<ChosenValues> choose_named_like(const FacetRequest& request, const SearchInput& input, const Catalog& catalog,
                                       const FacetCounter& counter) {
  const std::string part = facet_key(request.find);
  std::vector<FacetId> named;
  auto visited = catalog.visit_facet_names([&](FacetId id, std::string_view key) {
    if (kind_of(id) == *request.kind && key.find(part) != std::string_view::npos) named.push_back(id);
  });
  if (!visited) return std::move(visited).error();
  ChosenValues out;
  for (const FacetId id : standing_of(*request.kind, named, input.remap)) {
    if (const std::uint64_t count = counter.count_of(id); count != 0) out.values.push_back({id, count});
  }
  std::sort(out.values.begin(), out.values.end(), comes_before);
  out.distinct = out.values.size();
  if (request.limit != 0 && out.values.size() > request.limit) out.values.resize(request.limit);
  return out;
}

}  // namespace

Result<ChosenValues> choose_values(const FacetRequest& request, const SearchInput& input, const Catalog& catalog,
                                   const FacetCounter& counter) {
  if (!request.find.empty()) return choose_named_like(request, input, catalog, counter);
  ChosenValues out{.values = counter.top(*request.kind, request.limit), .distinct = counter.distinct(*request.kind)};
  const auto is_shown = [&out](FacetId id) {
    return std::any_of(out.values.begin(), out.values.end(), [id](const CountedValue& v) { return v.facet == id; });
  };
  for (const FacetId id : input.fields.selected_values) {
    const std::uint64_t count = kind_of(id) == *request.kind ? counter.count_of(id) : 0;
    if (count != 0 && !is_shown(id)) out.values.push_back({id, count});
  }
  std::vector<FacetId> excluded;
  collect_excluded(input.tree, input.fields, excluded);
  for (const FacetId id : standing_of(*request.kind, excluded, input.remap)) {
    if (counter.count_of(id) == 0) out.values.push_back({id, 0});
  }
  return out;
}

}  // namespace dateline
