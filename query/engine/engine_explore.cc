// What the engine answers beside searches: how a text may go on.
#include "query/engine/ask_newest.h"
#include "query/engine/engine.h"

namespace dateline {

Result<Completions> Engine::complete(const CompletionRequest& request) {
  return ask_newest<Completions>(reader_, [&](IndexSnapshot* snapshot) -> Result<Completions> {
    const CatalogRead read(reader_.catalog());
    if (!read.begun()) return read.begun().error();
    return dateline::complete(request, reader_.catalog(), snapshot);
  });
}

}  // namespace dateline
