// Answers of dateline search and dateline facets in formats of rows.
#pragma once

#include "query/cli/command.h"

namespace dateline::cli {

Outcome search_rows(const Arguments& arguments);
Outcome facet_rows(const Arguments& arguments);

}  // namespace dateline::cli
