/* Asks for entities as a C program does, compiled as C11. */
#include <dateline.h>
#include <stdint.h>
#include <string.h>

#include "tests/api/c_abi_check.h"

static const char* expect(int condition, const char* what) {
  return condition ? NULL : what;
}

static const char* check_citation(const dateline_citation* citation) {
  const char* wrong = NULL;
  size_t begin = 0, end = 0;
  if (!wrong) wrong = expect(strcmp(dateline_citation_id(citation), "a") == 0, "article of the citation");
  if (!wrong) wrong = expect(strcmp(dateline_citation_published(citation), "2024-08-16") == 0, "date of the citation");
  if (!wrong) wrong = expect(strcmp(dateline_citation_source(citation), "CNN") == 0, "source of the citation");
  if (!wrong) wrong = expect(strcmp(dateline_citation_title(citation), "Talks in Doha") == 0, "title of the citation");
  if (!wrong) wrong = expect(!dateline_citation_in_title(citation), "in the text");
  dateline_citation_span(citation, &begin, &end);
  if (!wrong) wrong = expect(begin == 19 && end == 28, "bytes of the mention");
  dateline_citation_sentence_span(citation, &begin, &end);
  if (!wrong) wrong = expect(begin == 19 && end == 36, "bytes of the sentence");
  if (!wrong) wrong = expect(dateline_citation_highlight(citation, &begin, &end) == 1, "highlight");
  if (!wrong)
    wrong = expect(strncmp(dateline_citation_sentence(citation) + begin, "Joe Biden", end - begin) == 0, "mark");
  return wrong;
}

const char* check_profile_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  dateline_profile* profile = NULL;
  dateline_profile_request request;
  if (dateline_open(folder, &archive, NULL) != DATELINE_OK) return "open";
  dateline_profile_request_init(&request, sizeof request);
  request.name = "joe biden";
  const char* wrong = expect(dateline_find_profile(archive, &request, &profile, NULL) == DATELINE_OK, "find_profile");
  dateline_archive_free(archive); /* profiles outlive their archive */
  const dateline_candidate* who = dateline_choice_chosen(dateline_profile_choice(profile));
  if (!wrong) wrong = expect(strcmp(dateline_candidate_name(who), "Joe Biden") == 0, "name");
  if (!wrong) wrong = expect(dateline_candidate_kind(who) == DATELINE_PERSON, "kind");
  if (!wrong) wrong = expect(dateline_candidate_articles(who) == 1 && *dateline_candidate_id(who), "articles and id");
  if (!wrong) wrong = expect(strcmp(dateline_profile_first(profile), "2024-08-16") == 0, "first");
  if (!wrong) wrong = expect(strcmp(dateline_profile_last(profile), "2024-08-16") == 0, "last");
  if (!wrong) wrong = expect(dateline_profile_name_count(profile) == 1, "number of names");
  if (!wrong) wrong = expect(strcmp(dateline_profile_name(profile, 0), "Joe Biden") == 0, "written name");
  if (!wrong) wrong = expect(dateline_profile_name_mentions(profile, 0) == 2, "mentions by that name");
  if (!wrong) wrong = expect(dateline_profile_facet_count(profile) == 4, "number of facets");
  const dateline_facet* people = dateline_profile_facet(profile, 0);
  if (!wrong) wrong = expect(strcmp(dateline_facet_value_name(people, 0), "Ann Lee") == 0, "company");
  if (!wrong) wrong = expect(dateline_profile_coordinates(profile, NULL, NULL) == 0, "people have no place");
  if (!wrong) wrong = expect(dateline_profile_citation_count(profile) == 2, "number of sentences");
  if (!wrong) wrong = check_citation(dateline_profile_citation(profile, 0));
  if (!wrong) wrong = expect(strstr(dateline_profile_json(profile), "\"names_from\":1,") != NULL, "JSON");
  dateline_profile_free(profile);
  return wrong;
}

const char* check_mentions_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  dateline_mentions* mentions = NULL;
  dateline_mentions_request request;
  if (dateline_open(folder, &archive, NULL) != DATELINE_OK) return "open";
  dateline_mentions_request_init(&request, sizeof request);
  request.name = "Joe Biden";
  request.kind = DATELINE_PERSON;
  request.query = "truce";
  const char* wrong =
      expect(dateline_find_mentions(archive, &request, &mentions, NULL) == DATELINE_OK, "find_mentions");
  if (!wrong) wrong = expect(dateline_mentions_total(mentions) == 2, "mentions in all");
  if (!wrong) wrong = expect(dateline_mentions_articles(mentions) == 1, "articles in all");
  if (!wrong) wrong = expect(dateline_mentions_tagged(mentions) == 0, "articles that only list the name");
  if (!wrong) wrong = expect(dateline_mentions_citation_count(mentions) == 2, "number of citations");
  if (!wrong) wrong = check_citation(dateline_mentions_citation(mentions, 0));
  if (!wrong) wrong = expect(dateline_mentions_citation(mentions, 2) == NULL, "citation out of range");
  if (!wrong) wrong = expect(strstr(dateline_mentions_json(mentions), "<mark>Joe Biden</mark>") != NULL, "JSON");
  dateline_mentions_free(mentions);
  request.name = "Joe Bidden";
  if (!wrong) wrong = expect(dateline_find_mentions(archive, &request, &mentions, NULL) == DATELINE_OK, "unknown name");
  const dateline_choice* choice = dateline_mentions_choice(mentions);
  if (!wrong) wrong = expect(!dateline_choice_chosen(choice) && dateline_choice_fitting(choice) == 0, "nobody");
  if (!wrong) wrong = expect(dateline_choice_suggestion_count(choice) == 1, "a suggestion");
  const dateline_candidate* near = dateline_choice_suggestion(choice, 0);
  if (!wrong) wrong = expect(strcmp(dateline_candidate_name(near), "Joe Biden") == 0, "the suggestion");
  dateline_mentions_free(mentions);
  dateline_archive_free(archive);
  return wrong;
}

static const char* check_refused(dateline_archive* archive, const dateline_profile_request* request) {
  dateline_profile* profile = (dateline_profile*)archive; /* must become NULL */
  dateline_error* error = NULL;
  const dateline_code got = dateline_find_profile(archive, request, &profile, &error);
  const int good = got == DATELINE_USAGE && profile == NULL && *dateline_error_message(error);
  dateline_error_free(error);
  return expect(good, "a wrong request for a profile is refused");
}

const char* check_entity_errors_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  if (dateline_open(folder, &archive, NULL) != DATELINE_OK) return "open";
  dateline_profile_request good, bad;
  dateline_profile_request_init(&good, sizeof good);
  const char* wrong = check_refused(archive, NULL);
  if (!wrong) wrong = check_refused(archive, &good); /* no name */
  good.name = "Joe Biden";
  bad = good, bad.size = 0;
  if (!wrong) wrong = check_refused(archive, &bad);
  bad = good, bad.kind = (dateline_kind)77;
  if (!wrong) wrong = check_refused(archive, &bad);
  bad = good, bad.kind = DATELINE_SOURCE;
  if (!wrong) wrong = check_refused(archive, &bad);
  bad = good, bad.newest = SIZE_MAX;
  if (!wrong) wrong = check_refused(archive, &bad);
  dateline_mentions* mentions = NULL;
  dateline_mentions_request request;
  dateline_mentions_request_init(&request, sizeof request);
  request.name = "Joe Biden";
  request.sort = (dateline_sort)77;
  if (!wrong)
    wrong = expect(dateline_find_mentions(archive, &request, &mentions, NULL) == DATELINE_USAGE && !mentions, "sort");
  /* A program built for a library that knew less. */
  memset(&request, 0x55, sizeof request);
  dateline_mentions_request_init(&request, offsetof(dateline_mentions_request, query));
  request.name = "Joe Biden";
  if (!wrong) wrong = expect(dateline_find_mentions(archive, &request, &mentions, NULL) == DATELINE_OK, "smaller");
  if (!wrong) wrong = expect(dateline_mentions_citation_count(mentions) == 2, "defaults");
  dateline_mentions_free(mentions);
  dateline_archive_free(archive);
  return wrong;
}

const char* check_entity_nulls_from_c(void) {
  size_t begin = 1, end = 1;
  dateline_profile_free(NULL);
  dateline_mentions_free(NULL);
  dateline_profile_request_init(NULL, 0);
  dateline_mentions_request_init(NULL, 0);
  const char* wrong = expect(dateline_find_profile(NULL, NULL, NULL, NULL) == DATELINE_USAGE, "profile of nothing");
  if (!wrong) wrong = expect(dateline_find_mentions(NULL, NULL, NULL, NULL) == DATELINE_USAGE, "mentions of nothing");
  if (!wrong) wrong = expect(dateline_profile_choice(NULL) == NULL && !dateline_choice_chosen(NULL), "choice of NULL");
  if (!wrong) wrong = expect(*dateline_profile_json(NULL) == '\0' && *dateline_candidate_name(NULL) == '\0', "strings");
  if (!wrong)
    wrong = expect(*dateline_profile_merged_name(NULL, 0) == '\0' && !dateline_profile_facet(NULL, 0), "lists");
  if (!wrong)
    wrong = expect(*dateline_citation_sentence(NULL) == '\0' && !dateline_mentions_citation(NULL, 0), "citations");
  dateline_citation_span(NULL, &begin, &end);
  if (!wrong) wrong = expect(begin == 0 && end == 0 && dateline_citation_highlight(NULL, NULL, NULL) == 0, "spans");
  return wrong;
}
