// Counts in the peak against counts in all less the peak.
#include "query/engine/peak_story.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "query/engine/typical_values.h"
#include "shared/columns/facet_record.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::size_t kMostRead = 10'000;  // articles whose words are counted, for a peak and for all matches
constexpr std::size_t kShownNames = 5, kShownWords = 6, kShownHeadlines = 2;
constexpr std::size_t kJudging = 20;         // names and words by which headlines are chosen
constexpr std::size_t kMostCandidates = 10;  // articles that are loaded for their headlines

constexpr FacetCounter::Kinds kEntities = {true, true, true};

// How many of `names` (ascending) the article has, merges followed.
std::size_t names_in(const FacetRecord& record, const std::vector<FacetId>& names, const FacetRemap& remap) {
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const auto place = std::lower_bound(names.begin(), names.end(), remap(record[i]));
    if (place != names.end() && *place == remap(record[i])) found |= std::uint64_t{1} << (place - names.begin());
  }
  return static_cast<std::size_t>(std::popcount(found));
}

std::vector<std::uint32_t> first_values(const std::vector<ValueCount>& counts, std::size_t most) {
  std::vector<std::uint32_t> values;
  for (const ValueCount& count : counts) {
    if (values.size() < most) values.push_back(count.value);
  }
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace

PeakExplainer::PeakExplainer(const EntityReader& reader, const DocidList& matches)
    : reader_(reader),
      matches_(matches),
      read_(evenly_chosen(matches, kMostRead)),
      all_words_(reader.snapshot.columns.lexicon->size()) {
  all_names_.count(matches, *reader.snapshot.columns.facets, reader.remap, kEntities);
  all_words_.count(read_, *reader.snapshot.columns.tokens);
}

std::vector<ValueCount> PeakExplainer::names_of(const DocidList& documents) const {
  FacetCounter here;
  here.count(documents, *reader_.snapshot.columns.facets, reader_.remap, kEntities);
  std::vector<ValueCount> counts;
  for (const FacetKind kind : {FacetKind::kPerson, FacetKind::kPlace, FacetKind::kOrganization}) {
    for (ValueCount& count : name_counts(here, all_names_, kind)) {
      count.there -= count.here;
      counts.push_back(count);
    }
  }
  keep_typical(counts, {documents.size(), matches_.size() - documents.size()}, 0);
  return counts;
}

std::vector<ValueCount> PeakExplainer::stems_of(const DocidList& documents) const {
  const std::uint32_t stems = reader_.snapshot.columns.lexicon->size();
  WordCounter here(stems), read_here(stems), others = all_words_;
  here.count(evenly_chosen(documents, kMostRead), *reader_.snapshot.columns.tokens);
  DocidList both;
  std::set_intersection(read_.begin(), read_.end(), documents.begin(), documents.end(), std::back_inserter(both));
  read_here.count(both, *reader_.snapshot.columns.tokens);
  others.subtract(read_here);
  return typical_stems(reader_, here, others, 0);
}

Result<void> PeakExplainer::explain(const DocidList& documents, TimelinePeak& peak) {
  std::vector<ValueCount> names = names_of(documents);
  if (names.size() > kJudging) names.resize(kJudging);
  auto named = with_names(reader_.catalog, names);
  if (!named) return std::move(named).error();
  std::vector<ValueCount> stems = stems_of(documents);
  const std::vector<std::uint32_t> said = stems_of_names(reader_, *named);
  std::erase_if(stems,
                [&](const ValueCount& stem) { return std::binary_search(said.begin(), said.end(), stem.value); });
  if (stems.size() > kJudging) stems.resize(kJudging);
  if (auto done = choose_headlines(documents, names, stems, peak); !done) return done;
  named->resize(std::min(named->size(), kShownNames));
  peak.names = std::move(*named);
  stems.resize(std::min(stems.size(), kShownWords));
  auto words = as_written(reader_, stems, documents);
  if (!words) return std::move(words).error();
  peak.words = std::move(*words);
  return {};
}

// The articles with most of what is typical; each headline once, though several papers had it.
Result<void> PeakExplainer::choose_headlines(const DocidList& documents, const std::vector<ValueCount>& names,
                                             const std::vector<ValueCount>& stems, TimelinePeak& peak) const {
  const std::vector<FacetId> ids = first_values(names, kJudging);
  const std::vector<std::uint32_t> words = first_values(stems, kJudging);
  std::vector<std::pair<std::size_t, Docid>> judged;
  for (const Docid docid : evenly_chosen(documents, kMostRead)) {
    const FacetRecord record(reader_.snapshot.columns.facets->record(docid));
    const std::uint64_t found = stems_in(reader_.snapshot.columns.tokens->record(docid), words);
    judged.emplace_back(names_in(record, ids, reader_.remap) + static_cast<std::size_t>(std::popcount(found)), docid);
  }
  std::stable_sort(judged.begin(), judged.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (judged.size() > kMostCandidates) judged.resize(kMostCandidates);
  DocidList best;
  for (const auto& [having, docid] : judged) best.push_back(docid);
  const auto articles = reader_.snapshot.searcher.articles_at(best);
  if (!articles) return articles.error();
  std::vector<std::string> titles;
  for (const ArticleId id : *articles) {
    if (peak.headlines.size() == kShownHeadlines) break;
    const auto stored = reader_.catalog.load_article(id);
    if (!stored) return stored.error();
    if (!*stored) continue;
    const Article& article = (*stored)->article;
    std::string key = name_key(article.title);
    if (key.empty() || std::find(titles.begin(), titles.end(), key) != titles.end()) continue;
    titles.push_back(std::move(key));
    peak.headlines.push_back({article.key, article.title, to_iso(article.published), article.source});
  }
  return {};
}

}  // namespace dateline
