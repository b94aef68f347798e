// Finds the files below the paths that were named. Opens folders only, never files.
#include "indexer/formats/input_walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/formats/format_tools.h"
#include "schema/archive_files.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// A folder on the way from the named path to where the walk is.
struct Folder {
  std::string path;
  dev_t device = 0;
  ino_t inode = 0;
  std::vector<std::string> names;  // sorted, hidden ones left out
  std::size_t next = 0;
};

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

// "." and doubled slashes go, so that one file has one name however it was written. ".." goes only where that names the
// same file: behind a symbolic link it does not.
std::string absolute_path(const std::string& path) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::absolute(path, error);
  if (error) return path;
  std::string plain = whole.lexically_normal().string();
  if (plain.size() > 1 && plain.back() == '/') plain.pop_back();
  struct stat before {};
  struct stat after {};
  const bool same =
      ::stat(whole.c_str(), &before) == 0 && ::stat(plain.c_str(), &after) == 0 && same_file(before, after);
  return same ? plain : whole.string();
}

std::string child_path(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : concat({folder, "/", name});
}

InputFile describe(std::string path, const struct stat& info) {
  return InputFile{.path = std::move(path),
                   .size = static_cast<std::uint64_t>(info.st_size),
                   .mtime_ns = std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec,
                   .inode = static_cast<std::uint64_t>(info.st_ino)};
}

std::string_view special_kind(mode_t mode) {
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISSOCK(mode)) return "a socket";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
  return "no regular file";
}

Rejection reject(const std::string& path, std::string reason, std::string_view hint = {}) {
  return Rejection{path, 0, unreadable(std::move(reason), hint)};
}

Rejection reject_errno(std::string_view what, const std::string& path, int error_number) {
  if (error_number == ELOOP) return reject(path, "symbolic links that point at each other in a loop");
  return Rejection{path, 0, unreadable_errno(what, error_number)};
}

// Names in a folder in byte order, or errno.
int list_folder(const std::string& path, std::vector<std::string>& names) {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), ::closedir);
  if (!folder) return errno;
  errno = 0;
  while (const dirent* entry = ::readdir(folder.get())) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);  // also leaves out "." and ".."
    errno = 0;
  }
  std::sort(names.begin(), names.end());
  return errno;
}

// Walks below one named path. The way down is a list, not recursion: depth costs memory, never stack.
class Walk {
 public:
  explicit Walk(const InputSink& sink) : sink_(sink) {}

  // False when the sink asked to stop.
  bool run(const std::string& root) {
    if (!visit(root)) return false;
    while (!way_.empty()) {
      Folder& folder = way_.back();
      if (folder.next == folder.names.size()) {
        way_.pop_back();
      } else if (!visit(child_path(folder.path, folder.names[folder.next++]))) {
        return false;
      }
    }
    return true;
  }

 private:
  bool visit(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return visit_missing(path, errno);
    if (S_ISDIR(info.st_mode)) return enter(path, info);
    if (S_ISREG(info.st_mode)) return sink_.file(describe(path, info));
    return sink_.rejection(reject(path, concat({"is ", special_kind(info.st_mode), ", passed over"}),
                                  "to read from a pipe, pass '-' and redirect standard input"));
  }

  bool visit_missing(const std::string& path, int error_number) {
    struct stat link {};
    const bool dangling = error_number == ENOENT && ::lstat(path.c_str(), &link) == 0 && S_ISLNK(link.st_mode);
    if (dangling) return sink_.rejection(reject(path, "is a symbolic link to nothing"));
    return sink_.rejection(reject_errno("cannot look at it", path, error_number));
  }

  bool enter(const std::string& path, const struct stat& info) {
    const bool loop = std::any_of(way_.begin(), way_.end(), [&](const Folder& above) {
      return above.device == info.st_dev && above.inode == info.st_ino;
    });
    if (loop) return sink_.rejection(reject(path, "leads back into a folder above it, passed over"));
    Folder folder{path, info.st_dev, info.st_ino, {}, 0};
    if (const int error_number = list_folder(path, folder.names); error_number != 0) {
      return sink_.rejection(reject_errno("cannot read the folder", path, error_number));
    }
    const bool archive = std::binary_search(folder.names.begin(), folder.names.end(), kCatalogFile);
    if (!archive) way_.push_back(std::move(folder));
    return true;
  }

  const InputSink& sink_;
  std::vector<Folder> way_;
};

}  // namespace

Result<void> walk_inputs(std::span<const std::string> paths, const InputSink& sink) {
  for (const std::string& path : paths) {
    struct stat info {};
    if (path != "-" && ::lstat(path.c_str(), &info) != 0) {
      if (errno != ENOENT && errno != ENOTDIR) continue;  // there, but not for us: rejected when its turn comes
      return Error{ErrorCode::kNotFound, concat({path, ": no such file or folder"}),
                   "check the path for a typing error"};
    }
  }
  for (const std::string& path : paths) {
    const bool go_on = path == "-" ? sink.file(InputFile{.path = "-"}) : Walk(sink).run(absolute_path(path));
    if (!go_on) break;
  }
  return {};
}

void walk_listed(std::span<const ListedPath> listed, const InputSink& sink) {
  for (const ListedPath& each : listed) {
    const bool go_on = each.problem.empty() ? Walk(sink).run(absolute_path(each.path))
                                            : sink.rejection({each.list, each.line, unreadable(each.problem)});
    if (!go_on) break;
  }
}

}  // namespace dateline
