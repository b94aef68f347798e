/* libdateline: search a Dateline archive from any program. C11; the ABI is stable within one major version.
 *
 * Conventions, which hold for every function below:
 *  1. Handles (dateline_archive, dateline_results, dateline_article, dateline_profile, dateline_mentions,
 * dateline_error) belong to the caller of the function that made them and are given back with their dateline_…_free,
 * which takes NULL too. Everything reached through a handle (strings, hits, facets, entities, choices, citations)
 * belongs to that handle and lives as long as it does.
 *  2. A function that can fail returns a dateline_code: DATELINE_OK (0) or what went wrong. It takes as its last
 * argument where to put an error object, NULL if the caller does not want one. On failure the other outputs are NULL or
 * 0; on success the error is NULL.
 *  3. Strings are UTF-8 and end with a zero byte. Those returned are never NULL; "" stands for "none". Those given
 *     may be NULL where "" is allowed; they are copied, so that they may go once the function has returned.
 *  4. Offsets and lengths are bytes, counted from 0, ends exclusive. An index that is out of range gives "" or 0.
 *  5. One dateline_archive is used by one thread at a time; any number of handles may be open on the same archive, in
 * one process or many, while a writer works. Results, articles, profiles, mentions and errors never change: any number
 * of threads may read them.
 *  6. Structs that the caller fills have their size as first member, set by their init function, so that later versions
 * can add members at the end. The two small structs that stand in arrays (dateline_selection, dateline_facet_request)
 * never change.
 *  7. No C++ exception, signal handler, output to a stream or change of the locale comes out of this library.
 */
#ifndef DATELINE_H
#define DATELINE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define DATELINE_API __attribute__((visibility("default")))
#else
#define DATELINE_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Versions ---------------------------------------------------------------------------------------------------- */

#define DATELINE_VERSION_MAJOR 0
#define DATELINE_VERSION_MINOR 1
#define DATELINE_VERSION_PATCH 0

DATELINE_API const char* dateline_version(void);     /* of the library that runs: "0.1.0" */
DATELINE_API unsigned dateline_version_number(void); /* major * 10000 + minor * 100 + patch */
DATELINE_API unsigned dateline_json_version(void);   /* "format_version" of the JSON it writes */

/* ---- Errors ------------------------------------------------------------------------------------------------------ */

typedef enum dateline_code {
  DATELINE_OK = 0,
  DATELINE_USAGE = 1,           /* an argument is wrong */
  DATELINE_QUERY = 2,           /* the query text is wrong; the error's position says where */
  DATELINE_NOT_FOUND = 3,       /* no such article */
  DATELINE_ARCHIVE_MISSING = 4, /* no archive at that place */
  DATELINE_ARCHIVE_DAMAGED = 5, /* its parts disagree or a file is broken: rebuild */
  DATELINE_ARCHIVE_VERSION = 6, /* made by another version, or with other text analysis */
  DATELINE_LOCKED = 7,          /* another writer holds the archive */
  DATELINE_UNREADABLE = 8,      /* input that cannot be decoded */
  DATELINE_IO = 9,              /* the operating system refused */
  DATELINE_INTERRUPTED = 10,
  DATELINE_INTERNAL = 11 /* a bug of ours, or no memory left */
} dateline_code;

typedef struct dateline_error dateline_error;

DATELINE_API dateline_code dateline_error_code(const dateline_error* error);
DATELINE_API const char* dateline_error_message(const dateline_error* error); /* one line, what happened */
DATELINE_API const char* dateline_error_hint(const dateline_error* error);    /* what to do about it; "" for none */
/* Where in the query text: 1 and the bytes, or 0 where the error has no place. The outputs may be NULL. */
DATELINE_API int dateline_error_position(const dateline_error* error, size_t* begin, size_t* end);
DATELINE_API void dateline_error_free(dateline_error* error);

/* ---- Archives ---------------------------------------------------------------------------------------------------- */

typedef struct dateline_archive dateline_archive;

/* Opens the archive in `folder` for reading. NULL or "": $DATELINE_DB, else $XDG_DATA_HOME/dateline, else
 * ~/.local/share/dateline. */
DATELINE_API dateline_code dateline_open(const char* folder, dateline_archive** archive, dateline_error** error);
DATELINE_API const char* dateline_archive_folder(const dateline_archive* archive);
/* How many articles can be found at this moment. */
DATELINE_API dateline_code dateline_archive_articles(dateline_archive* archive, uint64_t* articles,
                                                     dateline_error** error);
DATELINE_API void dateline_archive_free(dateline_archive* archive);

/* ---- Asking ------------------------------------------------------------------------------------------------------ */

typedef enum dateline_kind { /* of facets and entities */
                             DATELINE_PERSON = 0,
                             DATELINE_PLACE = 1,
                             DATELINE_ORGANIZATION = 2,
                             DATELINE_SOURCE = 3,
                             DATELINE_AUTHOR = 4,
                             DATELINE_LANGUAGE = 5,
                             DATELINE_COUNTRY = 6,
                             DATELINE_DATE =
                                 64, /* the publication date: can be counted, is selected by `date_filter` */
                             DATELINE_ANY_ENTITY = 65, /* a person, place or organization; only to ask for an entity */
                             DATELINE_WORD = 66        /* no name: a word; only in dateline_analysis.h */
} dateline_kind;

typedef enum dateline_match { /* how many of the plain words must occur */
                              DATELINE_MATCH_ALL = 0,
                              DATELINE_MATCH_ANY = 1,
                              DATELINE_MATCH_MOST = 2 /* at least two thirds of them */
} dateline_match;

typedef enum dateline_sort { DATELINE_BY_RELEVANCE = 0, DATELINE_NEWEST = 1, DATELINE_OLDEST = 2 } dateline_sort;

typedef enum dateline_step { /* of the date histogram */
                             DATELINE_STEP_AUTO =
                                 0, /* the finest that has at most 24 periods from the first to the last article */
                             DATELINE_STEP_YEAR = 1,
                             DATELINE_STEP_MONTH = 2,
                             DATELINE_STEP_DAY = 3
} dateline_step;

/* Only articles with this value. Selections of one kind are OR-ed, kinds are AND-ed; the counts of a kind ignore the
 * selections of that kind, so that one sees what else could be chosen. */
typedef struct dateline_selection {
  dateline_kind kind; /* not DATELINE_DATE */
  const char* name;
} dateline_selection;

typedef struct dateline_facet_request {
  dateline_kind kind;
  size_t limit;       /* values wanted, most frequent first; 0: all */
  dateline_step step; /* for DATELINE_DATE */
} dateline_facet_request;

/* Fill it with dateline_request_init first, then change what you need. */
typedef struct dateline_request {
  size_t size;                          /* sizeof(dateline_request) */
  const char* query;                    /* as a person types it; "" or "*": every article */
  dateline_match match;                 /* DATELINE_MATCH_ALL */
  dateline_sort sort;                   /* DATELINE_BY_RELEVANCE */
  uint64_t offset;                      /* hits to pass over: 0 */
  uint64_t limit;                       /* hits wanted: 10. 0 counts only. At most 100,000 */
  const dateline_selection* selections; /* none */
  size_t selection_count;
  const char* date_filter;              /* as after `date:` in a query, "2024-07-01..2024-08-16"; none */
  const dateline_facet_request* facets; /* what to count: none */
  size_t facet_count;
  size_t snippet_bytes; /* aimed length of snippets: 300. 0: no snippets */
  /* NULL, or facet_count strings that may be NULL: only values of which a name contains this ("net": Netanyahu) */
  const char* const* facet_finds;
  int expand;            /* 1: also rank by words that the best articles have in common */
  double half_life_days; /* an article that is this much older than the newest weighs half. 0: age is nothing */
  uint32_t timeout_ms;   /* stop then and answer with what was found (dateline_results_partial). 0: never */
  int collapse;          /* 1: one hit for near copies of one article; `matched` stays the number of articles */
  int count_stories;     /* 1: facets count near copies as one */
  int mark_entities;     /* 1: hits say where people, places and organizations stand in the snippet */
  uint64_t added_after;  /* only articles that came after this mark (dateline_archive_mark): 0, all */
  uint64_t added_until;  /* and not after this one. 0: no limit */
} dateline_request;

/* `size` is sizeof(dateline_request) in the calling program. */
DATELINE_API void dateline_request_init(dateline_request* request, size_t size);

/* ---- Answers ----------------------------------------------------------------------------------------------------- */

typedef struct dateline_results dateline_results;
typedef struct dateline_hit dateline_hit;     /* of results */
typedef struct dateline_facet dateline_facet; /* of results */

/* That nothing matched is no error: `matched` is 0, and the suggestion may say what would match. */
DATELINE_API dateline_code dateline_search(dateline_archive* archive, const dateline_request* request,
                                           dateline_results** results, dateline_error** error);
DATELINE_API void dateline_results_free(dateline_results* results);

DATELINE_API uint64_t dateline_results_matched(const dateline_results* results); /* in all, exact */
DATELINE_API int dateline_results_exact(const dateline_results* results);
/* 1: the time was over before all articles were looked at; hits and counts are those of a part, and exact is 0. */
DATELINE_API int dateline_results_partial(const dateline_results* results);
DATELINE_API uint64_t dateline_results_offset(const dateline_results* results);
DATELINE_API uint64_t dateline_results_limit(const dateline_results* results);
DATELINE_API double dateline_results_took_ms(const dateline_results* results);
DATELINE_API const char* dateline_results_query(const dateline_results* results);  /* as asked */
DATELINE_API const char* dateline_results_parsed(const dateline_results* results); /* as understood: an s-expression */
DATELINE_API const char* dateline_results_suggestion(
    const dateline_results* results); /* when nothing matched; "" for none */
/* Where nothing or nearly nothing matched: a query text of which the one that was asked is perhaps a slip, and that
 * finds more. "" for none. */
DATELINE_API const char* dateline_results_corrected(const dateline_results* results);
DATELINE_API size_t dateline_results_note_count(const dateline_results* results);
DATELINE_API const char* dateline_results_note(const dateline_results* results,
                                               size_t index); /* what the reader should know */
/* All of it as one JSON object, which is what `dateline search --json` prints. */
DATELINE_API const char* dateline_results_json(const dateline_results* results);
/* Its hits as JSON Lines, an object a line: what `dateline search --format jsonl` prints. */
DATELINE_API const char* dateline_results_json_lines(const dateline_results* results);

DATELINE_API size_t dateline_results_hit_count(const dateline_results* results);
DATELINE_API const dateline_hit* dateline_results_hit(const dateline_results* results,
                                                      size_t index); /* NULL if out of range */
DATELINE_API uint64_t dateline_hit_rank(const dateline_hit* hit);    /* from 1, over all matches */
DATELINE_API const char* dateline_hit_id(const dateline_hit* hit);   /* for dateline_show */
DATELINE_API double dateline_hit_score(const dateline_hit* hit);
DATELINE_API const char* dateline_hit_title(const dateline_hit* hit);
DATELINE_API int dateline_hit_title_made(const dateline_hit* hit); /* 1: the article has none, this is from its text */
DATELINE_API const char* dateline_hit_published(const dateline_hit* hit); /* ISO 8601, as precise as is known */
DATELINE_API const char* dateline_hit_source(const dateline_hit* hit);
DATELINE_API const char* dateline_hit_url(const dateline_hit* hit);
DATELINE_API const char* dateline_hit_path(const dateline_hit* hit);
DATELINE_API const char* dateline_hit_snippet(const dateline_hit* hit); /* plain text, one line */
DATELINE_API size_t dateline_hit_highlight_count(const dateline_hit* hit);
/* Where a matched word stands in the snippet. 1, or 0 if out of range. */
DATELINE_API int dateline_hit_highlight(const dateline_hit* hit, size_t index, size_t* begin, size_t* end);
/* How many other articles that match are near copies of this one. */
DATELINE_API uint64_t dateline_hit_versions(const dateline_hit* hit);
/* The same for an article and its near copies, matching or not; "" where it has none. */
DATELINE_API const char* dateline_hit_story(const dateline_hit* hit);
DATELINE_API size_t dateline_hit_entity_mark_count(const dateline_hit* hit);
/* Where a person, place or organization stands in the snippet. 1, or 0 if out of range. */
DATELINE_API int dateline_hit_entity_mark(const dateline_hit* hit, size_t index, dateline_kind* kind, size_t* begin,
                                          size_t* end);

DATELINE_API size_t dateline_results_facet_count(const dateline_results* results); /* as many as asked, in that order */
DATELINE_API const dateline_facet* dateline_results_facet(const dateline_results* results, size_t index);
DATELINE_API const char* dateline_facet_name(const dateline_facet* facet); /* "person", …, "date" */
DATELINE_API dateline_kind dateline_facet_kind(const dateline_facet* facet);
DATELINE_API int dateline_facet_exact(const dateline_facet* facet);
DATELINE_API uint64_t dateline_facet_distinct(const dateline_facet* facet); /* values in all, beyond the limit too */
DATELINE_API size_t dateline_facet_value_count(
    const dateline_facet*
        facet); /* values given, most frequent first; dates in order, from the first to the last period */
DATELINE_API const char* dateline_facet_value_id(const dateline_facet* facet, size_t index);
DATELINE_API const char* dateline_facet_value_name(const dateline_facet* facet, size_t index);
DATELINE_API uint64_t dateline_facet_value_articles(const dateline_facet* facet, size_t index);
DATELINE_API int dateline_facet_value_selected(const dateline_facet* facet, size_t index);
/* 1: the query says that no article may have it. */
DATELINE_API int dateline_facet_value_excluded(const dateline_facet* facet, size_t index);

/* ---- One article ------------------------------------------------------------------------------------------------- */

typedef struct dateline_article dateline_article;
typedef struct dateline_entity dateline_entity; /* of an article */

/* DATELINE_NOT_FOUND where the archive has no article of that id. */
DATELINE_API dateline_code dateline_show(dateline_archive* archive, const char* id, dateline_article** article,
                                         dateline_error** error);
DATELINE_API void dateline_article_free(dateline_article* article);

DATELINE_API const char* dateline_article_id(const dateline_article* article);
DATELINE_API const char* dateline_article_title(const dateline_article* article);
DATELINE_API int dateline_article_title_made(const dateline_article* article);
DATELINE_API const char* dateline_article_published(const dateline_article* article);
DATELINE_API const char* dateline_article_source(const dateline_article* article);
DATELINE_API const char* dateline_article_url(const dateline_article* article);
DATELINE_API const char* dateline_article_path(const dateline_article* article);
DATELINE_API uint64_t
dateline_article_record(const dateline_article* article); /* from 1 in that file; 0: the whole file */
DATELINE_API const char* dateline_article_dateline(const dateline_article* article);
DATELINE_API const char* dateline_article_language(const dateline_article* article);
DATELINE_API const char* dateline_article_section(const dateline_article* article); /* of the paper or site */
DATELINE_API const char* dateline_article_caption(const dateline_article* article); /* of the lead picture */
DATELINE_API const char* dateline_article_text(const dateline_article* article);
DATELINE_API size_t dateline_article_text_size(const dateline_article* article);
DATELINE_API uint64_t dateline_article_words(const dateline_article* article);
DATELINE_API size_t dateline_article_author_count(const dateline_article* article);
DATELINE_API const char* dateline_article_author(const dateline_article* article, size_t index);
DATELINE_API size_t dateline_article_contributor_count(const dateline_article* article);
DATELINE_API const char* dateline_article_contributor(const dateline_article* article, size_t index);
/* Where it is to be found: its own place first, then those of exact copies. dateline_show takes any of their ids. */
DATELINE_API size_t dateline_article_address_count(const dateline_article* article);
DATELINE_API const char* dateline_article_address_id(const dateline_article* article, size_t index);
DATELINE_API const char* dateline_article_address_url(const dateline_article* article, size_t index);
DATELINE_API const char* dateline_article_address_path(const dateline_article* article, size_t index);
DATELINE_API uint64_t dateline_article_address_record(const dateline_article* article, size_t index);
/* All of it as one JSON object. */
DATELINE_API const char* dateline_article_json(const dateline_article* article);

/* Its near copies, by date: the same text or nearly so, as wire copy is run by several papers. */
DATELINE_API const char* dateline_article_story(const dateline_article* article); /* as dateline_hit_story */
DATELINE_API size_t dateline_article_version_count(const dateline_article* article);
DATELINE_API const char* dateline_article_version_id(const dateline_article* article, size_t index);
DATELINE_API const char* dateline_article_version_title(const dateline_article* article, size_t index);
DATELINE_API const char* dateline_article_version_published(const dateline_article* article, size_t index);
DATELINE_API const char* dateline_article_version_source(const dateline_article* article, size_t index);

DATELINE_API size_t dateline_article_entity_count(const dateline_article* article);
DATELINE_API const dateline_entity* dateline_article_entity(const dateline_article* article, size_t index);
DATELINE_API dateline_kind dateline_entity_kind(const dateline_entity* entity);
DATELINE_API const char* dateline_entity_id(const dateline_entity* entity);   /* as dateline_facet_value_id */
DATELINE_API const char* dateline_entity_name(const dateline_entity* entity); /* canonical */
DATELINE_API size_t
dateline_entity_mention_count(const dateline_entity* entity); /* 0 where the publisher gave the name */
/* Where it is named: bytes of the article's text, or of its title where *in_title is 1. Returns 1, or 0 if out of
 * range. */
DATELINE_API int dateline_entity_mention(const dateline_entity* entity, size_t index, size_t* begin, size_t* end,
                                         int* in_title);

/* ---- Entities ---------------------------------------------------------------------------------------------------- */

typedef struct dateline_profile dateline_profile;   /* who an entity is */
typedef struct dateline_mentions dateline_mentions; /* where it is named */
typedef struct dateline_choice dateline_choice; /* of a profile or of mentions: whom the name that was asked means */
typedef struct dateline_candidate dateline_candidate; /* of a choice: somebody whom the name may mean */
typedef struct dateline_citation dateline_citation;   /* of a profile or of mentions: one place that names it */

/* Fill it with dateline_profile_request_init first, then change what you need. */
typedef struct dateline_profile_request {
  size_t size;        /* sizeof(dateline_profile_request) */
  const char* name;   /* "Joe Biden"; "person:Joe Biden"; "=Biden": by its own name and no alias; "=808": by its id */
  dateline_kind kind; /* DATELINE_ANY_ENTITY */
  size_t names_from;  /* newest articles in which the written forms of the name are counted: 200. At most 100,000 */
  size_t companions;  /* whom it appears with most, of each kind: 5 */
  size_t newest;      /* newest articles of which sentences are given: 3. At most 1,000 */
} dateline_profile_request;

/* Fill it with dateline_mentions_request_init first, then change what you need. */
typedef struct dateline_mentions_request {
  size_t size;          /* sizeof(dateline_mentions_request) */
  const char* name;     /* as in dateline_profile_request */
  dateline_kind kind;   /* DATELINE_ANY_ENTITY */
  const char* query;    /* only in articles that match; "" or "*": in all */
  dateline_match match; /* DATELINE_MATCH_ALL */
  dateline_sort sort;   /* of the articles: DATELINE_NEWEST */
  uint64_t offset;      /* mentions to pass over: 0 */
  uint64_t limit;       /* mentions wanted: 20. 0 counts only. At most 100,000 */
} dateline_mentions_request;

/* `size` is that of the struct in the calling program. */
DATELINE_API void dateline_profile_request_init(dateline_profile_request* request, size_t size);
DATELINE_API void dateline_mentions_request_init(dateline_mentions_request* request, size_t size);

/* That a name fits nobody, or several, is no error: nobody is chosen then, the choice says whom it may mean,
 * and the rest of the answer is empty. */
DATELINE_API dateline_code dateline_find_profile(dateline_archive* archive, const dateline_profile_request* request,
                                                 dateline_profile** profile, dateline_error** error);
DATELINE_API void dateline_profile_free(dateline_profile* profile);
DATELINE_API dateline_code dateline_find_mentions(dateline_archive* archive, const dateline_mentions_request* request,
                                                  dateline_mentions** mentions, dateline_error** error);
DATELINE_API void dateline_mentions_free(dateline_mentions* mentions);

/* Whom the name means. One of several is chosen only if it is the one of this full name, or if it has four fifths of
 * the articles of all of its kind and twenty times as many as those of other kinds. */
DATELINE_API const dateline_candidate* dateline_choice_chosen(const dateline_choice* choice); /* NULL: nobody */
DATELINE_API const char* dateline_choice_asked(const dateline_choice* choice);                /* as in the request */
DATELINE_API uint64_t dateline_choice_fitting(const dateline_choice* choice); /* all that the name fits */
DATELINE_API int dateline_choice_rejected(const dateline_choice* choice);     /* people said that it is no entity */
/* Whom the name fits but the chosen one, by falling number of articles: at most 20. */
DATELINE_API size_t dateline_choice_other_count(const dateline_choice* choice);
DATELINE_API const dateline_candidate* dateline_choice_other(const dateline_choice* choice, size_t index);
/* Where the name fits nobody: whom it is perhaps a slip for. */
DATELINE_API size_t dateline_choice_suggestion_count(const dateline_choice* choice);
DATELINE_API const dateline_candidate* dateline_choice_suggestion(const dateline_choice* choice, size_t index);
DATELINE_API const char* dateline_candidate_id(const dateline_candidate* candidate); /* with `=` before it: a name */
DATELINE_API dateline_kind dateline_candidate_kind(const dateline_candidate* candidate);
DATELINE_API const char* dateline_candidate_name(const dateline_candidate* candidate);  /* canonical */
DATELINE_API uint64_t dateline_candidate_articles(const dateline_candidate* candidate); /* that name it, in all */

DATELINE_API const dateline_choice* dateline_profile_choice(const dateline_profile* profile);
DATELINE_API const char* dateline_profile_external_id(const dateline_profile* profile); /* of the user's own list */
DATELINE_API const char* dateline_profile_country(const dateline_profile* profile);     /* of a place: ISO 3166-1 */
/* Of a place, in degrees: 1, or 0 where they are not known. The outputs may be NULL. */
DATELINE_API int dateline_profile_coordinates(const dateline_profile* profile, double* latitude, double* longitude);
DATELINE_API const char* dateline_profile_first(const dateline_profile* profile); /* publication date, ISO 8601 */
DATELINE_API const char* dateline_profile_last(const dateline_profile* profile);
DATELINE_API uint64_t dateline_profile_undated(const dateline_profile* profile); /* articles without a date */
DATELINE_API double dateline_profile_took_ms(const dateline_profile* profile);
/* How the newest articles write its name, most mentions first. */
DATELINE_API uint64_t dateline_profile_names_from(const dateline_profile* profile); /* articles that were looked at */
DATELINE_API size_t dateline_profile_name_count(const dateline_profile* profile);
DATELINE_API const char* dateline_profile_name(const dateline_profile* profile, size_t index);
DATELINE_API uint64_t dateline_profile_name_mentions(const dateline_profile* profile, size_t index);
DATELINE_API uint64_t dateline_profile_name_articles(const dateline_profile* profile, size_t index);
/* Of a person: what articles put before the name, "President"; sorted, at most 20. */
DATELINE_API size_t dateline_profile_title_count(const dateline_profile* profile);
DATELINE_API const char* dateline_profile_title(const dateline_profile* profile, size_t index);
/* Names that stood for it in other articles: at most 20. */
DATELINE_API size_t dateline_profile_other_name_count(const dateline_profile* profile);
DATELINE_API const char* dateline_profile_other_name(const dateline_profile* profile, size_t index);
/* What was merged into it: the first 20, those that people merged before others. */
DATELINE_API uint64_t dateline_profile_merged_total(const dateline_profile* profile);
DATELINE_API size_t dateline_profile_merged_count(const dateline_profile* profile);
DATELINE_API const char* dateline_profile_merged_id(const dateline_profile* profile, size_t index);
DATELINE_API const char* dateline_profile_merged_name(const dateline_profile* profile, size_t index);
DATELINE_API int dateline_profile_merged_by_person(const dateline_profile* profile, size_t index);
/* Whom it appears with, exact, itself left out: person, place, organization; then its articles by month as "date". */
DATELINE_API size_t dateline_profile_facet_count(const dateline_profile* profile);
DATELINE_API const dateline_facet* dateline_profile_facet(const dateline_profile* profile, size_t index);
/* Of each of the newest articles at most two sentences that name it, one behind the other. */
DATELINE_API size_t dateline_profile_citation_count(const dateline_profile* profile);
DATELINE_API const dateline_citation* dateline_profile_citation(const dateline_profile* profile, size_t index);
/* All of it as one JSON object, which is what `dateline entity --json` prints. */
DATELINE_API const char* dateline_profile_json(const dateline_profile* profile);

DATELINE_API const dateline_choice* dateline_mentions_choice(const dateline_mentions* mentions);
DATELINE_API uint64_t dateline_mentions_total(const dateline_mentions* mentions);    /* in all, exact */
DATELINE_API uint64_t dateline_mentions_articles(const dateline_mentions* mentions); /* that match and name it */
/* Of these, articles whose publisher names it in a list, and that have no place in the text to show. */
DATELINE_API uint64_t dateline_mentions_tagged(const dateline_mentions* mentions);
DATELINE_API uint64_t dateline_mentions_offset(const dateline_mentions* mentions);
DATELINE_API double dateline_mentions_took_ms(const dateline_mentions* mentions);
DATELINE_API size_t dateline_mentions_note_count(const dateline_mentions* mentions);
DATELINE_API const char* dateline_mentions_note(const dateline_mentions* mentions, size_t index);
DATELINE_API size_t dateline_mentions_citation_count(const dateline_mentions* mentions);
DATELINE_API const dateline_citation* dateline_mentions_citation(const dateline_mentions* mentions, size_t index);
/* All of it as one JSON object, which is what `dateline mentions --json` prints. */
DATELINE_API const char* dateline_mentions_json(const dateline_mentions* mentions);

DATELINE_API const char* dateline_citation_id(
    const dateline_citation* citation); /* of the article, for dateline_show */
DATELINE_API const char* dateline_citation_title(const dateline_citation* citation);
DATELINE_API int dateline_citation_title_made(const dateline_citation* citation);
DATELINE_API const char* dateline_citation_published(const dateline_citation* citation);
DATELINE_API const char* dateline_citation_source(const dateline_citation* citation);
DATELINE_API const char* dateline_citation_url(const dateline_citation* citation);
/* The place: bytes of the article's text, or of its title where dateline_citation_in_title. The outputs may be NULL. */
DATELINE_API void dateline_citation_span(const dateline_citation* citation, size_t* begin, size_t* end);
DATELINE_API int dateline_citation_in_title(const dateline_citation* citation);
DATELINE_API const char* dateline_citation_text(const dateline_citation* citation); /* as it is written there */
/* The sentence around it, in the same text. */
DATELINE_API void dateline_citation_sentence_span(const dateline_citation* citation, size_t* begin, size_t* end);
DATELINE_API const char* dateline_citation_sentence(const dateline_citation* citation); /* plain text, one line */
/* Where the name stands in dateline_citation_sentence. 1, or 0 where it is not marked. */
DATELINE_API int dateline_citation_highlight(const dateline_citation* citation, size_t* begin, size_t* end);

#ifdef __cplusplus
}
#endif

#endif
