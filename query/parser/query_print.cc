// QueryTree → text: as an s-expression, and as a query that parses to the same tree.
#include "query/parser/date_limits.h"
#include "query/parser/query_tree.h"
#include "schema/fields.h"

namespace dateline {
namespace {

std::string_view name_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::kAll:
      return "all";
    case NodeKind::kWord:
      return "word";
    case NodeKind::kPhrase:
      return "phrase";
    case NodeKind::kField:
      return "field";
    case NodeKind::kDate:
      return "date";
    case NodeKind::kAnd:
      return "and";
    case NodeKind::kOr:
      return "or";
    case NodeKind::kNot:
      return "not";
    case NodeKind::kWords:
      return "words";
  }
  return "?";
}

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

void append_day(std::string& out, std::int64_t day) {
  const CivilDay civil = civil_from_days(day);
  out += to_iso(PublishedDate{.year = civil.year, .month = civil.month, .day = civil.day});
}

// "2024-08-01..2024-08-31", "2024-08-16", "2024-08-01..", "..2024-08-31". Both ends open is no query; it is spelled
// out.
void append_days(std::string& out, DayRange days) {
  if (days.first == days.last) return append_day(out, days.first);
  const bool whole = days.first <= kFirstDay && days.last >= kLastDay;
  if (whole || days.first > kFirstDay) append_day(out, days.first);
  out += "..";
  if (whole || days.last < kLastDay) append_day(out, days.last);
}

void append_sexpr(std::string& out, const QueryNode& node) {
  out += '(';
  out += name_of(node.kind);
  if (node.kind == NodeKind::kField) {
    out += ' ';
    out += kFields[node.field].name;
    if (node.exact) out += " =";
  }
  if (node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase || node.kind == NodeKind::kField) {
    out += ' ';
    append_quoted(out, node.text);
  }
  if (node.kind == NodeKind::kDate) {
    out += ' ';
    append_days(out, node.days);
  }
  for (const QueryNode& child : node.children) {
    out += ' ';
    append_sexpr(out, child);
  }
  out += ')';
}

bool is_leaf(const QueryNode& node) {
  return node.children.empty();
}

// True where `child` can stand in `parent` without parentheses and still be read as this child.
bool stands_bare(const QueryNode& parent, const QueryNode& child, std::size_t place) {
  if (is_leaf(child)) return true;
  const bool joined = child.kind == NodeKind::kAnd || child.kind == NodeKind::kWords;
  switch (parent.kind) {
    case NodeKind::kOr:
      return child.kind != NodeKind::kOr;
    case NodeKind::kAnd:
      return child.kind == NodeKind::kWords;
    case NodeKind::kNot:
      return place == 0 && joined;
    default:
      return false;
  }
}

std::string_view separator_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::kOr:
      return " OR ";
    case NodeKind::kAnd:
      return " AND ";
    case NodeKind::kNot:
      return " -";
    default:
      return " ";
  }
}

void append_leaf(std::string& out, const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kAll:
      out += '*';
      return;
    case NodeKind::kDate:
      out += "date:", append_days(out, node.days);
      return;
    case NodeKind::kField:
      out += kFields[node.field].name, out += node.exact ? ":=" : ":";
      break;
    default:
      break;
  }
  const bool quoted = node.kind == NodeKind::kPhrase || (node.kind == NodeKind::kField && node.quoted);
  if (quoted) out += '"';
  out += node.text;
  if (quoted) out += '"';
  // A bare key may have an open parenthesis, which would take a closing one behind it.
  if (!quoted && node.kind == NodeKind::kField && node.text.find('(') != std::string::npos) out += ' ';
}

void append_query(std::string& out, const QueryNode& node) {
  if (is_leaf(node)) return append_leaf(out, node);
  const bool only_excludes = node.kind == NodeKind::kNot && node.children.front().kind == NodeKind::kAll;
  for (std::size_t i = only_excludes ? 1 : 0; i < node.children.size(); ++i) {
    if (only_excludes && i == 1) out += '-';
    if (i > (only_excludes ? 1U : 0U)) out += separator_of(node.kind);
    const bool bare = stands_bare(node, node.children[i], i);
    if (!bare) out += '(';
    append_query(out, node.children[i]);
    if (!bare) out += ')';
  }
}

}  // namespace

std::string to_sexpr(const QueryNode& node) {
  std::string out;
  append_sexpr(out, node);
  return out;
}

std::string to_query_text(const QueryNode& node) {
  std::string out;
  append_query(out, node);
  return out;
}

}  // namespace dateline
