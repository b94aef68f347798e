// A field and what stands behind its colon, or between the parentheses behind it: source:(cnn OR reuters) is source:cnn
// OR source:reuters.
#pragma once

#include <cstdint>
#include <string_view>

#include "query/parser/query_tree.h"

namespace dateline {

struct FieldUse {
  std::size_t field = 0;
  bool exact = false;      // written with `=`: place:=Canada
  std::string_view query;  // what the spans of nodes count in
  std::int64_t today = 0;
};

// Makes words and phrases of the tree values of the field. Errors: a value that the field cannot have, a pattern where
// the field has none, a field inside another one. Recursion is as deep as the tree.
Result<void> apply_field(QueryNode& node, const FieldUse& use);

}  // namespace dateline
