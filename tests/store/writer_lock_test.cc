// The writer's lock: one holder, named to the second, and free when the holder dies.
#include "shared/store/writer_lock.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/store/sqlite_test_folder.h"

namespace dateline {
namespace {

using testing::HasSubstr;

TEST(WriterLock, IsGivenOnceAndAgainAfterItsEnd) {
  const TestFolder folder;
  const std::string archive = folder.path() + "/not/there/yet";
  {
    const auto lock = WriterLock::take(archive);
    ASSERT_TRUE(lock.ok()) << lock.error().message;
    const auto second = WriterLock::take(archive);  // also within one process
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, ErrorCode::kLocked);
  }
  EXPECT_TRUE(WriterLock::take(archive).ok());
}

TEST(WriterLock, MovesWithItsObject) {
  const TestFolder folder;
  auto first = WriterLock::take(folder.path());
  {
    const WriterLock moved = std::move(*first);
    EXPECT_FALSE(WriterLock::take(folder.path()).ok());
  }
  EXPECT_TRUE(WriterLock::take(folder.path()).ok());
}

// A process that takes the lock, writes a byte to the pipe and waits to be killed.
pid_t start_holder(const std::string& folder) {
  int pipe[2];
  EXPECT_EQ(::pipe(pipe), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = WriterLock::take(folder);
    const char byte = lock.ok() ? 'y' : 'n';
    if (::write(pipe[1], &byte, 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  ::close(pipe[1]);
  char byte = 0;
  EXPECT_EQ(::read(pipe[0], &byte, 1), 1);
  EXPECT_EQ(byte, 'y');
  ::close(pipe[0]);
  return child;
}

TEST(WriterLock, NamesTheProcessThatHoldsItAndIsFreeWhenThatIsKilled) {
  const TestFolder folder;
  const pid_t holder = start_holder(folder.path());
  const auto refused = WriterLock::take(folder.path());
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kLocked);
  EXPECT_THAT(refused.error().message, HasSubstr(folder.path()));
  EXPECT_THAT(refused.error().message, HasSubstr("dateline-index (pid " + std::to_string(holder) + " on "));
  EXPECT_THAT(refused.error().message, HasSubstr(", since 20"));
  ASSERT_EQ(::kill(holder, SIGKILL), 0);
  ASSERT_EQ(::waitpid(holder, nullptr, 0), holder);
  EXPECT_TRUE(WriterLock::take(folder.path()).ok());
}

TEST(WriterLock, TellsWhyItsFolderCannotBeMade) {
  const auto lock = WriterLock::take("/proc/no-such-folder/archive");
  ASSERT_FALSE(lock.ok());
  EXPECT_NE(lock.error().code, ErrorCode::kLocked);
  EXPECT_THAT(lock.error().message, HasSubstr("/proc/no-such-folder/archive"));
}

}  // namespace
}  // namespace dateline
