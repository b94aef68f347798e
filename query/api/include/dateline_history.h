/* libdateline beside searches: the versions of an article, and what changed between two of them. C11; the conventions
 * are those of dateline.h. Rows are structs that are only read: later versions add members at their ends. */
#ifndef DATELINE_HISTORY_H
#define DATELINE_HISTORY_H

#include <dateline.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dateline_history dateline_history; /* all versions of an article */
typedef struct dateline_diff dateline_diff;       /* two of them against each other */

/* One version. (dateline_article_version_… are near copies: other articles.) */
typedef struct dateline_revision {
  uint64_t number;     /* from 1, the oldest */
  int64_t seen_at;     /* seconds since 1970: when it was first indexed */
  int64_t replaced_at; /* 0: it is the present one */
  const char* title;
  const char* published; /* ISO 8601, as in dateline_article_published */
  const char* source;
  size_t author_count;
  const char* const* authors;
  const char* text;
  size_t text_size;     /* bytes */
  uint64_t words;       /* of title and text */
  uint64_t words_added; /* against the version before; 0 of the first */
  uint64_t words_removed;
} dateline_revision;

/* A run of words: -1 removed, 0 the same, 1 added. */
typedef struct dateline_diff_part {
  int kind;
  const char* text;
  size_t text_size; /* bytes */
} dateline_diff_part;

typedef struct dateline_diff_field {
  const char* name; /* "title", "published", "source", "authors", "text" */
  int changed;
  size_t part_count;
  const dateline_diff_part* parts;
} dateline_diff_field;

/* DATELINE_NOT_FOUND where the archive has no article of that id. An article that never changed has one version. */
DATELINE_API dateline_code dateline_show_history(dateline_archive* archive, const char* id, dateline_history** history,
                                                 dateline_error** error);
DATELINE_API void dateline_history_free(dateline_history* history);
DATELINE_API const char* dateline_history_id(const dateline_history* history);
DATELINE_API size_t dateline_history_revision_count(const dateline_history* history);
/* The oldest is 0; NULL if out of range. */
DATELINE_API const dateline_revision* dateline_history_revision(const dateline_history* history, size_t index);
/* The list as one JSON object without the texts, and one version with its text. */
DATELINE_API const char* dateline_history_json(const dateline_history* history);
DATELINE_API const char* dateline_history_revision_json(const dateline_history* history, size_t index);

/* What changed from one version to another, word by word. `to` 0: the present version; `from` 0: the one before `to`.
 * DATELINE_NOT_FOUND where there is no such version. The diff does not need the history any longer. */
DATELINE_API dateline_code dateline_history_diff(const dateline_history* history, uint64_t from, uint64_t to,
                                                 dateline_diff** diff, dateline_error** error);
DATELINE_API void dateline_diff_free(dateline_diff* diff);
DATELINE_API uint64_t dateline_diff_from(const dateline_diff* diff);
DATELINE_API uint64_t dateline_diff_to(const dateline_diff* diff);
DATELINE_API uint64_t dateline_diff_words_added(const dateline_diff* diff);
DATELINE_API uint64_t dateline_diff_words_removed(const dateline_diff* diff);
DATELINE_API size_t dateline_diff_field_count(const dateline_diff* diff);
DATELINE_API const dateline_diff_field* dateline_diff_field_at(const dateline_diff* diff, size_t index);
DATELINE_API const char* dateline_diff_json(const dateline_diff* diff);

#ifdef __cplusplus
}
#endif

#endif
