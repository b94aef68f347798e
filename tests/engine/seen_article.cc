// Reads title and text word by word.
#include "tests/engine/seen_article.h"

#include "shared/text/sentences.h"
#include "shared/text/tokenizer.h"

namespace dateline::testing {
namespace {

// Words that hyphens join are also words as pairs, and as a whole.
class Reader {
 public:
  Reader(Stemmer& stemmer, SeenArticle& out) : stemmer_(stemmer), out_(out) {}

  // `sentences` of out: from which one on, and all to the last.
  void read(const std::string& text, std::size_t sentence, std::set<std::string>& forms) {
    Tokenizer tokenizer(text);
    std::string last, run;
    std::size_t words = 0;
    for (Token token; tokenizer.next(token); ++words) {
      while (token.begin >= out_.sentences[sentence].end) out_.sentences[++sentence].first_word = words;
      SeenSentence& here = out_.sentences[sentence];
      const std::string folded(token.folded);
      here.stems.push_back(stem(folded));
      forms.insert(folded);
      run = token.joined_to_previous ? run + folded : folded;
      if (token.joined_to_previous) join(last + folded, here, forms), join(run, here, forms);
      last = folded;
    }
    out_.words += words;
  }

 private:
  std::string stem(const std::string& folded) {
    std::string stem(stemmer_.stem(folded));
    out_.terms.insert(stem);
    return stem;
  }
  void join(const std::string& joined, SeenSentence& sentence, std::set<std::string>& forms) {
    const bool only_digits = joined.find_first_not_of("0123456789.,") == std::string::npos;
    if (joined.size() > kMaxWordBytes || only_digits) return;
    forms.insert(joined);
    sentence.joined.insert(stem(joined));
  }

  Stemmer& stemmer_;
  SeenArticle& out_;
};

}  // namespace

SeenArticle see(const TestArticle& article, Stemmer& stemmer) {
  SeenArticle out{.article = article};
  out.sentences.push_back({.in_title = true, .begin = 0, .end = article.title.size(), .stems = {}, .joined = {}});
  for (const Sentence& sentence : split_sentences(article.text)) {
    out.sentences.push_back({.begin = sentence.begin, .end = sentence.end, .stems = {}, .joined = {}});
  }
  Reader reader(stemmer, out);
  reader.read(article.title, 0, out.title_forms);
  if (out.sentences.size() > 1) reader.read(article.text, 1, out.forms);
  out.forms.insert(out.title_forms.begin(), out.title_forms.end());
  if (const auto date = parse_date(article.published)) {
    out.days = days_of(*date);
    out.seconds = sort_seconds(*date);
  }
  return out;
}

}  // namespace dateline::testing
