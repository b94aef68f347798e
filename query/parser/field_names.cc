// Looks names up in the field table.
#include "query/parser/field_names.h"

#include <algorithm>
#include <vector>

#include "schema/fields.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestGuess = 32;  // bytes; longer words are no mistyped field name

// Optimal string alignment distance: insert, delete, replace a byte, swap two neighbours.
std::size_t typing_errors(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::size_t> find_field(std::string_view name) {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    const Field& field = kFields[i];
    if (equals_ignoring_case(name, field.name)) return i;
    if (!field.alias.empty() && equals_ignoring_case(name, field.alias)) return i;
  }
  return std::nullopt;
}

std::string_view nearest_field_name(std::string_view typed) {
  if (typed.size() > kLongestGuess) return {};
  const std::string lower = to_lower_ascii(typed);
  std::string_view best;
  std::size_t best_errors = 3;  // two slips are a guess, three are another word
  for (const Field& field : kFields) {
    for (const std::string_view name : {field.name, field.alias}) {
      if (name.empty()) continue;
      const bool start = lower.size() >= 3 && name.starts_with(lower);
      const std::size_t errors = start ? 1 : typing_errors(lower, name);
      if (errors < best_errors && errors * 2 <= name.size()) {
        best = name;
        best_errors = errors;
      }
    }
  }
  return best;
}

std::string field_names_text() {
  std::vector<std::string> names;
  for (const Field& field : kFields) names.emplace_back(field.name);
  return join(names, ", ");
}

}  // namespace dateline
