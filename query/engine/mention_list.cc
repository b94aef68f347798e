// Counts the mentions of all articles from their spans alone, and reads the articles of the page.
#include "query/engine/mention_list.h"

#include <algorithm>
#include <limits>

#include "query/engine/rank_articles.h"
#include "query/engine/standing_entities.h"

namespace dateline {
namespace {

// The part of an article's mentions that lies on the page, when `before` mentions stand in earlier articles.
std::vector<Mention> on_page(const std::vector<Mention>& mentions, std::uint64_t before,
                             const MentionRequest& request) {
  const std::uint64_t size = mentions.size();
  const std::uint64_t first = request.offset > before ? std::min(size, request.offset - before) : 0;
  const std::uint64_t end_of_page =
      request.offset + std::min(request.limit, std::numeric_limits<std::uint64_t>::max() - request.offset);
  const std::uint64_t last = end_of_page > before ? std::min(size, end_of_page - before) : 0;
  if (first >= last) return {};
  return {mentions.begin() + static_cast<std::ptrdiff_t>(first), mentions.begin() + static_cast<std::ptrdiff_t>(last)};
}

Result<void> cite_page(const EntityReader& reader, ArticleId article, const std::vector<Mention>& page,
                       MentionList& out) {
  if (page.empty()) return {};
  const auto stored = reader.catalog.load_article(article);
  if (!stored) return stored.error();
  if (!*stored) return {};
  std::vector<Citation> citations = cite((*stored)->article, page);
  std::move(citations.begin(), citations.end(), std::back_inserter(out.citations));
  return {};
}

}  // namespace

Result<void> fill_mentions(const EntityReader& reader, const MentionRequest& request, const QueryNode& tree,
                           MentionList& out) {
  const SearchRequest names{.text = request.text};
  auto fields = resolve_fields(tree, names, reader.catalog, reader.remap);
  if (!fields) return std::move(fields).error();
  out.notes = fields->notes;
  const FacetId entity = out.choice.chosen->facet;
  const auto query = articles_with(reader, entity, tree, std::move(*fields), request.match);
  if (!query) return query.error();
  out.notes.insert(out.notes.end(), query->notes().begin(), query->notes().end());
  const auto ranked = ArticleRanker({.sort = request.sort}, tree, reader.snapshot, reader.catalog, reader.stemmer)
                          .rank(*query, 0, std::numeric_limits<std::uint32_t>::max());
  if (!ranked) return ranked.error();
  out.articles = ranked->size();
  for (const RankedArticle& article : *ranked) {
    const auto named = reader.catalog.names_of_article(article.article);
    if (!named) return named.error();
    const std::vector<Mention> mentions = mentions_of(entity, named->entities, named->attached, reader.remap);
    if (mentions.empty()) ++out.articles_tagged;
    const auto page = on_page(mentions, out.mentions, request);
    if (auto cited = cite_page(reader, article.article, page, out); !cited) return cited;
    out.mentions += mentions.size();
  }
  return {};
}

}  // namespace dateline
