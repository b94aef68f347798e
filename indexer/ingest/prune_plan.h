// What --prune removes: addresses that a file no longer holds, and those of files that are gone; articles go with their
// last one. Only looks; whoever
// asks removes, or tells what would be removed.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/formats/input_walk.h"
#include "indexer/ingest/work.h"
#include "shared/base/result.h"
#include "shared/store/sqlite_catalog.h"

namespace dateline {

// What was met while one file was read.
class FileContents {
 public:
  void begin_file();
  void add(const PreparedArticle& prepared);
  void add(const Rejection& rejection) { rejected_.emplace(rejection.path, rejection.record); }
  [[nodiscard]] bool has(const StoredAddress& address) const;
  // Addresses that the archive has in the file, and that it no longer holds. Never those that stood in a part of it
  // that could not be read this time.
  Result<std::vector<StoredAddress>> gone_addresses(const Catalog& catalog, const FileEnd& end) const;

 private:
  [[nodiscard]] bool may_be_there(const FileEnd& end, const ArticleAddress& address) const;

  std::unordered_set<std::uint64_t> records_;                 // hashes of path, key and bytes
  std::set<std::pair<std::string, std::uint64_t>> rejected_;  // path and record; 0: all that is in the path
};

struct GoneFile {
  std::string path;  // "FILE!/MEMBER" where it was in an archive
  std::vector<StoredAddress> addresses;
};
// Files that were read once, lay below these paths, and are there no more. Those with rejections only have no
// addresses.
Result<std::vector<GoneFile>> gone_files(const Catalog& catalog, const std::vector<std::string>& roots);

// What a run that begins rejects again where it still has to, and says nothing of where it is mended: folders at or
// below the roots that were rejected once, and the list of feeds.
Result<std::vector<std::string>> told_again(const Catalog& catalog, const std::vector<std::string>& roots,
                                            const std::vector<ListedPath>& listed);

}  // namespace dateline
