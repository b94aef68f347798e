// Explanations of the C ABI.
#include <dateline_explain.h>

#include "query/api/boundary.h"
#include "query/api/given_struct.h"
#include "query/api/handles.h"
#include "query/api/request_check.h"
#include "query/engine/explain_json.h"

// Never changed once it is made: any number of threads may read it. Rows point into `value` and the vectors below.
struct dateline_explanation {
  dateline::Explanation value;
  std::vector<dateline_explained_token> tokens;
  std::vector<std::vector<const char*>> words, names;     // by pattern, by name
  std::vector<std::vector<dateline_score_share>> shares;  // by hit
  std::vector<dateline_explained_pattern> patterns;
  std::vector<dateline_explained_name> asked_names;
  std::vector<dateline_explained_hit> hits;
  std::string json;
};

namespace {

using dateline::Result;

void point_to_words(dateline_explanation& out) {
  for (const dateline::ExplainedToken& token : out.value.tokens) {
    out.tokens.push_back({token.kind.c_str(), token.span.begin, token.span.end});
  }
  for (const dateline::ExplainedPattern& pattern : out.value.patterns) {
    auto& words = out.words.emplace_back();
    for (const std::string& word : pattern.words) words.push_back(word.c_str());
    out.patterns.push_back({pattern.pattern.c_str(), pattern.matching, words.size(), words.data()});
  }
  for (const dateline::ExplainedName& name : out.value.names) {
    auto& names = out.names.emplace_back();
    for (const dateline::FacetName& value : name.stands_for) names.push_back(value.name.c_str());
    out.asked_names.push_back({name.asked.c_str(), name.fitting, names.size(), names.data()});
  }
}

void point_to_hits(dateline_explanation& out) {
  for (const dateline::ExplainedHit& hit : out.value.hits) {
    auto& shares = out.shares.emplace_back();
    for (const dateline::ScoreShare& share : hit.shares) shares.push_back({share.part.c_str(), share.score});
    out.hits.push_back(
        {hit.id.c_str(), hit.title.c_str(), hit.matches ? 1 : 0, hit.score, shares.size(), shares.data()});
  }
}

template <class Row>
const Row* row_at(const std::vector<Row>& rows, size_t index) {
  return index < rows.size() ? &rows[index] : nullptr;
}

}  // namespace

extern "C" {

dateline_code dateline_explain(dateline_archive* archive, const dateline_request* request, const char* article_id,
                               dateline_explanation** explanation, dateline_error** error) {
  if (explanation != nullptr) *explanation = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || explanation == nullptr) return dateline::wrong_argument("an argument is NULL");
    auto checked = dateline::check_request(request);
    if (!checked) return std::move(checked).error();
    auto found = archive->engine.explain({.search = std::move(*checked), .hit = dateline::text_of(article_id)});
    if (!found) return std::move(found).error();
    auto out = std::make_unique<dateline_explanation>();
    out->value = std::move(*found);
    out->json = dateline::explanation_to_json(out->value);
    point_to_words(*out);
    point_to_hits(*out);
    *explanation = out.release();
    return {};
  });
}

void dateline_explanation_free(dateline_explanation* explanation) {
  delete explanation;
}
const char* dateline_explanation_parsed(const dateline_explanation* explanation) {
  return explanation == nullptr ? "" : explanation->value.parsed.c_str();
}
const char* dateline_explanation_index_query(const dateline_explanation* explanation) {
  return explanation == nullptr ? "" : explanation->value.index_query.c_str();
}
uint64_t dateline_explanation_matched(const dateline_explanation* explanation) {
  return explanation == nullptr ? 0 : explanation->value.matched;
}
int dateline_explanation_exact(const dateline_explanation* explanation) {
  return explanation != nullptr && explanation->value.exact ? 1 : 0;
}
double dateline_explanation_took_ms(const dateline_explanation* explanation) {
  return explanation == nullptr ? 0 : explanation->value.took_ms;
}
size_t dateline_explanation_token_count(const dateline_explanation* explanation) {
  return explanation == nullptr ? 0 : explanation->tokens.size();
}
const dateline_explained_token* dateline_explanation_token(const dateline_explanation* explanation, size_t index) {
  return explanation == nullptr ? nullptr : row_at(explanation->tokens, index);
}
size_t dateline_explanation_pattern_count(const dateline_explanation* explanation) {
  return explanation == nullptr ? 0 : explanation->patterns.size();
}
const dateline_explained_pattern* dateline_explanation_pattern(const dateline_explanation* explanation, size_t index) {
  return explanation == nullptr ? nullptr : row_at(explanation->patterns, index);
}
size_t dateline_explanation_name_count(const dateline_explanation* explanation) {
  return explanation == nullptr ? 0 : explanation->asked_names.size();
}
const dateline_explained_name* dateline_explanation_name(const dateline_explanation* explanation, size_t index) {
  return explanation == nullptr ? nullptr : row_at(explanation->asked_names, index);
}
size_t dateline_explanation_hit_count(const dateline_explanation* explanation) {
  return explanation == nullptr ? 0 : explanation->hits.size();
}
const dateline_explained_hit* dateline_explanation_hit(const dateline_explanation* explanation, size_t index) {
  return explanation == nullptr ? nullptr : row_at(explanation->hits, index);
}
size_t dateline_explanation_note_count(const dateline_explanation* explanation) {
  return explanation == nullptr ? 0 : explanation->value.notes.size();
}
const char* dateline_explanation_note(const dateline_explanation* explanation, size_t index) {
  return index < dateline_explanation_note_count(explanation) ? explanation->value.notes[index].c_str() : "";
}
const char* dateline_explanation_json(const dateline_explanation* explanation) {
  return explanation == nullptr ? "" : explanation->json.c_str();
}

}  // extern "C"
