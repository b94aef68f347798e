// Parse, resolve, match.
#include "query/engine/match_set.h"

#include "query/parser/query_tree.h"
#include "shared/base/strings.h"

namespace dateline {

Result<MatchSet> match_articles(const EntityReader& reader, const SearchRequest& request) {
  auto tree = trim(request.text).empty() ? Result<QueryNode>(QueryNode{}) : parse_query(request.text);
  if (!tree) return std::move(tree).error();
  auto fields = resolve_fields(*tree, request, reader.catalog, reader.remap);
  if (!fields) return std::move(fields).error();
  const auto query =
      reader.snapshot.searcher.prepare(*tree, *fields, request.match, reader.snapshot.columns, reader.stemmer);
  if (!query) return query.error();
  auto documents = reader.snapshot.searcher.matches(*query);
  if (!documents) return std::move(documents).error();
  return MatchSet{.parsed = to_sexpr(*tree), .documents = std::move(*documents), .notes = std::move(fields->notes)};
}

Result<DocidList> all_articles(const EntityReader& reader) {
  auto all = match_articles(reader, SearchRequest{});
  if (!all) return std::move(all).error();
  return std::move(all->documents);
}

}  // namespace dateline
