// Generations of the index: folders xapian/GGGGGG, of which the stub file xapian/XAPIANDB names the live one. Replacing
// the stub is the one step in which a new generation, made aside, becomes the archive's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/store/archive_paths.h"

namespace dateline {

// 0 where there is no stub yet. kArchiveDamaged where the stub is not one of ours.
Result<std::uint32_t> live_generation(const ArchivePaths& paths);

// Every generation that has a folder or a column file, live or not; ascending.
std::vector<std::uint32_t> generations_on_disk(const ArchivePaths& paths);

// An empty folder for a new generation with a number that no file bears.
Result<std::uint32_t> make_generation(const ArchivePaths& paths);

// Makes all files of `generation` durable, then makes it the live one in one step.
Result<void> publish_generation(const ArchivePaths& paths, std::uint32_t generation);

Result<void> remove_generation(const ArchivePaths& paths, std::uint32_t generation);

// Removes every generation but the live one: a crash's leavings, and what a swap replaced. Readers that have the old
// one open keep their files.
Result<void> remove_old_generations(const ArchivePaths& paths);

}  // namespace dateline
