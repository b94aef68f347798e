// Saved searches of the C ABI.
#include "query/api/boundary.h"
#include "query/api/given_struct.h"
#include "query/api/request_check.h"
#include "query/api/saved_handles.h"
#include "query/engine/saved_json.h"

namespace {

using dateline::Result;
using dateline::wrong_argument;

std::unique_ptr<dateline_saved_list> make_list(std::vector<dateline::SavedSearch> searches) {
  auto list = std::make_unique<dateline_saved_list>();
  list->json = dateline::saved_to_json(searches);
  list->searches.reserve(searches.size());
  for (dateline::SavedSearch& search : searches) {
    dateline_saved& saved = list->searches.emplace_back(dateline_saved{std::move(search), {}, {}});
    saved.json = dateline::saved_to_json(saved.search);
    for (const auto& selection : saved.search.query.selections) {
      saved.selections.push_back({static_cast<dateline_kind>(selection.kind), selection.name.c_str()});
    }
  }
  return list;
}

}  // namespace

extern "C" {

dateline_code dateline_archive_mark(dateline_archive* archive, uint64_t* mark, dateline_error** error) {
  if (mark != nullptr) *mark = 0;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || mark == nullptr) return wrong_argument("an argument is NULL");
    const auto found = archive->engine.mark();
    if (!found) return found.error();
    *mark = static_cast<uint64_t>(found->article);
    return {};
  });
}

dateline_code dateline_save_search(dateline_archive* archive, const char* name, const dateline_request* request,
                                   int replace, int alerts, uint64_t* matched, dateline_error** error) {
  if (matched != nullptr) *matched = 0;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || name == nullptr) return wrong_argument("an argument is NULL");
    const auto checked = dateline::check_request(request);
    if (!checked) return checked.error();
    const auto saved =
        dateline::save_search(archive->engine, name, *checked, {.replace = replace != 0, .alerts = alerts != 0});
    if (!saved) return saved.error();
    if (matched != nullptr) *matched = *saved;
    return {};
  });
}

dateline_code dateline_forget_search(dateline_archive* archive, const char* name, dateline_error** error) {
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || name == nullptr) return wrong_argument("an argument is NULL");
    return dateline::forget_search(archive->engine, name);
  });
}

dateline_code dateline_saved_searches(dateline_archive* archive, dateline_saved_list** list, dateline_error** error) {
  if (list != nullptr) *list = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || list == nullptr) return wrong_argument("an argument is NULL");
    auto found = dateline::saved_searches(archive->engine);
    if (!found) return std::move(found).error();
    *list = make_list(std::move(*found)).release();
    return {};
  });
}

dateline_code dateline_remember_run(dateline_archive* archive, const char* name, uint64_t mark,
                                    dateline_error** error) {
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || name == nullptr) return wrong_argument("an argument is NULL");
    if (mark > INT64_MAX) return wrong_argument("the mark is none that an archive gave");
    return dateline::remember_run(archive->engine, name, static_cast<dateline::ArticleId>(mark));
  });
}

void dateline_saved_list_free(dateline_saved_list* list) {
  delete list;
}
size_t dateline_saved_count(const dateline_saved_list* list) {
  return list == nullptr ? 0 : list->searches.size();
}
const dateline_saved* dateline_saved_at(const dateline_saved_list* list, size_t index) {
  return index < dateline_saved_count(list) ? &list->searches[index] : nullptr;
}
const dateline_saved* dateline_saved_named(const dateline_saved_list* list, const char* name) {
  for (size_t i = 0; name != nullptr && i < dateline_saved_count(list); ++i) {
    if (list->searches[i].search.name == name) return &list->searches[i];
  }
  return nullptr;
}
const char* dateline_saved_json(const dateline_saved_list* list) {
  return list == nullptr ? "" : list->json.c_str();
}

const char* dateline_saved_name(const dateline_saved* saved) {
  return saved == nullptr ? "" : saved->search.name.c_str();
}
const char* dateline_saved_one_json(const dateline_saved* saved) {
  return saved == nullptr ? "" : saved->json.c_str();
}
int dateline_saved_alerts(const dateline_saved* saved) {
  return saved != nullptr && saved->search.alerts ? 1 : 0;
}
int64_t dateline_saved_time(const dateline_saved* saved) {
  return saved == nullptr ? 0 : saved->search.saved_at;
}
int64_t dateline_saved_run_time(const dateline_saved* saved) {
  return saved == nullptr ? 0 : saved->search.run_at;
}
uint64_t dateline_saved_run_mark(const dateline_saved* saved) {
  return saved == nullptr ? 0 : static_cast<uint64_t>(saved->search.run_article);
}
uint64_t dateline_saved_waiting(const dateline_saved* saved) {
  return saved == nullptr ? 0 : saved->search.waiting;
}
uint64_t dateline_saved_told(const dateline_saved* saved) {
  return saved == nullptr ? 0 : saved->search.told;
}

void dateline_saved_request(const dateline_saved* saved, dateline_request* request) {
  if (saved == nullptr || request == nullptr) return;
  dateline_request asked = dateline::known_members(*request, dateline_request_init);
  const dateline::SavedQuery& query = saved->search.query;
  asked.query = query.text.c_str();
  asked.match = static_cast<dateline_match>(query.match);
  asked.sort = static_cast<dateline_sort>(query.sort);
  asked.date_filter = query.date_filter.c_str();
  asked.selections = saved->selections.data();
  asked.selection_count = saved->selections.size();
  asked.expand = query.expand ? 1 : 0;
  asked.half_life_days = query.half_life_days;
  asked.size = request->size;
  std::memcpy(static_cast<void*>(request), &asked, std::min(request->size, sizeof asked));
}

}  // extern "C"
