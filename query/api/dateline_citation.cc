// What profiles and mentions of the C ABI have in common: choices, candidates, citations.
#include "query/api/entity_handles.h"

namespace {

std::vector<dateline_candidate> candidates_of(std::vector<dateline::EntityRef> entities) {
  std::vector<dateline_candidate> out;
  for (dateline::EntityRef& entity : entities) {
    std::string id = std::to_string(entity.facet);
    out.push_back({std::move(entity), std::move(id)});
  }
  return out;
}

void put_span(dateline::TextSpan span, std::size_t* begin, std::size_t* end) {
  if (begin != nullptr) *begin = span.begin;
  if (end != nullptr) *end = span.end;
}

}  // namespace

namespace dateline {

dateline_choice make_choice(EntityChoice choice) {
  dateline_choice out;
  if (choice.chosen) {
    std::string id = std::to_string(choice.chosen->facet);
    out.chosen = dateline_candidate{std::move(*choice.chosen), std::move(id)};
  }
  out.others = candidates_of(std::move(choice.others));
  out.suggestions = candidates_of(std::move(choice.suggestions));
  choice.chosen.reset();
  choice.others.clear();
  choice.suggestions.clear();
  out.choice = std::move(choice);
  return out;
}

std::vector<dateline_citation> make_citations(std::vector<Citation> citations) {
  std::vector<dateline_citation> out;
  out.reserve(citations.size());
  for (Citation& citation : citations) out.push_back({std::move(citation)});
  return out;
}

}  // namespace dateline

extern "C" {

const dateline_candidate* dateline_choice_chosen(const dateline_choice* choice) {
  return choice != nullptr && choice->chosen ? &*choice->chosen : nullptr;
}
const char* dateline_choice_asked(const dateline_choice* choice) {
  return choice == nullptr ? "" : choice->choice.asked.c_str();
}
uint64_t dateline_choice_fitting(const dateline_choice* choice) {
  return choice == nullptr ? 0 : choice->choice.fitting;
}
int dateline_choice_rejected(const dateline_choice* choice) {
  return choice != nullptr && choice->choice.rejected ? 1 : 0;
}
size_t dateline_choice_other_count(const dateline_choice* choice) {
  return choice == nullptr ? 0 : choice->others.size();
}
const dateline_candidate* dateline_choice_other(const dateline_choice* choice, size_t index) {
  return index < dateline_choice_other_count(choice) ? &choice->others[index] : nullptr;
}
size_t dateline_choice_suggestion_count(const dateline_choice* choice) {
  return choice == nullptr ? 0 : choice->suggestions.size();
}
const dateline_candidate* dateline_choice_suggestion(const dateline_choice* choice, size_t index) {
  return index < dateline_choice_suggestion_count(choice) ? &choice->suggestions[index] : nullptr;
}

const char* dateline_candidate_id(const dateline_candidate* candidate) {
  return candidate == nullptr ? "" : candidate->id.c_str();
}
dateline_kind dateline_candidate_kind(const dateline_candidate* candidate) {
  return candidate == nullptr ? DATELINE_PERSON
                              : static_cast<dateline_kind>(dateline::kind_of(candidate->entity.facet));
}
const char* dateline_candidate_name(const dateline_candidate* candidate) {
  return candidate == nullptr ? "" : candidate->entity.name.c_str();
}
uint64_t dateline_candidate_articles(const dateline_candidate* candidate) {
  return candidate == nullptr ? 0 : candidate->entity.articles;
}

const char* dateline_citation_id(const dateline_citation* citation) {
  return citation == nullptr ? "" : citation->citation.article->id.c_str();
}
const char* dateline_citation_title(const dateline_citation* citation) {
  return citation == nullptr ? "" : citation->citation.article->title.c_str();
}
int dateline_citation_title_made(const dateline_citation* citation) {
  return citation != nullptr && citation->citation.article->title_made ? 1 : 0;
}
const char* dateline_citation_published(const dateline_citation* citation) {
  return citation == nullptr ? "" : citation->citation.article->published.c_str();
}
const char* dateline_citation_source(const dateline_citation* citation) {
  return citation == nullptr ? "" : citation->citation.article->source.c_str();
}
const char* dateline_citation_url(const dateline_citation* citation) {
  return citation == nullptr ? "" : citation->citation.article->url.c_str();
}
void dateline_citation_span(const dateline_citation* citation, size_t* begin, size_t* end) {
  if (citation == nullptr) return put_span({}, begin, end);
  put_span({citation->citation.mention.begin, citation->citation.mention.end}, begin, end);
}
int dateline_citation_in_title(const dateline_citation* citation) {
  return citation != nullptr && citation->citation.mention.in_title ? 1 : 0;
}
const char* dateline_citation_text(const dateline_citation* citation) {
  return citation == nullptr ? "" : citation->citation.text.c_str();
}
void dateline_citation_sentence_span(const dateline_citation* citation, size_t* begin, size_t* end) {
  put_span(citation == nullptr ? dateline::TextSpan{} : citation->citation.sentence, begin, end);
}
const char* dateline_citation_sentence(const dateline_citation* citation) {
  return citation == nullptr ? "" : citation->citation.passage.text.c_str();
}
int dateline_citation_highlight(const dateline_citation* citation, size_t* begin, size_t* end) {
  const bool marked = citation != nullptr && !citation->citation.passage.highlights.empty();
  put_span(marked ? citation->citation.passage.highlights.front() : dateline::TextSpan{}, begin, end);
  return marked ? 1 : 0;
}

}  // extern "C"
