// SearchRequest ↔ SavedQuery, and the checks of names.
#include "query/engine/saved_searches.h"

#include <algorithm>
#include <ctime>

#include "shared/base/strings.h"

namespace dateline {
namespace {

// Names are shown on terminals and given to commands.
Result<void> check_name(std::string_view name) {
  const auto wrong = [&](std::string_view what) {
    return Error{ErrorCode::kUsage, concat({"the name of the search ", what}),
                 concat({"a name has up to ", std::to_string(kLongestSearchName), " bytes and no control characters"})};
  };
  if (trim(name).empty()) return wrong("is empty");
  if (trim(name).size() != name.size()) return wrong("begins or ends with a space");
  if (name.size() > kLongestSearchName) return wrong("is too long");
  if (find_invalid_utf8(name) != std::string_view::npos) return wrong("is not UTF-8");
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return wrong("has a control character");
  }
  return {};
}

SavedQuery saved_query_of(const SearchRequest& request) {
  SavedQuery query{.text = request.text,
                   .match = static_cast<int>(request.match),
                   .sort = static_cast<int>(request.sort),
                   .date_filter = request.date_filter,
                   .selections = {},
                   .expand = request.expand,
                   .half_life_days = request.half_life_days};
  for (const FacetSelection& selection : request.selections) {
    query.selections.push_back({.kind = selection.kind, .name = selection.name});
  }
  return query;
}

Error unknown_search(std::string_view name) {
  return {ErrorCode::kNotFound, concat({"there is no saved search '", name, "'"}), "see: dateline saved"};
}

}  // namespace

SearchRequest request_of(const SavedQuery& query) {
  SearchRequest request{.text = query.text,
                        .match = static_cast<MatchMode>(query.match),
                        .sort = static_cast<SortOrder>(query.sort),
                        .selections = {},
                        .date_filter = query.date_filter,
                        .facets = {},
                        .expand = query.expand,
                        .half_life_days = query.half_life_days};
  for (const SavedSelection& selection : query.selections) {
    request.selections.push_back({.kind = selection.kind, .name = selection.name});
  }
  return request;
}

Result<SavedSearches> open_searches(Engine& engine) {
  const auto end = engine.end_mark();
  if (!end) return end.error();
  return SavedSearches::open_to_write(engine.paths(), engine.archive_uuid(), *end);
}

Result<std::uint64_t> save_search(Engine& engine, std::string_view name, const SearchRequest& request,
                                  SaveOptions options) {
  if (auto good = check_name(name); !good) return std::move(good).error();
  // The mark first: an article that comes meanwhile is told rather than lost.
  const auto mark = engine.mark();
  if (!mark) return mark.error();
  SavedSearch search{.name = std::string(name), .query = saved_query_of(request), .alerts = options.alerts};
  SearchRequest trial = request_of(search.query);
  trial.limit = 0;
  trial.expand = false;
  const auto results = engine.search(trial);
  if (!results) return results.error();
  search.saved_at = std::time(nullptr);
  search.alerts_since = *mark;
  auto searches = open_searches(engine);
  if (!searches) return std::move(searches).error();
  if (auto saved = searches->save(search, options.replace); !saved) return std::move(saved).error();
  return results->matched;
}

Result<void> forget_search(Engine& engine, std::string_view name) {
  auto searches = open_searches(engine);
  if (!searches) return std::move(searches).error();
  const auto gone = searches->forget(name);
  if (!gone) return gone.error();
  return *gone ? Result<void>() : unknown_search(name);
}

Result<std::vector<SavedSearch>> saved_searches(Engine& engine) {
  auto searches = SavedSearches::open_to_read(engine.paths());
  if (!searches) return std::move(searches).error();
  if (!*searches) return std::vector<SavedSearch>();
  const auto archive = (*searches)->archive();
  if (!archive) return archive.error();
  const auto end = engine.end_mark();
  if (!end) return end.error();
  auto all = (*searches)->all();
  if (!all) return all;
  // As open_to_write would make it: numbers of another catalog, or beyond the end of this one, mean nothing.
  const ArticleId most = *archive == engine.archive_uuid() ? end->article : 0;
  for (SavedSearch& search : *all) search.run_article = std::min(search.run_article, most);
  return all;
}

Result<void> remember_run(Engine& engine, std::string_view name, ArticleId mark) {
  auto searches = open_searches(engine);
  if (!searches) return std::move(searches).error();
  const auto known = searches->find(name);
  if (!known) return known.error();
  if (!*known) return unknown_search(name);
  return searches->set_run(name, mark, std::time(nullptr));
}

}  // namespace dateline
