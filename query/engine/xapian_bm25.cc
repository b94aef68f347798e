// Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); the idf is Lucene's, which
// adds 1 so that a word of most articles does not count against them.
#include "query/engine/xapian_bm25.h"

#include <algorithm>
#include <cmath>

namespace dateline {

double inverse_frequency(Xapian::doccount articles, Xapian::doccount with_word) {
  const double all = articles, with = std::min(with_word, articles);
  return std::log1p((all - with + 0.5) / (with + 0.5));
}

Bm25::Bm25() {
  for (const stat_flags needed :
       {COLLECTION_SIZE, TERMFREQ, AVERAGE_LENGTH, DOC_LENGTH, DOC_LENGTH_MIN, WDF, WDF_MAX, WQF}) {
    need_stat(needed);
  }
}

void Bm25::init(double factor) {
  weight_ = factor * get_wqf() * inverse_frequency(get_collection_size(), get_termfreq()) * (kBm25K1 + 1);
  const double mean = get_average_length();
  by_length_ = mean > 0 ? kBm25K1 * kBm25B / mean : 0;
  most_ = part(get_wdf_upper_bound(), get_doclength_lower_bound());
}

double Bm25::part(double occurrences, double length) const {
  if (occurrences <= 0) return 0;
  return weight_ * occurrences / (occurrences + kBm25K1 * (1 - kBm25B) + by_length_ * length);
}

double Bm25::get_sumpart(Xapian::termcount occurrences, Xapian::termcount length,
                         Xapian::termcount /*distinct*/) const {
  return part(occurrences, length);
}

}  // namespace dateline
