/* Uses dateline_analysis.h as a C program does, compiled as C11. */
#include <dateline_analysis.h>
#include <string.h>

#include "tests/api/c_abi_check.h"

static const char* expect(int condition, const char* what) {
  return condition ? NULL : what;
}

static const char* check_timeline(dateline_archive* archive) {
  dateline_request query;
  dateline_timeline_request request;
  dateline_timeline* timeline = NULL;
  dateline_error* error = NULL;
  dateline_request_init(&query, sizeof query);
  query.query = "truce";
  dateline_timeline_request_init(&request, sizeof request);
  request.query = &query;
  const char* wrong = expect(request.peaks == 5, "defaults");
  if (!wrong) wrong = expect(dateline_find_timeline(archive, &request, &timeline, &error) == DATELINE_OK, "timeline");
  if (!wrong) wrong = expect(error == NULL && dateline_timeline_matched(timeline) == 40, "matched");
  if (!wrong) wrong = expect(dateline_timeline_step(timeline) == DATELINE_STEP_DAY, "step");
  if (!wrong) wrong = expect(dateline_timeline_period_count(timeline) == 10, "periods");
  const dateline_period* period = dateline_timeline_period(timeline, 9);
  if (!wrong) wrong = expect(period != NULL && strcmp(period->period, "2024-08-10") == 0, "the last period");
  if (!wrong) wrong = expect(period->articles == 31 && period->of == 41 && period->peak == 1, "its counts");
  if (!wrong) wrong = expect(dateline_timeline_peak_count(timeline) == 1, "peaks");
  const dateline_peak* peak = dateline_timeline_peak(timeline, 0);
  if (!wrong) wrong = expect(peak->articles == 31 && peak->name_count == 1, "the peak");
  if (!wrong) wrong = expect(strcmp(peak->names[0].name, "Ann Lee") == 0 && peak->names[0].here == 31, "its name");
  if (!wrong) wrong = expect(peak->names[0].kind == DATELINE_PERSON && *peak->names[0].id != '\0', "its kind");
  if (!wrong) wrong = expect(peak->headline_count >= 1 && *peak->headlines[0].id != '\0', "headlines");
  if (!wrong) wrong = expect(dateline_timeline_peak(timeline, 1) == NULL, "out of range");
  if (!wrong) wrong = expect(strstr(dateline_timeline_json(timeline), "\"matched\":40,") != NULL, "JSON");
  dateline_timeline_free(timeline);
  request.step = (dateline_step)17;
  if (!wrong) wrong = expect(dateline_find_timeline(archive, &request, &timeline, NULL) == DATELINE_USAGE, "a step");
  if (!wrong) wrong = expect(dateline_find_timeline(archive, NULL, &timeline, NULL) == DATELINE_USAGE, "NULL");
  dateline_timeline_free(NULL);
  if (!wrong) wrong = expect(dateline_timeline_matched(NULL) == 0 && dateline_timeline_period(NULL, 0) == NULL, "none");
  return wrong;
}

static const char* check_compare(dateline_archive* archive) {
  const dateline_kind kinds[] = {DATELINE_WORD, DATELINE_PERSON, DATELINE_PERSON};
  dateline_compare_request request;
  dateline_comparison* comparison = NULL;
  dateline_request first;
  dateline_request_init(&first, sizeof first);
  first.query = "truce";
  dateline_compare_request_init(&request, sizeof request);
  request.first = &first;
  request.second = "rain";
  request.kinds = kinds;
  request.kind_count = 3;
  const char* wrong = expect(dateline_compare(archive, &request, &comparison, NULL) == DATELINE_OK, "compare");
  if (!wrong) wrong = expect(dateline_comparison_first(comparison) == 40, "first");
  if (!wrong) wrong = expect(dateline_comparison_second(comparison) == 100, "second");
  if (!wrong) wrong = expect(dateline_comparison_both(comparison) == 0, "both");
  if (!wrong) wrong = expect(dateline_comparison_kind_count(comparison) == 2, "kinds, each once");
  const dateline_compared* people = dateline_comparison_kind(comparison, 0);
  if (!wrong) wrong = expect(people->kind == DATELINE_PERSON && people->exact == 1, "names come first");
  if (!wrong) wrong = expect(people->first_count == 1 && people->first[0].there == 0, "typical of the first");
  if (!wrong) wrong = expect(people->second_count == 0, "of the second");
  if (!wrong) wrong = expect(dateline_comparison_kind(comparison, 1)->kind == DATELINE_WORD, "words");
  if (!wrong) wrong = expect(dateline_comparison_note_count(comparison) == 0, "notes");
  if (!wrong) wrong = expect(strstr(dateline_comparison_json(comparison), "\"both\":0,") != NULL, "JSON");
  dateline_comparison_free(comparison);
  request.kinds = NULL;
  if (!wrong) wrong = expect(dateline_compare(archive, &request, &comparison, NULL) == DATELINE_USAGE, "kinds");
  return wrong;
}

static const char* check_trends(dateline_archive* archive) {
  dateline_trends_request request;
  dateline_trends* trends = NULL;
  dateline_error* error = NULL;
  dateline_trends_request_init(&request, sizeof request);
  request.since = "1d";
  const char* wrong = expect(dateline_find_trends(archive, &request, &trends, &error) == DATELINE_OK, "trends");
  if (!wrong) wrong = expect(strcmp(dateline_trends_since(trends), "2024-08-10") == 0, "since");
  if (!wrong) wrong = expect(strcmp(dateline_trends_before_since(trends), "2024-08-06") == 0, "before");
  if (!wrong) wrong = expect(dateline_trends_until_newest(trends) == 1 && !dateline_trends_falling(trends), "flags");
  if (!wrong) wrong = expect(dateline_trends_now(trends) == 41 && dateline_trends_before(trends) == 44, "counts");
  if (!wrong) wrong = expect(dateline_trends_kind_count(trends) == 3, "kinds");
  const dateline_trend_kind* people = dateline_trends_kind(trends, 0);
  if (!wrong) wrong = expect(people->trend_count == 1 && people->read_now == 41, "people");
  if (!wrong) wrong = expect(people->trends[0].value.here == 31 && people->trends[0].ratio > 5, "a trend");
  if (!wrong) wrong = expect(people->trends[0].series_count == 5 && people->trends[0].series[4] == 31, "series");
  dateline_trends_free(trends);
  request.since = "soon";
  if (!wrong) wrong = expect(dateline_find_trends(archive, &request, &trends, &error) == DATELINE_USAGE, "a time");
  if (!wrong) wrong = expect(trends == NULL && error != NULL && *dateline_error_hint(error) != '\0', "a hint");
  dateline_error_free(error);
  return wrong;
}

const char* check_analysis_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  if (dateline_open(folder, &archive, NULL) != DATELINE_OK) return "open";
  const char* wrong = check_timeline(archive);
  if (!wrong) wrong = check_compare(archive);
  if (!wrong) wrong = check_trends(archive);
  dateline_archive_free(archive);
  return wrong;
}
