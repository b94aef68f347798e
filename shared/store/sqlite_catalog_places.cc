// Where places are.
#include "shared/store/sqlite_catalog_impl.h"

namespace dateline {

Result<void> Catalog::set_place_facts(FacetId place, std::string_view country, std::optional<double> latitude,
                                      std::optional<double> longitude) {
  if (auto ready = impl_->require_transaction(); !ready) return ready;
  impl_->cache.places.insert(place);
  return impl_->db->run("UPDATE facet_values SET country = ?, latitude = ?, longitude = ? WHERE facet_id = ?", country,
                        latitude, longitude, place);
}

bool Catalog::has_place_facts(FacetId place) const {
  return impl_->cache.places.contains(place);
}

}  // namespace dateline
