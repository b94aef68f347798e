// Completion of the C ABI.
#include <dateline_explore.h>

#include "query/api/boundary.h"
#include "query/api/given_struct.h"
#include "query/api/handles.h"
#include "query/engine/complete_json.h"
#include "shared/base/strings.h"

// Never changed once it is made: any number of threads may read it. Rows point into `completions`.
struct dateline_completions {
  dateline::Completions completions;
  std::vector<dateline_completion> rows;
  std::string json;
};

namespace {

using dateline::Result;

constexpr std::size_t kMostCompletions = 1000;

std::unique_ptr<dateline_completions> make_completions(dateline::Completions found) {
  auto out = std::make_unique<dateline_completions>();
  out->json = dateline::completions_to_json(found);
  out->completions = std::move(found);
  for (const dateline::Completion& row : out->completions.rows) {
    out->rows.push_back({.kind = static_cast<dateline_completion_kind>(row.kind),
                         .name_kind = row.facet ? static_cast<dateline_kind>(*row.facet) : DATELINE_PERSON,
                         .text = row.text.c_str(),
                         .insert = row.insert.c_str(),
                         .label = row.label.c_str(),
                         .articles = row.articles});
  }
  return out;
}

}  // namespace

extern "C" {

dateline_code dateline_complete(dateline_archive* archive, const char* text, size_t limit,
                                dateline_completions** completions, dateline_error** error) {
  if (completions != nullptr) *completions = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || completions == nullptr) return dateline::wrong_argument("an argument is NULL");
    if (limit == 0 || limit > kMostCompletions) {
      return dateline::wrong_argument(
          dateline::concat({"the limit is not from 1 to ", dateline::with_thousands(kMostCompletions)}));
    }
    auto found = archive->engine.complete({.text = dateline::text_of(text), .limit = limit});
    if (!found) return std::move(found).error();
    *completions = make_completions(std::move(*found)).release();
    return {};
  });
}

void dateline_completions_free(dateline_completions* completions) {
  delete completions;
}
size_t dateline_completions_count(const dateline_completions* completions) {
  return completions == nullptr ? 0 : completions->rows.size();
}
const dateline_completion* dateline_completions_at(const dateline_completions* completions, size_t index) {
  return index < dateline_completions_count(completions) ? &completions->rows[index] : nullptr;
}
size_t dateline_completions_begin(const dateline_completions* completions) {
  return completions == nullptr ? 0 : completions->completions.begin;
}
double dateline_completions_took_ms(const dateline_completions* completions) {
  return completions == nullptr ? 0 : completions->completions.took_ms;
}
const char* dateline_completions_json(const dateline_completions* completions) {
  return completions == nullptr ? "" : completions->json.c_str();
}

}  // extern "C"
