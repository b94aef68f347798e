// Where things lie in an archive, and which archive is meant.
#pragma once

#include <optional>
#include <string>

#include "schema/archive_files.h"

namespace dateline {

// An archive is a folder:
//   catalog.sqlite3         the truth
//   searches.sqlite3        saved searches, and what alerts have told
//   searches.lock           held while alerts are told
//   lock                    names the writer
//   xapian/XAPIANDB         a Xapian stub that names the live generation; replaced in one step
//   xapian/GGGGGG/          that generation's Xapian database
//   entities.GGGGGG.*       facet column     } of that generation, committed by Xapian's metadata
//   tokens.GGGGGG.*         token column     }
//   lexicon.GGGGGG.*        stems ↔ ids      }
struct ArchivePaths {
  std::string folder;
  [[nodiscard]] std::string catalog() const { return folder + "/" + std::string(kCatalogFile); }
  [[nodiscard]] std::string searches() const { return folder + "/searches.sqlite3"; }
  [[nodiscard]] std::string searches_lock() const { return folder + "/searches.lock"; }
  [[nodiscard]] std::string lock() const { return folder + "/lock"; }
  [[nodiscard]] std::string xapian() const { return folder + "/xapian"; }
  [[nodiscard]] std::string xapian_stub() const { return folder + "/xapian/XAPIANDB"; }
  [[nodiscard]] std::string xapian_generation(unsigned generation) const;
};

// `option` (--db), else $DATELINE_DB, else $XDG_DATA_HOME/dateline, else ~/.local/share/dateline.
ArchivePaths choose_archive(const std::optional<std::string>& option);

}  // namespace dateline
