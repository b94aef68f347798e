// Parse, resolve, match.
#include "query/engine/match_set.h"

#include "query/engine/deadline.h"
#include "query/engine/local_today.h"
#include "query/parser/query_tree.h"
#include "shared/base/strings.h"

namespace dateline {

Result<MatchSet> match_articles(const EntityReader& reader, const SearchRequest& request) {
  auto tree = trim(request.text).empty() ? Result<QueryNode>(QueryNode{}) : parse_query(request.text, local_today());
  if (!tree) return std::move(tree).error();
  const Deadline deadline = request.timeout_ms == 0 ? Deadline() : Deadline::in_milliseconds(request.timeout_ms);
  auto fields = resolve_fields(*tree, request, reader.catalog, reader.remap, deadline);
  if (!fields) return std::move(fields).error();
  const auto query =
      reader.snapshot.searcher.prepare(*tree, *fields, request.match, reader.snapshot.columns, reader.stemmer);
  if (!query) return query.error();
  auto documents = reader.snapshot.searcher.matches(*query);
  if (!documents) return std::move(documents).error();
  MatchSet out{.parsed = to_sexpr(*tree), .documents = std::move(*documents), .notes = std::move(fields->notes)};
  out.notes.insert(out.notes.end(), query->notes().begin(), query->notes().end());
  if (query->stopped()) out.notes.emplace_back("the time was over: this is what was found until then (--timeout)");
  return out;
}

Result<DocidList> all_articles(const EntityReader& reader) {
  auto all = match_articles(reader, SearchRequest{});
  if (!all) return std::move(all).error();
  return std::move(all->documents);
}

}  // namespace dateline
