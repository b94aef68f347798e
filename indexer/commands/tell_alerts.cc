// posix_spawnp(3).
#include "indexer/commands/tell_alerts.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <vector>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kHint =
    "alerts are not lost: run 'dateline alerts', or name the program in $DATELINE_PROGRAM";

std::string query_program() {
  if (const char* given = std::getenv("DATELINE_PROGRAM"); given != nullptr && *given != '\0') return given;
  std::error_code failure;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", failure);
  const auto beside = self.parent_path() / "dateline";
  if (!failure && ::access(beside.c_str(), X_OK) == 0) return beside.string();
  return "dateline";
}

std::vector<std::string> command_line(const AlertOptions& options) {
  std::vector<std::string> words{query_program(), "alerts", "--db", options.folder};
  if (options.json) words.emplace_back("--json");
  if (!options.command.empty()) words.insert(words.end(), {"--", options.command});
  return words;
}

// This program ignores SIGPIPE; those that it starts should not.
int start(std::vector<char*>& words, pid_t& child) {
  sigset_t broken_pipe;
  sigemptyset(&broken_pipe);
  sigaddset(&broken_pipe, SIGPIPE);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &broken_pipe);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int refused = ::posix_spawnp(&child, words.front(), nullptr, &attributes, words.data(), environ);
  posix_spawnattr_destroy(&attributes);
  return refused;
}

}  // namespace

Result<ExitCode> tell_alerts(const AlertOptions& options) {
  std::vector<std::string> words = command_line(options);
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t child = 0;
  if (const int refused = start(pointers, child); refused != 0) {
    return Error{ErrorCode::kIo, concat({"cannot run ", words.front(), ": ", std::strerror(refused)}),
                 std::string(kHint)};
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return Error{ErrorCode::kIo, concat({"cannot wait for ", words.front()}), std::string(kHint)};
  }
  if (WIFSIGNALED(status)) {
    return Error{ErrorCode::kIo, concat({words.front(), " was ended by signal ", std::to_string(WTERMSIG(status))}),
                 std::string(kHint)};
  }
  return static_cast<ExitCode>(WEXITSTATUS(status));
}

}  // namespace dateline
