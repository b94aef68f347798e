// What is packed, as streams: members of tar and ZIP archives, and bzip2, xz and zstd undone. Knows no formats of
// articles. The only room of libarchive.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "indexer/formats/byte_source.h"
#include "shared/base/result.h"

namespace dateline {

// A regular file of an archive. Its source ends with the call that gave it.
struct ArchiveMember {
  std::string name;  // as in the archive; "" for a compressed stream that is no archive
  std::unique_ptr<ByteSource> source;
};

struct MemberSink {
  std::function<bool(ArchiveMember&&)> member;  // false: stop
  // A member that cannot be given (encrypted, damaged); its name and why. False: stop.
  std::function<bool(std::string&& name, Error&&)> rejection;
};

// Whether the first bytes are those of an archive or of compressed data that read_members understands.
bool is_packed(std::string_view head, std::string_view path);

// Streams through `packed`, at most once and without seeking. Folders, links and devices are passed over. What comes
// before damage is given; damage of the whole is kUnreadable.
Result<void> read_members(std::unique_ptr<ByteSource> packed, const MemberSink& sink);

}  // namespace dateline
