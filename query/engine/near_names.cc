// People seldom mistype a first letter, so only names that begin with it are compared: a twentieth of all.
#include "query/engine/near_names.h"

#include "shared/base/strings.h"
#include "shared/base/typing_errors.h"

namespace dateline {
namespace {

constexpr std::size_t kMostValues = 100;
constexpr std::size_t kLongestKey = 100;  // bytes; what is longer is no mistyped name

// One slip in a short name, more in longer ones.
std::size_t errors_allowed(std::size_t bytes) {
  if (bytes < 4) return 0;
  if (bytes < 7) return 1;
  return bytes < 14 ? 2 : 3;
}

}  // namespace

Result<std::vector<FacetId>> near_names(const Catalog& catalog, FacetKind kind, std::string_view key) {
  std::vector<FacetId> found;
  std::size_t most = errors_allowed(key.size());
  if (most == 0 || key.size() > kLongestKey) return found;
  const std::string first(key.substr(0, utf8_length_at(key, 0)));
  auto visited = catalog.visit_names_from(kind, first, [&](FacetId facet, std::string_view name) {
    const std::size_t errors = typing_errors(key, name, most);
    if (errors > most) return;
    if (errors < most) found.clear();
    most = errors;
    if (found.size() < kMostValues) found.push_back(facet);
  });
  if (!visited) return std::move(visited).error();
  return found;
}

}  // namespace dateline
