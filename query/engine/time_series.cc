// One pass over the documents for all values.
#include "query/engine/time_series.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "query/engine/word_counter.h"
#include "shared/columns/facet_record.h"

namespace dateline {
namespace {

constexpr std::int64_t kStepsOfWindow = 4;
constexpr std::size_t kStemsAtOnce = 64;  // the bits of stems_in

std::vector<Series> empty_series(const std::vector<ValueCount>& values, const SeriesSteps& steps) {
  return std::vector<Series>(values.size(), Series(steps.size()));
}

std::optional<std::size_t> step_of(const EntityReader& reader, const SeriesSteps& steps, Docid docid) {
  return steps.step_of(FacetRecord(reader.snapshot.columns.facets->record(docid)).date());
}

}  // namespace

// The longest step of which kStepsOfWindow or more fit the window without a rest.
SeriesSteps::SeriesSteps(const DayRange& days, std::int64_t window) : days_(days) {
  step_ = std::max<std::int64_t>(1, window / kStepsOfWindow);
  while (window % step_ != 0) --step_;
  size_ = static_cast<std::size_t>((days.last - days.first) / step_) + 1;
}

std::optional<std::size_t> SeriesSteps::step_of(PackedDate packed) const {
  const PublishedDate date = unpack_date(packed);
  if (date.day == 0) return std::nullopt;
  const std::int64_t day = days_from_civil(date.year, date.month, date.day);
  if (day < days_.first || day > days_.last) return std::nullopt;
  return size_ - 1 - static_cast<std::size_t>((days_.last - day) / step_);
}

std::vector<Series> name_series(const EntityReader& reader, const SeriesSteps& steps,
                                const std::vector<ValueCount>& names, const DocidList& documents) {
  std::vector<Series> series = empty_series(names, steps);
  std::unordered_map<FacetId, std::size_t> places;
  for (std::size_t i = 0; i < names.size(); ++i) places.emplace(names[i].value, i);
  std::vector<Docid> last(names.size());  // that counted: an article may have several ids of one entity
  for (const Docid docid : documents) {
    const auto step = step_of(reader, steps, docid);
    if (!step) continue;
    const FacetRecord record(reader.snapshot.columns.facets->record(docid));
    for (std::size_t i = 0; i < record.size(); ++i) {
      const auto place = places.find(reader.remap(record[i]));
      if (place == places.end() || last[place->second] == docid) continue;
      last[place->second] = docid;
      ++series[place->second][*step];
    }
  }
  return series;
}

std::vector<Series> word_series(const EntityReader& reader, const SeriesSteps& steps,
                                const std::vector<ValueCount>& stems, const DocidList& documents) {
  std::vector<Series> series = empty_series(stems, steps);
  for (std::size_t first = 0; first < stems.size(); first += kStemsAtOnce) {
    const std::size_t size = std::min(kStemsAtOnce, stems.size() - first);
    std::vector<std::pair<std::uint32_t, std::size_t>> placed;
    for (std::size_t i = first; i < first + size; ++i) placed.emplace_back(stems[i].value, i);
    std::sort(placed.begin(), placed.end());
    std::vector<std::uint32_t> sorted;
    for (const auto& [stem, place] : placed) sorted.push_back(stem);
    for (const Docid docid : documents) {
      const auto step = step_of(reader, steps, docid);
      if (!step) continue;
      for (std::uint64_t found = stems_in(reader.snapshot.columns.tokens->record(docid), sorted); found != 0;
           found &= found - 1) {
        ++series[placed[static_cast<std::size_t>(std::countr_zero(found))].second][*step];
      }
    }
  }
  return series;
}

}  // namespace dateline
