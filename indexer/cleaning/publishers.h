// Names of news agencies and publishers as they stand in heads of pages, datelines and bylines.
#pragma once

#include <string_view>

namespace dateline {

// The usual name of a publisher that writes itself so ("AP" → "Associated Press", "reuters" → "Reuters", "CNN" →
// "CNN");
// "" for what we do not know. Compares without case.
std::string_view known_publisher(std::string_view name);

}  // namespace dateline
