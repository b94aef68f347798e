// Whole files and folders by POSIX calls. Knows nothing of what is in the files.
#include "shared/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "shared/base/strings.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string_view hint_for(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      return "free space on that disk, then run the same command again";
    case EACCES:
    case EPERM:
      return "check who owns the file and its folder and what rights they give";
    case EROFS:
      return "the file system is mounted read-only: choose another place";
    case EMFILE:
    case ENFILE:
      return "too many files are open: raise the limit (ulimit -n)";
    case ENOENT:
      return "check the path";
    default:
      return "";
  }
}

// Closes at the end of the scope; close() alone reports nothing that fsync did not.
struct Descriptor {
  int fd = -1;
  Descriptor() = default;
  explicit Descriptor(int opened) : fd(opened) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

Result<void> write_all(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return io_error("cannot write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

std::string folder_of(const std::string& path) {
  const auto folder = fs::path(path).parent_path().string();
  return folder.empty() ? std::string(".") : folder;
}

Result<void> write_aside(const std::string& aside, std::string_view bytes, mode_t mode) {
  const Descriptor file(::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
  if (file.fd < 0) return io_error("cannot create", aside, errno);
  if (auto written = write_all(file.fd, bytes, aside); !written) return written;
  if (::fsync(file.fd) != 0) return io_error("cannot sync", aside, errno);
  return {};
}

}  // namespace

Error io_error(std::string_view what, const std::string& path, int error_number) {
  const auto reason = std::generic_category().message(error_number);
  return Error{.code = error_number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
               .message = concat({what, " ", path, ": ", reason}),
               .hint = std::string(hint_for(error_number))};
}

Result<std::string> read_whole_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.fd < 0) return io_error("cannot open", path, errno);
  struct stat status {};
  if (::fstat(file.fd, &status) != 0) return io_error("cannot read", path, errno);
  // The size is a guess: pipes and files of /proc say 0. One byte more than the file, so that its end is seen at once.
  constexpr std::size_t kStep = std::size_t{64} * 1024;
  std::string bytes;
  std::size_t size = 0;
  std::size_t wanted = status.st_size > 0 ? static_cast<std::size_t>(status.st_size) + 1 : kStep;
  for (;;) {
    if (size == bytes.size()) bytes.resize(std::max(wanted, size + size / 2));
    const ssize_t got = ::read(file.fd, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return io_error("cannot read", path, errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    wanted = size + kStep;
  }
  bytes.resize(size);
  return bytes;
}

Result<void> replace_file(const std::string& path, std::string_view bytes) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  const mode_t mode = exists ? status.st_mode & 07777U : 0666U;
  // One writer at a time holds the archive, so the process id is enough to keep leavings apart.
  const auto aside = concat({path, ".", std::to_string(::getpid()), ".new"});
  auto done = write_aside(aside, bytes, mode);
  if (done.ok() && ::rename(aside.c_str(), path.c_str()) != 0) done = io_error("cannot replace", path, errno);
  if (!done) {
    ::unlink(aside.c_str());
    return done;
  }
  return sync_folder(folder_of(path));
}

Result<void> sync_folder(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.fd < 0) return io_error("cannot open", path, errno);
  // Some file systems cannot sync folders and say EINVAL; they have no more to give.
  if (::fsync(folder.fd) != 0 && errno != EINVAL) return io_error("cannot sync", path, errno);
  return {};
}

Result<void> remove_tree(const std::string& path) {
  std::error_code failed;
  fs::remove_all(path, failed);
  if (failed && failed != std::errc::no_such_file_or_directory) return io_error("cannot remove", path, failed.value());
  return {};
}

}  // namespace dateline
