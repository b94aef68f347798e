// The pager: which program it is, and its run. Knows nothing of what is shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

// What says which pager there is; as in the environment, nullopt where a variable is not set.
struct PagerSettings {
  std::optional<std::string> dateline_pager;  // $DATELINE_PAGER
  std::optional<std::string> pager;           // $PAGER
};
PagerSettings pager_settings();

// The words to run: of the first variable that is set, else less. A value with characters that the shell would read
// goes to `sh -c`. Empty: no pager, which the values "" and "cat" ask for.
std::vector<std::string> pager_command(const PagerSettings& settings);

// A running pager. SIGPIPE and SIGINT are not ours as long as it runs: it decides what Ctrl-C means.
class Pager {
 public:
  // nullopt where it cannot be run.
  static std::optional<Pager> start(const std::vector<std::string>& command);
  Pager(Pager&& other) noexcept;
  Pager& operator=(Pager&&) = delete;
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  ~Pager();  // waits until the reader has left it

  bool write(std::string_view text);  // false: the reader has left; nothing more is wanted

 private:
  Pager(int process, int input);
  int process_;
  int input_;             // its standard input; -1: moved away
  void (*on_pipe_)(int);  // what SIGPIPE and SIGINT meant before
  void (*on_interrupt_)(int);
};

}  // namespace dateline::cli
