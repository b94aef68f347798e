/* Uses dateline_history.h as a C program does, compiled as C11. */
#include <dateline_history.h>
#include <string.h>

#include "tests/api/c_abi_check.h"

static const char* expect(int condition, const char* what) {
  return condition ? NULL : what;
}

static const char* check_diff(const dateline_history* history) {
  dateline_diff* diff = NULL;
  dateline_error* error = NULL;
  const dateline_diff_field* text = NULL;
  const char* wrong = expect(dateline_history_diff(history, 0, 0, &diff, &error) == DATELINE_OK, "diff");
  if (!wrong) wrong = expect(dateline_diff_from(diff) == 1 && dateline_diff_to(diff) == 2, "from and to");
  if (!wrong) wrong = expect(dateline_diff_words_added(diff) == 1, "words added");
  if (!wrong) wrong = expect(dateline_diff_words_removed(diff) == 1, "words removed");
  if (!wrong) text = dateline_diff_field_at(diff, 4);
  if (!wrong) wrong = expect(text != NULL && strcmp(text->name, "text") == 0 && text->changed == 1, "field");
  if (!wrong) wrong = expect(text->part_count == 3 && text->parts[0].kind == -1 && text->parts[2].kind == 0, "parts");
  if (!wrong) wrong = expect(strcmp(text->parts[1].text, "Twelve ") == 0, "what was added");
  if (!wrong) wrong = expect(dateline_diff_field_at(diff, 5) == NULL, "field out of range");
  if (!wrong) wrong = expect(strstr(dateline_diff_json(diff), "\"from\":1") != NULL, "JSON of the diff");
  dateline_diff_free(diff);
  dateline_error_free(error);
  return wrong;
}

static const char* check_revisions(const dateline_history* history) {
  const dateline_revision* first = dateline_history_revision(history, 0);
  const dateline_revision* last = dateline_history_revision(history, 1);
  const char* wrong = expect(dateline_history_revision_count(history) == 2, "number of versions");
  if (!wrong) wrong = expect(first->number == 1 && first->replaced_at > 0, "the first version");
  if (!wrong) wrong = expect(strcmp(first->text, "Ten boats were lost.") == 0, "its text");
  if (!wrong) wrong = expect(first->text_size == strlen(first->text) && first->author_count == 0, "its size");
  if (!wrong) wrong = expect(last->number == 2 && last->replaced_at == 0, "the present version");
  if (!wrong) wrong = expect(last->words_added == 1 && last->words_removed == 1, "its changes");
  if (!wrong) wrong = expect(dateline_history_revision(history, 2) == NULL, "version out of range");
  if (!wrong) wrong = expect(strstr(dateline_history_json(history), "\"versions\":[") != NULL, "JSON of the list");
  if (!wrong) wrong = expect(strstr(dateline_history_revision_json(history, 0), "Ten boats") != NULL, "JSON of one");
  return wrong;
}

const char* check_history_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  dateline_history* history = NULL;
  dateline_error* error = NULL;
  const char* wrong = expect(dateline_open(folder, &archive, &error) == DATELINE_OK, "open");
  if (!wrong) wrong = expect(dateline_show_history(archive, "x", &history, &error) == DATELINE_NOT_FOUND, "no article");
  dateline_error_free(error);
  error = NULL;
  if (!wrong) wrong = expect(dateline_show_history(archive, "a", &history, &error) == DATELINE_OK, "history");
  if (!wrong) wrong = expect(strcmp(dateline_history_id(history), "a") == 0, "id");
  if (!wrong) wrong = check_revisions(history);
  if (!wrong) wrong = check_diff(history);
  dateline_history_free(history);
  dateline_error_free(error);
  dateline_archive_free(archive);
  return wrong;
}

const char* check_history_nulls_from_c(void) {
  const char* wrong = expect(dateline_show_history(NULL, "a", NULL, NULL) == DATELINE_USAGE, "history of nothing");
  if (!wrong) wrong = expect(dateline_history_diff(NULL, 0, 0, NULL, NULL) == DATELINE_USAGE, "diff of nothing");
  if (!wrong) wrong = expect(dateline_history_revision_count(NULL) == 0, "versions of NULL");
  if (!wrong) wrong = expect(dateline_history_revision(NULL, 0) == NULL, "version of NULL");
  if (!wrong)
    wrong = expect(*dateline_history_id(NULL) == '\0' && *dateline_history_json(NULL) == '\0', "texts of NULL");
  if (!wrong) wrong = expect(dateline_diff_field_count(NULL) == 0 && *dateline_diff_json(NULL) == '\0', "diff of NULL");
  dateline_history_free(NULL);
  dateline_diff_free(NULL);
  return wrong;
}
