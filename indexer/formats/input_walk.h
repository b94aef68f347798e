// From the paths on the command line to files, in sorted order.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "indexer/formats/article_format.h"
#include "shared/base/result.h"

namespace dateline {

struct InputFile {
  std::string path;  // absolute, as reached (symbolic links not resolved), or "-"
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::uint64_t inode = 0;
};

struct InputSink {
  std::function<bool(const InputFile&)> file;  // false: stop
  std::function<bool(Rejection&&)> rejection;  // an unreadable folder, a loop of links, a dangling link, a special file
};

// Folders are walked in byte order of their names; hidden files and folders (".git") are passed over unless named
// themselves; symbolic links are followed, and a folder that was entered already on the way down (device and inode) is
// a loop. A folder that is an archive of ours is passed over. A named path that does not exist is kNotFound at once,
// before anything is read.
Result<void> walk_inputs(std::span<const std::string> paths, const InputSink& sink);

// A path of which a list speaks. What is wrong with it does not end a run.
struct ListedPath {
  std::string list;        // where it is listed; absolute
  std::uint64_t line = 0;  // of the list; in OPML the number of the outline that names a file
  std::string path;        // absolute
  std::string problem;     // what is wrong with it: it is told as a rejection of that line; "" where nothing is
};
// The same for paths of a list.
void walk_listed(std::span<const ListedPath> listed, const InputSink& sink);

}  // namespace dateline
