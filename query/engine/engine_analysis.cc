// The engine's questions about many articles at once.
#include "query/engine/ask_newest.h"
#include "query/engine/compare.h"
#include "query/engine/engine.h"
#include "query/engine/timeline.h"
#include "query/engine/trends.h"

namespace dateline {

template <class Answer, class Fill>
Result<Answer> Engine::analyse(const Answer& begun, const Fill& fill) {
  return ask_newest<Answer>(reader_, [&](IndexSnapshot* snapshot) -> Result<Answer> {
    Answer out = begun;
    const Catalog& catalog = reader_.catalog();
    const CatalogRead read(catalog);
    if (!read.begun()) return read.begun().error();
    if (snapshot == nullptr) {
      if (auto checked = check_nothing_added(catalog, paths().folder); !checked) return std::move(checked).error();
      return out;
    }
    const auto merges = catalog.merges();
    if (!merges) return merges.error();
    const FacetRemap remap(*merges);
    const EntityReader reader{catalog, reader_.stemmer(), *snapshot, remap};
    if (auto filled = fill(reader, out); !filled) return std::move(filled).error();
    return out;
  });
}

Result<Timeline> Engine::timeline(const TimelineRequest& request) {
  return analyse(Timeline{.query_text = request.query.text, .parsed = {}},
                 [&](const EntityReader& reader, Timeline& out) { return fill_timeline(reader, request, out); });
}

Result<Comparison> Engine::compare(const CompareRequest& request) {
  Comparison begun;
  begun.first.text = request.first.text;
  begun.second.text = request.second;
  return analyse(begun,
                 [&](const EntityReader& reader, Comparison& out) { return fill_comparison(reader, request, out); });
}

Result<Trends> Engine::trends(const TrendsRequest& request) {
  Trends begun;
  begun.query_text = request.query.text;
  begun.falling = request.falling;
  return analyse(begun, [&](const EntityReader& reader, Trends& out) { return fill_trends(reader, request, out); });
}

}  // namespace dateline
