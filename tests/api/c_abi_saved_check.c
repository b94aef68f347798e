/* Uses dateline_saved.h as a C program does, compiled as C11. */
#include <dateline_saved.h>
#include <string.h>

#include "tests/api/c_abi_check.h"

static const char* expect(int condition, const char* what) {
  return condition ? NULL : what;
}

static const char* check_list(dateline_archive* archive) {
  dateline_saved_list* list = NULL;
  const char* wrong = expect(dateline_saved_searches(archive, &list, NULL) == DATELINE_OK, "list");
  const dateline_saved* saved = dateline_saved_named(list, "talks");
  if (!wrong) wrong = expect(dateline_saved_count(list) == 1 && saved == dateline_saved_at(list, 0), "one search");
  if (!wrong) wrong = expect(strcmp(dateline_saved_name(saved), "talks") == 0, "name");
  if (!wrong) wrong = expect(dateline_saved_alerts(saved) == 1 && dateline_saved_time(saved) > 0, "alerts and time");
  if (!wrong) wrong = expect(strstr(dateline_saved_json(list), dateline_saved_one_json(saved)) != NULL, "JSON");
  if (!wrong) wrong = expect(!dateline_saved_at(list, 1) && !dateline_saved_named(list, "x"), "out of range");
  dateline_request request;
  dateline_request_init(&request, sizeof request);
  request.limit = 3;
  dateline_saved_request(saved, &request);
  if (!wrong) wrong = expect(strcmp(request.query, "gaza") == 0 && request.limit == 3, "the request");
  if (!wrong) wrong = expect(request.selection_count == 1 && request.selections[0].kind == DATELINE_SOURCE, "filter");
  request.added_after = dateline_saved_run_mark(saved);
  dateline_results* results = NULL;
  if (!wrong) wrong = expect(dateline_search(archive, &request, &results, NULL) == DATELINE_OK, "run");
  if (!wrong) wrong = expect(dateline_results_matched(results) == 1, "all is new at first");
  dateline_results_free(results);
  dateline_saved_list_free(list);
  return wrong;
}

static const char* check_marks(dateline_archive* archive) {
  uint64_t mark = 0;
  dateline_results* results = NULL;
  const char* wrong = expect(dateline_archive_mark(archive, &mark, NULL) == DATELINE_OK && mark == 2, "mark");
  dateline_request request;
  dateline_request_init(&request, sizeof request);
  request.added_after = 1;
  request.added_until = mark;
  if (!wrong) wrong = expect(dateline_search(archive, &request, &results, NULL) == DATELINE_OK, "search between");
  if (!wrong) wrong = expect(dateline_results_matched(results) == 1, "the second article");
  dateline_results_free(results);
  request.added_after = 0;
  request.added_until = 1;
  if (!wrong) wrong = expect(dateline_search(archive, &request, &results, NULL) == DATELINE_OK, "search until");
  if (!wrong) wrong = expect(strcmp(dateline_hit_id(dateline_results_hit(results, 0)), "a") == 0, "the first article");
  dateline_results_free(results);
  request.added_after = UINT64_MAX;
  if (!wrong) wrong = expect(dateline_search(archive, &request, &results, NULL) == DATELINE_USAGE, "no mark");
  return wrong;
}

const char* check_saved_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  dateline_error* error = NULL;
  uint64_t matched = 0;
  if (dateline_open(folder, &archive, NULL) != DATELINE_OK) return "open";
  const dateline_selection source = {DATELINE_SOURCE, "CNN"};
  dateline_request request;
  dateline_request_init(&request, sizeof request);
  request.query = "gaza";
  request.selections = &source;
  request.selection_count = 1;
  const char* wrong = check_marks(archive);
  if (!wrong)
    wrong = expect(dateline_save_search(archive, "talks", &request, 0, 1, &matched, NULL) == DATELINE_OK, "save");
  if (!wrong) wrong = expect(matched == 1, "how many match");
  if (!wrong)
    wrong = expect(dateline_save_search(archive, "talks", &request, 0, 1, NULL, &error) == DATELINE_USAGE, "taken");
  if (!wrong) wrong = expect(strstr(dateline_error_hint(error), "replace") != NULL, "hint");
  dateline_error_free(error);
  if (!wrong) wrong = check_list(archive);
  if (!wrong) wrong = expect(dateline_remember_run(archive, "talks", 2, NULL) == DATELINE_OK, "remember");
  if (!wrong) wrong = expect(dateline_remember_run(archive, "x", 2, NULL) == DATELINE_NOT_FOUND, "remember nobody");
  request.query = "(";
  if (!wrong)
    wrong = expect(dateline_save_search(archive, "b", &request, 0, 1, NULL, NULL) == DATELINE_QUERY, "wrong query");
  if (!wrong) wrong = expect(dateline_forget_search(archive, "x", NULL) == DATELINE_NOT_FOUND, "forget nobody");
  dateline_archive_free(archive);
  return wrong;
}

const char* check_alerts_from_c(const char* folder, size_t wanted) {
  dateline_archive* archive = NULL;
  dateline_alerts* alerts = NULL;
  int there = 0;
  size_t told = 0;
  if (dateline_open(folder, &archive, NULL) != DATELINE_OK) return "open";
  const char* wrong = expect(dateline_find_alerts(archive, &alerts, NULL) == DATELINE_OK, "find");
  if (!wrong) wrong = expect(dateline_alerts_told(alerts, NULL) == DATELINE_USAGE, "nothing was told yet");
  while (!wrong && dateline_alerts_next(alerts, &there, NULL) == DATELINE_OK && there) {
    ++told;
    wrong = expect(dateline_alerts_attempt(alerts) == 1 && *dateline_alerts_delivery(alerts), "attempt and delivery");
    if (!wrong) wrong = expect(strcmp(dateline_alerts_search(alerts), "talks") == 0, "the search");
    if (!wrong) wrong = expect(strstr(dateline_alerts_json(alerts), dateline_alerts_id(alerts)) != NULL, "JSON");
    if (!wrong) wrong = expect(dateline_alerts_told(alerts, NULL) == DATELINE_OK, "told");
  }
  if (!wrong) wrong = expect(told == wanted && dateline_alerts_problem_count(alerts) == 0, "how many were told");
  if (!wrong) wrong = expect(*dateline_alerts_title(alerts) == '\0', "nothing after the last one");
  dateline_alerts_free(alerts);
  dateline_archive_free(archive);
  return wrong;
}

const char* check_saved_nulls_from_c(void) {
  dateline_saved_list_free(NULL);
  dateline_alerts_free(NULL);
  dateline_saved_request(NULL, NULL);
  const char* wrong = expect(dateline_save_search(NULL, NULL, NULL, 0, 0, NULL, NULL) == DATELINE_USAGE, "save");
  if (!wrong) wrong = expect(dateline_archive_mark(NULL, NULL, NULL) == DATELINE_USAGE, "mark");
  if (!wrong) wrong = expect(dateline_forget_search(NULL, NULL, NULL) == DATELINE_USAGE, "forget");
  if (!wrong) wrong = expect(dateline_saved_searches(NULL, NULL, NULL) == DATELINE_USAGE, "list");
  if (!wrong) wrong = expect(dateline_find_alerts(NULL, NULL, NULL) == DATELINE_USAGE, "alerts");
  if (!wrong) wrong = expect(dateline_alerts_next(NULL, NULL, NULL) == DATELINE_USAGE, "next");
  if (!wrong) wrong = expect(dateline_saved_count(NULL) == 0 && *dateline_saved_name(NULL) == '\0', "an empty list");
  if (!wrong)
    wrong = expect(*dateline_alerts_json(NULL) == '\0' && *dateline_alerts_problem(NULL, 0) == '\0', "strings");
  return wrong;
}
