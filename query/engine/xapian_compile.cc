// The compiler: one function a kind of node. Recursion is bounded by the parser (200 levels).
#include "query/engine/xapian_compile.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "query/engine/match_rule.h"
#include "query/engine/xapian_bm25.h"
#include "query/engine/xapian_collect.h"
#include "query/engine/xapian_date_source.h"
#include "query/engine/xapian_docid_source.h"
#include "query/engine/xapian_phrase_source.h"
#include "query/engine/xapian_query_parts.h"
#include "query/engine/xapian_similar.h"
#include "query/engine/xapian_special_queries.h"
#include "schema/fields.h"
#include "shared/store/xapian_document.h"

namespace dateline {
namespace {

using Xapian::Query;

class Compiler {
 public:
  Compiler(const ResolvedFields& fields, const CompileContext& context)
      : fields_(fields),
        context_(context),
        forms_(context.stemmer, context.lexicon,
               [&database = context.database](const std::string& term) { return database.term_exists(term); }) {}

  Query compile(const QueryNode& node) { return boosted(compile_node(node), node); }

 private:
  struct Unit {                     // one of the things of a group of which some must occur
    std::vector<FoldedWord> words;  // empty for what is no plain word
    const QueryNode* node = nullptr;
    std::vector<WordForm> joined;  // with its neighbours written as one word
  };

  Query compile_node(const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::kAll:
        return every_document();
      case NodeKind::kWord:
        return compile_words(fold_words(node.text, context_.stemmer), PhraseScope::kArticle, {});
      case NodeKind::kPhrase:
        return compile_words(fold_words(node.text, context_.stemmer), PhraseScope::kArticle, {});
      case NodeKind::kWildcard:
      case NodeKind::kFuzzy:
      case NodeKind::kRegex:
        return pattern_query(node, fields_, context_, weighs_);
      case NodeKind::kNear:
        return near_query(node, forms_, context_);
      case NodeKind::kTogether:
        return together_query(node, compile_children(node), forms_, fields_, context_);
      case NodeKind::kField:
        return compile_field(node);
      case NodeKind::kDate:
        return date_query(node.days, context_);
      case NodeKind::kLength:
        return length_query(node, context_);
      case NodeKind::kHas:
        return has_query(node, fields_, context_);
      case NodeKind::kAnd:
        return all_of(compile_children(node));
      case NodeKind::kOr:
        return any_of(compile_children(node));
      case NodeKind::kNot:
        return compile_not(node);
      case NodeKind::kWords:
        return compile_group(node);
    }
    return {};
  }

  std::vector<Query> compile_children(const QueryNode& node) {
    std::vector<Query> parts;
    for (const QueryNode& child : node.children) parts.push_back(compile(child));
    return parts;
  }

  Query compile_not(const QueryNode& node) {
    std::vector<Query> excluded;
    const bool weighed = std::exchange(weighs_, false);
    for (std::size_t i = 1; i < node.children.size(); ++i) excluded.push_back(compile(node.children[i]));
    weighs_ = weighed;
    return Query(Query::OP_AND_NOT, compile(node.children.front()), any_of(excluded));
  }

  Query compile_field(const QueryNode& node) {
    const FieldType type = kFields[node.field].type;
    if (type == FieldType::kText) {
      return compile_words(fold_words(node.text, context_.stemmer), PhraseScope::kTitle, {});
    }
    if (type == FieldType::kFacet) return any_facet_query(fields_.facets.at(&node));
    if (type == FieldType::kSimilar) {
      const auto like = fields_.similar.find(&node);
      return like == fields_.similar.end() ? Query() : similar_query(like->second, context_);
    }
    std::vector<Query> articles;
    for (const ArticleId article : fields_.articles.at(&node)) articles.emplace_back(article_term(article));
    return unweighted(any_of(articles));
  }

  Query compile_words(const std::vector<FoldedWord>& words, PhraseScope scope, const std::vector<WordForm>& more) {
    std::vector<WordForm> forms = forms_.forms_of(words);
    forms.insert(forms.end(), more.begin(), more.end());
    if (forms.empty()) return {};
    const WordForm& typed = forms.front();
    const Query as_typed = compile_form(typed, scope);
    std::vector<Query> others;
    for (auto form = forms.begin() + 1; form != forms.end(); ++form) {
      const Query way = compile_form(*form, scope);
      const double scale = scale_of(*form, typed);
      others.push_back(scale < 1 ? Query(Query::OP_SCALE_WEIGHT, way, scale) : way);
    }
    if (others.empty()) return as_typed;
    // Other spellings count where the typed one is missing, so that "cease-fire", which is indexed as two words and as
    // one, does not count twice. (OP_MAX would say it shorter; Xapian 1.4.22 crashes on it when it prunes.)
    return as_typed | Query(Query::OP_AND_NOT, any_of(others), compile_form(typed, scope));
  }

  // Another spelling is worth no more than the one that was typed, however rare it is.
  [[nodiscard]] double scale_of(const WordForm& form, const WordForm& typed) const {
    const double most = rarity(typed), own = rarity(form);
    return own > most && most > 0 ? most / own : 1;
  }
  // The sum of the idf of its stems; 0 where one of them stands nowhere.
  [[nodiscard]] double rarity(const WordForm& form) const {
    double sum = 0;
    for (const std::string& stem : form) {
      const Xapian::doccount articles = context_.database.get_termfreq(stem);
      if (articles == 0) return 0;
      sum += inverse_frequency(context_.database.get_doccount(), articles);
    }
    return sum;
  }

  Query compile_form(const WordForm& form, PhraseScope scope) {
    if (form.size() == 1 && scope == PhraseScope::kArticle) return Query(form.front());
    std::vector<std::uint32_t> ids;
    std::vector<Query> terms;
    for (const std::string& stem : form) {
      const auto id = context_.lexicon.find(stem);
      if (!id) return {};
      ids.push_back(*id);
      terms.emplace_back(stem);
    }
    auto* source = new PhraseSource(context_.tokens, encode_phrase(ids), scope, context_.control);
    return Query(Query::OP_FILTER, all_of(terms), Query(source->release()));
  }

  // Words, phrases and groups side by side count as units; fields, dates and `*` are always required.
  Query compile_group(const QueryNode& node) {
    std::vector<Unit> units;
    std::vector<Query> required;
    for (const QueryNode& child : node.children) {
      if (is_condition(child)) {
        required.push_back(compile(child));
      } else {
        units.push_back(unit_of(child));
      }
    }
    leave_out_stop_words(units);
    join_neighbours(units);
    std::vector<Query> words;
    for (const Unit& unit : units) {
      words.push_back(unit.words.empty()
                          ? compile(*unit.node)
                          : boosted(compile_words(unit.words, PhraseScope::kArticle, unit.joined), *unit.node));
    }
    if (!words.empty()) required.insert(required.begin(), enough_of(words));
    return all_of(required);
  }

  Unit unit_of(const QueryNode& node) {
    Unit unit{.node = &node};
    if (node.kind == NodeKind::kWord) unit.words = fold_words(node.text, context_.stemmer);
    return unit;
  }

  static bool is_stop_unit(const Unit& unit) { return unit.words.size() == 1 && unit.words.front().stop; }

  static void leave_out_stop_words(std::vector<Unit>& units) {
    if (!std::all_of(units.begin(), units.end(), is_stop_unit)) std::erase_if(units, is_stop_unit);
  }

  // (a AND b) OR ab is (a OR ab) AND (b OR ab), so that each word gets its neighbours' joined forms and counts alone.
  void join_neighbours(std::vector<Unit>& units) {
    for (std::size_t i = 1; i < units.size(); ++i) {
      Unit& before = units[i - 1];
      Unit& unit = units[i];
      if (before.words.size() != 1 || unit.words.size() != 1) continue;
      const std::string term = forms_.joined_term(before.words.front(), unit.words.front());
      if (term.empty()) continue;
      before.joined.push_back({term});
      unit.joined.push_back({term});
    }
  }

  Query enough_of(const std::vector<Query>& words) {
    const std::size_t required = words_required(context_.match, words.size());
    if (required == words.size()) return all_of(words);
    if (required == 1) return any_of(words);
    auto documents = std::make_shared<const DocidList>(with_at_least(words, required));
    auto* source = new DocidSource(std::move(documents));
    return Query(Query::OP_FILTER, any_of(words), Query(source->release()));
  }

  // Documents in which at least `required` of the queries match: exact for any number of words, and linear.
  [[nodiscard]] DocidList with_at_least(const std::vector<Query>& words, std::size_t required) const {
    std::vector<std::uint16_t> counts(std::size_t{context_.database.get_lastdocid()} + 1);
    for (const Query& word : words) {
      if (context_.control->must_end()) break;
      for (const Docid docid : collect_matches(context_.database, word)) {
        if (counts[docid] < std::numeric_limits<std::uint16_t>::max()) ++counts[docid];
      }
    }
    DocidList out;
    for (std::size_t docid = 1; docid < counts.size(); ++docid) {
      if (counts[docid] >= required) out.push_back(static_cast<Docid>(docid));
    }
    return out;
  }

  const ResolvedFields& fields_;
  const CompileContext& context_;
  WordFormMaker forms_;
  bool weighs_ = true;  // false below an exclusion
};

}  // namespace

Query compile_query(const QueryNode& tree, const ResolvedFields& fields, const CompileContext& context) {
  return Compiler(fields, context).compile(tree);
}

Query any_facet_query(const std::vector<FacetId>& ids) {
  std::vector<Query> terms;
  terms.reserve(ids.size());
  for (const FacetId id : ids) terms.emplace_back(facet_term(id));
  return unweighted(any_of(terms));
}

Query date_query(const DayRange& days, const CompileContext& context) {
  auto* source = new DateSource(context.facets, days, context.control);
  return Query(Query::OP_FILTER, every_document(), Query(source->release()));
}

}  // namespace dateline
