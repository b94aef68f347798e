// Packed date → days → inside or not.
#include "query/engine/xapian_date_source.h"

#include "shared/columns/facet_record.h"

namespace dateline {

bool DateSource::looks_right(Xapian::docid docid) const {
  const auto period = days_of(unpack_date(FacetRecord(facets_->record(docid)).date()));
  return period && period->first >= days_.first && period->last <= days_.last;
}

}  // namespace dateline
