// A list of documents that is already known, as a filter of a Xapian query.
#pragma once

#include <memory>
#include <string>

#include <xapian.h>

#include "query/engine/docid.h"

namespace dateline {

class DocidSource : public Xapian::PostingSource {
 public:
  explicit DocidSource(std::shared_ptr<const DocidList> documents) : documents_(std::move(documents)) {}

  void init(const Xapian::Database& /*database*/) override { next_ = 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  void next(double min_weight) override;
  void skip_to(Xapian::docid to, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return next_ > documents_->size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return (*documents_)[next_ - 1]; }
  [[nodiscard]] std::string get_description() const override { return "DocidSource"; }

 private:
  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(documents_->size()); }
  std::shared_ptr<const DocidList> documents_;
  std::size_t next_ = 0;  // the current document is the one before; 0: not started
};

}  // namespace dateline
