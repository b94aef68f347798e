// The catalog's ids from a place on, then their documents.
#include "query/engine/key_order.h"

#include <unordered_map>
#include <vector>

namespace dateline {
namespace {

constexpr std::size_t kStep = 1000;  // ids; a few milliseconds

}  // namespace

Result<std::optional<Docid>> KeyOrder::at(std::size_t place, XapianSearcher& searcher, const Catalog& catalog) {
  while (place >= documents_.size() && !at_end_) {
    if (auto read = read_on(searcher, catalog); !read) return std::move(read).error();
  }
  return place < documents_.size() ? std::optional(documents_[place]) : std::nullopt;
}

Result<void> KeyOrder::read_on(XapianSearcher& searcher, const Catalog& catalog) {
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
  return {};
}

}  // namespace dateline
