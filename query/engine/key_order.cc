// The catalog's ids from a place on, then their documents.
#include "query/engine/key_order.h"

#include <unordered_map>
#include <vector>

namespace dateline {
namespace {

constexpr std::size_t kStep = 1000;  // ids; a few milliseconds

}  // namespace

Result<bool> KeyOrder::read_on(XapianSearcher& searcher, const Catalog& catalog) {
  if (at_end_) return false;
  const auto next = catalog.articles_by_key(last_key_, kStep);
  if (!next) return next.error();
  std::vector<ArticleId> articles;
  for (const ArticleOfKey& each : *next) articles.push_back(each.article);
  const auto found = searcher.documents_of(articles);
  if (!found) return found.error();
  std::unordered_map<ArticleId, Docid> documents;
  for (const ArticleDocument& each : *found) documents.emplace(each.article, each.document);
  for (const ArticleId article : articles) {
    if (const auto at = documents.find(article); at != documents.end()) documents_.push_back(at->second);
  }
  if (!next->empty()) last_key_ = next->back().key;
  at_end_ = next->size() < kStep;
  return true;
}

}  // namespace dateline
