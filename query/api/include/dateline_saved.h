/* libdateline: searches that are kept with an archive, and alerts. The conventions of dateline.h hold here too.
 *
 * Saved searches lie in the archive's folder (searches.sqlite3), apart from the articles: keeping one needs the right
 * to write there, and no writer's lock.
 */
#ifndef DATELINE_SAVED_H
#define DATELINE_SAVED_H

#include <dateline.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- New articles ------------------------------------------------------------------------------------------------ */

/* How far the archive has come at this moment: the number of the last article that can be found. For `added_after` and
 * `added_until` of a dateline_request: two marks enclose what came between them, each article exactly once. */
DATELINE_API dateline_code dateline_archive_mark(dateline_archive* archive, uint64_t* mark, dateline_error** error);

/* ---- Saved searches ---------------------------------------------------------------------------------------------- */

typedef struct dateline_saved_list dateline_saved_list;
typedef struct dateline_saved dateline_saved; /* of a list */

/* Keeps what `request` asks (query, match, sort, selections, date_filter, expand, half_life_days), not how it is to be
 * shown. Dates in it like "last 2 weeks" are understood when it runs. `name`: UTF-8, up to 200 bytes, no control
 * characters, no space at its ends. `replace`: 0: that the name is taken is DATELINE_USAGE. `alerts`: 1: new articles
 * that match are told. A wrong query is refused as by dateline_search. `matched` (may be NULL): articles that match
 * now. */
DATELINE_API dateline_code dateline_save_search(dateline_archive* archive, const char* name,
                                                const dateline_request* request, int replace, int alerts,
                                                uint64_t* matched, dateline_error** error);
/* DATELINE_NOT_FOUND where there is none of that name. */
DATELINE_API dateline_code dateline_forget_search(dateline_archive* archive, const char* name, dateline_error** error);

/* All of them, by name. */
DATELINE_API dateline_code dateline_saved_searches(dateline_archive* archive, dateline_saved_list** list,
                                                   dateline_error** error);
DATELINE_API void dateline_saved_list_free(dateline_saved_list* list);
DATELINE_API size_t dateline_saved_count(const dateline_saved_list* list);
DATELINE_API const dateline_saved* dateline_saved_at(const dateline_saved_list* list, size_t index);
DATELINE_API const dateline_saved* dateline_saved_named(const dateline_saved_list* list,
                                                        const char* name); /* or NULL */
/* {"format_version":1,"searches":[…]}, which is what `dateline saved --json` prints: docs/saved.schema.json. */
DATELINE_API const char* dateline_saved_json(const dateline_saved_list* list);

DATELINE_API const char* dateline_saved_name(const dateline_saved* saved);
DATELINE_API const char* dateline_saved_one_json(const dateline_saved* saved); /* its object in dateline_saved_json */
DATELINE_API int dateline_saved_alerts(const dateline_saved* saved);
DATELINE_API int64_t dateline_saved_time(const dateline_saved* saved);     /* when it was saved: seconds since 1970 */
DATELINE_API int64_t dateline_saved_run_time(const dateline_saved* saved); /* of dateline_remember_run; 0: never */
DATELINE_API uint64_t dateline_saved_run_mark(const dateline_saved* saved);
DATELINE_API uint64_t dateline_saved_waiting(const dateline_saved* saved); /* alerts that were found and not told */
DATELINE_API uint64_t dateline_saved_told(const dateline_saved* saved);    /* alerts that were told */
/* Sets what was asked in a request that dateline_request_init has filled; its strings and arrays are the list's. Set
 * `added_after` to dateline_saved_run_mark for what is new since the last run. */
DATELINE_API void dateline_saved_request(const dateline_saved* saved, dateline_request* request);
/* What came up to `mark` was shown: call it when that is certain. It never goes back. */
DATELINE_API dateline_code dateline_remember_run(dateline_archive* archive, const char* name, uint64_t mark,
                                                 dateline_error** error);

/* ---- Alerts ------------------------------------------------------------------------------------------------------ */

typedef struct dateline_alerts dateline_alerts;

/* Looks for articles that came in after a search was saved and match it, when they come or after a change, and writes
 * down which; each article once for each search. Waits while another program tells alerts of this archive. The archive
 * must outlive the alerts, and both are used by one thread. */
DATELINE_API dateline_code dateline_find_alerts(dateline_archive* archive, dateline_alerts** alerts,
                                                dateline_error** error);
DATELINE_API void dateline_alerts_free(dateline_alerts* alerts);
/* Goes to the first, to the next alert: *there is 1, or 0 after the last one. It is written down as begun. */
DATELINE_API dateline_code dateline_alerts_next(dateline_alerts* alerts, int* there, dateline_error** error);
/* The present alert was told, and is not to come again; durable on return. Without this it comes in the next run. */
DATELINE_API dateline_code dateline_alerts_told(dateline_alerts* alerts, dateline_error** error);
/* The present alert; strings live until the next call of dateline_alerts_next. */
DATELINE_API const char* dateline_alerts_delivery(const dateline_alerts* alerts); /* the same for every attempt */
/* From 1. Above 1: an earlier attempt failed, or was cut off and may have reached its reader. */
DATELINE_API unsigned dateline_alerts_attempt(const dateline_alerts* alerts);
DATELINE_API const char* dateline_alerts_search(const dateline_alerts* alerts); /* the name */
DATELINE_API const char* dateline_alerts_query(const dateline_alerts* alerts);
DATELINE_API const char* dateline_alerts_id(const dateline_alerts* alerts); /* of the article, for dateline_show */
DATELINE_API const char* dateline_alerts_title(const dateline_alerts* alerts);
DATELINE_API const char* dateline_alerts_published(const dateline_alerts* alerts);
DATELINE_API const char* dateline_alerts_source(const dateline_alerts* alerts);
DATELINE_API const char* dateline_alerts_url(const dateline_alerts* alerts);
DATELINE_API const char* dateline_alerts_path(const dateline_alerts* alerts);
DATELINE_API const char* dateline_alerts_json(const dateline_alerts* alerts); /* docs/alert.schema.json */
/* Searches that could not be asked, because their query is wrong now: name and message; "" if out of range. */
DATELINE_API size_t dateline_alerts_problem_count(const dateline_alerts* alerts);
DATELINE_API const char* dateline_alerts_problem_search(const dateline_alerts* alerts, size_t index);
DATELINE_API const char* dateline_alerts_problem(const dateline_alerts* alerts, size_t index);

#ifdef __cplusplus
}
#endif

#endif
