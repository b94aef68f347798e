/* libdateline beside searches: how a text that is being typed may go on. C11; the conventions are those of dateline.h.
 * Answers are handles; their rows are structs that are only read: later versions add members at their ends. */
#ifndef DATELINE_EXPLORE_H
#define DATELINE_EXPLORE_H

#include <dateline.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Completion -------------------------------------------------------------------------------------------------- */

typedef enum dateline_completion_kind {
  DATELINE_COMPLETES_FIELD = 0, /* "person:" */
  DATELINE_COMPLETES_WORD = 1,  /* a word of the archive */
  DATELINE_COMPLETES_NAME = 2   /* a person, a place, a source … */
} dateline_completion_kind;

typedef struct dateline_completion {
  dateline_completion_kind kind;
  dateline_kind name_kind; /* for DATELINE_COMPLETES_NAME */
  const char* text;        /* all of what was asked, completed */
  const char* insert;      /* the part of `text` from dateline_completions_begin on */
  const char* label;       /* for people to read: "Benjamin Netanyahu" */
  uint64_t articles;       /* that have it; 0 for fields */
} dateline_completion;

typedef struct dateline_completions dateline_completions;

/* How `text`, a query up to the place of typing, may go on: its last word, field or name, by falling number of
 * articles, fields first; at most `limit` (1 to 1,000). Made to be asked at each key: it looks at a bounded part of
 * what begins so. */
DATELINE_API dateline_code dateline_complete(dateline_archive* archive, const char* text, size_t limit,
                                             dateline_completions** completions, dateline_error** error);
DATELINE_API void dateline_completions_free(dateline_completions* completions);
DATELINE_API size_t dateline_completions_count(const dateline_completions* completions);
/* NULL if out of range. */
DATELINE_API const dateline_completion* dateline_completions_at(const dateline_completions* completions, size_t index);
/* The byte of the text from which on completions put something else. */
DATELINE_API size_t dateline_completions_begin(const dateline_completions* completions);
DATELINE_API double dateline_completions_took_ms(const dateline_completions* completions);
/* All of it as one JSON object, which is what `dateline complete --json` prints. */
DATELINE_API const char* dateline_completions_json(const dateline_completions* completions);

#ifdef __cplusplus
}
#endif

#endif
