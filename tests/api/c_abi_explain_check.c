/* Uses dateline_explain.h as a C program does, compiled as C11. */
#include <dateline_explain.h>
#include <string.h>

#include "tests/api/c_abi_check.h"

static const char kQuery[] = "tru* AND person:biden";

static const char* expect(int condition, const char* what) {
  return condition ? NULL : what;
}

static const char* check_tokens(const dateline_explanation* explanation) {
  const dateline_explained_token* word = dateline_explanation_token(explanation, 0);
  const dateline_explained_token* last = dateline_explanation_token(explanation, 2);
  const char* wrong = expect(dateline_explanation_token_count(explanation) == 3, "number of tokens");
  if (!wrong) wrong = expect(strcmp(word->kind, "wildcard") == 0 && word->begin == 0 && word->end == 4, "a token");
  if (!wrong) wrong = expect(strncmp(kQuery + last->begin, "person:biden", last->end - last->begin) == 0, "its bytes");
  if (!wrong) wrong = expect(dateline_explanation_token(explanation, 3) == NULL, "token out of range");
  return wrong;
}

static const char* check_patterns_and_names(const dateline_explanation* explanation) {
  const dateline_explained_pattern* pattern = dateline_explanation_pattern(explanation, 0);
  const dateline_explained_name* name = dateline_explanation_name(explanation, 0);
  const char* wrong = expect(dateline_explanation_pattern_count(explanation) == 1, "number of patterns");
  if (!wrong) wrong = expect(strcmp(pattern->pattern, "tru*") == 0 && pattern->matching == 1, "pattern");
  if (!wrong) wrong = expect(pattern->word_count == 1 && strcmp(pattern->words[0], "truce") == 0, "its words");
  if (!wrong) wrong = expect(dateline_explanation_pattern(explanation, 1) == NULL, "pattern out of range");
  if (!wrong) wrong = expect(dateline_explanation_name_count(explanation) == 1, "number of names");
  if (!wrong) wrong = expect(strcmp(name->asked, "person:biden") == 0 && name->fitting == 1, "name");
  if (!wrong) wrong = expect(name->name_count == 1 && strcmp(name->names[0], "Joe Biden") == 0, "whom it means");
  if (!wrong) wrong = expect(dateline_explanation_name(explanation, 1) == NULL, "name out of range");
  return wrong;
}

static const char* check_hit(const dateline_explained_hit* hit) {
  double sum = 0;
  const char* wrong = expect(hit != NULL && hit->matches == 1, "a hit that matches");
  if (!wrong) wrong = expect(strcmp(hit->id, "a") == 0 && strcmp(hit->title, "Talks in Doha") == 0, "which hit");
  if (!wrong) wrong = expect(hit->share_count >= 1 && strcmp(hit->shares[0].part, "tru*") == 0, "share of the score");
  for (size_t i = 0; !wrong && i < hit->share_count; ++i) sum += hit->shares[i].score;
  if (!wrong) wrong = expect(hit->score > 0 && hit->score - sum < 1e-9 && sum - hit->score < 1e-9, "sum of the shares");
  return wrong;
}

static const char* check_explanation(const dateline_explanation* explanation) {
  const char* wrong = expect(
      strcmp(dateline_explanation_parsed(explanation), "(and (wildcard \"tru*\") (field person \"biden\"))") == 0,
      "parsed");
  if (!wrong) wrong = expect(*dateline_explanation_index_query(explanation) != '\0', "query of the index");
  if (!wrong) wrong = expect(dateline_explanation_matched(explanation) == 1, "matched");
  if (!wrong) wrong = expect(dateline_explanation_exact(explanation) == 1, "exact");
  if (!wrong) wrong = expect(dateline_explanation_took_ms(explanation) >= 0, "time");
  if (!wrong) wrong = check_tokens(explanation);
  if (!wrong) wrong = check_patterns_and_names(explanation);
  if (!wrong) wrong = expect(dateline_explanation_hit_count(explanation) == 1, "number of hits");
  if (!wrong) wrong = check_hit(dateline_explanation_hit(explanation, 0));
  if (!wrong) wrong = expect(dateline_explanation_hit(explanation, 1) == NULL, "hit out of range");
  if (!wrong) wrong = expect(strstr(dateline_explanation_json(explanation), "\"matched\":1,") != NULL, "JSON");
  return wrong;
}

/* One article by its id, whether it matches or not. */
static const char* check_one_article(dateline_archive* archive, dateline_request* request) {
  dateline_explanation* explanation = NULL;
  dateline_error* error = NULL;
  const char* wrong = expect(dateline_explain(archive, request, "b", &explanation, NULL) == DATELINE_OK, "explain b");
  const dateline_explained_hit* hit = dateline_explanation_hit(explanation, 0);
  if (!wrong) wrong = expect(dateline_explanation_hit_count(explanation) == 1 && strcmp(hit->id, "b") == 0, "only b");
  if (!wrong) wrong = expect(hit->matches == 0 && hit->share_count == 0, "b does not match");
  dateline_explanation_free(explanation);
  request->query = "nosuch*";
  if (!wrong) wrong = expect(dateline_explain(archive, request, "", &explanation, NULL) == DATELINE_OK, "no hits");
  if (!wrong) wrong = expect(dateline_explanation_hit_count(explanation) == 0, "hits of nothing");
  if (!wrong) wrong = expect(dateline_explanation_note_count(explanation) == 1, "number of notes");
  if (!wrong) wrong = expect(strstr(dateline_explanation_note(explanation, 0), "nosuch*") != NULL, "note");
  if (!wrong) wrong = expect(*dateline_explanation_note(explanation, 1) == '\0', "note out of range");
  dateline_explanation_free(explanation);
  if (!wrong)
    wrong = expect(dateline_explain(archive, request, "zz", &explanation, &error) == DATELINE_NOT_FOUND, "no article");
  if (!wrong) wrong = expect(explanation == NULL && *dateline_error_message(error) != '\0', "message");
  dateline_error_free(error);
  return wrong;
}

const char* check_explanation_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  dateline_explanation* explanation = NULL;
  dateline_error* error = NULL;
  size_t begin = 0, end = 0;
  dateline_request request;
  dateline_request_init(&request, sizeof request);
  request.query = kQuery;
  if (dateline_open(folder, &archive, NULL) != DATELINE_OK) return "open";
  const char* wrong = expect(dateline_explain(archive, &request, NULL, &explanation, NULL) == DATELINE_OK, "explain");
  if (!wrong) wrong = check_explanation(explanation);
  dateline_explanation_free(explanation);
  if (!wrong) wrong = check_one_article(archive, &request);
  request.query = "gaza /a(b/";
  if (!wrong)
    wrong = expect(dateline_explain(archive, &request, NULL, &explanation, &error) == DATELINE_QUERY, "wrong query");
  if (!wrong) wrong = expect(explanation == NULL && dateline_error_position(error, &begin, &end) == 1, "position");
  if (!wrong) wrong = expect(begin == 5 && end == 10, "where it is wrong");
  dateline_error_free(error);
  dateline_archive_free(archive);
  return wrong;
}

const char* check_explanation_nulls_from_c(void) {
  dateline_explanation_free(NULL);
  const char* wrong = expect(dateline_explain(NULL, NULL, NULL, NULL, NULL) == DATELINE_USAGE, "explain nothing");
  if (!wrong) wrong = expect(*dateline_explanation_parsed(NULL) == '\0', "parsed");
  if (!wrong) wrong = expect(*dateline_explanation_index_query(NULL) == '\0', "query of the index");
  if (!wrong) wrong = expect(*dateline_explanation_json(NULL) == '\0', "JSON");
  if (!wrong) wrong = expect(dateline_explanation_matched(NULL) == 0 && !dateline_explanation_exact(NULL), "matched");
  if (!wrong) wrong = expect(dateline_explanation_token(NULL, 0) == NULL, "tokens");
  if (!wrong) wrong = expect(dateline_explanation_pattern(NULL, 0) == NULL, "patterns");
  if (!wrong) wrong = expect(dateline_explanation_name(NULL, 0) == NULL, "names");
  if (!wrong) wrong = expect(dateline_explanation_hit(NULL, 0) == NULL, "hits");
  if (!wrong) wrong = expect(*dateline_explanation_note(NULL, 0) == '\0', "notes");
  return wrong;
}
