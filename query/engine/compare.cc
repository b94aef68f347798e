// Counts both sets and keeps what one has more often. An article of both counts on both sides, which makes every
// difference smaller and none greater.
#include "query/engine/compare.h"

#include <algorithm>

#include "query/engine/match_set.h"
#include "query/engine/typical_values.h"

namespace dateline {
namespace {

// More would cost more than some 50 ms; the words of so many say enough.
constexpr std::size_t kMostRead = 20'000;

std::uint64_t common_to(const DocidList& a, const DocidList& b) {
  std::uint64_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    common += a[i] == b[j] ? 1 : 0;
    const bool forward = a[i] <= b[j];
    if (a[i] >= b[j]) ++j;
    if (forward) ++i;
  }
  return common;
}

class Comparer {
 public:
  Comparer(const EntityReader& reader, const CompareRequest& request, const MatchSet& first, const MatchSet& second)
      : reader_(reader), request_(request), first_(first.documents), second_(second.documents) {}

  Result<void> fill(Comparison& out) {
    out.both = common_to(first_, second_);
    const std::vector<FacetKind>& kinds = request_.kinds.facets;
    FacetCounter::Kinds wanted{};
    for (const FacetKind kind : kinds) wanted[static_cast<std::size_t>(kind)] = true;
    FacetCounter first, second;
    first.count(first_, *reader_.snapshot.columns.facets, reader_.remap, wanted);
    second.count(second_, *reader_.snapshot.columns.facets, reader_.remap, wanted);
    for (const FacetKind kind : kinds) {
      auto compared = compare_names(kind, first, second);
      if (!compared) return std::move(compared).error();
      out.kinds.push_back(std::move(*compared));
    }
    if (!request_.kinds.words) return {};
    auto words = compare_words();
    if (!words) return std::move(words).error();
    out.kinds.push_back(std::move(*words));
    return {};
  }

 private:
  Result<ComparedKind> compare_names(FacetKind kind, const FacetCounter& first, const FacetCounter& second) {
    ComparedKind out{
        .kind = kind, .read_first = first_.size(), .read_second = second_.size(), .first = {}, .second = {}};
    const GroupSizes sizes{first_.size(), second_.size()};
    auto of_first = typical_names(kind, first, second, sizes);
    if (!of_first) return std::move(of_first).error();
    auto of_second = typical_names(kind, second, first, {sizes.there, sizes.here});
    if (!of_second) return std::move(of_second).error();
    out.first = std::move(*of_first);
    out.second = std::move(*of_second);
    return out;
  }

  Result<std::vector<TypicalValue>> typical_names(FacetKind kind, const FacetCounter& here, const FacetCounter& there,
                                                  const GroupSizes& sizes) {
    std::vector<ValueCount> counts = name_counts(here, there, kind);
    keep_typical(counts, sizes, request_.limit);
    return with_names(reader_.catalog, counts);
  }

  Result<ComparedKind> compare_words() {
    const DocidList first_read = evenly_chosen(first_, kMostRead), second_read = evenly_chosen(second_, kMostRead);
    WordCounter first(reader_.snapshot.columns.lexicon->size()), second(reader_.snapshot.columns.lexicon->size());
    first.count(first_read, *reader_.snapshot.columns.tokens);
    second.count(second_read, *reader_.snapshot.columns.tokens);
    ComparedKind out{.kind = std::nullopt,
                     .exact = first_read.size() == first_.size() && second_read.size() == second_.size(),
                     .read_first = first_read.size(),
                     .read_second = second_read.size(),
                     .first = {},
                     .second = {}};
    auto of_first = as_written(reader_, typical_stems(reader_, first, second, request_.limit), first_read);
    if (!of_first) return std::move(of_first).error();
    auto of_second = as_written(reader_, typical_stems(reader_, second, first, request_.limit), second_read);
    if (!of_second) return std::move(of_second).error();
    out.first = std::move(*of_first);
    out.second = std::move(*of_second);
    return out;
  }

  const EntityReader& reader_;
  const CompareRequest& request_;
  const DocidList &first_, &second_;
};

}  // namespace

Result<void> fill_comparison(const EntityReader& reader, const CompareRequest& request, Comparison& out) {
  auto first = match_articles(reader, request.first);
  if (!first) return std::move(first).error();
  SearchRequest other = request.first;
  other.text = request.second;
  auto second = match_articles(reader, other);
  if (!second) {
    Error error = std::move(second).error();
    if (error.position) {
      const std::size_t before = request.first.text.size() + kBetweenQueries.size();
      error.position = TextSpan{error.position->begin + before, error.position->end + before};
    }
    return error;
  }
  out.first = {.text = request.first.text, .parsed = first->parsed, .matched = first->documents.size()};
  out.second = {.text = request.second, .parsed = second->parsed, .matched = second->documents.size()};
  out.notes = std::move(first->notes);
  for (std::string& note : second->notes) {
    if (std::find(out.notes.begin(), out.notes.end(), note) == out.notes.end()) out.notes.push_back(std::move(note));
  }
  return Comparer(reader, request, *first, *second).fill(out);
}

}  // namespace dateline
