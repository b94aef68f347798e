// What a run would do, found out as a run does it, with nothing written: no lock is taken and no archive made.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "indexer/ingest/ingest.h"
#include "shared/base/result.h"
#include "shared/store/archive_paths.h"

namespace dateline {

enum class PlannedAction : std::uint8_t { kAdd, kChange, kRemove };

// Views live as long as the call that is given it.
struct PlannedChange {
  PlannedAction action = PlannedAction::kAdd;
  std::string_view key, path, title;  // of what would be removed the key only
  std::uint64_t record = 0;
};

Result<IngestReport> preview_ingest(const ArchivePaths& paths, const IngestOptions& options,
                                    const std::function<void(const PlannedChange&)>& tell);

}  // namespace dateline
