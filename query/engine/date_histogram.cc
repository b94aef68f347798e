// Packed dates order like dates, so that counting is a table between the first and the last.
#include "query/engine/date_histogram.h"

#include <algorithm>

#include "shared/base/date.h"
#include "shared/columns/facet_record.h"

namespace dateline {
namespace {

// Cuts a packed date (year*512 + month*32 + day) to the step.
PackedDate cut(PackedDate date, DateStep step) {
  if (step == DateStep::kYear) return date & ~PackedDate{511};
  if (step == DateStep::kMonth) return date & ~PackedDate{31};
  return date;
}

DateStep finest_step(PackedDate first, PackedDate last) {
  const PublishedDate a = unpack_date(first), b = unpack_date(last);
  const auto days_a = days_of(a), days_b = days_of(b);
  if (days_a && days_b && days_b->last - days_a->first < kMostAutoPeriods) return DateStep::kDay;
  const int months = (b.year - a.year) * 12 + std::max(b.month, 1) - std::max(a.month, 1);
  return months < kMostAutoPeriods ? DateStep::kMonth : DateStep::kYear;
}

std::string period_behind(const std::string& period) {
  const auto date = parse_date(period);
  if (!date) return {};
  PublishedDate next = *date;
  if (next.day != 0) {
    const CivilDay day = civil_from_days(days_of(next)->first + 1);
    next.year = day.year, next.month = day.month, next.day = day.day;
  } else if (next.month != 0 && next.month < 12) {
    ++next.month;
  } else {
    next.month = next.month == 0 ? 0 : 1;
    ++next.year;
  }
  return to_iso(next);
}

struct StoryDate {
  FacetId story = 0;
  PackedDate date = 0;
  friend auto operator<=>(const StoryDate&, const StoryDate&) = default;
};

std::vector<PackedDate> dates_of(const DocidList& documents, const ColumnReader& facets) {
  std::vector<PackedDate> dates;
  dates.reserve(documents.size());
  for (const Docid docid : documents) {
    if (const PackedDate date = FacetRecord(facets.record(docid)).date(); date != 0) dates.push_back(date);
  }
  return dates;
}

// `dates` are not empty, the step is not kAuto.
std::vector<CountedPeriod> count_periods(const std::vector<PackedDate>& dates, DateStep step) {
  const auto [first, last] = std::minmax_element(dates.begin(), dates.end());
  const PackedDate base = cut(*first, step);
  // Years end at 2999, so the table has at most 1.5 million entries unless the column is damaged.
  constexpr PackedDate kMostEntries = 3000 * 512;
  if (*last - base >= kMostEntries) return {};
  std::vector<std::uint32_t> counts(*last - base + 1);
  for (const PackedDate date : dates) ++counts[cut(date, step) - base];
  std::vector<CountedPeriod> out;
  for (PackedDate at = 0; at < counts.size(); ++at) {
    if (counts[at] != 0) out.push_back({to_iso(unpack_date(base + at)), counts[at]});
  }
  return out;
}

DateStep step_for(const std::vector<PackedDate>& dates, DateStep asked) {
  if (asked != DateStep::kAuto) return asked;
  const auto [first, last] = std::minmax_element(dates.begin(), dates.end());
  return finest_step(*first, *last);
}

}  // namespace

std::vector<CountedPeriod> date_histogram(const DocidList& documents, const ColumnReader& facets, DateStep step) {
  const auto dates = dates_of(documents, facets);
  if (dates.empty()) return {};
  return count_periods(dates, step_for(dates, step));
}

std::vector<CountedPeriod> date_histogram(const StoryGroups& groups, const ColumnReader& facets, DateStep step) {
  auto dates = dates_of(groups.alone, facets);
  const std::size_t alone = dates.size();
  std::vector<StoryDate> of_stories;
  for (const StoryMember& member : groups.members) {
    const PackedDate date = FacetRecord(facets.record(member.document)).date();
    if (date != 0) of_stories.push_back({member.story, date}), dates.push_back(date);
  }
  if (dates.empty()) return {};
  step = step_for(dates, step);
  dates.resize(alone);
  for (StoryDate& dated : of_stories) dated.date = cut(dated.date, step);
  std::sort(of_stories.begin(), of_stories.end());
  of_stories.erase(std::unique(of_stories.begin(), of_stories.end()), of_stories.end());
  for (const StoryDate& dated : of_stories) dates.push_back(dated.date);
  return count_periods(dates, step);
}

std::vector<CountedPeriod> with_empty_periods(std::vector<CountedPeriod> periods) {
  std::size_t finest = 0;  // by the length of its name: 4, 7, 10
  for (const CountedPeriod& period : periods) finest = std::max(finest, period.period.size());
  std::vector<CountedPeriod> out;
  std::string due;  // the period behind the last one of the finest step
  for (CountedPeriod& period : periods) {
    // "2024" stands before "2024-01": what lies before that is filled when the first month comes.
    const bool fine = period.period.size() == finest;
    while (fine && !due.empty() && due < period.period) {
      out.push_back({due, 0});
      if (out.size() > kMostFilledPeriods) return periods;
      due = period_behind(due);
    }
    if (fine) due = period_behind(period.period);
    out.push_back(period);
  }
  // Coarse periods moved behind the empty ones of their time are put back.
  std::stable_sort(out.begin(), out.end(),
                   [](const CountedPeriod& a, const CountedPeriod& b) { return a.period < b.period; });
  return out;
}

}  // namespace dateline
