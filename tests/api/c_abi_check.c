/* Uses dateline.h as a C program does, compiled as C11. */
#include "tests/api/c_abi_check.h"

#include <dateline.h>
#include <stdint.h>
#include <string.h>

static const char* expect(int condition, const char* what) {
  return condition ? NULL : what;
}

static const char* check_hit(const dateline_hit* hit) {
  const char* wrong = NULL;
  size_t begin = 0, end = 0;
  if (!wrong) wrong = expect(strcmp(dateline_hit_id(hit), "a") == 0, "id of the hit");
  if (!wrong) wrong = expect(strcmp(dateline_hit_title(hit), "Talks in Doha") == 0, "title of the hit");
  if (!wrong) wrong = expect(strcmp(dateline_hit_published(hit), "2024-08-16") == 0, "date of the hit");
  if (!wrong) wrong = expect(dateline_hit_rank(hit) == 1 && dateline_hit_score(hit) > 0, "rank and score");
  if (!wrong) wrong = expect(dateline_hit_highlight_count(hit) == 1, "number of highlights");
  if (!wrong) wrong = expect(dateline_hit_highlight(hit, 0, &begin, &end) == 1, "highlight");
  if (!wrong) wrong = expect(strncmp(dateline_hit_snippet(hit) + begin, "Gaza", end - begin) == 0, "highlighted word");
  if (!wrong) wrong = expect(dateline_hit_highlight(hit, 1, &begin, &end) == 0 && end == 0, "highlight out of range");
  return wrong;
}

static const char* check_results(const dateline_results* results) {
  const char* wrong = NULL;
  const dateline_facet* people = dateline_results_facet(results, 0);
  const dateline_facet* dates = dateline_results_facet(results, 1);
  if (!wrong) wrong = expect(dateline_results_matched(results) == 1 && dateline_results_exact(results), "matched");
  if (!wrong) wrong = expect(dateline_results_hit_count(results) == 1, "number of hits");
  if (!wrong) wrong = check_hit(dateline_results_hit(results, 0));
  if (!wrong) wrong = expect(dateline_results_hit(results, 1) == NULL, "hit out of range");
  if (!wrong) wrong = expect(dateline_results_facet_count(results) == 2, "number of facets");
  if (!wrong) wrong = expect(strcmp(dateline_facet_name(people), "person") == 0, "name of the facet");
  if (!wrong) wrong = expect(dateline_facet_value_count(people) == 1, "number of people");
  if (!wrong) wrong = expect(strcmp(dateline_facet_value_name(people, 0), "Joe Biden") == 0, "name of the person");
  if (!wrong) wrong = expect(dateline_facet_value_articles(people, 0) == 1, "articles of the person");
  if (!wrong) wrong = expect(dateline_facet_kind(dates) == DATELINE_DATE, "kind of the second facet");
  if (!wrong) wrong = expect(strcmp(dateline_facet_value_id(dates, 0), "2024-08-16") == 0, "period");
  if (!wrong) wrong = expect(strstr(dateline_results_json(results), "\"matched\":1,") != NULL, "JSON");
  if (!wrong) wrong = expect(strstr(dateline_results_json(results), "<mark>Gaza</mark>") != NULL, "mark in the JSON");
  return wrong;
}

const char* check_search_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  if (dateline_open(folder, &archive, NULL) != DATELINE_OK) return "open";
  const dateline_facet_request facets[] = {{DATELINE_PERSON, 10, DATELINE_STEP_AUTO},
                                           {DATELINE_DATE, 0, DATELINE_STEP_DAY}};
  const dateline_selection selections[] = {{DATELINE_SOURCE, "CNN"}, {DATELINE_SOURCE, "BBC"}};
  dateline_request request;
  dateline_request_init(&request, sizeof request);
  request.query = "gaza";
  request.selections = selections;
  request.selection_count = 2;
  request.facets = facets;
  request.facet_count = 2;
  dateline_results* results = NULL;
  const char* wrong = expect(dateline_search(archive, &request, &results, NULL) == DATELINE_OK, "search");
  dateline_archive_free(archive); /* results outlive their archive */
  if (!wrong) wrong = check_results(results);
  dateline_results_free(results);
  return wrong;
}

static const char* check_refused(dateline_archive* archive, const dateline_request* request, dateline_code code) {
  dateline_results* results = (dateline_results*)archive; /* must become NULL */
  dateline_error* error = NULL;
  const dateline_code got = dateline_search(archive, request, &results, &error);
  const int good =
      got == code && results == NULL && dateline_error_code(error) == code && *dateline_error_message(error);
  dateline_error_free(error);
  return expect(good, "a wrong request is refused with its code");
}

static const char* check_wrong_requests(dateline_archive* archive) {
  dateline_request good, bad;
  dateline_request_init(&good, sizeof good);
  const dateline_selection date = {DATELINE_DATE, "2024"};
  const char* wrong = check_refused(archive, NULL, DATELINE_USAGE);
  bad = good, bad.size = 0;
  if (!wrong) wrong = check_refused(archive, &bad, DATELINE_USAGE);
  bad = good, bad.limit = UINT64_MAX;
  if (!wrong) wrong = check_refused(archive, &bad, DATELINE_USAGE);
  bad = good, bad.match = (dateline_match)77;
  if (!wrong) wrong = check_refused(archive, &bad, DATELINE_USAGE);
  bad = good, bad.facet_count = 1;
  if (!wrong) wrong = check_refused(archive, &bad, DATELINE_USAGE);
  bad = good, bad.selections = &date, bad.selection_count = 1;
  if (!wrong) wrong = check_refused(archive, &bad, DATELINE_USAGE);
  bad = good, bad.query = "gaza (";
  if (!wrong) wrong = check_refused(archive, &bad, DATELINE_QUERY);
  return wrong;
}

const char* check_errors_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  dateline_error* error = NULL;
  const char* wrong =
      expect(dateline_open("/nonexistent/archive", &archive, &error) == DATELINE_ARCHIVE_MISSING, "missing");
  if (!wrong) wrong = expect(archive == NULL && *dateline_error_message(error) != '\0', "message");
  dateline_error_free(error);
  if (!wrong) wrong = expect(dateline_open(folder, &archive, &error) == DATELINE_OK && error == NULL, "open");
  if (!wrong) wrong = check_wrong_requests(archive);
  dateline_request request;
  dateline_results* results = NULL;
  dateline_request_init(&request, sizeof request);
  request.query = "gaza \"open";
  size_t begin = 0, end = 0;
  if (!wrong) wrong = expect(dateline_search(archive, &request, &results, &error) == DATELINE_QUERY, "query error");
  if (!wrong) wrong = expect(dateline_error_position(error, &begin, &end) == 1 && begin == 5 && end == 10, "position");
  dateline_error_free(error);
  /* A program built for a library that knew less: members beyond its size keep their defaults. */
  memset(&request, 0x55, sizeof request);
  dateline_request_init(&request, offsetof(dateline_request, offset));
  request.query = "gaza";
  if (!wrong) wrong = expect(dateline_search(archive, &request, &results, NULL) == DATELINE_OK, "a smaller request");
  if (!wrong) wrong = expect(dateline_results_limit(results) == 10, "default limit");
  dateline_results_free(results);
  dateline_archive_free(archive);
  return wrong;
}

const char* check_show_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  dateline_article* article = NULL;
  dateline_error* error = NULL;
  if (dateline_open(folder, &archive, NULL) != DATELINE_OK) return "open";
  const char* wrong =
      expect(dateline_show(archive, "zz", &article, &error) == DATELINE_NOT_FOUND && !article, "not found");
  dateline_error_free(error);
  uint64_t articles = 0;
  if (!wrong)
    wrong = expect(dateline_archive_articles(archive, &articles, NULL) == DATELINE_OK && articles == 2, "articles");
  if (!wrong) wrong = expect(dateline_show(archive, "a", &article, NULL) == DATELINE_OK, "show");
  if (!wrong) wrong = expect(strcmp(dateline_article_title(article), "Talks in Doha") == 0, "title");
  if (!wrong) wrong = expect(strlen(dateline_article_text(article)) == dateline_article_text_size(article), "text");
  int biden = 0;
  for (size_t i = 0; !wrong && i < dateline_article_entity_count(article); ++i) {
    const dateline_entity* entity = dateline_article_entity(article, i);
    size_t begin = 0, end = 0;
    if (strcmp(dateline_entity_name(entity), "Joe Biden") != 0) continue;
    biden = dateline_entity_kind(entity) == DATELINE_PERSON &&
            dateline_entity_mention(entity, 0, &begin, &end, NULL) == 1 &&
            strncmp(dateline_article_text(article) + begin, "Joe Biden", end - begin) == 0;
  }
  if (!wrong) wrong = expect(biden, "the mention of a person");
  if (!wrong) wrong = expect(strstr(dateline_article_json(article), "\"text\":\"Joe Biden\"") != NULL, "JSON");
  dateline_article_free(article);
  dateline_archive_free(archive);
  return wrong;
}

const char* check_nulls_from_c(void) {
  dateline_archive_free(NULL);
  dateline_results_free(NULL);
  dateline_article_free(NULL);
  dateline_error_free(NULL);
  dateline_request_init(NULL, 0);
  const char* wrong = expect(dateline_open(NULL, NULL, NULL) == DATELINE_USAGE, "open without an output");
  if (!wrong) wrong = expect(dateline_search(NULL, NULL, NULL, NULL) == DATELINE_USAGE, "search without anything");
  if (!wrong) wrong = expect(dateline_show(NULL, NULL, NULL, NULL) == DATELINE_USAGE, "show without anything");
  if (!wrong)
    wrong = expect(*dateline_results_json(NULL) == '\0' && *dateline_hit_title(NULL) == '\0', "strings of NULL");
  if (!wrong)
    wrong = expect(dateline_results_hit(NULL, 0) == NULL && dateline_facet_value_count(NULL) == 0, "lists of NULL");
  if (!wrong) wrong = expect(*dateline_results_corrected(NULL) == '\0', "no correction");
  if (!wrong) wrong = expect(dateline_facet_value_excluded(NULL, 0) == 0, "no exclusion");
  if (!wrong) wrong = expect(strcmp(dateline_version(), "0.1.0") == 0 && dateline_version_number() == 100, "version");
  return wrong;
}
