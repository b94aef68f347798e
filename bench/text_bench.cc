// Speed of the text room, in bytes per second, over made-up news English: words by Zipf's law from a vocabulary of
// 40,000, with the punctuation that news has.
#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "shared/base/date.h"
#include "shared/text/analyzer.h"
#include "shared/text/near_copies.h"
#include "shared/text/sentences.h"
#include "shared/text/tokenizer.h"
#include "shared/text/unicode.h"

namespace {

using namespace dateline;

class TextMaker {
 public:
  TextMaker() {
    for (std::size_t i = 0; i < 40'000; ++i) vocabulary_.push_back(make_word(i));
  }

  std::string article(std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words;) {
      const std::size_t sentence = 8 + random_() % 30;
      for (std::size_t at = 0; at < sentence; ++at, ++i) add_word(at == 0, at + 1 == sentence, text);
      text += random_() % 3 == 0 ? "\n" : " ";
    }
    return text;
  }

 private:
  // Frequent words are short, as in any language.
  std::string make_word(std::size_t rank) {
    static constexpr const char* kSyllables[] = {"na",  "ter", "min", "is", "gov", "ern", "con", "fer", "al",  "po",
                                                 "lit", "mar", "ket", "se", "cur", "pro", "ba",  "ly",  "des", "tri"};
    static constexpr const char* kEndings[] = {"", "", "s", "ed", "ing", "ation", "ly", "er"};
    std::string word;
    const auto syllables = 1 + static_cast<std::size_t>(std::log10(static_cast<double>(rank) + 1.0) / 1.6);
    for (std::size_t i = 0; i <= syllables; ++i) word += kSyllables[random_() % std::size(kSyllables)];
    return word + (rank > 300 ? kEndings[random_() % std::size(kEndings)] : "");
  }

  // A rank with a frequency of about 1/rank.
  const std::string& draw() {
    const double uniform = std::uniform_real_distribution<double>(0.0, 1.0)(random_);
    const auto rank = static_cast<std::size_t>(std::pow(static_cast<double>(vocabulary_.size()), uniform)) - 1;
    return vocabulary_[rank];
  }

  void add_word(bool first, bool last, std::string& text) {
    const std::size_t begin = text.size();
    const auto chance = random_() % 200;
    text += chance == 0 ? "U.S." : chance == 1 ? "1,250.5" : draw();
    if (chance > 1 && (first || random_() % 8 == 0)) text[begin] = static_cast<char>(text[begin] - 32);
    if (chance == 2) text += "\u2019s";
    if (chance == 3) text.append("-").append(draw());
    if (chance == 4) text.insert(begin, "\u201C").append("\u201D");
    text += last ? "." : random_() % 12 == 0 ? ", " : " ";
  }

  std::mt19937 random_{1987};
  std::vector<std::string> vocabulary_;
};

const std::vector<std::string>& articles() {
  static const std::vector<std::string> made = [] {
    TextMaker maker;
    std::vector<std::string> all;
    for (std::size_t i = 0; i < 1500; ++i) all.push_back(maker.article(430));
    return all;
  }();
  return made;
}

// Runs `work` over all articles in turn and counts their bytes.
template <class Work>
void over_articles(benchmark::State& state, Work work) {
  std::size_t next = 0;
  std::int64_t bytes = 0;
  for (const auto& text : articles()) work(text);  // warm caches
  for ([[maybe_unused]] auto _ : state) {
    const std::string& text = articles()[next];
    next = (next + 1) % articles().size();
    work(text);
    bytes += static_cast<std::int64_t>(text.size());
  }
  state.SetBytesProcessed(bytes);
}

void tokenize(benchmark::State& state) {
  over_articles(state, [](const std::string& text) {
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) benchmark::DoNotOptimize(token.folded.data());
  });
}
BENCHMARK(tokenize);

void sentences(benchmark::State& state) {
  std::vector<Sentence> found;
  over_articles(state, [&](const std::string& text) {
    split_sentences(text, found);
    benchmark::DoNotOptimize(found.data());
  });
}
BENCHMARK(sentences);

void analyze(benchmark::State& state) {
  Analyzer analyzer(std::move(Stemmer::create("english")).value());
  AnalyzedText out;
  over_articles(state, [&](const std::string& text) {
    analyzer.analyze("A title of five words", text, out);
    benchmark::DoNotOptimize(out.sequence.data());
  });
}
BENCHMARK(analyze);

// As the indexer does it: the result moves away, so that its memory is new for each article.
void analyze_and_move(benchmark::State& state) {
  Analyzer analyzer(std::move(Stemmer::create("english")).value());
  over_articles(state, [&](const std::string& text) {
    AnalyzedText out;
    analyzer.analyze("A title of five words", text, out);
    benchmark::DoNotOptimize(out.sequence.data());
  });
}
BENCHMARK(analyze_and_move);

// What an article costs more for finding its near copies, without the catalog.
void near_copy_signature(benchmark::State& state) {
  Analyzer analyzer(std::move(Stemmer::create("english")).value());
  std::vector<AnalyzedText> analyzed(articles().size());
  for (std::size_t i = 0; i < analyzed.size(); ++i) analyzer.analyze("", articles()[i], analyzed[i]);
  std::size_t next = 0;
  std::int64_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(signature_of(shingles_of(analyzed[next])));
    bytes += static_cast<std::int64_t>(articles()[next].size());
    next = (next + 1) % analyzed.size();
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(near_copy_signature);

void fold_accented(benchmark::State& state) {
  const std::string text =
      "\u0160koda caf\u00E9 \u041C\u043E\u0441\u043A\u0432\u0430 \u201CM\u00FCnchen\u201D O\u2019Neill ";
  std::string out;
  std::int64_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    out.clear();
    fold_to(text, out);
    benchmark::DoNotOptimize(out.data());
    bytes += static_cast<std::int64_t>(text.size());
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(fold_accented);

void read_date(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(parse_date("Fri, 16 Aug 2024 14:30:00 GMT"));
}
BENCHMARK(read_date);

}  // namespace
