// Two groups of articles by their days, held against each other.
#include "query/engine/trends.h"

#include <algorithm>

#include "query/engine/match_set.h"
#include "query/engine/time_series.h"
#include "query/engine/time_window.h"
#include "query/engine/typical_values.h"
#include "shared/columns/facet_record.h"

namespace dateline {
namespace {

constexpr std::size_t kMostRead = 20'000;  // articles whose words are counted, of each time

std::string day_name(std::int64_t day) {
  const CivilDay civil = civil_from_days(day);
  return to_iso({.year = civil.year, .month = civil.month, .day = civil.day});
}

// Half an article more on both sides, so that new names have a finite ratio.
double smoothed_ratio(std::uint64_t now, std::uint64_t before, const GroupSizes& sizes) {
  const double share_now = (static_cast<double>(now) + 0.5) / (static_cast<double>(sizes.here) + 1);
  const double share_before = (static_cast<double>(before) + 0.5) / (static_cast<double>(sizes.there) + 1);
  return share_now / share_before;
}

class TrendFinder {
 public:
  TrendFinder(const EntityReader& reader, const TrendsRequest& request, Trends& out)
      : reader_(reader), request_(request), out_(out) {}

  Result<void> find() {
    auto matched = match_articles(reader_, request_.query);
    if (!matched) return std::move(matched).error();
    out_.parsed = std::move(matched->parsed);
    out_.notes = std::move(matched->notes);
    const auto days = days_of_archive();
    if (!days) return days.error();
    if (!*days) {
      out_.unplaced = matched->documents.size();
      out_.notes.emplace_back("no article of this archive has a date that is known to the day");
      return {};
    }
    auto window = time_window(request_.since, request_.until, (*days)->last);
    if (!window) return std::move(window).error();
    window_ = *window;
    window_.before.first = std::max(window_.before.first, std::min((*days)->first, window_.before.last));
    say_when();
    place(matched->documents);
    if (before_.empty()) {
      out_.notes.emplace_back("no article that matches is older: there is nothing to hold this time against");
      return {};
    }
    return find_kinds();
  }

 private:
  // From the oldest to the newest article that has one.
  Result<std::optional<DayRange>> days_of_archive() {
    const auto all = all_articles(reader_);
    if (!all) return all.error();
    PackedDate first = 0, last = 0;
    for (const Docid docid : *all) {
      const PackedDate date = FacetRecord(reader_.snapshot.columns.facets->record(docid)).date();
      if (unpack_date(date).day == 0) continue;
      if (first == 0 || date < first) first = date;
      last = std::max(last, date);
    }
    if (last == 0) return std::optional<DayRange>();
    return std::optional(DayRange{days_of(unpack_date(first))->first, days_of(unpack_date(last))->last});
  }

  void say_when() {
    out_.since = day_name(window_.now.first);
    out_.until = day_name(window_.now.last);
    out_.until_newest = request_.until.empty();
    out_.before_since = day_name(window_.before.first);
    out_.before_until = day_name(window_.before.last);
  }

  void place(const DocidList& documents) {
    for (const Docid docid : documents) {
      const PublishedDate date = unpack_date(FacetRecord(reader_.snapshot.columns.facets->record(docid)).date());
      if (date.day == 0) {
        ++out_.unplaced;
        continue;
      }
      const std::int64_t day = days_from_civil(date.year, date.month, date.day);
      if (day >= window_.now.first && day <= window_.now.last) now_.push_back(docid);
      if (day >= window_.before.first && day <= window_.before.last) before_.push_back(docid);
    }
    out_.now = now_.size();
    out_.before = before_.size();
    series_ = SeriesSteps({window_.before.first, window_.now.last}, window_.now.last - window_.now.first + 1);
    out_.step_days = static_cast<std::uint64_t>(series_.step_days());
  }

  Result<void> find_kinds() {
    FacetCounter::Kinds wanted{};
    for (const FacetKind kind : request_.kinds.facets) wanted[static_cast<std::size_t>(kind)] = true;
    FacetCounter now, before;
    now.count(now_, *reader_.snapshot.columns.facets, reader_.remap, wanted);
    before.count(before_, *reader_.snapshot.columns.facets, reader_.remap, wanted);
    for (const FacetKind kind : request_.kinds.facets) {
      std::vector<ValueCount> counts =
          request_.falling ? name_counts(before, now, kind) : name_counts(now, before, kind);
      keep_typical(counts, sizes_of(now_.size(), before_.size()), request_.limit);
      auto names = with_names(reader_.catalog, counts);
      if (!names) return std::move(names).error();
      add_kind(kind, {now_.size(), before_.size()}, std::move(*names),
               name_series(reader_, series_, counts, documents()));
    }
    return request_.kinds.words ? find_words() : Result<void>();
  }

  Result<void> find_words() {
    const std::uint32_t stems = reader_.snapshot.columns.lexicon->size();
    const DocidList now_read = evenly_chosen(now_, kMostRead), before_read = evenly_chosen(before_, kMostRead);
    WordCounter now(stems), before(stems);
    now.count(now_read, *reader_.snapshot.columns.tokens);
    before.count(before_read, *reader_.snapshot.columns.tokens);
    const std::vector<ValueCount> counts = request_.falling ? typical_stems(reader_, before, now, request_.limit)
                                                            : typical_stems(reader_, now, before, request_.limit);
    auto words = as_written(reader_, counts, request_.falling ? before_read : now_read);
    if (!words) return std::move(words).error();
    add_kind(std::nullopt, {now_read.size(), before_read.size()}, std::move(*words),
             word_series(reader_, series_, counts, documents()));
    return {};
  }

  // Of what is typical: "here" is where it is.
  [[nodiscard]] GroupSizes sizes_of(std::uint64_t now, std::uint64_t before) const {
    return request_.falling ? GroupSizes{before, now} : GroupSizes{now, before};
  }

  [[nodiscard]] DocidList documents() const {
    DocidList all;
    std::set_union(now_.begin(), now_.end(), before_.begin(), before_.end(), std::back_inserter(all));
    return all;
  }

  // `read`: articles now and before that were counted.
  void add_kind(std::optional<FacetKind> of, const GroupSizes& read, std::vector<TypicalValue> values,
                std::vector<Series> series) {
    TrendKind kind{.kind = of, .read_now = read.here, .read_before = read.there, .values = {}};
    kind.exact = read.here == now_.size() && read.there == before_.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
      TrendValue trend{.value = std::move(values[i]), .series = std::move(series[i])};
      if (request_.falling) std::swap(trend.value.here, trend.value.there);
      trend.ratio = smoothed_ratio(trend.value.here, trend.value.there, read);
      kind.values.push_back(std::move(trend));
    }
    out_.kinds.push_back(std::move(kind));
  }

  const EntityReader& reader_;
  const TrendsRequest& request_;
  Trends& out_;
  TimeWindow window_;
  SeriesSteps series_;
  DocidList now_, before_;
};

}  // namespace

Result<void> fill_trends(const EntityReader& reader, const TrendsRequest& request, Trends& out) {
  return TrendFinder(reader, request, out).find();
}

}  // namespace dateline
