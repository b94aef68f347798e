// Finds the sentences of mentions.
#include "query/engine/evidence.h"

#include <algorithm>

#include "query/engine/passage.h"
#include "shared/text/sentences.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestPassage = 600;  // bytes; what is longer is a table or a list, not a sentence

// The last sentence that begins at or before `at`; the end of the list where there is none.
std::vector<Sentence>::const_iterator sentence_at(std::size_t at, const std::vector<Sentence>& sentences) {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), at,
                                      [](std::size_t begin, const Sentence& s) { return begin < s.begin; });
  return after == sentences.begin() ? sentences.end() : after - 1;
}

// From the sentence in which the mention begins to the one in which it ends: a line break inside a name may part them.
TextSpan sentence_of(const Mention& mention, const std::vector<Sentence>& sentences) {
  const auto first = sentence_at(mention.begin, sentences), last = sentence_at(mention.end - 1, sentences);
  if (first == sentences.end() || first->end <= mention.begin) return {mention.begin, mention.end};
  return {first->begin, std::max<std::size_t>(last->end, mention.end)};
}

}  // namespace

CitedArticle cited_article(const Article& article) {
  return {.id = article.key,
          .title = article.title,
          .title_made = article.title_made,
          .published = to_iso(article.published),
          .source = article.source,
          .url = article.url};
}

std::vector<Citation> cite(const Article& article, const std::vector<Mention>& mentions) {
  std::vector<Citation> out;
  if (mentions.empty()) return out;
  const auto cited = std::make_shared<const CitedArticle>(cited_article(article));
  const bool needs_text =
      std::any_of(mentions.begin(), mentions.end(), [](const Mention& mention) { return !mention.in_title; });
  const std::vector<Sentence> sentences = needs_text ? split_sentences(article.text) : std::vector<Sentence>();
  for (const Mention& mention : mentions) {
    const std::string_view text = mention.in_title ? article.title : article.text;
    if (mention.begin >= mention.end || mention.end > text.size()) continue;
    Citation citation{.article = cited, .mention = mention};
    citation.text = text.substr(mention.begin, mention.end - mention.begin);
    citation.sentence = mention.in_title ? TextSpan{0, text.size()} : sentence_of(mention, sentences);
    const TextSpan mark{mention.begin, mention.end};
    const TextSpan window = narrow_window(text, citation.sentence, std::span(&mark, 1), kLongestPassage);
    citation.passage = write_passage(text, window, window.begin > citation.sentence.begin,
                                     window.end < citation.sentence.end, std::span(&mark, 1));
    out.push_back(std::move(citation));
  }
  return out;
}

}  // namespace dateline
