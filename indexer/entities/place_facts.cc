// Reads the facts of one line of the gazetteer.
#include "indexer/entities/place_facts.h"

#include <charconv>
#include <vector>

#include "indexer/entities/gazetteer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<PlaceFacts> place_facts(std::string_view name) {
  const GazetteerEntry entry = Gazetteer::built_in().find(fold_name(name));
  if ((entry.classes & word_class::kPlace) == 0) return std::nullopt;
  const std::vector<std::string_view> fields = split(entry.place_facts, '|');
  if (fields.size() < 4) return std::nullopt;
  PlaceFacts facts{std::string(fields[0]), number_of<double>(fields[1]), number_of<double>(fields[2]),
                   number_of<long>(fields[3])};
  if (facts.population) *facts.population *= 1000;
  return facts;
}

}  // namespace dateline
