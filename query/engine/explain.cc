// A share is the score of the article for that part of the query alone. What the parts have only together (two words
// that the article writes as one) is the last share.
#include "query/engine/explain.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "query/engine/rank_articles.h"
#include "query/engine/word_forms.h"
#include "query/engine/word_pattern.h"
#include "schema/fields.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kHits = 3;
constexpr std::size_t kNamesShown = 20;
constexpr std::size_t kLongestQuery = 8000;  // bytes of the index's query
constexpr double kNothing = 1e-9;

struct WeighedPart {
  const QueryNode* node = nullptr;
  double factor = 1;  // the boosts of the groups around it
};

class Explainer {
 public:
  Explainer(const ExplainRequest& request, const QueryNode& tree, const ResolvedFields& fields, const Catalog& catalog,
            Stemmer& stemmer, IndexSnapshot& snapshot)
      : request_(request), tree_(tree), fields_(fields), catalog_(catalog), stemmer_(stemmer), snapshot_(snapshot) {}

  Result<void> run(Explanation& out) {
    auto query = prepare(tree_);
    if (!query) return std::move(query).error();
    auto described = snapshot_.searcher.describe(*query);
    if (!described) return std::move(described).error();
    out.index_query = readable(*described);
    add_patterns(tree_, snapshot_.searcher.known_expansions(tree_), out);
    if (auto named = add_names(tree_, out); !named) return named;
    const auto matches = snapshot_.searcher.matches(*query);
    if (!matches) return matches.error();
    out.matched = matches->size();
    if (auto done = request_.hit.empty() ? add_first_hits(*query, out) : add_asked_hit(*query, out); !done) return done;
    out.notes.insert(out.notes.end(), query->notes().begin(), query->notes().end());
    out.exact = query->is_exact();
    return {};
  }

 private:
  Result<PreparedQuery> prepare(const QueryNode& node) {
    return snapshot_.searcher.prepare(node, fields_, request_.search.match, snapshot_.columns, stemmer_);
  }

  // "Query((gaza AND doha))" → "(gaza AND doha)"
  static std::string readable(std::string_view described) {
    if (described.starts_with("Query(") && described.ends_with(')'))
      described = described.substr(6, described.size() - 7);
    if (described.size() <= kLongestQuery) return std::string(described);
    return concat({described.substr(0, character_border(described, kLongestQuery)), "…"});
  }

  static void add_patterns(const QueryNode& node, const Expansions& expansions, Explanation& out) {
    if (const auto found = expansions.find(&node); found != expansions.end()) {
      out.patterns.push_back({pattern_text(node), found->second->words, found->second->matching});
    }
    for (const QueryNode& child : node.children) add_patterns(child, expansions, out);
  }

  Result<void> add_names(const QueryNode& node, Explanation& out) {
    if (const auto found = fields_.standing.find(&node); found != fields_.standing.end()) {
      const std::span<const FacetId> all = found->second;
      auto names = catalog_.names_of(all.first(std::min(all.size(), kNamesShown)));
      if (!names) return std::move(names).error();
      out.names.push_back(
          {concat({kFields[node.field].name, node.exact ? ":=" : ":", node.text}), std::move(*names), all.size()});
    }
    for (const QueryNode& child : node.children) {
      if (auto done = add_names(child, out); !done) return done;
    }
    return {};
  }

  bool is_stop_word(const QueryNode& node) const {
    if (node.kind != NodeKind::kWord) return false;
    const auto words = fold_words(node.text, stemmer_);
    return words.size() == 1 && words.front().stop;
  }

  // The parts that count for the article: of what is joined by OR, only those that match.
  Result<void> collect_parts(const QueryNode& node, double factor, ArticleId article) {
    const bool group = node.kind == NodeKind::kAnd || node.kind == NodeKind::kOr || node.kind == NodeKind::kWords ||
                       node.kind == NodeKind::kNot;
    if (!group) return parts_.push_back({&node, factor}), Result<void>();
    const auto query = prepare(node);
    if (!query) return query.error();
    const auto matches = snapshot_.searcher.has_match(*query, article);
    if (!matches) return matches.error();
    if (!*matches) return {};
    factor *= node.boost;
    if (node.kind == NodeKind::kNot) return collect_parts(node.children.front(), factor, article);
    const auto counts = [&](const QueryNode& child) { return !is_condition(child) && !is_stop_word(child); };
    const bool has_words =
        node.kind == NodeKind::kWords && std::any_of(node.children.begin(), node.children.end(), counts);
    for (const QueryNode& child : node.children) {
      if (has_words && is_stop_word(child)) continue;
      if (auto done = collect_parts(child, factor, article); !done) return done;
    }
    return {};
  }

  // The first `count` hits of a search.
  Result<std::vector<RankedArticle>> ranked(const PreparedQuery& query, std::uint64_t count) {
    const RankOrder order{.sort = request_.search.sort, .half_life_days = request_.search.half_life_days};
    return ArticleRanker(order, tree_, snapshot_, catalog_, stemmer_).rank(query, 0, count);
  }

  Result<void> add_first_hits(const PreparedQuery& query, Explanation& out) {
    const auto page = ranked(query, kHits);
    if (!page) return page.error();
    for (const RankedArticle& hit : *page) {
      if (auto added = add_hit(hit.article, &hit, out); !added) return added;
    }
    return {};
  }

  Result<void> add_asked_hit(const PreparedQuery& query, Explanation& out) {
    const auto known = catalog_.find_article(request_.hit);
    if (!known) return known.error();
    if (!*known) {
      return Error{.code = ErrorCode::kNotFound,
                   .message = concat({"no article '", request_.hit, "' in this archive"}),
                   .hint = "the id of an article is shown with each hit of a search"};
    }
    const auto all = ranked(query, out.matched);
    if (!all) return all.error();
    const ArticleId article = (*known)->article;
    const auto hit = std::find_if(all->begin(), all->end(), [&](const auto& one) { return one.article == article; });
    return add_hit(article, hit == all->end() ? nullptr : &*hit, out);
  }

  // `ranked`: its place among the hits; nullptr: it is none.
  Result<void> add_hit(ArticleId article, const RankedArticle* ranked, Explanation& out) {
    const auto stored = catalog_.load_article(article);
    if (!stored) return stored.error();
    if (!*stored) return {};
    ExplainedHit hit{
        .id = (*stored)->article.key, .title = (*stored)->article.title, .matches = ranked != nullptr, .shares = {}};
    if (ranked != nullptr) {
      hit.score = ranked->score;
      if (auto shared = add_shares(*ranked, hit); !shared) return shared;
    }
    out.hits.push_back(std::move(hit));
    return {};
  }

  // Words by the parts of the query, then what the words have in common, how near they stand, and what age takes away.
  Result<void> add_shares(const RankedArticle& ranked, ExplainedHit& hit) {
    double rest = ranked.parts.text;
    parts_.clear();
    if (auto done = collect_parts(tree_, 1, ranked.article); !done) return done;
    for (const WeighedPart& part : parts_) {
      const auto query = prepare(*part.node);
      if (!query) return query.error();
      const auto score = snapshot_.searcher.score_of(*query, ranked.article);
      if (!score) return score.error();
      const double share = *score * part.factor;
      rest -= share;
      if (share > kNothing) hit.shares.push_back({to_query_text(*part.node), share});
    }
    const double aged = ranked.score - ranked.parts.text - ranked.parts.proximity;
    for (const auto& [name, share] :
         {std::pair("words together", rest), std::pair("nearness", ranked.parts.proximity), std::pair("age", aged)}) {
      if (std::abs(share) > kNothing) hit.shares.push_back({name, share});
    }
    return {};
  }

  const ExplainRequest& request_;
  const QueryNode& tree_;
  const ResolvedFields& fields_;
  const Catalog& catalog_;
  Stemmer& stemmer_;
  IndexSnapshot& snapshot_;
  std::vector<WeighedPart> parts_;
};

}  // namespace

Result<void> fill_explanation(const ExplainRequest& request, const QueryNode& tree, const ResolvedFields& fields,
                              const Catalog& catalog, Stemmer& stemmer, IndexSnapshot& snapshot, Explanation& out) {
  return Explainer(request, tree, fields, catalog, stemmer, snapshot).run(out);
}

}  // namespace dateline
