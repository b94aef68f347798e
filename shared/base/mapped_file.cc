// MappedFile: read-only mappings.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "shared/base/files.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

Result<std::string_view> map(int fd, const std::string& path) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) return io_error("cannot read", path, errno);
  if (!S_ISREG(status.st_mode)) {
    return Error{.code = ErrorCode::kIo, .message = concat({path, " is not a regular file"}), .hint = "check the path"};
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return std::string_view();  // mmap refuses empty ranges
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0);
  if (data == MAP_FAILED) return io_error("cannot map", path, errno);
  return std::string_view(static_cast<const char*>(data), size);
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return io_error("cannot open", path, errno);
  const auto bytes = map(fd, path);
  ::close(fd);  // the mapping keeps the file
  if (!bytes) return bytes.error();
  MappedFile file;
  file.data_ = bytes->data();
  file.size_ = bytes->size();
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  // munmap wants a pointer to non-const; it writes nothing.
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

void MappedFile::drop_pages() const {
  if (data_ != nullptr) ::madvise(const_cast<char*>(data_), size_, MADV_DONTNEED);  // of a mapped file: keeps its bytes
}

}  // namespace dateline
