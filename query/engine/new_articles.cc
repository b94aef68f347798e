// The change log says which articles to look at; the index says which of them match.
#include "query/engine/new_articles.h"

#include "query/engine/local_today.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "shared/base/strings.h"

namespace dateline {
namespace {

std::shared_ptr<DocidList> list_of(std::span<const ArticleDocument> documents) {
  auto list = std::make_shared<DocidList>();
  list->reserve(documents.size());
  for (const ArticleDocument& one : documents) list->push_back(one.document);
  return list;
}

Result<std::shared_ptr<DocidList>> documents_between(ArticleId after, ArticleId to, const Catalog& catalog,
                                                     XapianSearcher& searcher) {
  const auto articles = catalog.articles_between(after, to);
  if (!articles) return articles.error();
  const auto documents = searcher.documents_of(*articles);
  if (!documents) return documents.error();
  return list_of(*documents);
}

// An article that can be searched, and its last change.
struct Candidate {
  ArticleDocument at;
  std::int64_t seq = 0;
};

class NewMatches {
 public:
  NewMatches(const Catalog& catalog, Stemmer& stemmer, IndexSnapshot& snapshot)
      : catalog_(catalog), stemmer_(stemmer), snapshot_(snapshot) {}

  Result<void> load_candidates(std::span<const Watch> watches, std::int64_t to_seq) {
    ArchiveMark least{.seq = to_seq, .article = std::numeric_limits<ArticleId>::max()};
    for (const Watch& watch : watches) {
      least.seq = std::min(least.seq, watch.since.seq);
      least.article = std::min(least.article, watch.since.article);
    }
    const auto changed = catalog_.articles_changed(least.seq, to_seq, least.article);
    if (!changed) return changed.error();
    std::vector<ArticleId> articles;
    std::unordered_map<ArticleId, std::int64_t> seqs;
    for (const ChangedArticle& one : *changed) {
      articles.push_back(one.article);
      seqs.emplace(one.article, one.seq);
    }
    const auto documents = snapshot_.searcher.documents_of(articles);
    if (!documents) return documents.error();
    for (const ArticleDocument& at : *documents) candidates_.push_back({at, seqs[at.article]});
    const auto merges = catalog_.merges();
    if (!merges) return merges.error();
    remap_.emplace(*merges);
    return {};
  }

  Result<std::vector<ArticleId>> matching(const Watch& watch) {
    const bool all = trim(watch.request.text).empty();
    const auto tree = all ? Result<QueryNode>(QueryNode{}) : parse_query(watch.request.text, local_today());
    if (!tree) return tree.error();
    auto fields = resolve_fields(*tree, watch.request, catalog_, *remap_);
    if (!fields) return std::move(fields).error();
    std::vector<ArticleDocument> documents;
    for (const Candidate& one : candidates_) {
      if (one.seq > watch.since.seq && one.at.article > watch.since.article) documents.push_back(one.at);
    }
    if (documents.empty()) return std::vector<ArticleId>();
    fields->only = list_of(documents);
    const auto query = snapshot_.searcher.prepare(*tree, *fields, watch.request.match, snapshot_.columns, stemmer_);
    if (!query) return query.error();
    const auto matches = snapshot_.searcher.matches(*query);
    if (!matches) return matches.error();
    return articles_of(*matches, documents);
  }

 private:
  // Both are ascending.
  static std::vector<ArticleId> articles_of(const DocidList& matches, std::span<const ArticleDocument> documents) {
    std::vector<ArticleId> articles;
    auto at = documents.begin();
    for (const Docid match : matches) {
      while (at != documents.end() && at->document < match) ++at;
      if (at != documents.end() && at->document == match) articles.push_back(at->article);
    }
    std::sort(articles.begin(), articles.end());
    return articles;
  }

  const Catalog& catalog_;
  Stemmer& stemmer_;
  IndexSnapshot& snapshot_;
  std::vector<Candidate> candidates_;  // ascending by document
  std::optional<FacetRemap> remap_;
};

}  // namespace

// The catalog may be ahead of the index. Of the articles that it has changed since, those that the index knows came
// before, and all others after them: ids rise.
Result<ArchiveMark> mark_of(const Catalog& catalog, IndexSnapshot* snapshot) {
  if (snapshot == nullptr) return ArchiveMark{};
  const std::int64_t applied = snapshot->searcher.state().applied_seq;
  const auto end = catalog.end_mark();
  if (!end) return end.error();
  const auto ahead = catalog.articles_changed(applied, end->seq, 0);
  if (!ahead) return ahead.error();
  std::vector<ArticleId> articles;
  for (const ChangedArticle& one : *ahead) articles.push_back(one.article);
  const auto known = snapshot->searcher.documents_of(articles);
  if (!known) return known.error();
  const ArticleId last = known->size() == articles.size() ? end->article : articles[known->size()] - 1;
  return ArchiveMark{.seq = applied, .article = last};
}

Result<void> limit_to_added(const SearchRequest& request, const Catalog& catalog, IndexSnapshot& snapshot,
                            ResolvedFields& fields) {
  constexpr ArticleId kNoLimit = std::numeric_limits<ArticleId>::max();
  const ArticleId to = request.added_until == 0 ? kNoLimit : request.added_until;
  if (request.added_after > 0) {
    auto only = documents_between(request.added_after, to, catalog, snapshot.searcher);
    if (!only) return std::move(only).error();
    fields.only = std::move(*only);
  } else if (to != kNoLimit) {
    auto never = documents_between(to, kNoLimit, catalog, snapshot.searcher);
    if (!never) return std::move(never).error();
    fields.never = std::move(*never);
  }
  return {};
}

Result<WatchAnswers> find_new(std::span<const Watch> watches, const Catalog& catalog, Stemmer& stemmer,
                              IndexSnapshot* snapshot) {
  const auto mark = mark_of(catalog, snapshot);
  if (!mark) return mark.error();
  WatchAnswers out{.mark = *mark, .found = {}};
  if (snapshot == nullptr) {
    out.found.assign(watches.size(), std::vector<ArticleId>());
    return out;
  }
  NewMatches matches(catalog, stemmer, *snapshot);
  if (auto loaded = matches.load_candidates(watches, mark->seq); !loaded) return std::move(loaded).error();
  for (const Watch& watch : watches) {
    out.found.push_back(matches.matching(watch));
    if (!out.found.back() && snapshot->searcher.was_overtaken()) return std::move(out.found.back()).error();
  }
  return out;
}

}  // namespace dateline
