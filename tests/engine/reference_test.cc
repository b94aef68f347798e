// Random queries on random articles: the engine against a brute-force evaluator that looks at every article in memory,
// for matches, exact counts, multi-select facets, and the order of dates. It shares tokenizer and stemmer with the
// engine, nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "query/engine/engine.h"
#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/text/sentences.h"
#include "shared/text/stopwords.h"
#include "shared/text/tokenizer.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using testing::TestArchive;
using testing::TestArticle;

constexpr const char* kMark = ".";  // between sentences and behind the title: no phrase crosses it

// What the brute force knows of an article.
struct Seen {
  TestArticle article;
  std::vector<std::string> title, text;  // stems and marks
  std::set<std::string> terms;           // stems and compounds
  std::optional<DayRange> days;
};

class Reference {
 public:
  explicit Reference(Stemmer stemmer) : stemmer_(std::move(stemmer)) {}

  void put(const TestArticle& article) {
    Seen seen{.article = article};
    read(article.title, seen.title, seen.terms);
    for (const Sentence& sentence : split_sentences(article.text)) {
      read(std::string_view(article.text).substr(sentence.begin, sentence.end - sentence.begin), seen.text, seen.terms);
      seen.text.emplace_back(kMark);
    }
    if (const auto date = parse_date(article.published)) seen.days = days_of(*date);
    articles_[article.key] = std::move(seen);
  }
  void remove(const std::string& key) { articles_.erase(key); }

  std::set<std::string> matches(const QueryNode& tree, MatchMode mode) {
    std::set<std::string> out;
    for (const auto& [key, seen] : articles_) {
      if (match(tree, seen, mode)) out.insert(key);
    }
    return out;
  }
  const Seen& at(const std::string& key) const { return articles_.at(key); }

 private:
  using Stems = std::vector<std::string>;

  std::string stem(std::string_view folded) { return std::string(stemmer_.stem(folded)); }

  void read(std::string_view text, Stems& sequence, std::set<std::string>& terms) {
    Tokenizer tokenizer(text);
    std::string last, run;
    for (Token token; tokenizer.next(token);) {
      const std::string folded(token.folded);
      sequence.push_back(stem(folded));
      terms.insert(sequence.back());
      run = token.joined_to_previous ? run + folded : folded;
      if (token.joined_to_previous) terms.insert(stem(last + folded)), terms.insert(stem(run));
      last = folded;
    }
  }

  static bool follows(const Stems& sequence, const Stems& phrase) {
    return std::search(sequence.begin(), sequence.end(), phrase.begin(), phrase.end()) != sequence.end();
  }

  bool part(std::string_view word) const { return word.size() >= 3 && !is_stop_word(word, "english"); }

  // One word alone: itself, or written as two.
  bool has_word(const std::string& folded, const Seen& seen) {
    if (seen.terms.contains(stem(folded))) return true;
    for (std::size_t cut = 3; cut + 3 <= folded.size(); ++cut) {
      const std::string a = folded.substr(0, cut), b = folded.substr(cut);
      if (!part(a) || !part(b)) continue;
      const Stems two{stem(a), stem(b)};
      if (follows(seen.title, two) || follows(seen.text, two)) return true;
    }
    return false;
  }

  std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) out.emplace_back(token.folded);
    return out;
  }

  // All sequences that the phrase may be: each word as it is, as two, or as one with the next.
  void spell(const std::vector<std::string>& words, std::size_t at, Stems& so_far, std::vector<Stems>& out) {
    if (at == words.size()) return out.push_back(so_far);
    const auto go_on = [&](const Stems& more, std::size_t next) {
      so_far.insert(so_far.end(), more.begin(), more.end());
      spell(words, next, so_far, out);
      so_far.resize(so_far.size() - more.size());
    };
    go_on({stem(words[at])}, at + 1);
    for (std::size_t cut = 3; cut + 3 <= words[at].size(); ++cut) {
      const std::string a = words[at].substr(0, cut), b = words[at].substr(cut);
      if (part(a) && part(b)) go_on({stem(a), stem(b)}, at + 1);
    }
    if (at + 1 < words.size() && part(words[at]) && part(words[at + 1]))
      go_on({stem(words[at] + words[at + 1])}, at + 2);
  }

  bool has_phrase(std::string_view phrase, const Seen& seen, bool title_only) {
    const auto words = words_of(phrase);
    std::vector<Stems> spellings;
    Stems so_far;
    spell(words, 0, so_far, spellings);
    return std::any_of(spellings.begin(), spellings.end(), [&](const Stems& stems) {
      if (follows(seen.title, stems)) return true;
      if (title_only) return false;
      return follows(seen.text, stems) || (stems.size() == 1 && seen.terms.contains(stems[0]));
    });
  }

  static bool has_name(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  bool match_field(const QueryNode& node, const Seen& seen) {
    const std::string_view field = kFields[node.field].name;
    if (field == "title") return has_phrase(node.text, seen, true);
    if (field == "person") return has_name(seen.article.people, node.text);
    if (field == "place") return has_name(seen.article.places, node.text);
    if (field == "source") return seen.article.source == node.text;
    ADD_FAILURE() << "the reference does not know " << field;
    return false;
  }

  bool match(const QueryNode& node, const Seen& seen, MatchMode mode) {
    const auto matches_child = [&](const QueryNode& child) { return match(child, seen, mode); };
    switch (node.kind) {
      case NodeKind::kAll:
        return true;
      case NodeKind::kWord: {
        const auto words = words_of(node.text);
        return words.size() == 1 ? has_word(words[0], seen) : has_phrase(node.text, seen, false);
      }
      case NodeKind::kPhrase:
        return has_phrase(node.text, seen, false);
      case NodeKind::kField:
        return match_field(node, seen);
      case NodeKind::kDate:
        return seen.days && seen.days->first >= node.days.first && seen.days->last <= node.days.last;
      case NodeKind::kAnd:
        return std::all_of(node.children.begin(), node.children.end(), matches_child);
      case NodeKind::kOr:
        return std::any_of(node.children.begin(), node.children.end(), matches_child);
      case NodeKind::kNot:
        return matches_child(node.children[0]) &&
               std::none_of(node.children.begin() + 1, node.children.end(), matches_child);
      case NodeKind::kWords:
        return match_group(node, seen, mode);
      default:
        break;
    }
    return false;
  }

  bool is_plain(const QueryNode& node) { return node.kind == NodeKind::kWord && words_of(node.text).size() == 1; }

  bool joined_matches(const QueryNode& a, const QueryNode& b, const Seen& seen) {
    if (!is_plain(a) || !is_plain(b)) return false;
    const std::string first = words_of(a.text)[0], second = words_of(b.text)[0];
    return part(first) && part(second) && seen.terms.contains(stem(first + second));
  }

  bool match_group(const QueryNode& node, const Seen& seen, MatchMode mode) {
    std::vector<const QueryNode*> units;
    for (const QueryNode& child : node.children) {
      if (child.kind == NodeKind::kField || child.kind == NodeKind::kDate || child.kind == NodeKind::kAll) {
        if (!match(child, seen, mode)) return false;
      } else {
        units.push_back(&child);
      }
    }
    const auto is_stop = [&](const QueryNode* unit) {
      return is_plain(*unit) && is_stop_word(words_of(unit->text)[0], "english");
    };
    if (!std::all_of(units.begin(), units.end(), is_stop)) std::erase_if(units, is_stop);
    std::size_t count = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
      const bool joined = (i > 0 && joined_matches(*units[i - 1], *units[i], seen)) ||
                          (i + 1 < units.size() && joined_matches(*units[i], *units[i + 1], seen));
      if (joined || match(*units[i], seen, mode)) ++count;
    }
    if (units.empty()) return true;
    if (mode == MatchMode::kAny) return count >= 1;
    if (mode == MatchMode::kMost) return 3 * count >= 2 * units.size();
    return count == units.size();
  }

  Stemmer stemmer_;
  std::map<std::string, Seen> articles_;
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
  const std::string& pick(const std::vector<std::string>& from) { return from[below(from.size())]; }

  std::string words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
      if (i != 0) out += chance(12) ? "-" : chance(15) ? ". " : " ";
      out += word();
    }
    return out;
  }
  // Skewed: some words are in most articles, some in few.
  const std::string& word() { return kWords[std::min(below(kWords.size()), below(kWords.size()))]; }

  std::string date() {
    const auto year = std::to_string(2019 + below(4)), month = std::to_string(10 + below(3)),
               day = std::to_string(10 + below(18));
    switch (below(5)) {
      case 0:
        return "";
      case 1:
        return year;
      case 2:
        return concat({year, "-", month});
      default:
        return concat({year, "-", month, "-", day});
    }
  }

  TestArticle article(const std::string& key) {
    TestArticle out{.key = key, .title = words(1 + below(4)), .text = words(5 + below(30)), .published = date()};
    if (chance(80)) out.source = pick(kSources);
    for (std::size_t i = below(4); i > 0; --i) out.people.push_back(pick(kPeople));
    for (std::size_t i = below(3); i > 0; --i) out.places.push_back(pick(kPlaces));
    return out;
  }

  std::string query(int depth) {
    std::string out;
    for (std::size_t i = 0, parts = 1 + below(4); i < parts; ++i) {
      if (i != 0) out += chance(20) ? " OR " : chance(10) ? " AND " : " ";
      if (i != 0 && chance(12) && !out.ends_with("OR ") && !out.ends_with("AND ")) out += "-";
      out += unit(depth);
    }
    return out;
  }

  std::vector<FacetSelection> selections() {
    std::vector<FacetSelection> out;
    for (std::size_t i = below(3); i > 0; --i) out.push_back({FacetKind::kPerson, pick(kPeople)});
    for (std::size_t i = below(3); i > 0; --i) out.push_back({FacetKind::kSource, pick(kSources)});
    return out;
  }

 private:
  std::string unit(int depth) {
    switch (below(depth > 0 ? 12 : 11)) {
      case 0:
        return concat({"\"", words_plain(2 + below(2)), "\""});
      case 1:
        return concat({"title:", word()});
      case 2:
        return concat({"title:\"", words_plain(2), "\""});
      case 3:
        return concat({"person:\"", pick(kPeople), "\""});
      case 4:
        return concat({"source:", pick(kSources)});
      case 5:
        return concat({"date:", std::to_string(2019 + below(4)), chance(50) ? ".." : "-11"});
      case 6:
        return concat({word(), "-", word()});
      case 11:
        return concat({"(", query(depth - 1), ")"});
      default:
        return word();
    }
  }
  std::string words_plain(std::size_t count) {
    std::string out = word();
    for (std::size_t i = 1; i < count; ++i) out += concat({" ", word()});
    return out;
  }

  std::mt19937 random_;
  const std::vector<std::string> kWords = {
      "fire",   "cease",    "gaza",       "ceasefire", "the",      "talks",    "war",    "bank",
      "of",     "oil",      "price",      "market",    "rain",     "river",    "bank's", "and",
      "basket", "ball",     "basketball", "new",       "york",     "election", "voters", "Minister",
      "prime",  "minister", "data",       "base",      "database", "zebra",    "quark",  "Škoda"};
  const std::vector<std::string> kPeople = {"Ann Lee", "Bo Diaz", "Cy Young", "Di Ross", "Ed Poe"};
  const std::vector<std::string> kPlaces = {"Gaza", "Doha", "Cairo"};
  const std::vector<std::string> kSources = {"CNN", "BBC", "AP"};
};

using Counts = std::map<std::string, std::uint64_t>;

class ReferenceTest : public ::testing::TestWithParam<unsigned> {
 protected:
  ReferenceTest() : generator_(GetParam()), reference_(std::move(*Stemmer::create("english"))) {}

  void put(const std::vector<TestArticle>& articles, IndexMode mode) {
    archive_.put(articles, mode);
    for (const TestArticle& article : articles) reference_.put(article);
  }

  void fill() {
    std::vector<TestArticle> all;
    for (int i = 0; i < 150; ++i) all.push_back(generator_.article(concat({"k", std::to_string(i)})));
    put(all, GetParam() % 2 == 0 ? IndexMode::kBulk : IndexMode::kUpdate);
    std::vector<TestArticle> changed;
    for (int i = 0; i < 150; i += 7) changed.push_back(generator_.article(concat({"k", std::to_string(i)})));
    put(changed, IndexMode::kUpdate);
    archive_.remove({"k3", "k4", "k70"});
    for (const char* key : {"k3", "k4", "k70"}) reference_.remove(key);
  }

  static bool selected(const Seen& seen, const std::vector<FacetSelection>& selections, FacetKind kind) {
    bool any = false, hit = false;
    for (const FacetSelection& selection : selections) {
      if (selection.kind != kind) continue;
      any = true;
      const auto& people = seen.article.people;
      hit = hit || (kind == FacetKind::kPerson ? std::find(people.begin(), people.end(), selection.name) != people.end()
                                               : seen.article.source == selection.name);
    }
    return hit || !any;
  }

  static std::set<std::string> names_of(const TestArticle& article, FacetKind kind) {
    if (kind == FacetKind::kPerson) return {article.people.begin(), article.people.end()};
    if (kind == FacetKind::kPlace) return {article.places.begin(), article.places.end()};
    return article.source.empty() ? std::set<std::string>() : std::set<std::string>{article.source};
  }

  Counts count(const std::set<std::string>& keys, const std::vector<FacetSelection>& selections, FacetKind kind) {
    Counts out;
    for (const std::string& key : keys) {
      const Seen& seen = reference_.at(key);
      if (kind != FacetKind::kPerson && !selected(seen, selections, FacetKind::kPerson)) continue;
      if (kind != FacetKind::kSource && !selected(seen, selections, FacetKind::kSource)) continue;
      for (const std::string& name : names_of(seen.article, kind)) ++out[name];
    }
    return out;
  }

  static Counts counts_of(const Facet& facet) {
    Counts out;
    for (const FacetValue& value : facet.values) {
      EXPECT_EQ(value.excluded, value.count == 0) << value.name;
      if (value.count != 0) out[value.name] = value.count;
    }
    return out;
  }

  TestArchive archive_;
  Generator generator_;
  Reference reference_;
};

TEST_P(ReferenceTest, MatchesCountsAndFacetsAreThoseOfBruteForce) {
  fill();
  auto engine = Engine::open(archive_.paths());
  ASSERT_TRUE(engine) << engine.error().message;
  std::size_t nonempty = 0;
  for (int i = 0; i < 300; ++i) {
    SearchRequest request{.text = generator_.query(2),
                          .match = static_cast<MatchMode>(generator_.below(3)),
                          .limit = 1000,
                          .selections = generator_.selections(),
                          .facets = {{.kind = FacetKind::kPerson, .limit = 0},
                                     {.kind = FacetKind::kPlace, .limit = 0},
                                     {.kind = FacetKind::kSource, .limit = 0}},
                          .snippet_bytes = 80};
    SCOPED_TRACE(concat({request.text, " mode ", std::to_string(static_cast<int>(request.match))}));
    const auto tree = parse_query(request.text, 0);
    ASSERT_TRUE(tree) << tree.error().message;
    const auto by_text = reference_.matches(*tree, request.match);
    std::set<std::string> expected;
    for (const std::string& key : by_text) {
      const Seen& seen = reference_.at(key);
      if (selected(seen, request.selections, FacetKind::kPerson) &&
          selected(seen, request.selections, FacetKind::kSource)) {
        expected.insert(key);
      }
    }
    const auto results = engine->search(request);
    ASSERT_TRUE(results) << results.error().message;
    std::set<std::string> found;
    for (const Hit& hit : results->hits) found.insert(hit.id);
    EXPECT_EQ(found, expected);
    EXPECT_EQ(results->matched, expected.size());
    EXPECT_EQ(counts_of(results->facets[0]), count(by_text, request.selections, FacetKind::kPerson));
    EXPECT_EQ(counts_of(results->facets[1]), count(by_text, request.selections, FacetKind::kPlace));
    EXPECT_EQ(counts_of(results->facets[2]), count(by_text, request.selections, FacetKind::kSource));
    if (!expected.empty()) ++nonempty;
    if (HasFailure()) FAIL() << "the first query that differs ends the test";
  }
  EXPECT_GT(nonempty, 60U) << "the generator makes queries that find nothing";
}

INSTANTIATE_TEST_SUITE_P(Seeds, ReferenceTest, ::testing::Range(1U, 5U));

}  // namespace
}  // namespace dateline
