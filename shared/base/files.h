// Files as the stores need them: mapped, appended, replaced in one step. Errors name the file and say what to do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace dateline {

// An Error of kIo (kNotFound for ENOENT) for the errno that `what` (such as "cannot open") met on `path`. Disk full and
// missing rights get their own hint.
Error io_error(std::string_view what, const std::string& path, int error_number);

// A file mapped read-only. Move-only; the bytes stay valid until destruction. Safe to read from many threads.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();
  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }
  // Gives back the memory of what was read; the bytes stay, and are read from the file again where they are needed.
  void drop_pages() const;

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// A file that only grows. Writes are buffered; sync() makes them durable. Move-only, one thread.
class AppendFile {
 public:
  // Opens or creates `path` and cuts it to `length` bytes (what lies beyond is a crash's leavings). A file shorter
  // than `length` is kArchiveDamaged.
  static Result<AppendFile> open(const std::string& path, std::uint64_t length);
  AppendFile() = default;
  AppendFile(AppendFile&& other) noexcept;
  AppendFile& operator=(AppendFile&& other) noexcept;
  ~AppendFile();
  Result<void> append(std::string_view bytes);
  Result<void> flush();  // hand over to the kernel: readers that map the file see it
  Result<void> sync();   // flush and fdatasync
  [[nodiscard]] std::uint64_t length() const { return length_; }  // with what is still buffered

 private:
  int fd_ = -1;
  std::uint64_t length_ = 0;
  std::string buffer_;
  std::string path_;
};

Result<std::string> read_whole_file(const std::string& path);

// Writes aside, syncs, renames over `path`, syncs the folder: readers see the old or the new bytes, never a mixture.
Result<void> replace_file(const std::string& path, std::string_view bytes);

Result<void> sync_folder(const std::string& path);
Result<void> remove_tree(const std::string& path);  // no error where it does not exist

}  // namespace dateline
