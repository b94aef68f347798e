// Rows go to standard output; what the reader should know besides goes to standard error.
#include "query/cli/search_rows.h"

#include <memory>

#include "query/cli/display_text.h"
#include "query/cli/format_paths.h"
#include "query/cli/result_rows.h"
#include "query/cli/row_pages.h"

namespace dateline::cli {
namespace {

std::string remarks(const api::Results& results) {
  std::string text;
  for (const std::string_view note : results.notes()) text += "dateline: " + safe_text(note) + "\n";
  if (!results.suggestion().empty()) text += "hint: " + safe_text(results.suggestion()) + "\n";
  return text;
}

ExitCode code_of(const api::Results& results) {
  return results.matched() == 0 ? ExitCode::kNothingFound : ExitCode::kDone;
}

// What several pages share.
struct Search {
  api::Archive archive;
  api::Request request;
  Format format;
  PathFormat paths;
  bool first = true;

  std::string print(const api::Results& results) {
    if (format == Format::kPaths) return paths.print(results);
    if (format == Format::kJsonLines) return std::string(results.json_lines());
    return print_rows(rows_of_hits(results), format, first);
  }

  Outcome page(std::uint64_t offset, std::uint64_t limit, std::uint64_t& size) {
    request.offset = offset;
    request.limit = limit;
    const auto results = archive.search(request);
    if (!results) return outcome_of(results.error(), request.query);
    size = results->hits().size();
    Outcome outcome{code_of(*results), print(*results), first ? remarks(*results) : std::string()};
    first = false;
    return outcome;
  }
};

}  // namespace

Outcome search_rows(const Arguments& arguments) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const char end = arguments.null_ends ? '\0' : '\n';
  const auto search = std::make_shared<Search>(
      Search{std::move(archive).value(), arguments.request, arguments.format, PathFormat(end)});
  const auto fetch = [search](std::uint64_t offset, std::uint64_t limit, std::uint64_t& size) {
    return search->page(offset, limit, size);
  };
  return page_by_page(fetch, arguments.request.offset, arguments.request.limit);
}

Outcome facet_rows(const Arguments& arguments) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto results = archive->search(arguments.request);
  if (!results) return outcome_of(results.error(), arguments.request.query);
  return {code_of(*results), print_rows(rows_of_facets(*results), arguments.format, true), remarks(*results)};
}

}  // namespace dateline::cli
