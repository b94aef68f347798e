// The small pieces that compiled queries are made of.
#pragma once

#include <vector>

#include <xapian.h>

namespace dateline {

inline Xapian::Query any_of(const std::vector<Xapian::Query>& parts) {
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}
inline Xapian::Query all_of(const std::vector<Xapian::Query>& parts) {
  return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
}
// Not Query::MatchAll: that is one object for all threads, and Xapian counts references without a lock.
inline Xapian::Query every_document() {
  return Xapian::Query(std::string());
}
// A condition without weight.
inline Xapian::Query unweighted(const Xapian::Query& query) {
  return query.empty() ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0.0);
}
// Takes a source that was made by new.
inline Xapian::Query filtered(const Xapian::Query& query, Xapian::PostingSource* source) {
  const Xapian::Query filter(source->release());
  return query.empty() ? query : Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
}

}  // namespace dateline
