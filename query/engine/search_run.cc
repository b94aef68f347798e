// Rank the page, collect the match set, count, load what is shown.
#include "query/engine/search_run.h"

#include <algorithm>
#include <array>
#include <functional>

#include "query/engine/date_histogram.h"
#include "query/engine/facet_values.h"
#include "query/engine/hit_snippets.h"
#include "query/engine/local_today.h"
#include "query/engine/query_correction.h"
#include "query/engine/query_highlights.h"
#include "query/engine/rank_articles.h"
#include "query/engine/stories.h"
#include "query/engine/suggestion.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::uint64_t kClearlyMore = 10;  // times as many articles as without a correction

Hit make_hit(const StoredArticle& stored, const RankedArticle& ranked) {
  const Article& article = stored.article;
  return Hit{.article = ranked.article,
             .id = article.key,
             .score = ranked.score,
             .title = article.title,
             .title_made = article.title_made,
             .published = to_iso(article.published),
             .source = article.source,
             .url = article.url,
             .path = article.path};
}

// A share below this is less than half of what it is on a page of one topic.
constexpr double kLowShare = 0.25;

void say_expanded(const Feedback& feedback, SearchResults& out) {
  if (feedback.share == 0) {
    if (feedback.articles < 2) return;
    out.notes.emplace_back("the ranking was not expanded: the best articles have too little in common");
    return;
  }
  if (feedback.share < kLowShare) {
    out.notes.emplace_back("the ranking was expanded only a little: the best articles have little in common");
  }
  for (const FeedbackWord& word : feedback.words)
    out.expanded.push_back({word.stem, feedback.share * word.probability});
}

class SearchRun {
 public:
  SearchRun(const SearchInput& input, const Catalog& catalog, Stemmer& stemmer, IndexSnapshot& snapshot)
      : input_(input), catalog_(catalog), stemmer_(stemmer), snapshot_(snapshot) {}

  Result<void> run(SearchResults& out) {
    const SearchRequest& request = input_.request;
    auto query = prepare(request.match);
    if (!query) return std::move(query).error();
    auto page = rank(*query, out);
    if (!page) return std::move(page).error();
    auto matches = snapshot_.searcher.matches(*query);
    if (!matches) return std::move(matches).error();
    out.matched = matches->size();
    if (auto counted = count_facets(*query, *matches, out); !counted) return counted;
    say_how_exact(*query, out);
    if (out.matched == 0 && !out.partial) {
      auto suggestion = suggest(input_.tree, request.match, [this](MatchMode mode) { return count_with(mode); });
      if (!suggestion) return std::move(suggestion).error();
      out.suggestion = std::move(*suggestion);
    }
    if (auto corrected = correct(out); !corrected) return corrected;
    return load_hits(*page, *matches, out);
  }

 private:
  Result<PreparedQuery> prepare(MatchMode mode) {
    return snapshot_.searcher.prepare(input_.tree, input_.fields, mode, snapshot_.columns, stemmer_);
  }

  static void say_how_exact(const PreparedQuery& query, SearchResults& out) {
    out.notes.insert(out.notes.end(), query.notes().begin(), query.notes().end());
    out.partial = query.stopped();
    if (out.partial) out.notes.emplace_back("the time was over: this is what was found until then (--timeout)");
    if (query.is_exact()) return;
    out.exact = false;
    for (Facet& facet : out.facets) facet.exact = false;
  }

  Result<std::vector<RankedArticle>> rank(const PreparedQuery& query, SearchResults& out) {
    const SearchRequest& request = input_.request;
    ArticleRanker ranker({.sort = request.sort, .half_life_days = request.half_life_days}, input_.tree, snapshot_,
                         catalog_, stemmer_);
    if (!request.expand) return page_of(ranker, query);
    auto expanded = ranker.expand(query);
    if (!expanded) return std::move(expanded).error();
    say_expanded(ranker.feedback(), out);
    return page_of(ranker, *expanded);
  }

  Result<std::vector<RankedArticle>> page_of(ArticleRanker& ranker, const PreparedQuery& query) {
    const SearchRequest& request = input_.request;
    if (!request.collapse) {
      return ranker.rank(query, request.offset, request.limit);
    }
    return collapsed_page(request.offset, request.limit, snapshot_.searcher.state().documents,
                          *snapshot_.columns.facets, [&](std::uint64_t depth) { return ranker.rank(query, 0, depth); });
  }

  // Per article, or per story.
  void count(FacetCounter& counter, const DocidList& matches, const FacetCounter::Kinds& kinds) const {
    const ColumnReader& column = *snapshot_.columns.facets;
    if (!input_.request.count_stories) return counter.count(matches, column, input_.remap, kinds);
    counter.count_stories(group_by_story(matches, column), column, input_.remap, kinds);
  }

  Result<std::uint64_t> count_with(MatchMode mode) {
    auto query = prepare(mode);
    if (!query) return std::move(query).error();
    auto matches = snapshot_.searcher.matches(*query);
    if (!matches) return std::move(matches).error();
    return std::uint64_t{matches->size()};
  }

  // Says what else the query was perhaps meant to be, if that finds clearly more.
  Result<void> correct(SearchResults& out) {
    if (out.matched > kFewMatches || out.partial) return {};
    const auto texts = corrected_queries(input_, catalog_, stemmer_, snapshot_.searcher, out.matched);
    if (!texts) return texts.error();
    for (const std::string& text : *texts) {
      const auto matched = count_text(text);
      if (!matched) return matched.error();
      if (*matched <= kClearlyMore * out.matched) continue;
      out.corrected = text;
      return {};
    }
    return {};
  }

  Result<std::uint64_t> count_text(const std::string& text) {
    const auto tree = parse_query(text, local_today());
    if (!tree) return std::uint64_t{0};  // a name that no query can have
    const auto fields = resolve_fields(*tree, input_.request, catalog_, input_.remap, input_.fields.deadline);
    if (!fields && fields.error().code == ErrorCode::kInterrupted) return std::uint64_t{0};
    if (!fields) return fields.error();
    auto query = snapshot_.searcher.prepare(*tree, *fields, input_.request.match, snapshot_.columns, stemmer_);
    if (!query) return std::move(query).error();
    const auto matches = snapshot_.searcher.matches(*query);
    if (!matches) return matches.error();
    return std::uint64_t{matches->size()};
  }

  [[nodiscard]] bool is_selected(FacetKind kind) const {
    return input_.fields.selected[static_cast<std::size_t>(kind)].has_value();
  }

  // Kinds without a selection share one pass over the matches; each other one has the matches without its own
  // selection.
  Result<void> count_facets(const PreparedQuery& query, const DocidList& matches, SearchResults& out) {
    FacetCounter::Kinds shared{};
    for (const FacetRequest& facet : input_.request.facets) {
      if (facet.kind && !is_selected(*facet.kind)) shared[static_cast<std::size_t>(*facet.kind)] = true;
    }
    FacetCounter counter;
    if (std::find(shared.begin(), shared.end(), true) != shared.end()) count(counter, matches, shared);
    for (const FacetRequest& facet : input_.request.facets) {
      if (!facet.kind) {
        out.facets.push_back(date_facet(facet, matches));
        continue;
      }
      auto made = is_selected(*facet.kind) ? selected_facet(facet, query) : value_facet(facet, counter);
      if (!made) return std::move(made).error();
      out.facets.push_back(std::move(*made));
    }
    return {};
  }

  Result<Facet> selected_facet(const FacetRequest& request, const PreparedQuery& query) {
    auto matches = snapshot_.searcher.matches(query, request.kind);
    if (!matches) return std::move(matches).error();
    FacetCounter::Kinds kinds{};
    kinds[static_cast<std::size_t>(*request.kind)] = true;
    FacetCounter counter;
    count(counter, *matches, kinds);
    return value_facet(request, counter);
  }

  // The most frequent values; what is selected is shown wherever it ranks.
  Result<Facet> value_facet(const FacetRequest& request, const FacetCounter& counter) {
    const FacetKind kind = *request.kind;
    auto chosen = choose_values(request, input_, catalog_, counter);
    if (!chosen) return std::move(chosen).error();
    const std::vector<CountedValue>& top = chosen->values;
    const auto& selected = input_.fields.selected_values;
    std::vector<FacetId> ids;
    for (const CountedValue& value : top) ids.push_back(value.facet);
    const auto names = catalog_.names_of(ids);
    if (!names) return names.error();
    Facet facet{.name = std::string(name_of(kind)), .values = {}, .distinct = chosen->distinct};
    for (std::size_t i = 0; i < top.size(); ++i) {
      facet.values.push_back({.id = std::to_string(top[i].facet),
                              .name = (*names)[i].name,
                              .count = top[i].count,
                              .selected = std::binary_search(selected.begin(), selected.end(), top[i].facet),
                              .excluded = top[i].count == 0});
    }
    std::stable_sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
      return a.count != b.count ? a.count > b.count : a.name < b.name;
    });
    return facet;
  }

  // A histogram is cut at its old end. kAuto has few periods by itself; cutting those would hide what it was chosen to
  // show.
  [[nodiscard]] Facet date_facet(const FacetRequest& request, const DocidList& matches) const {
    const ColumnReader& column = *snapshot_.columns.facets;
    const auto periods = with_empty_periods(input_.request.count_stories
                                                ? date_histogram(group_by_story(matches, column), column, request.step)
                                                : date_histogram(matches, column, request.step));
    Facet facet{.name = "date", .values = {}, .distinct = periods.size()};
    std::size_t limit = request.limit == 0 ? periods.size() : request.limit;
    if (request.step == DateStep::kAuto) limit = std::max<std::size_t>(limit, kMostAutoPeriods);
    const std::size_t first = periods.size() > limit ? periods.size() - limit : 0;
    for (std::size_t i = first; i < periods.size(); ++i) {
      facet.values.push_back({.id = periods[i].period, .name = periods[i].period, .count = periods[i].count});
    }
    return facet;
  }

  // An article that the catalog has lost a moment ago is left out of the page; its neighbours keep their ranks.
  Result<void> load_hits(const std::vector<RankedArticle>& page, const DocidList& matches, SearchResults& out) {
    if (page.empty()) return {};
    const ColumnReader& column = *snapshot_.columns.facets;
    std::vector<FacetId> stories;
    for (const RankedArticle& article : page) stories.push_back(story_of(FacetRecord(column.record(article.document))));
    const auto versions = count_of_stories(stories, matches, column);
    auto forms = snapshot_.searcher.highlights(input_.tree, snapshot_.columns, stemmer_);
    if (!forms) return std::move(forms).error();
    HitSnippets snippets(input_, *forms, stemmer_);
    for (std::size_t i = 0; i < page.size(); ++i) {
      const auto stored = catalog_.load_article(page[i].article);
      if (!stored) return stored.error();
      if (!*stored) continue;
      Hit hit = make_hit(**stored, page[i]);
      hit.rank = input_.request.offset + i + 1;
      snippets.add_to(hit, **stored);
      if (const auto counted = versions.find(stories[i]); counted != versions.end()) {
        hit.story = std::to_string(counted->first);
        hit.versions =
            counted->second - std::min<std::uint64_t>(counted->second, 1);  // of a part of the matches: maybe 0
      }
      out.hits.push_back(std::move(hit));
    }
    return {};
  }

  const SearchInput& input_;
  const Catalog& catalog_;
  Stemmer& stemmer_;
  IndexSnapshot& snapshot_;
};

}  // namespace

Result<void> run_search(const SearchInput& input, const Catalog& catalog, Stemmer& stemmer, IndexSnapshot& snapshot,
                        SearchResults& out) {
  return SearchRun(input, catalog, stemmer, snapshot).run(out);
}

}  // namespace dateline
