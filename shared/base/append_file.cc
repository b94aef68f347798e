// AppendFile: a buffered file that only grows.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "shared/base/files.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{256} * 1024;

// Brings the file to exactly `length` bytes, with the position at its end.
Result<void> cut(int fd, const std::string& path, std::uint64_t length) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) return io_error("cannot read", path, errno);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size < length) {
    return Error{.code = ErrorCode::kArchiveDamaged,
                 .message = concat({path, " has ", with_thousands(size), " of its ", plural(length, "byte")}),
                 .hint = "run dateline-index rebuild, or take the archive from a backup"};
  }
  if (size > length && ::ftruncate(fd, static_cast<off_t>(length)) != 0) return io_error("cannot cut", path, errno);
  if (::lseek(fd, static_cast<off_t>(length), SEEK_SET) < 0) return io_error("cannot seek in", path, errno);
  return {};
}

}  // namespace

Result<AppendFile> AppendFile::open(const std::string& path, std::uint64_t length) {
  AppendFile file;
  file.path_ = path;
  file.fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file.fd_ < 0) return io_error("cannot open", path, errno);
  if (auto done = cut(file.fd_, path, length); !done) return done.error();
  file.length_ = length;
  return file;
}

AppendFile::AppendFile(AppendFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      length_(std::exchange(other.length_, 0)),
      buffer_(std::exchange(other.buffer_, {})),
      path_(std::exchange(other.path_, {})) {}

AppendFile& AppendFile::operator=(AppendFile&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(length_, other.length_);
  std::swap(buffer_, other.buffer_);
  std::swap(path_, other.path_);
  return *this;
}

// What was not flushed is dropped on purpose: only a commit that called sync() made it part of the archive.
AppendFile::~AppendFile() {
  if (fd_ >= 0) ::close(fd_);
}

Result<void> AppendFile::append(std::string_view bytes) {
  buffer_.append(bytes);
  length_ += bytes.size();
  return buffer_.size() >= kBufferBytes ? flush() : Result<void>();
}

Result<void> AppendFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(fd_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      auto failed = io_error("cannot write", path_, errno);
      buffer_.erase(0, buffer_.size() - rest.size());  // what is written is not written again by the next flush
      return failed;
    }
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
  return {};
}

Result<void> AppendFile::sync() {
  if (auto done = flush(); !done) return done;
  if (::fdatasync(fd_) != 0) return io_error("cannot sync", path_, errno);
  return {};
}

}  // namespace dateline
