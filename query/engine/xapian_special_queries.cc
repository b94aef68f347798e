// Each has a query of terms, which finds candidates by posting lists, and a source that looks at the candidates.
#include "query/engine/xapian_special_queries.h"

#include <algorithm>
#include <set>

#include "query/engine/near_match.h"
#include "query/engine/query_weight.h"
#include "query/engine/sentence_match.h"
#include "query/engine/word_pattern.h"
#include "query/engine/xapian_condition_sources.h"
#include "query/engine/xapian_query_parts.h"
#include "query/parser/has_kinds.h"
#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/text/tokenizer.h"

namespace dateline {
namespace {

using Xapian::Query;

// Whether a word of the title matches; also what hyphens join, as pairs and as a whole.
bool title_matches(std::string_view title, const WordPattern& pattern) {
  Tokenizer tokenizer(title);
  std::string last, run;
  for (Token token; tokenizer.next(token);) {
    const std::string folded(token.folded);
    run = token.joined_to_previous ? run + folded : folded;
    if (pattern.matches(folded)) return true;
    if (token.joined_to_previous && (pattern.matches(last + folded) || pattern.matches(run))) return true;
    last = folded;
  }
  return false;
}

// The alternatives of one part of NEAR, and how many words it has.
struct NearPart {
  std::vector<WordForm> forms;
  std::size_t words = 0;
};

void add_forms(const std::vector<FoldedWord>& words, const WordFormMaker& maker, NearPart& part) {
  const auto forms = maker.forms_of(words);
  part.forms.insert(part.forms.end(), forms.begin(), forms.end());
  part.words = std::max(part.words, words.size());
}

void add_near_part(const QueryNode& node, const WordFormMaker& maker, NearPart& part) {
  if (node.children.empty()) return add_forms(fold_words(node.text, maker.stemmer()), maker, part);
  for (const QueryNode& child : node.children) add_near_part(child, maker, part);
}

// "cease-fire talks"~5 has two parts: what hyphens join is one.
std::vector<NearPart> parts_of_text(std::string_view text, const WordFormMaker& maker) {
  std::vector<NearPart> parts;
  std::vector<FoldedWord> run;
  const auto end_run = [&] {
    if (!run.empty()) add_forms(run, maker, parts.emplace_back());
    run.clear();
  };
  for (FoldedWord& word : fold_words(text, maker.stemmer())) {
    if (!word.joined_to_previous) end_run();
    run.push_back(std::move(word));
  }
  end_run();
  return parts;
}

std::vector<NearPart> parts_of(const QueryNode& node, const WordFormMaker& maker) {
  if (node.children.empty()) return parts_of_text(node.text, maker);
  std::vector<NearPart> parts;
  for (const QueryNode& child : node.children) add_near_part(child, maker, parts.emplace_back());
  return parts;
}

// The stem ids of a form; empty where an article cannot have it.
NearRequest::Form ids_of(const WordForm& form, const LexiconReader& lexicon) {
  NearRequest::Form ids;
  for (const std::string& stem : form) {
    const auto id = lexicon.find(stem);
    if (!id) return {};
    ids.push_back(*id);
  }
  return ids;
}

// As in any list of words: stop words count only where there is nothing else.
void leave_out_stop_words(const QueryNode& words, const WordFormMaker& maker, SentenceRequest& request) {
  std::vector<const QueryNode*> stops;
  for (const QueryNode& child : words.children) {
    const auto folded =
        child.kind == NodeKind::kWord ? fold_words(child.text, maker.stemmer()) : std::vector<FoldedWord>();
    if (folded.size() == 1 && folded.front().stop) stops.push_back(&child);
  }
  if (stops.size() < words.children.size()) request.left_out.insert(stops.begin(), stops.end());
}

void collect_sentence_parts(const QueryNode& node, const WordFormMaker& maker, const ResolvedFields& fields,
                            SentenceRequest& request) {
  if (node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase) {
    request.forms[&node] = maker.forms_of(fold_words(node.text, maker.stemmer()));
  } else if (node.kind == NodeKind::kField) {
    const auto standing = fields.standing.find(&node);
    if (standing != fields.standing.end()) request.entities[&node] = standing->second;
  } else if (node.kind == NodeKind::kWords) {
    leave_out_stop_words(node, maker, request);
  }
  for (const QueryNode& child : node.children) collect_sentence_parts(child, maker, fields, request);
}

}  // namespace

Query pattern_query(const QueryNode& node, const ResolvedFields& fields, const CompileContext& context, bool weighs) {
  std::vector<Query> words, stems;
  std::set<std::string_view> seen;
  for (const std::string& word : context.expansions.at(&node)->words) {
    words.emplace_back(concat({kWordTerm, word}));
    const std::string_view stem = context.stemmer.stem(word);
    if (seen.insert(stem).second) stems.emplace_back(std::string(stem));
  }
  Query found = unweighted(any_of(words));
  if (found.empty()) return found;
  if (node.in_field) {
    auto pattern = WordPattern::of(node);
    if (!pattern) return {};  // it was one when it was looked up
    const auto shared = std::make_shared<const WordPattern>(std::move(*pattern));
    auto check = [shared, title_of = fields.title_of](ArticleId article) -> Result<bool> {
      const auto title = title_of(article);
      if (!title) return title.error();
      return title_matches(*title, *shared);
    };
    found = filtered(found, new ArticleSource(std::move(check), context.control));
  }
  if (!weighs) return found;
  return Query(Query::OP_AND_MAYBE, found, Query(Query::OP_SYNONYM, stems.begin(), stems.end()));
}

Query near_query(const QueryNode& node, const WordFormMaker& forms, const CompileContext& context) {
  NearRequest request;
  request.window = node.distance;
  std::vector<Query> all;
  for (const NearPart& part : parts_of(node, forms)) {
    request.window += part.words;
    std::vector<Query> ways;
    auto& ids = request.parts.emplace_back();
    for (const WordForm& form : part.forms) {
      auto form_ids = ids_of(form, context.lexicon);
      if (form_ids.empty()) continue;
      ids.push_back(std::move(form_ids));
      ways.push_back(all_of({form.begin(), form.end()}));
    }
    if (ways.empty()) return {};
    all.push_back(any_of(ways));
  }
  return filtered(all_of(all), new NearSource(context.tokens, std::move(request), node.in_field, context.control));
}

Query together_query(const QueryNode& node, const std::vector<Query>& parts, const WordFormMaker& forms,
                     const ResolvedFields& fields, const CompileContext& context) {
  const auto request = std::make_shared<SentenceRequest>(
      SentenceRequest{.tree = node, .remap = *fields.remap, .forms = {}, .entities = {}, .left_out = {}});
  collect_sentence_parts(node, forms, fields, *request);
  auto check = [request, load = fields.load, &stemmer = context.stemmer](ArticleId id) -> Result<bool> {
    const auto article = load(id);
    if (!article) return article.error();
    return *article && has_sentence(**article, *request, stemmer);
  };
  return filtered(all_of(parts), new ArticleSource(std::move(check), context.control));
}

Query length_query(const QueryNode& node, const CompileContext& context) {
  return filtered(every_document(), new LengthSource(node.count, context.control));
}

Query has_query(const QueryNode& node, const ResolvedFields& fields, const CompileContext& context) {
  const HasKind& kind = *find_has_kind(node.text);
  if (const auto listed = fields.articles.find(&node); listed != fields.articles.end()) {
    const auto articles = std::make_shared<const std::vector<ArticleId>>(listed->second);
    auto check = [articles](ArticleId article) -> Result<bool> {
      return std::binary_search(articles->begin(), articles->end(), article);
    };
    return filtered(every_document(), new ArticleSource(std::move(check), context.control));
  }
  return filtered(every_document(), new HasSource(context.facets, kind.facet, fields.remap, context.control));
}

Query boosted(const Query& query, const QueryNode& node) {
  if (node.boost == 1 || query.empty()) return query;
  if (has_weight(node)) return Query(Query::OP_SCALE_WEIGHT, query, node.boost);
  auto* constant = new Xapian::FixedWeightPostingSource(node.boost);
  return Query(Query::OP_AND, query, Query(constant->release()));
}

}  // namespace dateline
