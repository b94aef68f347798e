// How every question is asked: on the newest snapshot and one state of the catalog, and again where a writer was
// faster. For the engine*.cc files only.
#pragma once

#include <chrono>
#include <string>

#include "query/engine/archive_reader.h"

namespace dateline {

// A reader is overtaken when two commits happen during one match; ten times in a row means something else.
inline constexpr int kMostTries = 10;

inline double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

// One state of the catalog for all that an answer reads.
class CatalogRead {
 public:
  explicit CatalogRead(const Catalog& catalog) : catalog_(catalog), begun_(catalog.begin_read()) {}
  CatalogRead(const CatalogRead&) = delete;
  CatalogRead& operator=(const CatalogRead&) = delete;
  ~CatalogRead() { catalog_.end_read(); }
  [[nodiscard]] const Result<void>& begun() const { return begun_; }

 private:
  const Catalog& catalog_;
  Result<void> begun_;
};

// There is no index: an error where articles were added, because "no article matches" would be a lie.
Result<void> check_nothing_added(const Catalog& catalog, const std::string& folder);

// `ask` takes an IndexSnapshot*, nullptr where nothing was ever indexed; Answer has a member took_ms.
template <class Answer, class Ask>
Result<Answer> ask_newest(ArchiveReader& reader, const Ask& ask) {
  const auto start = std::chrono::steady_clock::now();
  for (int attempt = 1;; ++attempt) {
    const auto snapshot = reader.current();
    if (!snapshot) return snapshot.error();
    Result<Answer> answer = ask(*snapshot);
    if (answer) {
      answer->took_ms = milliseconds_since(start);
      return answer;
    }
    const bool overtaken = *snapshot != nullptr && (*snapshot)->searcher.was_overtaken();
    if (!overtaken || attempt == kMostTries) return answer;
    reader.forget();
  }
}

}  // namespace dateline
