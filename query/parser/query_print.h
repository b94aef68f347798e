// How values of a query are written, in the s-expression and in query text alike.
#pragma once

#include <string>

#include "query/parser/query_tree.h"

namespace dateline {

// As in the s-expression: "word", "near".
std::string_view name_of(NodeKind kind);

// "2024-08-01..2024-08-31", "2024-08-16", "2024-08-01..", "..2024-08-31". Both ends open is no query; it is spelled
// out.
void append_days(std::string& out, DayRange days);
// "500..2000", "500..", "..2000", "300".
void append_count(std::string& out, CountRange count);
// As few digits as read back to the same number, never an exponent.
void append_boost(std::string& out, double boost);

}  // namespace dateline
