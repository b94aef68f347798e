// The library's answers → rows.
#pragma once

#include <dateline.hpp>

#include "query/cli/row_format.h"

namespace dateline::cli {

Rows rows_of_hits(const api::Results& results);
Rows rows_of_facets(const api::Results& results);  // a value a row
Rows rows_of_mentions(const api::Mentions& mentions);

}  // namespace dateline::cli
