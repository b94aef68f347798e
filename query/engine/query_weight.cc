// By the kind of node.
#include "query/engine/query_weight.h"

#include <algorithm>

#include "schema/fields.h"

namespace dateline {

bool has_weight(const QueryNode& node) {
  if (node.kind == NodeKind::kField) {
    const FieldType type = kFields[node.field].type;
    return type == FieldType::kText || type == FieldType::kSimilar;
  }
  return !is_condition(node) || node.in_field || node.kind == NodeKind::kTogether;
}

bool gives_no_scores(const QueryNode& tree) {
  if (tree.boost != 1) return false;  // a condition that has a boost gives it to its articles
  switch (tree.kind) {
    case NodeKind::kNot:
      return gives_no_scores(tree.children.front());
    case NodeKind::kAnd:
    case NodeKind::kOr:
    case NodeKind::kWords:
      return std::all_of(tree.children.begin(), tree.children.end(), gives_no_scores);
    default:
      return !has_weight(tree);
  }
}

}  // namespace dateline
