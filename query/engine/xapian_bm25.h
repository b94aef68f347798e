// BM25 as Lucene computes it. Xapian's own differs: it raises short articles to half the mean length, bends the weight
// of frequent words and counts a repeated word of the query less each time. docs/ranking.md has what each costs.
#pragma once

#include <xapian.h>

namespace dateline {

// How soon another occurrence of a word adds little, and how far a long article must have more of it. From one setting
// for all archives, see docs/ranking.md.
inline constexpr double kBm25K1 = 1.2;
inline constexpr double kBm25B = 0.65;

// ln(1 + (N − n + ½) / (n + ½)): never negative, for a word that n of N articles have.
double inverse_frequency(Xapian::doccount articles, Xapian::doccount with_word);

// Σ over the query's words of idf · tf·(k1 + 1) / (tf + k1·(1 − b + b·length/mean length)).
class Bm25 : public Xapian::Weight {
 public:
  Bm25();
  [[nodiscard]] std::string name() const override { return "dateline::Bm25"; }
  [[nodiscard]] double get_sumpart(Xapian::termcount occurrences, Xapian::termcount length,
                                   Xapian::termcount distinct) const override;
  [[nodiscard]] double get_maxpart() const override { return most_; }
  [[nodiscard]] double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  [[nodiscard]] double get_maxextra() const override { return 0; }

 private:
  [[nodiscard]] Bm25* clone() const override { return new Bm25; }
  void init(double factor) override;
  [[nodiscard]] double part(double occurrences, double length) const;

  double weight_ = 0, by_length_ = 0, most_ = 0;
};

}  // namespace dateline
