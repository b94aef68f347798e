/* Uses dateline_explore.h as a C program does, compiled as C11. */
#include <dateline_explore.h>
#include <string.h>

#include "tests/api/c_abi_check.h"

static const char* expect(int condition, const char* what) {
  return condition ? NULL : what;
}

const char* check_completion_from_c(const char* folder) {
  dateline_archive* archive = NULL;
  dateline_completions* completions = NULL;
  dateline_error* error = NULL;
  if (dateline_open(folder, &archive, NULL) != DATELINE_OK) return "open";
  const char* wrong = expect(dateline_complete(archive, "rain person:jo", 5, &completions, &error) == DATELINE_OK &&
                                 error == NULL && dateline_completions_count(completions) == 1,
                             "a name");
  const dateline_completion* row = dateline_completions_at(completions, 0);
  if (!wrong) wrong = expect(strcmp(row->text, "rain person:\"Joe Biden\"") == 0, "text");
  if (!wrong) wrong = expect(strcmp(row->insert, "person:\"Joe Biden\"") == 0, "insert");
  if (!wrong) wrong = expect(strcmp(row->label, "Joe Biden") == 0 && row->articles == 1, "label and articles");
  if (!wrong) wrong = expect(row->kind == DATELINE_COMPLETES_NAME && row->name_kind == DATELINE_PERSON, "kind");
  if (!wrong) wrong = expect(dateline_completions_begin(completions) == 5, "begin");
  if (!wrong) wrong = expect(dateline_completions_at(completions, 1) == NULL, "out of range");
  if (!wrong) wrong = expect(strstr(dateline_completions_json(completions), "\"begin\":5,") != NULL, "JSON");
  dateline_completions_free(completions);
  if (!wrong) wrong = expect(dateline_complete(archive, "a", 0, &completions, NULL) == DATELINE_USAGE, "a limit of 0");
  if (!wrong) wrong = expect(dateline_complete(NULL, NULL, 1, &completions, NULL) == DATELINE_USAGE, "no archive");
  if (!wrong) wrong = expect(dateline_complete(archive, NULL, 1, &completions, NULL) == DATELINE_OK, "no text");
  if (!wrong) wrong = expect(dateline_completions_took_ms(completions) >= 0, "time");
  dateline_completions_free(completions);
  dateline_completions_free(NULL);
  if (!wrong) wrong = expect(dateline_completions_count(NULL) == 0 && *dateline_completions_json(NULL) == '\0', "NULL");
  dateline_archive_free(archive);
  return wrong;
}
