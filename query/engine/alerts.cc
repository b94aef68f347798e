// Finding is one transaction; telling is two for each article, one before and one after.
#include "query/engine/alerts.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {

Result<AlertRun> AlertRun::begin(Engine& engine) {
  auto lock = FileLock::wait(engine.paths().searches_lock());
  if (!lock) return std::move(lock).error();
  auto store = open_searches(engine);
  if (!store) return std::move(store).error();
  AlertRun run(engine, std::move(*lock), std::move(*store));
  if (auto found = run.find(); !found) return std::move(found).error();
  return run;
}

Result<void> AlertRun::find() {
  auto searches = store_.all();
  if (!searches) return std::move(searches).error();
  searches_ = std::move(*searches);
  std::vector<Watch> watches;
  std::vector<const SavedSearch*> watched;
  for (const SavedSearch& search : searches_) {
    if (!search.alerts) continue;
    watches.push_back({.request = request_of(search.query), .since = search.alerts_since});
    watched.push_back(&search);
  }
  auto answers = engine_->find_new(watches);
  if (!answers) return std::move(answers).error();
  std::vector<SavedSearches::Found> found;
  for (std::size_t i = 0; i < watched.size(); ++i) {
    auto& articles = answers->found[i];
    if (articles) {
      found.push_back({.search = watched[i]->id, .articles = std::move(*articles)});
    } else {
      problems_.push_back({.search = watched[i]->name, .error = std::move(articles).error()});
    }
  }
  if (auto added = store_.add_found(found, answers->mark.seq); !added) return added;
  auto open = store_.open_alerts();
  if (!open) return std::move(open).error();
  open_ = std::move(*open);
  return {};
}

const SavedSearch* AlertRun::search_of(const OpenAlert& alert) const {
  const auto found = std::find_if(searches_.begin(), searches_.end(),
                                  [&](const SavedSearch& search) { return search.id == alert.search; });
  return found == searches_.end() ? nullptr : &*found;
}

// What was removed before it was told is told no more.
Result<std::optional<Alert>> AlertRun::next() {
  while (at_ < open_.size()) {
    const OpenAlert& alert = open_[at_++];
    const SavedSearch* search = search_of(alert);
    if (search == nullptr) continue;  // saved while this one runs: for the next run
    auto article = engine_->article(alert.article);
    if (!article && article.error().code != ErrorCode::kNotFound) return std::move(article).error();
    auto noted = article ? store_.begin_telling(alert) : store_.drop(alert);
    if (!noted) return std::move(noted).error();
    if (!article) continue;
    return std::optional(Alert{.delivery = concat({std::to_string(alert.search), "-", std::to_string(alert.article)}),
                               .attempt = alert.attempts + 1,
                               .search = search->name,
                               .query = search->query.text,
                               .article = std::move(*article)});
  }
  return std::optional<Alert>();
}

Result<void> AlertRun::set_told() {
  return at_ == 0 ? Result<void>() : store_.set_told(open_[at_ - 1]);
}

}  // namespace dateline
