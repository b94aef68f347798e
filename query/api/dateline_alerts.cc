// Alerts of the C ABI.
#include "query/api/boundary.h"
#include "query/api/given_struct.h"
#include "query/api/saved_handles.h"
#include "query/engine/saved_json.h"

namespace {

using dateline::Result;
using dateline::wrong_argument;

// A member of the present alert's article; "" where there is no alert.
const char* of_article(const dateline_alerts* alerts, std::string dateline::Article::*member) {
  return alerts == nullptr || !alerts->alert ? "" : (alerts->alert->article.*member).c_str();
}
const char* of_alert(const dateline_alerts* alerts, std::string dateline::Alert::*member) {
  return alerts == nullptr || !alerts->alert ? "" : ((*alerts->alert).*member).c_str();
}

}  // namespace

extern "C" {

dateline_code dateline_find_alerts(dateline_archive* archive, dateline_alerts** alerts, dateline_error** error) {
  if (alerts != nullptr) *alerts = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || alerts == nullptr) return wrong_argument("an argument is NULL");
    auto run = dateline::AlertRun::begin(archive->engine);
    if (!run) return std::move(run).error();
    *alerts = new dateline_alerts{std::move(*run), std::nullopt, {}, {}};
    return {};
  });
}

void dateline_alerts_free(dateline_alerts* alerts) {
  delete alerts;
}

dateline_code dateline_alerts_next(dateline_alerts* alerts, int* there, dateline_error** error) {
  if (there != nullptr) *there = 0;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (alerts == nullptr || there == nullptr) return wrong_argument("an argument is NULL");
    auto next = alerts->run.next();
    if (!next) return std::move(next).error();
    alerts->alert = std::move(*next);
    alerts->published = alerts->alert ? dateline::to_iso(alerts->alert->article.published) : std::string();
    alerts->json = alerts->alert ? dateline::alert_to_json(*alerts->alert) : std::string();
    *there = alerts->alert ? 1 : 0;
    return {};
  });
}

dateline_code dateline_alerts_told(dateline_alerts* alerts, dateline_error** error) {
  return dateline::guarded(error, [&]() -> Result<void> {
    if (alerts == nullptr || !alerts->alert) return wrong_argument("there is no alert that was told");
    return alerts->run.set_told();
  });
}

const char* dateline_alerts_delivery(const dateline_alerts* alerts) {
  return of_alert(alerts, &dateline::Alert::delivery);
}
unsigned dateline_alerts_attempt(const dateline_alerts* alerts) {
  return alerts == nullptr || !alerts->alert ? 0 : alerts->alert->attempt;
}
const char* dateline_alerts_search(const dateline_alerts* alerts) {
  return of_alert(alerts, &dateline::Alert::search);
}
const char* dateline_alerts_query(const dateline_alerts* alerts) {
  return of_alert(alerts, &dateline::Alert::query);
}
const char* dateline_alerts_id(const dateline_alerts* alerts) {
  return of_article(alerts, &dateline::Article::key);
}
const char* dateline_alerts_title(const dateline_alerts* alerts) {
  return of_article(alerts, &dateline::Article::title);
}
const char* dateline_alerts_published(const dateline_alerts* alerts) {
  return alerts == nullptr ? "" : alerts->published.c_str();
}
const char* dateline_alerts_source(const dateline_alerts* alerts) {
  return of_article(alerts, &dateline::Article::source);
}
const char* dateline_alerts_url(const dateline_alerts* alerts) {
  return of_article(alerts, &dateline::Article::url);
}
const char* dateline_alerts_path(const dateline_alerts* alerts) {
  return of_article(alerts, &dateline::Article::path);
}
const char* dateline_alerts_json(const dateline_alerts* alerts) {
  return alerts == nullptr ? "" : alerts->json.c_str();
}

size_t dateline_alerts_problem_count(const dateline_alerts* alerts) {
  return alerts == nullptr ? 0 : alerts->run.problems().size();
}
const char* dateline_alerts_problem_search(const dateline_alerts* alerts, size_t index) {
  return index < dateline_alerts_problem_count(alerts) ? alerts->run.problems()[index].search.c_str() : "";
}
const char* dateline_alerts_problem(const dateline_alerts* alerts, size_t index) {
  return index < dateline_alerts_problem_count(alerts) ? alerts->run.problems()[index].error.message.c_str() : "";
}

}  // extern "C"
