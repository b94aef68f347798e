// Stem ↔ id, append-only: the alphabet of the token column. Ids are given in order of first sight from kFirstStemId
// (3).
//
// Files: lexicon.GGGGGG.data/.index, a column whose "document id" is stem id − 2 and whose record is the stem; and
// lexicon.GGGGGG.hash (lexicon_hash.h), an open-addressing table over the first ids, derived and replaceable: opening
// the lexicon reads only what was added after the table was written (at most 1/16 of all, or 4,096), so that adding one
// article to a large archive stays cheap. Without a usable table all stems are read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/columns/column.h"

namespace dateline {

inline constexpr std::string_view kLexiconColumn = "lexicon";
inline constexpr std::uint32_t kFirstLexiconId = 3;  // below lie the marks of the token column (shared/text/analyzer.h)

class LexiconWriter {
 public:
  static Result<LexiconWriter> open(const std::string& folder, const ColumnCommit& last);
  LexiconWriter(LexiconWriter&&) noexcept;
  LexiconWriter& operator=(LexiconWriter&&) noexcept;
  ~LexiconWriter();
  // The id of `stem`, a new one where it has none. Hot: no allocation for known stems. `stem` is 1–255 bytes.
  Result<std::uint32_t> intern(std::string_view stem);
  // Durable when it returns; writes the hash table anew (aside, renamed) when its tail has grown too long. Not being
  // able to write the table is no error: it is derived.
  Result<ColumnCommit> commit();

 private:
  struct Impl;
  explicit LexiconWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Any number of threads.
class LexiconReader {
 public:
  static Result<LexiconReader> open(const std::string& folder, const ColumnCommit& commit);
  LexiconReader(LexiconReader&&) noexcept;
  LexiconReader& operator=(LexiconReader&&) noexcept;
  ~LexiconReader();
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view stem) const;
  [[nodiscard]] std::string_view stem_of(std::uint32_t id) const;  // "" for marks and unknown ids
  [[nodiscard]] std::uint32_t size() const;                        // number of stems

 private:
  struct Impl;
  explicit LexiconReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Checksums as check_column, and that every stem is found under its id.
std::vector<std::string> check_lexicon(const std::string& folder, const ColumnCommit& commit);

}  // namespace dateline
