// Reads with the indexer's own formats.
#include "tests/engine/real_articles.h"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "indexer/formats/read_articles.h"
#include "shared/base/strings.h"
#include "shared/text/tokenizer.h"
#include "tests/engine/dice.h"

namespace dateline::testing {
namespace {

std::vector<std::string> people_in(const std::string& text) {
  static const std::regex kPerson("\\b[A-Z][a-z]+ [A-Z][a-z]+\\b");
  constexpr std::size_t kMost = 4;
  std::set<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), kPerson), end; at != end && out.size() < kMost; ++at) {
    out.insert(at->str());
  }
  return {out.begin(), out.end()};
}

TestArticle test_article(const Article& from) {
  TestArticle out{.key = from.key, .title = from.title_made ? "" : from.title, .text = from.text};
  out.published = to_iso(from.published);
  out.source = from.source, out.url = from.url, out.language = from.language;
  out.people = people_in(from.text);
  return out;
}

// What can stand in any place of a query as a word.
bool is_query_word(std::string_view word) {
  return word != "AND" && word != "OR" && word != "NOT" && word != "NEAR" &&
         word.find_first_of("\"“”„.,?*~^/:()") == std::string_view::npos;
}

class MaterialReader {
 public:
  MaterialReader(QueryMaterial& out, unsigned seed) : out_(out), dice_(seed) {}

  void read(const std::string& text) {
    std::vector<Token> tokens;
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) tokens.push_back(token);
    for (std::size_t at = dice_.below(30); at < tokens.size(); at += 1 + dice_.below(60)) {
      const std::string word = text.substr(tokens[at].begin, tokens[at].end - tokens[at].begin);
      if (is_query_word(word)) out_.words.push_back(word);
      const std::size_t last = std::min(at + 1 + dice_.below(2), tokens.size() - 1);
      const std::string run = text.substr(tokens[at].begin, tokens[last].end - tokens[at].begin);
      if (last > at && is_phrase(run)) out_.phrases.push_back(run);
    }
  }

 private:
  static bool is_phrase(std::string_view run) { return run.find_first_of("\"“”„\n*?") == std::string_view::npos; }

  QueryMaterial& out_;
  Dice dice_;
};

}  // namespace

std::vector<TestArticle> real_articles(const std::string& name, std::size_t most) {
  const std::filesystem::path path = std::filesystem::path(DATELINE_SOURCE_DIR) / "../shared/data/news" / name;
  std::vector<TestArticle> out;
  if (!std::filesystem::exists(path)) return out;
  const RecordSink sink{.record =
                            [&](RawRecord&& record) {
                              if (const auto article = record.format->parse(record)) {
                                out.push_back(test_article(*article));
                              }
                              return out.size() < most;
                            },
                        .rejection = [](Rejection&&) { return true; }};
  if (!read_articles(path.string(), {}, nullptr, sink)) out.clear();
  return out;
}

QueryMaterial material_of(const std::vector<TestArticle>& articles, unsigned seed) {
  QueryMaterial out{.shortest = 100, .longest = 800};
  MaterialReader reader(out, seed);
  std::set<std::string> people, sources;
  for (const TestArticle& article : articles) {
    reader.read(article.title);
    reader.read(article.text);
    people.insert(article.people.begin(), article.people.end());
    if (!article.source.empty()) sources.insert(article.source);
    out.keys.push_back(article.key);
  }
  out.people.assign(people.begin(), people.end());
  out.sources.assign(sources.begin(), sources.end());
  return out;
}

}  // namespace dateline::testing
