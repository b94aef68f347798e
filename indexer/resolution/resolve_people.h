// Who of the people whose surnames sound alike are one, and whom a bare surname means. A function of the values, their
// articles and people's corrections; it reads and writes nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/resolution/join_names.h"

namespace dateline {

struct DocumentAttachment {
  std::uint32_t document = 0;
  FacetId from = 0, into = 0;
};

struct Resolution {
  std::vector<FacetMerge> merges;  // of values that stand for another one; all others stand for themselves
  std::vector<DocumentAttachment> attached;
};

// `values` are those whose surnames sound alike and that have articles. The order of `values` does not matter.
Resolution resolve_people(std::vector<NamedValue> values, const DocumentsOf& documents_of);

}  // namespace dateline
