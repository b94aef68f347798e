// Enquire, and a spy where every score is wanted.
#include "query/engine/xapian_rank.h"

#include <algorithm>
#include <cmath>

#include "query/engine/xapian_bm25.h"
#include "schema/fields.h"
#include "shared/store/xapian_document.h"

namespace dateline {
namespace {

// How many more are looked at for ties: a few at first, four times as many while that is not enough.
constexpr Xapian::doccount kTieRoom = 16;

// Xapian adds the weights of a query's words in an order that depends on what it can skip, so that equal scores may
// differ in their last bits.
double without_noise(double score) {
  constexpr double kUnit = std::uint64_t{1} << 32;
  return std::round(score * kUnit) / kUnit;
}

std::int64_t time_of_key(const std::string& key) {
  return decode_time_slot(key).value_or(RankedDocument::kNoTime);
}

std::vector<RankedDocument> read(const Xapian::MSet& found) {
  std::vector<RankedDocument> out;
  out.reserve(found.size());
  for (auto it = found.begin(); it != found.end(); ++it) {
    out.push_back(
        {.docid = *it, .parts = {.text = without_noise(it.get_weight())}, .time = time_of_key(it.get_sort_key())});
  }
  return out;
}

bool tie(const RankedDocument& a, const RankedDocument& b) {
  return a.parts.text == b.parts.text && a.time == b.time;
}

class ScoreSpy : public Xapian::MatchSpy {
 public:
  explicit ScoreSpy(std::vector<RankedDocument>& out) : out_(out) {}
  void operator()(const Xapian::Document& document, double weight) override {
    out_.push_back({.docid = document.get_docid(), .parts = {.text = without_noise(weight)}});
  }

 private:
  std::vector<RankedDocument>& out_;
};

}  // namespace

std::vector<RankedDocument> best_documents(const Xapian::Database& database, const Xapian::Query& query,
                                           Xapian::doccount count) {
  count = std::min(count, database.get_doccount());
  if (query.empty() || count == 0) return {};
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Bm25());
  enquire.set_query(query);
  enquire.set_sort_by_relevance_then_value(kSlotSortTime, true);
  std::vector<RankedDocument> found;
  for (Xapian::doccount room = kTieRoom;; room *= 4) {
    room = std::min(room, database.get_doccount());
    found = read(enquire.get_mset(0, count + room));
    if (found.size() <= count) return found;
    const auto last = found.begin() + (count - 1);
    const auto other = std::find_if(last, found.end(), [&](const RankedDocument& d) { return !tie(d, *last); });
    const bool all = found.size() < count + room;
    if (other == found.end() && !all) continue;
    found.erase(other, found.end());
    return found;
  }
}

std::vector<RankedDocument> with_times(const Xapian::Database& database, const DocidList& documents) {
  std::vector<RankedDocument> out;
  out.reserve(documents.size());
  auto times = database.valuestream_begin(kSlotSortTime);
  const auto end = database.valuestream_end(kSlotSortTime);
  for (const Docid docid : documents) {
    if (times != end) times.skip_to(docid);
    const bool there = times != end && times.get_docid() == docid;
    out.push_back({.docid = docid, .parts = {}, .time = there ? time_of_key(*times) : RankedDocument::kNoTime});
  }
  return out;
}

std::vector<RankedDocument> every_score(const Xapian::Database& database, const Xapian::Query& query) {
  std::vector<RankedDocument> out;
  if (query.empty()) return out;
  ScoreSpy spy(out);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Bm25());
  enquire.set_query(query);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 1, database.get_doccount());  // of none, Xapian would not compute weights
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.docid < b.docid; });
  return out;
}

Xapian::Query with_more_words(const Xapian::Query& query, double own_share, const std::vector<WeightedStem>& stems) {
  std::vector<Xapian::Query> words;
  for (const WeightedStem& stem : stems) {
    words.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(stem.stem), stem.weight);
  }
  if (query.empty() || words.empty()) return query;
  return {Xapian::Query::OP_AND_MAYBE, Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, own_share),
          Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end())};
}

}  // namespace dateline
