// Archives and searches of the C ABI.
#include <exception>

#include "query/api/boundary.h"
#include "query/api/handles.h"
#include "query/api/request_check.h"
#include "query/engine/results_json.h"
#include "shared/store/archive_paths.h"

namespace {

using dateline::Error;
using dateline::ErrorCode;
using dateline::Result;

dateline_kind kind_of_facet(const dateline::FacetRequest& request) {
  return request.kind ? static_cast<dateline_kind>(*request.kind) : DATELINE_DATE;
}

std::unique_ptr<dateline_results> make_results(dateline::SearchResults found, const dateline::SearchRequest& request) {
  auto out = std::make_unique<dateline_results>();
  out->json = dateline::results_to_json(found);
  for (dateline::Hit& hit : found.hits) out->hits.push_back({std::move(hit)});
  for (std::size_t i = 0; i < found.facets.size(); ++i) {
    out->facets.push_back({std::move(found.facets[i]), kind_of_facet(request.facets[i])});
  }
  found.hits.clear();
  found.facets.clear();
  out->results = std::move(found);
  return out;
}

const dateline::FacetValue* value_at(const dateline_facet* facet, std::size_t index) {
  return facet != nullptr && index < facet->facet.values.size() ? &facet->facet.values[index] : nullptr;
}

}  // namespace

extern "C" {

dateline_code dateline_open(const char* folder, dateline_archive** archive, dateline_error** error) {
  if (archive != nullptr) *archive = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr) return Error{.code = ErrorCode::kUsage, .message = "there is nowhere to put the archive"};
    const bool given = folder != nullptr && *folder != '\0';
    const auto paths = dateline::choose_archive(given ? std::optional<std::string>(folder) : std::nullopt);
    auto engine = dateline::Engine::open(paths);
    if (!engine) return std::move(engine).error();
    *archive = new dateline_archive{std::move(*engine)};
    return {};
  });
}

const char* dateline_archive_folder(const dateline_archive* archive) {
  return archive == nullptr ? "" : archive->engine.paths().folder.c_str();
}

dateline_code dateline_archive_articles(dateline_archive* archive, uint64_t* articles, dateline_error** error) {
  if (articles != nullptr) *articles = 0;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || articles == nullptr)
      return Error{.code = ErrorCode::kUsage, .message = "an argument is NULL"};
    const auto count = archive->engine.articles();
    if (!count) return count.error();
    *articles = *count;
    return {};
  });
}

void dateline_archive_free(dateline_archive* archive) {
  delete archive;
}

dateline_code dateline_search(dateline_archive* archive, const dateline_request* request, dateline_results** results,
                              dateline_error** error) {
  if (results != nullptr) *results = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || results == nullptr)
      return Error{.code = ErrorCode::kUsage, .message = "an argument is NULL"};
    auto checked = dateline::check_request(request);
    if (!checked) return std::move(checked).error();
    auto found = archive->engine.search(*checked);
    if (!found) return std::move(found).error();
    *results = make_results(std::move(*found), *checked).release();
    return {};
  });
}

void dateline_results_free(dateline_results* results) {
  delete results;
}

uint64_t dateline_results_matched(const dateline_results* results) {
  return results == nullptr ? 0 : results->results.matched;
}
int dateline_results_exact(const dateline_results* results) {
  return results != nullptr && results->results.exact ? 1 : 0;
}
int dateline_results_partial(const dateline_results* results) {
  return results != nullptr && results->results.partial ? 1 : 0;
}
uint64_t dateline_results_offset(const dateline_results* results) {
  return results == nullptr ? 0 : results->results.offset;
}
uint64_t dateline_results_limit(const dateline_results* results) {
  return results == nullptr ? 0 : results->results.limit;
}
double dateline_results_took_ms(const dateline_results* results) {
  return results == nullptr ? 0 : results->results.took_ms;
}
const char* dateline_results_query(const dateline_results* results) {
  return results == nullptr ? "" : results->results.query_text.c_str();
}
const char* dateline_results_parsed(const dateline_results* results) {
  return results == nullptr ? "" : results->results.parsed.c_str();
}
const char* dateline_results_suggestion(const dateline_results* results) {
  return results == nullptr ? "" : results->results.suggestion.c_str();
}
const char* dateline_results_corrected(const dateline_results* results) {
  return results == nullptr ? "" : results->results.corrected.c_str();
}
size_t dateline_results_note_count(const dateline_results* results) {
  return results == nullptr ? 0 : results->results.notes.size();
}
const char* dateline_results_note(const dateline_results* results, size_t index) {
  return index < dateline_results_note_count(results) ? results->results.notes[index].c_str() : "";
}
const char* dateline_results_json(const dateline_results* results) {
  return results == nullptr ? "" : results->json.c_str();
}
const char* dateline_results_json_lines(const dateline_results* results) {
  if (results == nullptr) return "";
  try {
    std::call_once(results->lines_asked, [results] {
      for (const dateline_hit& hit : results->hits) results->json_lines += dateline::hit_to_json(hit.hit) + "\n";
    });
  } catch (const std::exception&) {
    return "";  // no memory left
  }
  return results->json_lines.c_str();
}

size_t dateline_results_hit_count(const dateline_results* results) {
  return results == nullptr ? 0 : results->hits.size();
}
const dateline_hit* dateline_results_hit(const dateline_results* results, size_t index) {
  return index < dateline_results_hit_count(results) ? &results->hits[index] : nullptr;
}
uint64_t dateline_hit_rank(const dateline_hit* hit) {
  return hit == nullptr ? 0 : hit->hit.rank;
}
const char* dateline_hit_id(const dateline_hit* hit) {
  return hit == nullptr ? "" : hit->hit.id.c_str();
}
double dateline_hit_score(const dateline_hit* hit) {
  return hit == nullptr ? 0 : hit->hit.score;
}
const char* dateline_hit_title(const dateline_hit* hit) {
  return hit == nullptr ? "" : hit->hit.title.c_str();
}
int dateline_hit_title_made(const dateline_hit* hit) {
  return hit != nullptr && hit->hit.title_made ? 1 : 0;
}
const char* dateline_hit_published(const dateline_hit* hit) {
  return hit == nullptr ? "" : hit->hit.published.c_str();
}
const char* dateline_hit_source(const dateline_hit* hit) {
  return hit == nullptr ? "" : hit->hit.source.c_str();
}
const char* dateline_hit_url(const dateline_hit* hit) {
  return hit == nullptr ? "" : hit->hit.url.c_str();
}
const char* dateline_hit_path(const dateline_hit* hit) {
  return hit == nullptr ? "" : hit->hit.path.c_str();
}
const char* dateline_hit_snippet(const dateline_hit* hit) {
  return hit == nullptr ? "" : hit->hit.snippet.text.c_str();
}
size_t dateline_hit_highlight_count(const dateline_hit* hit) {
  return hit == nullptr ? 0 : hit->hit.snippet.highlights.size();
}
int dateline_hit_highlight(const dateline_hit* hit, size_t index, size_t* begin, size_t* end) {
  const bool there = index < dateline_hit_highlight_count(hit);
  const dateline::TextSpan span = there ? hit->hit.snippet.highlights[index] : dateline::TextSpan{};
  if (begin != nullptr) *begin = span.begin;
  if (end != nullptr) *end = span.end;
  return there ? 1 : 0;
}

uint64_t dateline_hit_versions(const dateline_hit* hit) {
  return hit == nullptr ? 0 : hit->hit.versions;
}
const char* dateline_hit_story(const dateline_hit* hit) {
  return hit == nullptr ? "" : hit->hit.story.c_str();
}
size_t dateline_hit_entity_mark_count(const dateline_hit* hit) {
  return hit == nullptr ? 0 : hit->hit.entity_marks.size();
}
int dateline_hit_entity_mark(const dateline_hit* hit, size_t index, dateline_kind* kind, size_t* begin, size_t* end) {
  const bool there = index < dateline_hit_entity_mark_count(hit);
  const dateline::EntityMark mark = there ? hit->hit.entity_marks[index] : dateline::EntityMark{};
  if (kind != nullptr) *kind = static_cast<dateline_kind>(mark.kind);
  if (begin != nullptr) *begin = mark.span.begin;
  if (end != nullptr) *end = mark.span.end;
  return there ? 1 : 0;
}

size_t dateline_results_facet_count(const dateline_results* results) {
  return results == nullptr ? 0 : results->facets.size();
}
const dateline_facet* dateline_results_facet(const dateline_results* results, size_t index) {
  return index < dateline_results_facet_count(results) ? &results->facets[index] : nullptr;
}
const char* dateline_facet_name(const dateline_facet* facet) {
  return facet == nullptr ? "" : facet->facet.name.c_str();
}
dateline_kind dateline_facet_kind(const dateline_facet* facet) {
  return facet == nullptr ? DATELINE_PERSON : facet->kind;
}
int dateline_facet_exact(const dateline_facet* facet) {
  return facet != nullptr && facet->facet.exact ? 1 : 0;
}
uint64_t dateline_facet_distinct(const dateline_facet* facet) {
  return facet == nullptr ? 0 : facet->facet.distinct;
}
size_t dateline_facet_value_count(const dateline_facet* facet) {
  return facet == nullptr ? 0 : facet->facet.values.size();
}
const char* dateline_facet_value_id(const dateline_facet* facet, size_t index) {
  const auto* value = value_at(facet, index);
  return value == nullptr ? "" : value->id.c_str();
}
const char* dateline_facet_value_name(const dateline_facet* facet, size_t index) {
  const auto* value = value_at(facet, index);
  return value == nullptr ? "" : value->name.c_str();
}
uint64_t dateline_facet_value_articles(const dateline_facet* facet, size_t index) {
  const auto* value = value_at(facet, index);
  return value == nullptr ? 0 : value->count;
}
int dateline_facet_value_selected(const dateline_facet* facet, size_t index) {
  const auto* value = value_at(facet, index);
  return value != nullptr && value->selected ? 1 : 0;
}
int dateline_facet_value_excluded(const dateline_facet* facet, size_t index) {
  const auto* value = value_at(facet, index);
  return value != nullptr && value->excluded ? 1 : 0;
}

}  // extern "C"
