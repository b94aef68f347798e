// Whom a name of one article was found to mean by the rest of the archive.
#pragma once

#include <compare>

#include "schema/facet_id.h"

namespace dateline {

struct Attachment {
  FacetId from = 0;  // as the article alone names it
  FacetId into = 0;  // what is indexed in its place
  auto operator<=>(const Attachment&) const = default;
};

}  // namespace dateline
