// Marks are placed by columns on the screen, not by bytes.
#include "query/cli/error_report.h"

#include <algorithm>

#include "query/cli/display_text.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostColumns = 72;  // of the query that are shown
constexpr std::size_t kBefore = 40;       // of them, at most, before the mark of a longer query

// "  gaza foo:bar\n       ^~~\n"
std::string marked_query(std::string_view query, api::Span position) {
  const std::size_t begin = std::min(position.begin, query.size());
  const std::size_t end = std::clamp(position.end, begin, query.size());
  const std::vector<Cell> before = cells_of(query.substr(0, begin));
  const std::vector<Cell> inside = cells_of(query.substr(begin, end - begin));
  const std::vector<Cell> after = cells_of(query.substr(end));
  std::vector<Cell> all = before;
  all.insert(all.end(), inside.begin(), inside.end());
  all.insert(all.end(), after.begin(), after.end());

  std::size_t first = 0;
  std::size_t lead = width_of(before);
  const bool cut = width_of(all) > kMostColumns;
  while (cut && first < before.size() && lead > kBefore) lead -= all[first++].width;
  std::size_t last = first;
  for (std::size_t width = 0; last < all.size() && width + all[last].width <= kMostColumns; ++last)
    width += all[last].width;

  const std::string_view dots_before = first > 0 ? "…" : "";
  const std::size_t column = lead + (first > 0 ? 1 : 0);
  const std::size_t room = kMostColumns + 1 - std::min(kMostColumns, lead);
  const std::size_t length = std::clamp<std::size_t>(width_of(inside), 1, room);
  return "  " + std::string(dots_before) + plain(std::span(all).subspan(first, last - first)) +
         (last < all.size() ? "…" : "") + "\n  " + std::string(column, ' ') + "^" + std::string(length - 1, '~') + "\n";
}

}  // namespace

std::string report_of(const api::Error& error, std::string_view query) {
  std::string report = "dateline: " + safe_text(error.message) + "\n";
  if (error.code == DATELINE_QUERY && error.position) report += marked_query(query, *error.position);
  if (!error.hint.empty()) report += "hint: " + safe_text(error.hint) + "\n";
  return report;
}

}  // namespace dateline::cli
