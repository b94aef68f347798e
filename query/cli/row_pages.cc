// Pages of one size.
#include "query/cli/row_pages.h"

#include <algorithm>

namespace dateline::cli {
namespace {

constexpr std::uint64_t kPage = 2000;  // rows: some megabytes with their snippets

}  // namespace

Outcome page_by_page(const FetchPage& fetch, std::uint64_t offset, std::uint64_t limit) {
  const std::uint64_t wanted = std::min(limit, kPage);
  std::uint64_t size = 0;
  Outcome outcome = fetch(offset, wanted, size);
  if (size > 0 && size == wanted && limit > size) {
    outcome.rest = [fetch, offset, limit, size] { return page_by_page(fetch, offset + size, limit - size); };
  }
  return outcome;
}

std::string print_rows(const Rows& rows, Format format, bool first) {
  const RowFormat& how = row_format(format);
  return (first && how.head != nullptr ? how.head(rows.columns) : std::string()) + how.rows(rows);
}

}  // namespace dateline::cli
