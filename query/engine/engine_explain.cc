// Explains a query on the newest snapshot.
#include "query/engine/ask_newest.h"
#include "query/engine/engine.h"
#include "query/engine/local_today.h"
#include "query/parser/query_lexer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

Result<std::vector<ExplainedToken>> tokens_of(std::string_view text, std::int64_t today) {
  const auto tokens = lex_query(text, today);
  if (!tokens) return tokens.error();
  std::vector<ExplainedToken> out;
  for (const QueryToken& token : *tokens) {
    if (token.kind != QueryTokenKind::kEnd) out.push_back({std::string(name_of(token)), token.span});
  }
  return out;
}

}  // namespace

Result<Explanation> Engine::explain(const ExplainRequest& request) {
  const std::int64_t today = local_today();
  const bool everything = trim(request.search.text).empty();
  const auto tree = everything ? Result<QueryNode>(QueryNode{}) : parse_query(request.search.text, today);
  if (!tree) return tree.error();
  const auto tokens = tokens_of(request.search.text, today);
  if (!tokens) return tokens.error();
  const std::uint32_t time = request.search.timeout_ms;
  const Deadline deadline = time == 0 ? Deadline() : Deadline::in_milliseconds(time);
  return ask_newest<Explanation>(reader_, [&](IndexSnapshot* snapshot) -> Result<Explanation> {
    const Catalog& catalog = reader_.catalog();
    const CatalogRead read(catalog);
    if (!read.begun()) return read.begun().error();
    const auto merges = catalog.merges();
    if (!merges) return merges.error();
    const FacetRemap remap(*merges);
    const auto fields = resolve_fields(*tree, request.search, catalog, remap, deadline);
    if (!fields) return fields.error();
    Explanation out{.query_text = request.search.text,
                    .parsed = to_sexpr(*tree),
                    .tokens = *tokens,
                    .index_query = {},
                    .patterns = {},
                    .names = {},
                    .hits = {},
                    .notes = fields->notes};
    auto done = snapshot == nullptr
                    ? check_nothing_added(catalog, paths().folder)
                    : fill_explanation(request, *tree, *fields, catalog, reader_.stemmer(), *snapshot, out);
    if (!done) return std::move(done).error();
    return out;
  });
}

}  // namespace dateline
