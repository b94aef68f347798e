// posix_spawnp(3), memfd_create(2): the input lies in memory, so that a program that does not read it blocks nothing.
#include "query/cli/alert_command.h"

#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace dateline::cli {
namespace {

using Field = std::pair<std::string_view, std::string>;

std::vector<Field> fields_of(const api::Alerts& alert) {
  return {{"name", std::string(alert.search())},
          {"query", std::string(alert.query())},
          {"delivery", std::string(alert.delivery())},
          {"attempt", std::to_string(alert.attempt())},
          {"id", std::string(alert.id())},
          {"title", std::string(alert.title())},
          {"date", std::string(alert.published())},
          {"source", std::string(alert.source())},
          {"url", std::string(alert.url())},
          {"path", std::string(alert.path())}};
}

// One pass, so that what is put in is not read again.
std::string fill_word(std::string_view word, const std::vector<Field>& fields) {
  std::string out;
  while (!word.empty()) {
    const Field* found = nullptr;
    for (const Field& field : fields) {
      if (word.starts_with("{" + std::string(field.first) + "}")) found = &field;
    }
    out += found != nullptr ? std::string_view(found->second) : word.substr(0, 1);
    word.remove_prefix(found != nullptr ? found->first.size() + 2 : 1);
  }
  return out;
}

std::vector<std::string> environment_with(const std::vector<Field>& fields) {
  std::vector<std::string> all;
  for (char** at = environ; *at != nullptr; ++at) {
    if (!std::string_view(*at).starts_with("DATELINE_ALERT_")) all.emplace_back(*at);
  }
  for (const auto& [name, value] : fields) {
    std::string entry = "DATELINE_ALERT_";
    for (const char c : name) entry += static_cast<char>(c - 'a' + 'A');
    all.push_back(entry + "=" + value);
  }
  return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

// A file in memory with this text; -1 where the system refused.
int input_of(const std::string& text) {
  const int fd = ::memfd_create("alert", MFD_CLOEXEC);
  if (fd < 0) return -1;
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t wrote = ::write(fd, text.data() + done, text.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return ::close(fd), -1;
    done += static_cast<std::size_t>(wrote);
  }
  ::lseek(fd, 0, SEEK_SET);
  return fd;
}

CommandEnd end_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return {true, false, std::strerror(errno)};
  }
  if (WIFSIGNALED(status)) return {true, false, "signal " + std::to_string(WTERMSIG(status))};
  if (WEXITSTATUS(status) != 0) return {true, false, "exit status " + std::to_string(WEXITSTATUS(status))};
  return {true, true, {}};
}

}  // namespace

std::vector<std::string> filled_in(const std::vector<std::string>& command, const api::Alerts& alert) {
  const std::vector<Field> fields = fields_of(alert);
  std::vector<std::string> words;
  for (const std::string& word : command) words.push_back(words.empty() ? word : fill_word(word, fields));
  return words;
}

CommandEnd run_for_alert(const std::vector<std::string>& command, const api::Alerts& alert) {
  std::vector<std::string> words = filled_in(command, alert);
  std::vector<std::string> environment = environment_with(fields_of(alert));
  const int input = input_of(std::string(alert.json()) + "\n");
  if (input < 0) return {false, false, std::strerror(errno)};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  pid_t child = 0;
  const int refused = ::posix_spawnp(&child, words.front().c_str(), &actions, nullptr, pointers_to(words).data(),
                                     pointers_to(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(input);
  return refused != 0 ? CommandEnd{false, false, std::strerror(refused)} : end_of(child);
}

}  // namespace dateline::cli
