// Date ranges, checked on the facet column.
#pragma once

#include <memory>

#include "query/engine/xapian_column_filter.h"
#include "shared/base/date.h"
#include "shared/columns/column.h"

namespace dateline {

// Articles whose whole period (a day, a month, a year) lies in the range. Two value ranges instead walk their slots for
// every document up to the next match: a page for a word in half of 25,000 articles within ten years took 4.9 ms with
// them, 3.0 ms with this.
class DateSource : public ColumnFilter {
 public:
  DateSource(std::shared_ptr<const ColumnReader> facets, const DayRange& days, std::shared_ptr<MatchControl> control)
      : ColumnFilter(std::move(control)), facets_(std::move(facets)), days_(days) {}

  [[nodiscard]] std::string get_description() const override { return "date"; }

 protected:
  [[nodiscard]] bool looks_right(Xapian::docid docid) const override;

 private:
  std::shared_ptr<const ColumnReader> facets_;
  DayRange days_;
};

}  // namespace dateline
