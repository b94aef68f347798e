// Looks at finished trees: the grammar itself has no kinds of operands.
#include "query/parser/operand_rules.h"

#include "query/parser/query_characters.h"
#include "schema/fields.h"

namespace dateline {
namespace {

constexpr std::string_view kNearHint =
    "both sides of NEAR are a word, a phrase in quotes, or several joined by OR: (gaza OR rafah) NEAR/5 hostages";
constexpr std::string_view kTogetherHint =
    "write words, phrases and names between the commas: together(person:biden, \"cease fire\")";

bool is_text(const QueryNode& node) {
  return node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase;
}

Error wrong_near(const QueryNode& node) {
  if (node.kind == NodeKind::kField) {
    return query_error(node.span, "a field cannot stand beside NEAR", "title:(a NEAR/5 b) looks in the title");
  }
  return query_error(node.span, "this cannot stand beside NEAR", std::string(kNearHint));
}

}  // namespace

Result<void> check_near_operand(const QueryNode& node) {
  if (node.boost != 1) {
    return query_error(node.span, "a boost inside NEAR", "the boost goes to the whole: (a NEAR/5 b)^2");
  }
  if (is_text(node)) return {};
  if (node.kind != NodeKind::kOr) return wrong_near(node);
  for (const QueryNode& child : node.children) {
    if (!is_text(child) || child.boost != 1) return wrong_near(child);
  }
  return {};
}

Result<void> check_together_part(const QueryNode& node) {
  const bool joined = node.kind == NodeKind::kAnd || node.kind == NodeKind::kOr || node.kind == NodeKind::kWords;
  const auto facet = kFields[node.field].facet;
  const bool name = node.kind == NodeKind::kField && facet && static_cast<std::size_t>(*facet) < kEntityKinds;
  if (node.boost != 1) {
    return query_error(node.span, "a boost inside together(…)", "the boost goes to the whole: together(a, b)^2");
  }
  if (is_text(node) || name) return {};
  if (!joined) return query_error(node.span, "this cannot stand in together(…)", std::string(kTogetherHint));
  for (const QueryNode& child : node.children) {
    if (auto checked = check_together_part(child); !checked) return checked;
  }
  return {};
}

}  // namespace dateline
