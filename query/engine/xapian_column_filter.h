// Conditions that are looked up in a column, as filters of a Xapian query.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/engine/match_control.h"

namespace dateline {

// Keeps the documents for which looks_right() says yes; without weight. It says that it matches every document, so that
// Xapian lets terms lead and only calls check() on documents that have them. It does not know which documents exist:
// AND it with something that does. Answers are kept, because a search runs its query twice (the page, then all
// matches). When the match must end, it is at its end, so that the whole match is. One thread.
class ColumnFilter : public Xapian::PostingSource {
 public:
  explicit ColumnFilter(std::shared_ptr<MatchControl> control = nullptr) : control_(std::move(control)) {}
  void init(const Xapian::Database& database) override;
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid to, double min_weight) override;
  bool check(Xapian::docid docid, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return at_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }
  [[nodiscard]] std::string get_description() const override { return "ColumnFilter"; }

 protected:
  [[nodiscard]] virtual bool looks_right(Xapian::docid docid) const = 0;
  [[nodiscard]] MatchControl* control() const { return control_.get(); }

 private:
  enum class Answer : std::uint8_t { kUnknown, kNo, kYes };
  bool matches(Xapian::docid docid);
  bool must_end();

  std::shared_ptr<MatchControl> control_;

  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0, at_ = 0;
  std::vector<Answer> answers_;  // by document id
};

}  // namespace dateline
