// Which articles is told by a hash of their number.
#include "indexer/training/capitals.h"

#include <algorithm>

#include "indexer/entities/tagger/hashing.h"

namespace dateline::training {
namespace {

void put_in_capitals(std::string& text, std::size_t end) {
  std::transform(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
}

}  // namespace

void add_capitals(double share, std::vector<GoldArticle>& articles) {
  const auto limit = static_cast<std::uint64_t>(share * 1'000'000);
  const std::size_t count = articles.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t drawn = tagging::mix(i + 1) % 1'000'000;
    if (drawn >= limit) continue;
    if (drawn % 2 == 0) {
      GoldArticle copy = articles[i];
      put_in_capitals(copy.text, copy.text.size());
      articles.push_back(std::move(copy));
    }
    put_in_capitals(articles[i].text, std::min(articles[i].text.find('\n'), articles[i].text.size()));
  }
}

}  // namespace dateline::training
