// One writer at a time. The lock is the kernel's (an open-file-description lock on ARCHIVE/lock), so a killed writer
// leaves nothing behind; the file's text names the holder for the message that the second one gets.
#pragma once

#include <string>

#include "shared/base/result.h"

namespace dateline {

// Held until destruction. Move-only.
class WriterLock {
 public:
  // Never waits. kLocked: "archive X is being written by dateline-index (pid 123 on host, since 2026-01-01 12:00:00)".
  // Creates the archive's folder where it is missing.
  static Result<WriterLock> take(const std::string& folder);
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;
  ~WriterLock();

 private:
  explicit WriterLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace dateline
