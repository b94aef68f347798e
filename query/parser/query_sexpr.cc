// QueryTree → s-expression.
#include <array>
#include <charconv>

#include "query/parser/query_print.h"
#include "query/parser/query_tree.h"
#include "schema/fields.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 16> kNames = {"all",  "word",     "phrase", "wildcard", "fuzzy",  "regex",
                                                     "near", "together", "field",  "date",     "length", "has",
                                                     "and",  "or",       "not",    "words"};
static_assert(static_cast<std::size_t>(NodeKind::kWords) + 1 == kNames.size());

// A string of the s-expression; control characters as \xHH, so that it stays one line that is safe to print.
void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      out += "\\x";
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

void append_attributes(std::string& out, const QueryNode& node) {
  if (node.kind == NodeKind::kNear) out += ' ', out += std::to_string(node.distance);
  if (node.kind == NodeKind::kField || node.in_field) out += ' ', out += kFields[node.field].name;
  if (node.kind == NodeKind::kField && node.exact) out += " =";
  if (node.kind == NodeKind::kDate) out += ' ', append_days(out, node.days);
  if (node.kind == NodeKind::kLength) out += ' ', append_count(out, node.count);
  if (node.kind == NodeKind::kHas) {
    out += ' ', out += node.text;
  } else if (!node.text.empty()) {
    out += ' ', append_quoted(out, node.text);
  }
  if (node.kind == NodeKind::kFuzzy) out += ' ', out += std::to_string(node.distance);
}

void append_sexpr(std::string& out, const QueryNode& node) {
  const bool boosted = node.boost != 1;
  if (boosted) out += "(boost ", append_boost(out, node.boost), out += ' ';
  out += '(';
  out += name_of(node.kind);
  append_attributes(out, node);
  for (const QueryNode& child : node.children) {
    out += ' ';
    append_sexpr(out, child);
  }
  out += boosted ? "))" : ")";
}

}  // namespace

std::string_view name_of(NodeKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::string to_sexpr(const QueryNode& node) {
  std::string out;
  append_sexpr(out, node);
  return out;
}

}  // namespace dateline
