// A list of documents with their scores, both known already, as a part of a Xapian query.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/engine/docid.h"

namespace dateline {

class ScoredSource : public Xapian::PostingSource {
 public:
  // `scores` of the same size as `documents`, not negative.
  ScoredSource(DocidList documents, std::vector<double> scores)
      : documents_(std::move(documents)), scores_(std::move(scores)) {}

  void init(const Xapian::Database& database) override;
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  [[nodiscard]] double get_weight() const override { return scores_[next_ - 1]; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid to, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return next_ > documents_.size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return documents_[next_ - 1]; }
  [[nodiscard]] std::string get_description() const override { return "ScoredSource"; }

 private:
  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(documents_.size()); }
  DocidList documents_;
  std::vector<double> scores_;
  std::size_t next_ = 0;  // the current document is the one before; 0: not started
};

}  // namespace dateline
