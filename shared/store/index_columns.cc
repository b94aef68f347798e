// Facet, token and lexicon columns as one.
#include "shared/store/index_columns.h"

#include "shared/base/bytes.h"
#include "shared/columns/facet_record.h"

namespace dateline {
namespace {

constexpr std::size_t kCopiedAtOnce = 8192;  // records: some 10 MB

}  // namespace

Result<IndexColumns> IndexColumns::open(const ArchivePaths& paths, const ColumnCommits& last) {
  auto facets = ColumnWriter::open(paths.folder, kFacetColumn, last.facets);
  if (!facets) return std::move(facets).error();
  auto tokens = ColumnWriter::open(paths.folder, kTokenColumn, last.tokens);
  if (!tokens) return std::move(tokens).error();
  auto lexicon = LexiconWriter::open(paths.folder, last.lexicon);
  if (!lexicon) return std::move(lexicon).error();
  return IndexColumns(std::move(*facets), std::move(*tokens), std::move(*lexicon));
}

Result<void> IndexColumns::append(std::uint32_t docid, const IndexDocument& document) {
  global_ids_.clear();
  for (const AnalyzedTerm& term : document.text.terms) {
    const auto id = lexicon_.intern(term.stem);
    if (!id) return id.error();
    global_ids_.push_back(*id);
  }
  record_.clear();
  for (const std::uint32_t token : document.text.sequence) {
    append_leb128(record_, token < kFirstStemId ? token : global_ids_[token - kFirstStemId]);
  }
  return append_raw(docid, encode_facet_record(pack_date(document.published), document.facets), record_);
}

Result<void> IndexColumns::append_raw(std::uint32_t docid, std::string_view facets, std::string_view tokens) {
  if (auto done = facets_.append(docid, facets); !done) return done;
  return tokens_.append(docid, tokens);
}

Result<void> IndexColumns::adopt_lexicon(const LexiconReader& lexicon) {
  for (std::uint32_t id = kFirstStemId; id < kFirstStemId + lexicon.size(); ++id) {
    const auto given = lexicon_.intern(lexicon.stem_of(id));
    if (!given) return given.error();
    if (*given != id) return Error{.code = ErrorCode::kArchiveDamaged, .message = "the lexicon holds a stem twice"};
  }
  return {};
}

Result<ColumnCommits> IndexColumns::commit() {
  auto facets = facets_.commit();
  if (!facets) return std::move(facets).error();
  auto tokens = tokens_.commit();
  if (!tokens) return std::move(tokens).error();
  auto lexicon = lexicon_.commit();
  if (!lexicon) return std::move(lexicon).error();
  return ColumnCommits{.facets = *facets, .tokens = *tokens, .lexicon = *lexicon};
}

Result<IndexColumns> open_with_lexicon_of(const ArchivePaths& paths, const ColumnCommits& from,
                                          std::uint32_t generation) {
  const ColumnCommit fresh{.generation = generation};
  auto columns = IndexColumns::open(paths, {.facets = fresh, .tokens = fresh, .lexicon = fresh});
  if (!columns || from.lexicon.records == 0) return columns;
  const auto lexicon = LexiconReader::open(paths.folder, from.lexicon);
  if (!lexicon) return lexicon.error();
  if (auto copied = columns->adopt_lexicon(*lexicon); !copied) return std::move(copied).error();
  return columns;
}

Result<void> copy_records(const ArchivePaths& paths, const ColumnCommits& from,
                          const std::vector<std::uint32_t>& live_docids, IndexColumns& to) {
  const auto facets = ColumnReader::open(paths.folder, kFacetColumn, from.facets);
  if (!facets) return facets.error();
  const auto tokens = ColumnReader::open(paths.folder, kTokenColumn, from.tokens);
  if (!tokens) return tokens.error();
  std::size_t copied = 0;
  for (const std::uint32_t docid : live_docids) {
    if (auto done = to.append_raw(docid, facets->record(docid), tokens->record(docid)); !done) return done;
    if (++copied % kCopiedAtOnce != 0) continue;
    facets->drop_pages();
    tokens->drop_pages();
  }
  return {};
}

}  // namespace dateline
