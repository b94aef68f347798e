/* The C side of the ABI test: a C11 file that a C++ test calls. */
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Each returns NULL if all is as it should be, else what is not. */
const char* check_search_from_c(const char* archive);
const char* check_errors_from_c(const char* archive);
const char* check_show_from_c(const char* archive);
const char* check_nulls_from_c(void);
const char* check_explanation_from_c(const char* archive);
const char* check_explanation_nulls_from_c(void);
const char* check_completion_from_c(const char* archive);
const char* check_analysis_from_c(const char* archive);
const char* check_profile_from_c(const char* archive);
const char* check_mentions_from_c(const char* archive);
const char* check_entity_errors_from_c(const char* archive);
const char* check_entity_nulls_from_c(void);
const char* check_saved_from_c(const char* archive);
const char* check_alerts_from_c(const char* archive, size_t wanted); /* of the search that check_saved_from_c saves */
const char* check_saved_nulls_from_c(void);
const char* check_history_from_c(const char* archive);
const char* check_history_nulls_from_c(void);

#ifdef __cplusplus
}
#endif
