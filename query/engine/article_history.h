// The versions of one article, and what changed between two of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/engine/word_diff.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

struct RevisionView {
  std::uint64_t number = 0;  // from 1, the oldest
  ArticleRevision revision;
  std::uint64_t words = 0;               // of title and text
  std::uint64_t added = 0, removed = 0;  // words of title and text, against the version before; 0 of the first
};

struct ArticleHistory {
  std::string key;
  std::vector<RevisionView> revisions;  // the present one is the last
};

struct FieldDiff {
  std::string_view name;  // "title", "published", "source", "authors", "text"
  std::vector<DiffPart> parts;
  [[nodiscard]] bool is_changed() const {
    return parts.size() > 1 || (parts.size() == 1 && parts.front().kind != DiffKind::kSame);
  }
};

struct RevisionDiff {
  std::string key;
  std::uint64_t from = 0, to = 0;        // numbers of versions
  std::vector<FieldDiff> fields;         // all of them
  std::uint64_t added = 0, removed = 0;  // words of title and text
};

// 0 of `to`: the present version; of `from`: the one before `to`.
struct DiffRequest {
  std::uint64_t from = 0, to = 0;
};

// kNotFound where there is no such article, or it has no such version.
Result<ArticleHistory> find_history(const Catalog& catalog, std::string_view key);
void count_words(ArticleHistory& history);  // fills words, added and removed: compares all versions
Result<RevisionDiff> diff_revisions(const ArticleHistory& history, DiffRequest request);

std::string history_to_json(const ArticleHistory& history);  // without the texts
std::string revision_to_json(const ArticleHistory& history, const RevisionView& view);
std::string diff_to_json(const RevisionDiff& diff);

}  // namespace dateline
