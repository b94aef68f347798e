// fcntl(2), F_OFD_SETLKW.
#include "shared/base/file_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "shared/base/files.h"
#include "shared/base/strings.h"

namespace dateline {

Result<FileLock> FileLock::wait(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) return io_error("cannot open", path, errno);
  FileLock lock(fd);
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;  // the whole file, however long
  if (::fcntl(fd, F_OFD_SETLKW, &range) == 0) return lock;
  if (errno == EINTR) return Error{ErrorCode::kInterrupted, concat({"stopped while waiting for ", path})};
  return io_error("cannot lock", path, errno);
}

FileLock::FileLock(FileLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

FileLock::~FileLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace dateline
