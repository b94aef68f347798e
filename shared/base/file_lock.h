// A lock of the kernel's on a file (open file description, fcntl): it ends with its holder, however that ends.
#pragma once

#include <string>

#include "shared/base/result.h"

namespace dateline {

// Held until destruction, and by no program that is started meanwhile. Move-only.
class FileLock {
 public:
  // Waits for whoever holds it; makes the file where it is missing.
  static Result<FileLock> wait(const std::string& path);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

 private:
  explicit FileLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace dateline
