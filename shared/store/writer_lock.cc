// The archive's lock: who holds it is the kernel's knowledge, the file's text only tells people.
#include "shared/store/writer_lock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <filesystem>
#include <utility>

#include "shared/base/files.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "unknown host";
  return name.data();
}

// Local time: it is for people.
std::string now_text() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &parts);
  return {text.data(), length};
}

// Best effort: a lock whose text could not be written holds all the same.
void write_holder(int fd) {
  const std::string text = concat({"pid ", std::to_string(::getpid()), "\nhost ", host_name(), "\nsince ", now_text(),
                                   "\nprogram dateline-index\n"});
  if (::ftruncate(fd, 0) != 0) return;
  [[maybe_unused]] const ssize_t written = ::pwrite(fd, text.data(), text.size(), 0);
}

std::string_view line_after(std::string_view text, std::string_view label) {
  for (const std::string_view line : split_lines(text)) {
    if (line.starts_with(label)) return trim(line.substr(label.size()));
  }
  return "?";
}

std::string describe_holder(int fd) {
  std::array<char, 1024> buffer{};
  const ssize_t length = ::pread(fd, buffer.data(), buffer.size(), 0);
  if (length <= 0) return "another writer";  // it has the lock and has not written its name yet
  const std::string_view text(buffer.data(), static_cast<std::size_t>(length));
  return concat({line_after(text, "program "), " (pid ", line_after(text, "pid "), " on ", line_after(text, "host "),
                 ", since ", line_after(text, "since "), ")"});
}

Error locked_error(const std::string& folder, int fd) {
  return {ErrorCode::kLocked, concat({"archive ", folder, " is being written by ", describe_holder(fd)}),
          "wait until it is done, or stop it; searching works meanwhile"};
}

}  // namespace

Result<WriterLock> WriterLock::take(const std::string& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) return io_error("cannot create the archive's folder", folder, failure.value());
  const std::string path = folder + "/lock";
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) return io_error("cannot open", path, errno);
  WriterLock lock(fd);
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;  // the whole file, however long
  if (::fcntl(fd, F_OFD_SETLK, &range) != 0) {
    if (errno == EAGAIN || errno == EACCES) return locked_error(folder, fd);
    return io_error("cannot lock", path, errno);
  }
  write_holder(fd);
  return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

WriterLock::~WriterLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace dateline
