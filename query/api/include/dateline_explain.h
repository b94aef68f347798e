/* libdateline beside searches: how a query is understood, and why its hits have their scores. C11; the conventions are
 * those of dateline.h. Rows are structs that are only read: later versions add members at their ends. */
#ifndef DATELINE_EXPLAIN_H
#define DATELINE_EXPLAIN_H

#include <dateline.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dateline_explanation dateline_explanation;

typedef struct dateline_explained_token {
  const char* kind; /* "word", "phrase", "operator", … */
  size_t begin;     /* bytes of the query */
  size_t end;
} dateline_explained_token;

typedef struct dateline_explained_pattern {
  const char* pattern;      /* "elect*" */
  uint64_t matching;        /* words of the archive that match */
  size_t word_count;        /* of them, those that were searched, the most frequent first */
  const char* const* words; /* word_count of them */
} dateline_explained_pattern;

typedef struct dateline_explained_name {
  const char* asked;        /* "person:biden" */
  uint64_t fitting;         /* whom it stands for, in all */
  size_t name_count;        /* the first of them */
  const char* const* names; /* name_count of them */
} dateline_explained_name;

typedef struct dateline_score_share {
  const char* part; /* of the query; "words together", "nearness", "age" */
  double score;
} dateline_score_share;

typedef struct dateline_explained_hit {
  const char* id;
  const char* title;
  int matches;  /* 0: the article does not match; then there is no more */
  double score; /* as dateline_search gives it without expand: the sum of the shares */
  size_t share_count;
  const dateline_score_share* shares;
} dateline_explained_hit;

/* Explains the query of the request. `article_id`: whose score is explained (DATELINE_NOT_FOUND where there is no such
 * article); NULL or "": those of the first three hits. */
DATELINE_API dateline_code dateline_explain(dateline_archive* archive, const dateline_request* request,
                                            const char* article_id, dateline_explanation** explanation,
                                            dateline_error** error);
DATELINE_API void dateline_explanation_free(dateline_explanation* explanation);

DATELINE_API const char* dateline_explanation_parsed(const dateline_explanation* explanation); /* an s-expression */
DATELINE_API const char* dateline_explanation_index_query(const dateline_explanation* explanation);
DATELINE_API uint64_t dateline_explanation_matched(const dateline_explanation* explanation);
DATELINE_API int dateline_explanation_exact(const dateline_explanation* explanation);
DATELINE_API double dateline_explanation_took_ms(const dateline_explanation* explanation);
/* Rows; NULL if out of range. */
DATELINE_API size_t dateline_explanation_token_count(const dateline_explanation* explanation);
DATELINE_API const dateline_explained_token* dateline_explanation_token(const dateline_explanation* explanation,
                                                                        size_t index);
DATELINE_API size_t dateline_explanation_pattern_count(const dateline_explanation* explanation);
DATELINE_API const dateline_explained_pattern* dateline_explanation_pattern(const dateline_explanation* explanation,
                                                                            size_t index);
DATELINE_API size_t dateline_explanation_name_count(const dateline_explanation* explanation);
DATELINE_API const dateline_explained_name* dateline_explanation_name(const dateline_explanation* explanation,
                                                                      size_t index);
DATELINE_API size_t dateline_explanation_hit_count(const dateline_explanation* explanation);
DATELINE_API const dateline_explained_hit* dateline_explanation_hit(const dateline_explanation* explanation,
                                                                    size_t index);
DATELINE_API size_t dateline_explanation_note_count(const dateline_explanation* explanation);
DATELINE_API const char* dateline_explanation_note(const dateline_explanation* explanation, size_t index);
/* All of it as one JSON object, which is what `dateline explain --json` prints. */
DATELINE_API const char* dateline_explanation_json(const dateline_explanation* explanation);

#ifdef __cplusplus
}
#endif

#endif
