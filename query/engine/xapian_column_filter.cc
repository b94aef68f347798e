// The walk of a filter and its memory.
#include "query/engine/xapian_column_filter.h"

#include <algorithm>

namespace dateline {

void ColumnFilter::init(const Xapian::Database& database) {
  documents_ = database.get_doccount();
  last_ = database.get_lastdocid();
  at_ = 0;
}

bool ColumnFilter::matches(Xapian::docid docid) {
  if (docid >= answers_.size()) answers_.resize(std::size_t{std::max(docid, last_)} + 1);
  Answer& answer = answers_[docid];
  if (answer == Answer::kUnknown) answer = looks_right(docid) ? Answer::kYes : Answer::kNo;
  return answer == Answer::kYes;
}

void ColumnFilter::next(double min_weight) {
  skip_to(at_ + 1, min_weight);
}

void ColumnFilter::skip_to(Xapian::docid to, double /*min_weight*/) {
  at_ = std::max(at_, to);
  while (at_ <= last_ && !must_end() && !matches(at_)) ++at_;
}

bool ColumnFilter::check(Xapian::docid docid, double /*min_weight*/) {
  at_ = docid;
  // True at the end too: Xapian 1.4.22 takes false for "not here", asks again, and has let go of a source that ended.
  return must_end() || matches(docid);
}

bool ColumnFilter::must_end() {
  if (control_ == nullptr || !control_->must_end()) return false;
  at_ = last_ + 1;
  return true;
}

}  // namespace dateline
