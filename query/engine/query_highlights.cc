// Walks the tree in the order of its words.
#include "query/engine/query_highlights.h"

#include "schema/fields.h"

namespace dateline {
namespace {

class Collector {
 public:
  explicit Collector(const WordFormMaker& forms) : forms_(forms) {}

  void visit(const QueryNode& node) {
    const bool title = node.kind == NodeKind::kField && kFields[node.field].type == FieldType::kText;
    if (node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase || title) return add_text(node.text);
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
  std::vector<HighlightForm> out_, stop_words_;
  std::size_t unit_ = 0;
};

}  // namespace

std::vector<HighlightForm> highlight_forms(const QueryNode& tree, const WordFormMaker& forms) {
  Collector collector(forms);
  collector.visit(tree);
  return collector.take();
}

}  // namespace dateline
