// What is behind the handles of dateline_saved.h.
#pragma once

#include <dateline_saved.h>

#include <optional>
#include <string>
#include <vector>

#include "query/api/handles.h"
#include "query/engine/alerts.h"

struct dateline_saved {
  dateline::SavedSearch search;
  std::vector<dateline_selection> selections;  // their names are the search's
  std::string json;
};

struct dateline_saved_list {
  std::vector<dateline_saved> searches;  // never grows: the selections point into it
  std::string json;
};

struct dateline_alerts {
  dateline::AlertRun run;
  std::optional<dateline::Alert> alert;
  std::string published, json;  // of the alert
};
