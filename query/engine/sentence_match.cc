// Sentence by sentence; words are only read where the names are there.
#include "query/engine/sentence_match.h"

#include <algorithm>
#include <optional>

#include "query/engine/standing_entities.h"
#include "shared/text/sentences.h"
#include "shared/text/tokenizer.h"

namespace dateline {
namespace {

struct SentenceWords {
  std::vector<std::string> stems;
  std::vector<std::string> joined;  // stems of what hyphens join: pairs, and the whole run
};

SentenceWords read_words(std::string_view text, Stemmer& stemmer) {
  SentenceWords out;
  std::string last, run;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    const std::string folded(token.folded);
    out.stems.emplace_back(stemmer.stem(folded));
    run = token.joined_to_previous ? run + folded : folded;
    if (token.joined_to_previous && last.size() + folded.size() <= kMaxWordBytes) {
      out.joined.emplace_back(stemmer.stem(last + folded));
    }
    if (token.joined_to_previous && run.size() <= kMaxWordBytes) out.joined.emplace_back(stemmer.stem(run));
    last = folded;
  }
  return out;
}

bool has_form(const SentenceWords& words, const WordForm& form) {
  if (std::search(words.stems.begin(), words.stems.end(), form.begin(), form.end()) != words.stems.end()) return true;
  return form.size() == 1 && std::find(words.joined.begin(), words.joined.end(), form.front()) != words.joined.end();
}

class Matcher {
 public:
  Matcher(const StoredArticle& stored, const SentenceRequest& request, Stemmer& stemmer)
      : stored_(stored), request_(request), stemmer_(stemmer) {}

  bool run() {
    for (const ResolvedEntity& entity : stored_.entities) {
      const FacetId standing = standing_facet(entity.facet, stored_.attached, request_.remap);
      for (const Mention& mention : entity.mentions) named_.push_back({standing, mention});
    }
    const Article& article = stored_.article;
    if (stands_in({0, article.title.size()}, true)) return true;
    for (const Sentence& sentence : split_sentences(article.text)) {
      if (stands_in({sentence.begin, sentence.end}, false)) return true;
    }
    return false;
  }

 private:
  struct Named {
    FacetId facet = 0;
    Mention mention;
  };

  bool stands_in(TextSpan sentence, bool in_title) {
    sentence_ = sentence;
    in_title_ = in_title;
    words_.reset();
    return names_hold(request_.tree) && holds(request_.tree);
  }

  // Whether the names among the parts are there: cheaper than words, so it is asked first.
  [[nodiscard]] bool names_hold(const QueryNode& together) const {
    return std::all_of(together.children.begin(), together.children.end(),
                       [this](const QueryNode& part) { return part.kind != NodeKind::kField || names(part); });
  }

  bool holds(const QueryNode& node) {
    const auto child_holds = [this](const QueryNode& child) { return holds(child); };
    switch (node.kind) {
      case NodeKind::kField:
        return names(node);
      case NodeKind::kWord:
      case NodeKind::kPhrase:
        return has_words(node);
      case NodeKind::kOr:
        return std::any_of(node.children.begin(), node.children.end(), child_holds);
      default:
        return std::all_of(node.children.begin(), node.children.end(), child_holds);
    }
  }

  // A mention that a line break cuts stands in both sentences.
  [[nodiscard]] bool names(const QueryNode& node) const {
    const auto entities = request_.entities.find(&node);
    if (entities == request_.entities.end()) return false;
    return std::any_of(named_.begin(), named_.end(), [&](const Named& named) {
      return named.mention.in_title == in_title_ && named.mention.begin < sentence_.end &&
             named.mention.end > sentence_.begin &&
             std::binary_search(entities->second.begin(), entities->second.end(), named.facet);
    });
  }

  bool has_words(const QueryNode& node) {
    if (request_.left_out.contains(&node)) return true;
    if (!words_) {
      const std::string_view text = in_title_ ? stored_.article.title : stored_.article.text;
      words_ = read_words(text.substr(sentence_.begin, sentence_.end - sentence_.begin), stemmer_);
    }
    const auto forms = request_.forms.find(&node);
    return forms != request_.forms.end() &&
           std::any_of(forms->second.begin(), forms->second.end(),
                       [this](const WordForm& form) { return has_form(*words_, form); });
  }

  const StoredArticle& stored_;
  const SentenceRequest& request_;
  Stemmer& stemmer_;
  std::vector<Named> named_;
  TextSpan sentence_{};
  bool in_title_ = false;
  std::optional<SentenceWords> words_;  // of the sentence, once they were asked for
};

}  // namespace

bool has_sentence(const StoredArticle& article, const SentenceRequest& request, Stemmer& stemmer) {
  return Matcher(article, request, stemmer).run();
}

}  // namespace dateline
