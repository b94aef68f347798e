// Words are chosen so that they join and split, end alike, and are near each other by letters.
#include "tests/engine/random_articles.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline::testing {
namespace {

using Names = std::vector<std::string>;

const Names& known_words() {
  static const Names kWords = {"fire",     "cease",  "gaza",     "ceasefire", "the",        "talks", "war",
                               "bank",     "of",     "oil",      "price",     "market",     "rain",  "river",
                               "bank's",   "and",    "basket",   "ball",      "basketball", "new",   "york",
                               "election", "voters", "Minister", "prime",     "minister",   "data",  "base",
                               "database", "zebra",  "quark",    "Škoda"};
  return kWords;
}
const Names kPeople = {"Ann Lee", "Bo Diaz", "Cy Young", "Di Lee", "Ed Poe"};
const Names kPlaces = {"Gaza", "Doha", "Cairo", "Qatar"};
const Names kOrganizations = {"Hamas", "Bank of York", "Doha"};
const Names kCountries = {"Qatar", "Egypt"};
const Names kSources = {"CNN", "BBC", "AP"};
const Names kAuthors = {"Ann Lee", "Flo Nash"};
const Names kLanguages = {"en", "de"};

}  // namespace

// Skewed: some words are in most articles, some in few. Names stand between them.
std::string RandomArticles::words(std::size_t count) {
  const Names& words = known_words();
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) out += dice_.chance(12) ? "-" : dice_.chance(15) ? ". " : " ";
    const bool name = dice_.chance(8);
    out += name ? dice_.pick(dice_.chance(50) ? kPeople : kPlaces)
                : words[std::min(dice_.below(words.size()), dice_.below(words.size()))];
  }
  return out;
}

std::string RandomArticles::date() {
  const auto year = std::to_string(2019 + dice_.below(4)), month = std::to_string(10 + dice_.below(3)),
             day = std::to_string(10 + dice_.below(18));
  switch (dice_.below(6)) {
    case 0:
      return "";
    case 1:
      return year;
    case 2:
      return concat({year, "-", month});
    case 3:
      return concat({year, "-", month, "-", day, "T10:00:00Z"});
    default:
      return concat({year, "-", month, "-", day});
  }
}

TestArticle RandomArticles::make(const std::string& key) {
  TestArticle out{.key = key, .title = words(1 + dice_.below(4)), .text = words(5 + dice_.below(30))};
  if (dice_.chance(5)) out.title.clear();
  out.published = date();
  const auto some = [this](const Names& from, std::size_t most, Names& to) {
    for (std::size_t i = dice_.below(most + 1); i > 0; --i) to.push_back(dice_.pick(from));
    std::sort(to.begin(), to.end());
    to.erase(std::unique(to.begin(), to.end()), to.end());
  };
  some(kPeople, 3, out.people), some(kPlaces, 2, out.places);
  some(kOrganizations, 1, out.organizations), some(kCountries, 1, out.countries);
  if (dice_.chance(80)) out.source = dice_.pick(kSources);
  if (dice_.chance(30)) out.author = dice_.pick(kAuthors);
  if (dice_.chance(60)) out.language = dice_.pick(kLanguages);
  if (dice_.chance(30)) out.url = concat({"https://example.org/", key});
  return out;
}

QueryMaterial RandomArticles::material(const std::vector<TestArticle>& articles) {
  QueryMaterial out{.words = known_words(), .people = kPeople, .places = kPlaces, .organizations = kOrganizations};
  out.countries = kCountries, out.sources = kSources, out.authors = kAuthors, out.languages = kLanguages;
  for (const TestArticle& article : articles) {
    out.keys.push_back(article.key);
    if (!article.url.empty()) out.urls.push_back(article.url);
  }
  out.shortest = 6, out.longest = 40;
  return out;
}

}  // namespace dateline::testing
