// Alerts: each article that comes in after a search was saved, and matches it, is told once. What is found is written
// down before anything is told, and each article when it was told, so that a crash loses none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/engine/saved_searches.h"
#include "shared/base/file_lock.h"

namespace dateline {

struct Alert {
  std::string delivery;       // "SEARCH-ARTICLE": the same for every attempt, and never of another one
  std::uint32_t attempt = 1;  // above 1: an earlier one failed, or was cut off and may have reached its reader
  std::string search, query;
  Article article;
};

// A search that could not be asked: its query is wrong now.
struct AlertProblem {
  std::string search;
  Error error;
};

// One program tells at a time; a second one waits. One thread.
class AlertRun {
 public:
  // Waits for another one to end, then looks for what is new and writes that down.
  static Result<AlertRun> begin(Engine& engine);

  // The next alert that is to be told, written down as being told; nullopt after the last one. An alert that is not
  // followed by set_told() comes again in the next run.
  Result<std::optional<Alert>> next();
  Result<void> set_told();  // the alert that next() gave; durable when it returns
  [[nodiscard]] const std::vector<AlertProblem>& problems() const { return problems_; }
  [[nodiscard]] std::size_t left() const { return open_.size() - at_; }

 private:
  AlertRun(Engine& engine, FileLock lock, SavedSearches store)
      : engine_(&engine), lock_(std::move(lock)), store_(std::move(store)) {}
  Result<void> find();
  [[nodiscard]] const SavedSearch* search_of(const OpenAlert& alert) const;

  Engine* engine_;
  FileLock lock_;
  SavedSearches store_;
  std::vector<SavedSearch> searches_;
  std::vector<AlertProblem> problems_;
  std::vector<OpenAlert> open_;
  std::size_t at_ = 0;  // what comes next
};

}  // namespace dateline
