// The three column files that stand beside a Xapian generation, written together. Knows no Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/columns/column.h"
#include "shared/columns/lexicon.h"
#include "shared/store/xapian_index.h"

namespace dateline {

struct ColumnCommits {
  ColumnCommit facets, tokens, lexicon;
};

// One writer, one thread.
class IndexColumns {
 public:
  static Result<IndexColumns> open(const ArchivePaths& paths, const ColumnCommits& last);
  // Gives the document's stems their global ids and appends both records under `docid`.
  Result<void> append(std::uint32_t docid, const IndexDocument& document);
  // Records of another generation, as they are (their stem ids must be this lexicon's).
  Result<void> append_raw(std::uint32_t docid, std::string_view facets, std::string_view tokens);
  // Interns all stems of `lexicon` in their order, so that they keep their ids here. For an empty lexicon only.
  Result<void> adopt_lexicon(const LexiconReader& lexicon);
  Result<ColumnCommits> commit();  // durable when it returns

 private:
  IndexColumns(ColumnWriter facets, ColumnWriter tokens, LexiconWriter lexicon)
      : facets_(std::move(facets)), tokens_(std::move(tokens)), lexicon_(std::move(lexicon)) {}
  ColumnWriter facets_, tokens_;
  LexiconWriter lexicon_;
  std::vector<std::uint32_t> global_ids_;  // scratch: local stem id → global
  std::string record_;                     // scratch
};

// Fresh columns of `generation` whose lexicon starts with all stems of `from`, under the same ids.
Result<IndexColumns> open_with_lexicon_of(const ArchivePaths& paths, const ColumnCommits& from,
                                          std::uint32_t generation);

// Copies the records of these documents (ascending ids); dead ones are left behind.
Result<void> copy_records(const ArchivePaths& paths, const ColumnCommits& from,
                          const std::vector<std::uint32_t>& live_docids, IndexColumns& to);

}  // namespace dateline
