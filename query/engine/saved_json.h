// JSON of saved searches and alerts: docs/saved.schema.json, docs/alert.schema.json.
#pragma once

#include <span>
#include <string>

#include "query/engine/alerts.h"

namespace dateline {

std::string saved_to_json(const SavedSearch& search);  // the object of one
std::string saved_to_json(std::span<const SavedSearch> searches);
std::string alert_to_json(const Alert& alert);

}  // namespace dateline
