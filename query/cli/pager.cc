// Run as git runs it: LESS=FRX and LV=-c unless they are set, so that colours stay and little text needs no key.
#include "query/cli/pager.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace dateline::cli {
namespace {

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::vector<std::string> environment_of_pager() {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) all.emplace_back(*entry);
  if (std::getenv("LESS") == nullptr) all.emplace_back("LESS=FRX");
  if (std::getenv("LV") == nullptr) all.emplace_back("LV=-c");
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> all;
  for (std::string& one : strings) all.push_back(one.data());
  all.push_back(nullptr);
  return all;
}

// The process, or -1.
int spawn(std::vector<std::string> command, int input) {
  std::vector<std::string> environment = environment_of_pager();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  pid_t process = -1;
  const int problem = posix_spawnp(&process, command.front().c_str(), &actions, nullptr, pointers(command).data(),
                                   pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  return problem == 0 ? process : -1;
}

}  // namespace

PagerSettings pager_settings() {
  return {variable("DATELINE_PAGER"), variable("PAGER")};
}

std::vector<std::string> pager_command(const PagerSettings& settings) {
  const std::string value = settings.dateline_pager ? *settings.dateline_pager : settings.pager.value_or("less");
  if (value.find_first_not_of(" \t") == std::string::npos || value == "cat") return {};
  if (value.find_first_of("|&;<>()$`\\\"'\n*?[#~=%") != std::string::npos) return {"sh", "-c", value};
  std::vector<std::string> words;
  for (std::size_t at = value.find_first_not_of(" \t"); at != std::string::npos;) {
    const std::size_t end = value.find_first_of(" \t", at);
    words.push_back(value.substr(at, end - at));
    at = value.find_first_not_of(" \t", end);
  }
  return words;
}

std::optional<Pager> Pager::start(const std::vector<std::string>& command) {
  int ends[2];
  if (command.empty() || pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  const int process = spawn(command, ends[0]);
  close(ends[0]);
  if (process < 0) {
    close(ends[1]);
    return std::nullopt;
  }
  return Pager(process, ends[1]);
}

Pager::Pager(int process, int input)
    : process_(process),
      input_(input),
      on_pipe_(std::signal(SIGPIPE, SIG_IGN)),
      on_interrupt_(std::signal(SIGINT, SIG_IGN)) {}

Pager::Pager(Pager&& other) noexcept
    : process_(other.process_),
      input_(std::exchange(other.input_, -1)),
      on_pipe_(other.on_pipe_),
      on_interrupt_(other.on_interrupt_) {}

Pager::~Pager() {
  if (input_ < 0) return;
  close(input_);
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGPIPE, on_pipe_);
  std::signal(SIGINT, on_interrupt_);
}

bool Pager::write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(input_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace dateline::cli
