// Mentions of the C ABI.
#include "query/api/boundary.h"
#include "query/api/entity_handles.h"
#include "query/api/entity_request_check.h"
#include "query/engine/entity_json.h"

namespace {

using dateline::Error;
using dateline::ErrorCode;
using dateline::Result;

std::unique_ptr<dateline_mentions> make_mentions(dateline::MentionList found) {
  auto out = std::make_unique<dateline_mentions>();
  out->json = dateline::mentions_to_json(found);
  out->choice = dateline::make_choice(std::move(found.choice));
  out->citations = dateline::make_citations(std::move(found.citations));
  found.choice = {};
  found.citations.clear();
  out->list = std::move(found);
  return out;
}

}  // namespace

extern "C" {

dateline_code dateline_find_mentions(dateline_archive* archive, const dateline_mentions_request* request,
                                     dateline_mentions** mentions, dateline_error** error) {
  if (mentions != nullptr) *mentions = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || mentions == nullptr)
      return Error{.code = ErrorCode::kUsage, .message = "an argument is NULL"};
    const auto checked = dateline::check_request(request);
    if (!checked) return checked.error();
    auto found = archive->engine.mentions(*checked);
    if (!found) return std::move(found).error();
    *mentions = make_mentions(std::move(*found)).release();
    return {};
  });
}

void dateline_mentions_free(dateline_mentions* mentions) {
  delete mentions;
}

const dateline_choice* dateline_mentions_choice(const dateline_mentions* mentions) {
  return mentions == nullptr ? nullptr : &mentions->choice;
}
uint64_t dateline_mentions_total(const dateline_mentions* mentions) {
  return mentions == nullptr ? 0 : mentions->list.mentions;
}
uint64_t dateline_mentions_articles(const dateline_mentions* mentions) {
  return mentions == nullptr ? 0 : mentions->list.articles;
}
uint64_t dateline_mentions_tagged(const dateline_mentions* mentions) {
  return mentions == nullptr ? 0 : mentions->list.articles_tagged;
}
uint64_t dateline_mentions_offset(const dateline_mentions* mentions) {
  return mentions == nullptr ? 0 : mentions->list.offset;
}
double dateline_mentions_took_ms(const dateline_mentions* mentions) {
  return mentions == nullptr ? 0 : mentions->list.took_ms;
}
size_t dateline_mentions_note_count(const dateline_mentions* mentions) {
  return mentions == nullptr ? 0 : mentions->list.notes.size();
}
const char* dateline_mentions_note(const dateline_mentions* mentions, size_t index) {
  return index < dateline_mentions_note_count(mentions) ? mentions->list.notes[index].c_str() : "";
}
size_t dateline_mentions_citation_count(const dateline_mentions* mentions) {
  return mentions == nullptr ? 0 : mentions->citations.size();
}
const dateline_citation* dateline_mentions_citation(const dateline_mentions* mentions, size_t index) {
  return index < dateline_mentions_citation_count(mentions) ? &mentions->citations[index] : nullptr;
}
const char* dateline_mentions_json(const dateline_mentions* mentions) {
  return mentions == nullptr ? "" : mentions->json.c_str();
}

}  // extern "C"
