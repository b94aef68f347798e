// Any number of rows in flat memory: page after page, each fetched when the one before has been written.
#pragma once

#include <cstdint>
#include <functional>

#include "query/cli/command.h"
#include "query/cli/row_format.h"

namespace dateline::cli {

// Prints `limit` rows from `offset` on, and says how many there were.
using FetchPage = std::function<Outcome(std::uint64_t offset, std::uint64_t limit, std::uint64_t& size)>;

// If the archive changes between two pages, a row may come twice or not at all.
Outcome page_by_page(const FetchPage& fetch, std::uint64_t offset, std::uint64_t limit);

// With the head where they are the first ones.
std::string print_rows(const Rows& rows, Format format, bool first);

}  // namespace dateline::cli
