// QueryTree → text that parses to the same tree.
#include "query/parser/query_print.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "query/parser/date_limits.h"
#include "schema/fields.h"

namespace dateline {
namespace {

void append_day(std::string& out, std::int64_t day) {
  const CivilDay civil = civil_from_days(day);
  out += to_iso(PublishedDate{.year = civil.year, .month = civil.month, .day = civil.day});
}

bool is_leaf(const QueryNode& node) {
  return node.children.empty();
}

// A word that a boost can stand behind without becoming a part of it.
bool is_simple(std::string_view word) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto fits = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '\''; };
  return std::any_of(word.begin(), word.end(), letter) && std::all_of(word.begin(), word.end(), fits);
}

// As it may have stood in quotes, or in the parentheses of a field: `source://x` would be an address.
bool needs_quotes(const QueryNode& node) {
  return node.kind == NodeKind::kPhrase || node.kind == NodeKind::kNear || node.quoted ||
         (node.kind == NodeKind::kField && node.text.starts_with("//"));
}

// Whether `^N` right behind the text of this node is read as its boost.
bool takes_boost(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kPhrase:
    case NodeKind::kWildcard:
    case NodeKind::kFuzzy:
    case NodeKind::kRegex:
    case NodeKind::kTogether:
      return true;
    case NodeKind::kNear:
      return is_leaf(node);
    case NodeKind::kWord:
      return is_simple(node.text);
    case NodeKind::kField:
      return !is_verbatim(kFields[node.field].type) && (needs_quotes(node) || is_simple(node.text));
    default:
      return false;
  }
}

// True where `child` can stand in `parent` without parentheses and still be read as this child.
bool stands_bare(const QueryNode& parent, const QueryNode& child, std::size_t place) {
  if (parent.kind == NodeKind::kTogether) return true;  // between commas
  if (is_leaf(child) || child.kind == NodeKind::kTogether) return true;
  if (child.kind == NodeKind::kNear) return parent.kind != NodeKind::kNear;
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

std::string separator_of(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kOr:
      return " OR ";
    case NodeKind::kAnd:
      return " AND ";
    case NodeKind::kNot:
      return " -";
    case NodeKind::kNear:
      return " NEAR/" + std::to_string(node.distance) + " ";
    case NodeKind::kTogether:
      return ", ";
    default:
      return " ";
  }
}

void append_text(std::string& out, const QueryNode& node) {
  const std::string_view quote = needs_quotes(node) ? "\"" : node.kind == NodeKind::kRegex ? "/" : "";
  out += quote;
  out += node.text;
  out += quote;
  if (node.kind == NodeKind::kFuzzy || node.kind == NodeKind::kNear) out += '~', out += std::to_string(node.distance);
  // A bare key may have an open parenthesis, which would take a closing one behind it.
  if (quote.empty() && node.kind == NodeKind::kField && node.text.find('(') != std::string::npos) out += ' ';
}

void append_leaf(std::string& out, const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kAll:
      out += '*';
      return;
    case NodeKind::kDate:
      out += "date:", append_days(out, node.days);
      return;
    case NodeKind::kLength:
      out += "words:", append_count(out, node.count);
      return;
    case NodeKind::kHas:
      out += "has:", out += node.text;
      return;
    default:
      append_text(out, node);
      return;
  }
}

void append_query(std::string& out, const QueryNode& node);

void append_children(std::string& out, const QueryNode& node) {
  const bool only_excludes =
      node.kind == NodeKind::kNot && node.children.front().kind == NodeKind::kAll && node.children.front().boost == 1;
  const std::string separator = separator_of(node);
  for (std::size_t i = only_excludes ? 1 : 0; i < node.children.size(); ++i) {
    const QueryNode& child = node.children[i];
    if (only_excludes && i == 1) out += '-';
    if (i > (only_excludes ? 1U : 0U)) out += separator;
    const bool bare = child.boost != 1 || child.in_field || stands_bare(node, child, i);  // those bring their own
    if (!bare) out += '(';
    append_query(out, child);
    if (!bare) out += ')';
  }
}

void append_query(std::string& out, const QueryNode& node) {
  const bool boosted = node.boost != 1;
  const bool wrapped_boost = boosted && !takes_boost(node);
  const bool field = node.kind == NodeKind::kField || node.in_field;
  const bool field_group = node.in_field && !is_leaf(node);
  if (wrapped_boost && !field_group) out += '(';
  if (field) out += kFields[node.field].name, out += node.exact ? ":=" : ":";
  if (field_group) out += '(';
  if (node.kind == NodeKind::kTogether) out += "together(";
  is_leaf(node) ? append_leaf(out, node) : append_children(out, node);
  if (node.kind == NodeKind::kTogether || field_group) out += ')';
  if (wrapped_boost && !field_group) out += ')';
  if (boosted) out += '^', append_boost(out, node.boost);
}

}  // namespace

void append_days(std::string& out, DayRange days) {
  if (days.first == days.last) return append_day(out, days.first);
  const bool whole = days.first <= kFirstDay && days.last >= kLastDay;
  if (whole || days.first > kFirstDay) append_day(out, days.first);
  out += "..";
  if (whole || days.last < kLastDay) append_day(out, days.last);
}

void append_count(std::string& out, CountRange count) {
  if (count.least == count.most) return out += std::to_string(count.least), void();
  const CountRange any;
  if (count.least != any.least || count.most == any.most) out += std::to_string(count.least);
  out += "..";
  if (count.most != any.most) out += std::to_string(count.most);
}

void append_boost(std::string& out, double boost) {
  std::array<char, 512> digits;
  const auto end = std::to_chars(digits.begin(), digits.end(), boost, std::chars_format::fixed).ptr;
  out.append(digits.data(), end);
}

std::string to_query_text(const QueryNode& node) {
  std::string out;
  append_query(out, node);
  return out;
}

}  // namespace dateline
