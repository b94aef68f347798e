// Ends a match when its time is over: what was found before is the answer.
#pragma once

#include <memory>
#include <string>

#include <xapian.h>

#include "query/engine/match_control.h"

namespace dateline {

// Matches everything, for OP_FILTER around a whole query; Xapian asks it last. Once the time is over it is at its end,
// and with it the match. (Enquire::set_time_limit only lowers check_at_least.)
class DeadlineSource : public Xapian::PostingSource {
 public:
  explicit DeadlineSource(std::shared_ptr<MatchControl> control) : control_(std::move(control)) {}
  void init(const Xapian::Database& database) override {
    documents_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
  }
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double min_weight) override { skip_to(at_ + 1, min_weight); }
  void skip_to(Xapian::docid to, double /*min_weight*/) override {
    if (to > at_) at_ = to;
    if (control_->must_end()) at_ = last_ + 1;
  }
  // True at the end too: Xapian 1.4.22 takes false for "not here", asks again, and has let go of a source that ended.
  bool check(Xapian::docid docid, double min_weight) override { return skip_to(docid, min_weight), true; }
  [[nodiscard]] bool at_end() const override { return at_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }
  [[nodiscard]] std::string get_description() const override { return "DeadlineSource"; }

 private:
  std::shared_ptr<MatchControl> control_;
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0, at_ = 0;
};

}  // namespace dateline
