// Walks the tree; words side by side follow each other, and so do those of a phrase.
#include "query/engine/query_words.h"

#include <algorithm>

#include "query/engine/word_forms.h"

namespace dateline {
namespace {

class Collector {
 public:
  explicit Collector(Stemmer& stemmer) : stemmer_(stemmer) {}

  void visit(const QueryNode& node) {
    if (node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase) return add(node.text);
    if (node.kind == NodeKind::kNot) return visit(node.children.front());
    for (const QueryNode& child : node.children) {
      if (node.kind != NodeKind::kWords) follows_ = false;
      visit(child);
    }
    if (node.kind != NodeKind::kWords) follows_ = false;
  }

  std::vector<QueryWord> take() {
    if (std::all_of(words_.begin(), words_.end(), [](const QueryWord& word) { return word.stop; })) {
      for (QueryWord& word : words_) word.stop = false;
    }
    return std::move(words_);
  }

 private:
  void add(const std::string& text) {
    for (const FoldedWord& word : fold_words(text, stemmer_)) {
      words_.push_back({.stem = std::string(stemmer_.stem(word.folded)), .stop = word.stop, .follows = follows_});
      follows_ = true;
    }
  }

  Stemmer& stemmer_;
  std::vector<QueryWord> words_;
  bool follows_ = false;
};

}  // namespace

std::vector<QueryWord> words_of_query(const QueryNode& tree, Stemmer& stemmer) {
  Collector collector(stemmer);
  collector.visit(tree);
  return collector.take();
}

}  // namespace dateline
