// What a text that is being typed may go on with: fields, words of the archive, names. Bounded in what it looks at, so
// that it can be asked at each key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/engine/archive_reader.h"
#include "schema/facet_id.h"

namespace dateline {

enum class CompletionKind : std::uint8_t { kField, kWord, kName };

struct Completion {
  CompletionKind kind = CompletionKind::kWord;
  std::optional<FacetKind> facet;  // kName: of which kind it is
  std::string text;                // the whole text with what was begun completed
  std::string insert;              // what of it stands from Completions::begin on
  std::string label;               // for people to read: "Benjamin Netanyahu", "person:", "ceasefire"
  std::uint64_t articles = 0;      // that have the word or the name; 0 for fields
};

struct Completions {
  std::string asked;
  std::size_t begin = 0;         // byte of `asked` from which on something else is put
  std::vector<Completion> rows;  // fields first; then by falling number of articles
  double took_ms = 0;
};

struct CompletionRequest {
  std::string text;  // a query up to the place of typing
  std::size_t limit = 10;
};

// `snapshot` may be nullptr: then there are only fields.
Result<Completions> complete(const CompletionRequest& request, const Catalog& catalog, IndexSnapshot* snapshot);

}  // namespace dateline
