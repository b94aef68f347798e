// What must hold for every input of the query parser; used by the fuzzer and by the test with seeded random inputs.
#pragma once

#include <string>
#include <string_view>

#include "query/parser/query_tree.h"

namespace dateline {

inline constexpr std::int64_t kSomeDay = 19951;  // 2024-08-16

// "" where all is well, else what is wrong.
inline std::string check_query_parser(std::string_view query) {
  const auto tree = parse_query(query, kSomeDay);
  if (!tree) {
    const Error& error = tree.error();
    if (error.code != ErrorCode::kQuery || error.message.empty()) return "an error without code or message";
    if (!error.position) return "an error without a position: " + error.message;
    if (error.position->begin > error.position->end || error.position->end > query.size()) {
      return "a position outside of the query: " + error.message;
    }
    return {};
  }
  if (tree->span.begin > tree->span.end || tree->span.end > query.size()) return "a span outside of the query";
  const std::string printed = to_query_text(*tree);
  const auto again = parse_query(printed, kSomeDay + 1000);
  if (!again) return "printed query does not parse: " + printed + ": " + again.error().message;
  if (to_sexpr(*again) != to_sexpr(*tree)) return "printed query parses to another tree: " + printed;
  if (to_query_text(*again) != printed) return "printed query prints otherwise: " + printed;
  return {};
}

}  // namespace dateline
