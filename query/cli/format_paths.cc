// Paths as they were given to dateline-index.
#include "query/cli/format_paths.h"

namespace dateline::cli {

std::string PathFormat::print(const api::Results& results) {
  std::string text;
  for (const api::Hit hit : results.hits()) {
    const std::string path(hit.path());
    if (path.empty() || path == "-" || !printed_.insert(path).second) continue;
    text += path;
    text += end_;
  }
  return text;
}

}  // namespace dateline::cli
