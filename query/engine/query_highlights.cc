// Walks the tree in the order of its words.
#include "query/engine/query_highlights.h"

#include "query/engine/word_pattern.h"
#include "schema/fields.h"

namespace dateline {
namespace {

class Collector {
 public:
  Collector(const WordFormMaker& forms, const Expansions& expansions) : forms_(forms), expansions_(expansions) {}

  void visit(const QueryNode& node) {
    const bool title = node.kind == NodeKind::kField && kFields[node.field].type == FieldType::kText;
    if (node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase || title) return add_text(node.text);
    if (is_pattern(node)) return add_pattern(node);
    if (node.kind == NodeKind::kNear && node.children.empty()) return add_words(node.text);
    if (node.kind == NodeKind::kNot) return visit(node.children.front());
    for (const QueryNode& child : node.children) visit(child);
    if (node.kind == NodeKind::kWords) add_joined_neighbours(node);
  }

  std::vector<HighlightForm> take() {
    // Nothing but stop words: then they are what was searched for.
    return out_.empty() ? std::move(stop_words_) : std::move(out_);
  }

 private:
  void add_text(std::string_view text) {
    const auto words = fold_words(text, forms_.stemmer());
    const bool stop = words.size() == 1 && words.front().stop;
    for (WordForm& form : forms_.forms_of(words)) {
      (stop ? stop_words_ : out_).push_back({.stems = std::move(form), .unit = unit_});
    }
    ++unit_;
  }

  // Each word of a text by itself.
  void add_words(std::string_view text) {
    for (const FoldedWord& word : fold_words(text, forms_.stemmer())) add_text(word.folded);
  }

  void add_pattern(const QueryNode& node) {
    const auto expansion = expansions_.find(&node);
    if (expansion == expansions_.end()) return;
    for (const std::string& word : expansion->second->words) {
      out_.push_back({.stems = {word}, .unit = unit_, .as_written = true});
    }
    ++unit_;
  }

  void add_joined_neighbours(const QueryNode& node) {
    std::vector<FoldedWord> before;
    for (const QueryNode& child : node.children) {
      auto words = child.kind == NodeKind::kWord ? fold_words(child.text, forms_.stemmer()) : std::vector<FoldedWord>();
      if (words.size() == 1 && before.size() == 1) {
        std::string term = forms_.joined_term(before.front(), words.front());
        if (!term.empty()) out_.push_back({.stems = {std::move(term)}, .unit = unit_++});
      }
      before = std::move(words);
    }
  }

  const WordFormMaker& forms_;
  const Expansions& expansions_;
  std::vector<HighlightForm> out_, stop_words_;
  std::size_t unit_ = 0;
};

}  // namespace

std::vector<HighlightForm> highlight_forms(const QueryNode& tree, const WordFormMaker& forms,
                                           const Expansions& expansions) {
  Collector collector(forms, expansions);
  collector.visit(tree);
  return collector.take();
}

}  // namespace dateline
