// What conditions look up for a document: how long it is, what kinds of values it has, whether words are near each
// other, what a check of the stored article says.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "query/engine/facet_remap.h"
#include "query/engine/near_match.h"
#include "query/engine/xapian_column_filter.h"
#include "query/parser/query_tree.h"
#include "shared/columns/column.h"

namespace dateline {

// How many words title and text have, from their value slot.
class LengthSource : public ColumnFilter {
 public:
  LengthSource(CountRange count, std::shared_ptr<MatchControl> control)
      : ColumnFilter(std::move(control)), count_(count) {}
  void init(const Xapian::Database& database) override;

  [[nodiscard]] std::string get_description() const override { return "length"; }

 protected:
  [[nodiscard]] bool looks_right(Xapian::docid docid) const override;

 private:
  CountRange count_;
  Xapian::Database database_;
  mutable Xapian::ValueIterator at_;  // the slot is read forward: documents mostly come in their order
  mutable Xapian::docid last_asked_ = 0;
};

// Documents with any value of a kind, or with a date (nullopt). `remap` must outlive it: rejected values are none.
class HasSource : public ColumnFilter {
 public:
  HasSource(std::shared_ptr<const ColumnReader> facets, std::optional<FacetKind> kind, const FacetRemap* remap,
            std::shared_ptr<MatchControl> control)
      : ColumnFilter(std::move(control)), facets_(std::move(facets)), kind_(kind), remap_(remap) {}

  [[nodiscard]] std::string get_description() const override { return "has"; }

 protected:
  [[nodiscard]] bool looks_right(Xapian::docid docid) const override;

 private:
  std::shared_ptr<const ColumnReader> facets_;
  std::optional<FacetKind> kind_;
  const FacetRemap* remap_;
};

// Words near each other, in the whole article or in its title.
class NearSource : public ColumnFilter {
 public:
  NearSource(std::shared_ptr<const ColumnReader> tokens, NearRequest request, bool in_title,
             std::shared_ptr<MatchControl> control)
      : ColumnFilter(std::move(control)),
        tokens_(std::move(tokens)),
        matcher_(std::move(request)),
        in_title_(in_title) {}

  [[nodiscard]] std::string get_description() const override { return "near"; }

 protected:
  [[nodiscard]] bool looks_right(Xapian::docid docid) const override;

 private:
  std::shared_ptr<const ColumnReader> tokens_;
  mutable NearMatcher matcher_;
  bool in_title_;
};

// What must be read in the catalog. An error of the check ends the match and becomes its control's.
class ArticleSource : public ColumnFilter {
 public:
  using Check = std::function<Result<bool>(ArticleId)>;
  ArticleSource(Check check, std::shared_ptr<MatchControl> control)
      : ColumnFilter(std::move(control)), check_(std::move(check)) {}
  void init(const Xapian::Database& database) override;

  [[nodiscard]] std::string get_description() const override { return "article read"; }

 protected:
  [[nodiscard]] bool looks_right(Xapian::docid docid) const override;

 private:
  Check check_;
  Xapian::Database database_;
};

}  // namespace dateline
