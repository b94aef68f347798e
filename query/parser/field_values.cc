// One function a type of field.
#include "query/parser/field_values.h"

#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "query/parser/has_kinds.h"
#include "query/parser/query_characters.h"
#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/base/typing_errors.h"

namespace dateline {
namespace {

constexpr std::string_view kLengthForms = "write words:500..2000, words:500.., words:..2000 or words:300";

// Where the value's text begins: behind the opening quote, where there is one.
std::size_t text_begin(const QueryNode& node, std::string_view query) {
  std::size_t at = node.span.begin;
  if (node.kind == NodeKind::kPhrase) next_code_point(query, at);
  return at;
}

Error no_value(const FieldUse& use, TextSpan at) {
  const Field& field = kFields[use.field];
  return query_error(at, concat({"'", field.name, ":' has no value"}),
                     concat({"write the value right behind the colon: ", field.example}));
}

Result<void> apply_date(QueryNode& node, const FieldUse& use) {
  auto days = parse_date_range(node.text, use.today);
  if (!days) {
    Error error = std::move(days).error();
    const std::size_t begin = text_begin(node, use.query);
    if (error.position) error.position = TextSpan{error.position->begin + begin, error.position->end + begin};
    return error;
  }
  node.kind = NodeKind::kDate;
  node.days = *days;
  node.text.clear();
  return {};
}

// "" is `missing`.
std::optional<std::uint32_t> read_count(std::string_view text, std::uint32_t missing) {
  if (text.empty()) return missing;
  std::uint32_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  return code == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Result<void> apply_length(QueryNode& node, const FieldUse& use) {
  static_cast<void>(use);
  const std::string_view text = trim(node.text);
  const std::size_t dots = text.find("..");
  const bool range = dots != std::string_view::npos;
  const std::string_view from = trim(text.substr(0, dots)), to = range ? trim(text.substr(dots + 2)) : from;
  const CountRange any;
  const auto least = read_count(from, any.least), most = read_count(to, any.most);
  if (!least || !most || (from.empty() && to.empty())) {
    return query_error(node.span, concat({"'", shown(text), "' is no number of words"}), std::string(kLengthForms));
  }
  if (*most < *least) {
    return query_error(node.span, "this range ends before it begins",
                       concat({"the smaller number comes first: words:", to, "..", from}));
  }
  node.kind = NodeKind::kLength;
  node.count = {*least, *most};
  node.text.clear();
  return {};
}

Error unknown_kind(std::string_view typed, TextSpan at) {
  std::vector<std::string> names;
  std::string_view likely;
  std::size_t least = 3;  // two slips are a guess, three are another word
  for (const HasKind& kind : kHasKinds) {
    names.emplace_back(kind.name);
    const std::size_t errors = typing_errors(typed.substr(0, 40), kind.name, least);
    if (errors < least) least = errors, likely = kind.name;
  }
  const std::string list = concat({"has: knows ", join(names, ", ")});
  return query_error(at, concat({"'has:", shown(typed), "' is not known"}),
                     likely.empty() ? list : concat({"did you mean 'has:", likely, "'? ", list}));
}

Result<void> apply_has(QueryNode& node) {
  const std::string name = to_lower_ascii(trim(node.text));
  const HasKind* const kind = find_has_kind(name);
  if (kind == nullptr) return unknown_kind(name, node.span);
  node.kind = NodeKind::kHas;
  node.text = kind->name;
  return {};
}

// title:* is has:title.
Result<void> apply_to_star(QueryNode& node, const FieldUse& use) {
  const Field& field = kFields[use.field];
  const HasKind* kind = find_has_kind(field.name);
  if (kind == nullptr) {
    return query_error(node.span, concat({"'", field.name, ":*' asks for nothing"}),
                       concat({"write a value: ", field.example}));
  }
  node.kind = NodeKind::kHas;
  node.text = kind->name;
  return {};
}

Result<void> apply_to_value(QueryNode& node, const FieldUse& use) {
  const FieldType type = kFields[use.field].type;
  const bool takes_anything = is_verbatim(type) || type == FieldType::kDate || type == FieldType::kLength;
  if (takes_anything ? trim(node.text).empty() : !has_word(node.text)) return no_value(use, node.span);
  switch (type) {
    case FieldType::kDate:
      return apply_date(node, use);
    case FieldType::kLength:
      return apply_length(node, use);
    case FieldType::kHas:
      return apply_has(node);
    default:
      break;
  }
  node.quoted = node.kind == NodeKind::kPhrase;
  node.kind = NodeKind::kField;
  node.field = use.field;
  node.exact = use.exact;
  if (type == FieldType::kFacet && !node.quoted && node.text.starts_with('=')) {
    node.exact = true;
    node.text.erase(0, node.text.find_first_not_of('='));
  }
  return {};
}

Result<void> apply_to_pattern(QueryNode& node, const FieldUse& use) {
  const Field& field = kFields[use.field];
  if (field.type == FieldType::kText) {
    node.in_field = true;
    node.field = use.field;
    return {};
  }
  return query_error(node.span, concat({"'", field.name, ":' takes no pattern"}),
                     field.type == FieldType::kFacet
                         ? concat({"write a word of the name, it finds all that have it; in quotes signs are letters: ",
                                   field.example})
                         : concat({"write a value: ", field.example}));
}

}  // namespace

Result<void> apply_field(QueryNode& node, const FieldUse& use) {
  switch (node.kind) {
    case NodeKind::kAll:
      return apply_to_star(node, use);
    case NodeKind::kWord:
    case NodeKind::kPhrase:
      return apply_to_value(node, use);
    case NodeKind::kWildcard:
    case NodeKind::kFuzzy:
    case NodeKind::kRegex:
    case NodeKind::kNear:
      return apply_to_pattern(node, use);
    case NodeKind::kField:
    case NodeKind::kDate:
    case NodeKind::kLength:
    case NodeKind::kHas:
    case NodeKind::kTogether:
      return query_error(node.span, concat({"a field cannot stand inside '", kFields[use.field].name, ":(…)'"}),
                         concat({"write it outside of the parentheses, or as a value in quotes"}));
    case NodeKind::kAnd:
    case NodeKind::kOr:
    case NodeKind::kNot:
    case NodeKind::kWords:
      break;
  }
  for (QueryNode& child : node.children) {
    // What a pure negation is taken from is every article: source:(-cnn).
    const bool everything = node.kind == NodeKind::kNot && &child == node.children.data();
    if (everything && child.kind == NodeKind::kAll) continue;
    if (auto applied = apply_field(child, use); !applied) return applied;
  }
  return {};
}

}  // namespace dateline
