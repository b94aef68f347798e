// Searches that are kept with the archive under a name, and run again. Knows the engine and the store of searches; no
// SQLite.
#pragma once

#include <string_view>
#include <vector>

#include "query/engine/engine.h"
#include "shared/store/sqlite_searches.h"

namespace dateline {

inline constexpr std::size_t kLongestSearchName = 200;  // bytes

struct SaveOptions {
  bool replace = false;  // a search of the same name; else that is kUsage
  bool alerts = true;    // new articles that match are told
};

// Keeps what is asked, not how it is shown. The query is run once, so that a wrong one is refused. Returns how many
// articles match now.
Result<std::uint64_t> save_search(Engine& engine, std::string_view name, const SearchRequest& request,
                                  SaveOptions options);
Result<void> forget_search(Engine& engine, std::string_view name);  // kNotFound
Result<std::vector<SavedSearch>> saved_searches(Engine& engine);    // by name
// The next "new since last run" begins behind `mark`.
Result<void> remember_run(Engine& engine, std::string_view name, ArticleId mark);

// What was asked; the rest as SearchRequest has it.
SearchRequest request_of(const SavedQuery& query);
Result<SavedSearches> open_searches(Engine& engine);  // to write

}  // namespace dateline
