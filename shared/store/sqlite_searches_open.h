// Opening searches.sqlite3. Private to sqlite_searches*.cc.
#pragma once

#include <memory>

#include "shared/store/archive_mark.h"
#include "shared/store/archive_paths.h"
#include "shared/store/sqlite_db.h"

namespace dateline {

Result<std::unique_ptr<SqliteDb>> open_searches_to_read(const ArchivePaths& paths);  // nullptr where there is none
Result<std::unique_ptr<SqliteDb>> open_searches_to_write(const ArchivePaths& paths, std::string_view archive,
                                                         ArchiveMark end);

// Runs `work` in one transaction that waits for other writers; rolls back where it fails.
template <class Work>
Result<void> in_transaction(const SqliteDb& db, Work&& work) {
  if (auto begun = db.execute("BEGIN IMMEDIATE"); !begun) return begun;
  Result<void> done = std::forward<Work>(work)();
  if (done) done = db.execute("COMMIT");
  if (!done && db.in_transaction()) (void)db.execute("ROLLBACK");
  return done;
}

}  // namespace dateline
