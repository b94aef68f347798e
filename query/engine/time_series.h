// How often values occur in equal steps of time. Knows no Xapian.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "query/engine/entity_articles.h"
#include "query/engine/typical.h"
#include "shared/base/date.h"

namespace dateline {

using Series = std::vector<std::uint64_t>;  // articles in each step

// Days cut into steps of which a whole number fits the last `window` days; the first step may be shorter.
class SeriesSteps {
 public:
  SeriesSteps() = default;
  SeriesSteps(const DayRange& days, std::int64_t window);
  [[nodiscard]] std::int64_t step_days() const { return step_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::optional<std::size_t> step_of(PackedDate date) const;  // nullopt: not known to the day, or outside

 private:
  DayRange days_;
  std::int64_t step_ = 1;
  std::size_t size_ = 0;
};

// In the order of `names` (facet ids that stand for themselves).
std::vector<Series> name_series(const EntityReader& reader, const SeriesSteps& steps,
                                const std::vector<ValueCount>& names, const DocidList& documents);
// In the order of `stems`.
std::vector<Series> word_series(const EntityReader& reader, const SeriesSteps& steps,
                                const std::vector<ValueCount>& stems, const DocidList& documents);

}  // namespace dateline
