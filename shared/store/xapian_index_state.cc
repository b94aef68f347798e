// Reading the metadata that every commit writes.
#include "shared/store/xapian_index_state.h"

#include <charconv>

#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/store/xapian_boundary.h"
#include "shared/store/xapian_generation.h"

namespace dateline {
namespace {

template <class Number>
Result<Number> number_of(const std::string& text, std::string_view key) {
  Number number{};
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status == std::errc() && end == text.data() + text.size()) return number;
  return Error{.code = ErrorCode::kArchiveDamaged,
               .message = concat({"the index's metadata '", key, "' is '", text, "', not a number"}),
               .hint = "run: dateline-index rebuild"};
}

}  // namespace

Result<IndexState> index_state_of(const Xapian::Database& database) {
  IndexState state;
  state.archive_uuid = database.get_metadata(std::string(kMetaArchive));
  state.analysis = database.get_metadata(std::string(kMetaAnalysis));
  state.documents = database.get_doccount();
  auto version = number_of<int>(database.get_metadata(std::string(kMetaVersion)), kMetaVersion);
  if (!version) return std::move(version).error();
  state.version = *version;
  auto seq = number_of<std::int64_t>(database.get_metadata(std::string(kMetaAppliedSeq)), kMetaAppliedSeq);
  if (!seq) return std::move(seq).error();
  state.applied_seq = *seq;
  const std::pair<std::string_view, ColumnCommit*> columns[] = {
      {kMetaFacetColumn, &state.facets}, {kMetaTokenColumn, &state.tokens}, {kMetaLexicon, &state.lexicon}};
  for (const auto& [key, commit] : columns) {
    auto decoded = decode_column_commit(database.get_metadata(std::string(key)));
    if (!decoded) return std::move(decoded).error();
    *commit = *decoded;
  }
  return state;
}

Result<IndexState> read_index_state(const ArchivePaths& paths) {
  const auto live = live_generation(paths);
  if (!live) return live.error();
  if (*live == 0) return IndexState{};
  const std::string path = paths.xapian_generation(*live);
  auto state =
      xapian_result(concat({"the index in '", path, "'"}), [&] { return index_state_of(Xapian::Database(path)); });
  if (state) state->generation = *live;
  return state;
}

}  // namespace dateline
