// Looks names up in the field table.
#include "query/parser/field_names.h"

#include <algorithm>
#include <vector>

#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/base/typing_errors.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestGuess = 32;  // bytes; longer words are no mistyped field name
constexpr std::size_t kTooManyErrors = 3;  // two slips are a guess, three are another word

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
  std::size_t best_errors = kTooManyErrors;
  for (const Field& field : kFields) {
    for (const std::string_view name : {field.name, field.alias}) {
      if (name.empty()) continue;
      const bool start = lower.size() >= 3 && name.starts_with(lower);
      const std::size_t errors = start ? 1 : typing_errors(lower, name, kTooManyErrors);
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
