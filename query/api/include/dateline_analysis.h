/* libdateline beside searches: many articles at once, over time and against each other, and articles like a given one.
 * C11; the conventions are those of dateline.h. Answers are handles; their rows are structs that are only read: later
 * versions add members at their ends. How the figures are made: docs/analysis.md. */
#ifndef DATELINE_ANALYSIS_H
#define DATELINE_ANALYSIS_H

#include <dateline.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Values ------------------------------------------------------------------------------------------------------ */

/* A name or a word that some articles have more often than others. */
typedef struct dateline_typical {
  dateline_kind kind; /* of a name, or DATELINE_WORD */
  const char* id;     /* of a name, as dateline_facet_value_id; "" for words */
  const char* name;
  uint64_t here;  /* of these articles so many have it */
  uint64_t there; /* and of those that they are held against */
  double score;   /* log-likelihood ratio G²; at least 10.83 */
} dateline_typical;

/* ---- Over time --------------------------------------------------------------------------------------------------- */

/* Fill it with dateline_timeline_request_init first. */
typedef struct dateline_timeline_request {
  size_t size;
  const dateline_request* query; /* of it: query, match, selections, date_filter, timeout_ms. NULL: every article */
  dateline_step step;            /* DATELINE_STEP_AUTO: days for up to two months, months for up to six years */
  size_t peaks;                  /* at most so many, the strongest: 5 */
} dateline_timeline_request;

typedef struct dateline_period {
  const char* period; /* "2024", "2024-08", "2024-08-16" */
  uint64_t articles;  /* that match */
  uint64_t of;        /* articles of the archive */
  size_t peak;        /* the peak that it belongs to, from 1; 0: none */
} dateline_period;

typedef struct dateline_headline {
  const char* id; /* of the article */
  const char* title;
  const char* published;
  const char* source;
} dateline_headline;

typedef struct dateline_peak {
  const char* first; /* period */
  const char* last;
  const char* top;   /* the period that stands out most */
  uint64_t articles; /* that match, in all of it */
  double expected;   /* how many there would be at the usual rate */
  double score;      /* of `top`: standard deviations above the usual */
  size_t name_count;
  const dateline_typical* names; /* against the other matches, the most typical first */
  size_t word_count;
  const dateline_typical* words;
  size_t headline_count;
  const dateline_headline* headlines; /* of the articles that have most of these */
} dateline_peak;

typedef struct dateline_timeline dateline_timeline;

DATELINE_API void dateline_timeline_request_init(dateline_timeline_request* request, size_t size);
DATELINE_API dateline_code dateline_find_timeline(dateline_archive* archive, const dateline_timeline_request* request,
                                                  dateline_timeline** timeline, dateline_error** error);
DATELINE_API void dateline_timeline_free(dateline_timeline* timeline);
DATELINE_API uint64_t dateline_timeline_matched(const dateline_timeline* timeline);
DATELINE_API uint64_t dateline_timeline_undated(const dateline_timeline* timeline); /* matches without a date */
/* Matches whose date is known less precisely than the periods. */
DATELINE_API uint64_t dateline_timeline_imprecise(const dateline_timeline* timeline);
DATELINE_API dateline_step dateline_timeline_step(const dateline_timeline* timeline); /* never DATELINE_STEP_AUTO */
DATELINE_API double dateline_timeline_took_ms(const dateline_timeline* timeline);
DATELINE_API size_t dateline_timeline_note_count(const dateline_timeline* timeline);
DATELINE_API const char* dateline_timeline_note(const dateline_timeline* timeline, size_t index);
/* Without a gap from the first match to the last. NULL if out of range, here and below. */
DATELINE_API size_t dateline_timeline_period_count(const dateline_timeline* timeline);
DATELINE_API const dateline_period* dateline_timeline_period(const dateline_timeline* timeline, size_t index);
DATELINE_API size_t dateline_timeline_peak_count(const dateline_timeline* timeline); /* in the order of time */
DATELINE_API const dateline_peak* dateline_timeline_peak(const dateline_timeline* timeline, size_t index);
/* All of it as one JSON object, which is what `dateline timeline --json` prints. */
DATELINE_API const char* dateline_timeline_json(const dateline_timeline* timeline);

/* ---- Against each other ------------------------------------------------------------------------------------------ */

/* Fill it with dateline_compare_request_init first. */
typedef struct dateline_compare_request {
  size_t size;
  const dateline_request* first; /* of it: query, match, selections, date_filter, timeout_ms. NULL: every article */
  const char* second;            /* the other query; match, selections and date_filter hold for both */
  const dateline_kind* kinds;    /* of names, and DATELINE_WORD. NULL: person, place, organization, word */
  size_t kind_count;
  size_t limit; /* values of each kind and side: 10. 0: all */
} dateline_compare_request;

typedef struct dateline_compared {
  dateline_kind kind;  /* of names, or DATELINE_WORD */
  int exact;           /* 0: words were counted in a part of the articles */
  uint64_t read_first; /* articles that were counted */
  uint64_t read_second;
  size_t first_count;
  const dateline_typical* first; /* typical of the first and not of the second; `here` is the first */
  size_t second_count;
  const dateline_typical* second; /* the other way round; `here` is the second */
} dateline_compared;

typedef struct dateline_comparison dateline_comparison;

DATELINE_API void dateline_compare_request_init(dateline_compare_request* request, size_t size);
/* The position of a wrong query is in first query, " -- " and second query, put together. */
DATELINE_API dateline_code dateline_compare(dateline_archive* archive, const dateline_compare_request* request,
                                            dateline_comparison** comparison, dateline_error** error);
DATELINE_API void dateline_comparison_free(dateline_comparison* comparison);
DATELINE_API uint64_t dateline_comparison_first(const dateline_comparison* comparison); /* articles that match */
DATELINE_API uint64_t dateline_comparison_second(const dateline_comparison* comparison);
DATELINE_API uint64_t dateline_comparison_both(const dateline_comparison* comparison);
DATELINE_API double dateline_comparison_took_ms(const dateline_comparison* comparison);
DATELINE_API size_t dateline_comparison_note_count(const dateline_comparison* comparison);
DATELINE_API const char* dateline_comparison_note(const dateline_comparison* comparison, size_t index);
DATELINE_API size_t dateline_comparison_kind_count(const dateline_comparison* comparison);
DATELINE_API const dateline_compared* dateline_comparison_kind(const dateline_comparison* comparison, size_t index);
/* All of it as one JSON object, which is what `dateline compare --json` prints. */
DATELINE_API const char* dateline_comparison_json(const dateline_comparison* comparison);

/* ---- Lately ------------------------------------------------------------------------------------------------------ */

/* Fill it with dateline_trends_request_init first. */
typedef struct dateline_trends_request {
  size_t size;
  const dateline_request* query; /* of it: query, match, selections, timeout_ms. NULL: every article */
  const char* since;             /* "7d", "2w", "3m", "1y" before the end, or a date. NULL or "": "7d" */
  const char* until;             /* a date. NULL or "": the day of the archive's newest article */
  const dateline_kind* kinds;    /* of names, and DATELINE_WORD. NULL: person, place, organization */
  size_t kind_count;
  size_t limit; /* values of each kind: 10. 0: all */
  int falling;  /* 1: what became rarer */
} dateline_trends_request;

typedef struct dateline_trend {
  dateline_typical value; /* here: in the window; there: in the time before */
  double ratio;           /* share of the articles now against before, half an article added to each */
  size_t series_count;
  const uint64_t* series; /* articles in each step of dateline_trends_step_days, from the time before to the end */
} dateline_trend;

typedef struct dateline_trend_kind {
  dateline_kind kind; /* of names, or DATELINE_WORD */
  int exact;          /* 0: words were counted in a part of the articles */
  uint64_t read_now;  /* articles that were counted */
  uint64_t read_before;
  size_t trend_count;
  const dateline_trend* trends;
} dateline_trend_kind;

typedef struct dateline_trends dateline_trends;

DATELINE_API void dateline_trends_request_init(dateline_trends_request* request, size_t size);
DATELINE_API dateline_code dateline_find_trends(dateline_archive* archive, const dateline_trends_request* request,
                                                dateline_trends** trends, dateline_error** error);
DATELINE_API void dateline_trends_free(dateline_trends* trends);
/* The window and the time that it is held against: days, both inclusive; "" where no article is dated to the day. */
DATELINE_API const char* dateline_trends_since(const dateline_trends* trends);
DATELINE_API const char* dateline_trends_until(const dateline_trends* trends);
DATELINE_API const char* dateline_trends_before_since(const dateline_trends* trends);
DATELINE_API const char* dateline_trends_before_until(const dateline_trends* trends);
DATELINE_API int dateline_trends_until_newest(const dateline_trends* trends); /* 1: the end was not asked for */
DATELINE_API int dateline_trends_falling(const dateline_trends* trends);
DATELINE_API uint64_t dateline_trends_now(const dateline_trends* trends); /* articles that match in the window */
DATELINE_API uint64_t dateline_trends_before(const dateline_trends* trends);
DATELINE_API uint64_t dateline_trends_unplaced(const dateline_trends* trends); /* matches not dated to the day */
DATELINE_API uint64_t dateline_trends_step_days(const dateline_trends* trends);
DATELINE_API double dateline_trends_took_ms(const dateline_trends* trends);
DATELINE_API size_t dateline_trends_note_count(const dateline_trends* trends);
DATELINE_API const char* dateline_trends_note(const dateline_trends* trends, size_t index);
DATELINE_API size_t dateline_trends_kind_count(const dateline_trends* trends);
DATELINE_API const dateline_trend_kind* dateline_trends_kind(const dateline_trends* trends, size_t index);
/* All of it as one JSON object, which is what `dateline trends --json` prints. */
DATELINE_API const char* dateline_trends_json(const dateline_trends* trends);

#ifdef __cplusplus
}
#endif

#endif
