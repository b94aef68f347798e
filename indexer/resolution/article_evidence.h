// Who is meant by a surname in one article, by who else is in it and when it appeared: the article is compared with
// those that name each bearer in full. Everything comes from these articles alone, so that the answer does not depend
// on the rest of the archive.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "schema/facet_id.h"

namespace dateline {

// An article as it is without attachments.
struct DocumentFacts {
  std::uint32_t document = 0;
  std::int32_t day = kNoDay;      // since 1970
  std::vector<FacetId> entities;  // people, places, organizations; ascending
  static constexpr std::int32_t kNoDay = INT32_MIN;
};

// The articles that name one bearer in full.
class BearerProfile {
 public:
  void add(std::span<const DocumentFacts> documents);
  // Once after all were added.
  void finish();
  [[nodiscard]] double articles() const { return articles_; }
  [[nodiscard]] double articles_with(FacetId entity) const;
  // Articles near that day: one of the same day counts 1, one of a fortnight before or after a third.
  [[nodiscard]] double articles_near(std::int32_t day) const;

 private:
  double articles_ = 0;
  std::unordered_map<FacetId, std::uint32_t> with_;
  std::vector<std::int32_t> days_;  // ascending after finish()
};

struct Suspect {
  std::size_t bearer = 0;
  double odds = 0;  // logarithm of how much likelier than the next one
};
// The likeliest of the bearers (at least one); `ignored` are the values whose identity is asked for, ascending.
Suspect likeliest_bearer(const DocumentFacts& article, std::span<const BearerProfile> bearers,
                         std::span<const FacetId> ignored);

// Of the articles of one, the share that appeared within a fortnight of one of the other's.
double shared_time(std::span<const DocumentFacts> of, std::span<const DocumentFacts> with);

// Of the articles of one, the share that names a person or an organization which is in at least a tenth of the
// other's.
double shared_company(std::span<const DocumentFacts> of, std::span<const DocumentFacts> with,
                      std::span<const FacetId> ignored);

}  // namespace dateline
