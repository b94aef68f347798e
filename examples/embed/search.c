/* Searches a Dateline archive from C: ./search ARCHIVE QUERY. Build it against the installed library:
 *   cc -std=c11 search.c $(pkg-config --cflags --libs dateline) -o search */
#include <dateline.h>
#include <inttypes.h>
#include <stdio.h>

static int report(dateline_error* error) {
  const int code = (int)dateline_error_code(error);
  fprintf(stderr, "error %d: %s\n%s\n", code, dateline_error_message(error), dateline_error_hint(error));
  dateline_error_free(error);
  return 1;
}

static void print_hit(const dateline_hit* hit) {
  printf("%" PRIu64 ". %s (%s)\n   %s\n", dateline_hit_rank(hit), dateline_hit_title(hit), dateline_hit_published(hit),
         dateline_hit_snippet(hit));
}

static void print_facet(const dateline_facet* facet) {
  printf("%s:", dateline_facet_name(facet));
  for (size_t i = 0; i < dateline_facet_value_count(facet); ++i) {
    printf(" %s (%" PRIu64 ")", dateline_facet_value_name(facet, i), dateline_facet_value_articles(facet, i));
  }
  printf("\n");
}

int main(int argc, char** argv) {
  if (argc != 3) return fprintf(stderr, "usage: %s ARCHIVE QUERY\n", argv[0]), 2;

  dateline_error* error = NULL;
  dateline_archive* archive = NULL;
  if (dateline_open(argv[1], &archive, &error) != DATELINE_OK) return report(error);

  const dateline_facet_request facets[] = {{DATELINE_PERSON, 5, DATELINE_STEP_AUTO},
                                           {DATELINE_DATE, 0, DATELINE_STEP_AUTO}};
  dateline_request request;
  dateline_request_init(&request, sizeof request);
  request.query = argv[2];
  request.facets = facets;
  request.facet_count = sizeof facets / sizeof facets[0];

  dateline_results* results = NULL;
  if (dateline_search(archive, &request, &results, &error) != DATELINE_OK) {
    dateline_archive_free(archive);
    return report(error);
  }
  printf("%" PRIu64 " articles\n", dateline_results_matched(results));
  for (size_t i = 0; i < dateline_results_hit_count(results); ++i) print_hit(dateline_results_hit(results, i));
  for (size_t i = 0; i < dateline_results_facet_count(results); ++i) print_facet(dateline_results_facet(results, i));
  dateline_results_free(results);
  dateline_archive_free(archive);
  return 0;
}
