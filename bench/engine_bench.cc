// What a search costs inside the engine, on an archive of 25,000 made-up articles of about 240 words with 15 entities
// each, word frequencies after Zipf. $DATELINE_BENCH_ARCHIVE names a real archive to use instead. The archive is built
// once a run, outside of what is measured.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>

#include "query/engine/engine.h"
#include "query/engine/snippet.h"
#include "shared/base/strings.h"
#include "shared/store/xapian_index.h"
#include "shared/text/analyzer.h"

namespace dateline {
namespace {

constexpr std::size_t kArticles = 25000;
constexpr std::size_t kVocabulary = 30000;
constexpr std::size_t kWords = 240;
constexpr std::size_t kEntities = 15;
constexpr std::size_t kNames = 12000;  // of all kinds

template <class T>
T must(Result<T> result) {
  if (!result) std::fprintf(stderr, "engine_bench: %s\n", result.error().message.c_str()), std::exit(1);
  return std::move(*result);
}
void must(const Result<void>& result) {
  if (!result) std::fprintf(stderr, "engine_bench: %s\n", result.error().message.c_str()), std::exit(1);
}

// Small numbers often, large ones seldom: rank r about as often as 1/r.
class Zipf {
 public:
  Zipf(std::size_t size, unsigned seed) : top_(std::log(static_cast<double>(size))), random_(seed) {}
  std::size_t operator()() { return static_cast<std::size_t>(std::exp(uniform_(random_) * top_)) - 1; }

 private:
  double top_;
  std::mt19937 random_;
  std::uniform_real_distribution<double> uniform_{0, 1};
};

// Words that no stemmer touches and no list of stop words has: "w17x".
std::string word(std::size_t rank) {
  return concat({"w", std::to_string(rank), "x"});
}

Article make_article(std::size_t number, Zipf& words) {
  Article article{.key = concat({"a", std::to_string(number)})};
  article.title = concat({word(words()), " ", word(words()), " ", word(words())});
  for (std::size_t i = 0; i < kWords; ++i) {
    article.text += word(words());
    article.text += i % 20 == 19 ? ". " : " ";
  }
  article.published = {
      .year = static_cast<int>(2000 + number % 25), .month = static_cast<int>(1 + number % 12), .day = 3};
  return article;
}

void fill(const ArchivePaths& paths) {
  Catalog catalog = must(Catalog::open(paths, Access::kCreate));
  Analyzer analyzer(must(Stemmer::create("english")));
  Zipf words(kVocabulary, 1), names(kNames, 2);
  IndexWriter writer =
      must(IndexWriter::open(paths, IndexMode::kBulk, catalog.archive_uuid(), analysis_fingerprint("english")));
  must(catalog.begin());
  must(catalog.set_meta("language", "english"));
  for (std::size_t i = 0; i < kArticles; ++i) {
    const Article article = make_article(i, words);
    std::vector<FacetId> facets;
    for (std::size_t e = 0; e < kEntities; ++e) {
      const std::size_t name = names();
      facets.push_back(
          must(catalog.intern_facet(static_cast<FacetKind>(name % 3), concat({"Name ", std::to_string(name)}))));
    }
    std::sort(facets.begin(), facets.end());
    facets.erase(std::unique(facets.begin(), facets.end()), facets.end());
    const ArticleId id = must(catalog.put_article(article, i, kWords, facets, {}));
    IndexDocument document{.article = id, .content_hash = i};
    analyzer.analyze(article.title, article.text, document.text);
    document.published = article.published;
    document.facets = facets;
    must(writer.put(std::move(document)));
  }
  must(catalog.commit());
  must(writer.commit(must(catalog.last_seq())));
}

// Made at first use, removed at the end of the program.
class BenchArchive {
 public:
  BenchArchive() {
    if (const char* given = std::getenv("DATELINE_BENCH_ARCHIVE"); given != nullptr) {
      paths_.folder = given;
      return;
    }
    std::string name = (std::filesystem::temp_directory_path() / "dateline-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::exit(1);
    paths_.folder = made_ = name;
    fill(paths_);
  }
  ~BenchArchive() {
    std::error_code ignored;
    if (!made_.empty()) std::filesystem::remove_all(made_, ignored);
  }
  BenchArchive(const BenchArchive&) = delete;
  BenchArchive& operator=(const BenchArchive&) = delete;
  [[nodiscard]] const ArchivePaths& paths() const { return paths_; }

 private:
  ArchivePaths paths_;
  std::string made_;
};

const ArchivePaths& archive() {
  static const BenchArchive instance;
  return instance.paths();
}

void run(benchmark::State& state, const SearchRequest& request) {
  Engine engine = must(Engine::open(archive()));
  std::uint64_t matched = 0;
  for (auto _ : state) {
    const auto results = engine.search(request);
    matched = must(results).matched;
  }
  state.counters["matched"] = static_cast<double>(matched);
}

std::vector<FacetRequest> three_kinds() {
  return {{.kind = FacetKind::kPerson}, {.kind = FacetKind::kPlace}, {.kind = FacetKind::kOrganization}};
}

void BM_OpenAndClose(benchmark::State& state) {
  archive();
  for (auto _ : state) benchmark::DoNotOptimize(Engine::open(archive()));
}
BENCHMARK(BM_OpenAndClose);

// w31x is in about half of the articles.
void BM_FacetsOfThreeKindsOverHalf(benchmark::State& state) {
  run(state, {.text = "w31x", .limit = 0, .facets = three_kinds()});
}
BENCHMARK(BM_FacetsOfThreeKindsOverHalf);

void BM_PageAndFacetsOverHalf(benchmark::State& state) {
  run(state, {.text = "w31x", .facets = three_kinds()});
}
BENCHMARK(BM_PageAndFacetsOverHalf);

void BM_CountOnly(benchmark::State& state) {
  run(state, {.text = "w31x", .limit = 0});
}
BENCHMARK(BM_CountOnly);

void BM_ThreeWords(benchmark::State& state) {
  run(state, {.text = "w31x w47x w90x"});
}
BENCHMARK(BM_ThreeWords);

void BM_MostOfSixWords(benchmark::State& state) {
  run(state, {.text = "w31x w47x w90x w120x w150x w300x", .match = MatchMode::kMost});
}
BENCHMARK(BM_MostOfSixWords);

void BM_Phrase(benchmark::State& state) {
  run(state, {.text = "\"w5x w9x\""});
}
BENCHMARK(BM_Phrase);

// 430 words in sentences of 20; a query of three words, of which the last stands far from the others.
void BM_SnippetOfAnArticle(benchmark::State& state) {
  Zipf words(kVocabulary, 3);
  std::string text;
  for (std::size_t i = 0; i < 430; ++i) text += word(words()), text += i % 20 == 19 ? ". " : " ";
  Stemmer stemmer = must(Stemmer::create("english"));
  const std::vector<HighlightForm> forms = {
      {.stems = {word(1)}, .unit = 0}, {.stems = {word(2)}, .unit = 1}, {.stems = {"w31x"}, .unit = 2}};
  SnippetMaker maker(forms, 300, stemmer);
  for (auto _ : state) benchmark::DoNotOptimize(maker.make(text));
}
BENCHMARK(BM_SnippetOfAnArticle);

// What is shown to somebody who types: asked at each key.
void BM_Complete(benchmark::State& state, const char* text) {
  Engine engine = must(Engine::open(archive()));
  for (auto _ : state) benchmark::DoNotOptimize(engine.complete({.text = text}));
}
BENCHMARK_CAPTURE(BM_Complete, one_letter_of_a_word, "w");
BENCHMARK_CAPTURE(BM_Complete, a_word, "w31");
BENCHMARK_CAPTURE(BM_Complete, one_letter_of_a_name, "person:n");
BENCHMARK_CAPTURE(BM_Complete, a_name, "person:\"Name 31");
BENCHMARK_CAPTURE(BM_Complete, a_name_without_a_field, "w31x name 3");

void BM_DateRange(benchmark::State& state) {
  run(state, {.text = "w31x", .date_filter = "2005..2014"});
}
BENCHMARK(BM_DateRange);

void BM_EverythingWithHistogram(benchmark::State& state) {
  run(state, {.text = "*", .facets = {{.kind = std::nullopt}}});
}
BENCHMARK(BM_EverythingWithHistogram);

}  // namespace
}  // namespace dateline
