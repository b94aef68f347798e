// readline by its callbacks, so that Ctrl-C is seen between two keys and not inside of the library.
#include "query/cli/line_editor.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include <readline/history.h>
#include <readline/readline.h>

namespace dateline::cli {
namespace {

constexpr int kMostLines = 5000;  // of history

// While it lives, Ctrl-C waits for wait_for_key(): were it seen in between, the next wait would not end by it.
class HeldInterrupts {
 public:
  HeldInterrupts() {
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    sigprocmask(SIG_BLOCK, &interrupt, &before_);
  }
  ~HeldInterrupts() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
  HeldInterrupts(const HeldInterrupts&) = delete;
  HeldInterrupts& operator=(const HeldInterrupts&) = delete;

  // As poll(): above 0 for a key, below 0 with EINTR for a signal.
  [[nodiscard]] int wait_for_key() const {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ppoll(&input, 1, nullptr, &before_);
  }
  // readline has taken signals down: it restores the terminal and raises them again, for our handlers.
  void hand_on() const {
    while (rl_pending_signal() != 0) {
      sigset_t held;
      sigprocmask(SIG_SETMASK, &before_, &held);
      rl_check_signals();
      sigprocmask(SIG_SETMASK, &held, nullptr);
    }
  }

 private:
  sigset_t before_{};
};

// readline calls functions without an argument of ours: what they need is here, for the one editor that there is.
struct Shared {
  LineEditor::Complete complete;
  std::vector<LineCompletion> found;
  std::optional<std::string> line;
  bool ended = false;
  const HeldInterrupts* held = nullptr;  // of the line that is being read
  int keys = -1;                         // standard input, opened again so that reading never blocks
};
Shared& shared() {
  static Shared one;
  return one;
}

volatile std::sig_atomic_t& interrupted() {
  static volatile std::sig_atomic_t flag = 0;
  return flag;
}

char* copied(const std::string& text) {
  return strdup(text.c_str());  // readline frees it
}

// What all completions begin with; never less than what is typed, also where they begin otherwise.
std::string common_start(const std::vector<LineCompletion>& found, const std::string& typed) {
  std::string start = found.front().text;
  for (const LineCompletion& one : found) {
    std::size_t same = 0;
    while (same < start.size() && same < one.text.size() && start[same] == one.text[same]) ++same;
    start.resize(same);
  }
  return found.size() > 1 && !start.starts_with(typed) ? typed : start;
}

char** completions_of(const char*, int, int end) {
  rl_attempted_completion_over = 1;
  const std::string typed(rl_line_buffer, static_cast<std::size_t>(end));
  Shared& state = shared();
  state.found = state.complete(typed);
  if (state.found.empty()) return nullptr;
  rl_completion_append_character = state.found.front().text.ends_with(':') ? '\0' : ' ';
  auto** matches = static_cast<char**>(std::calloc(state.found.size() + 2, sizeof(char*)));
  if (matches == nullptr) return nullptr;
  matches[0] = copied(common_start(state.found, typed));
  if (state.found.size() == 1) return matches;
  for (std::size_t i = 0; i < state.found.size(); ++i) matches[i + 1] = copied(state.found[i].text);
  return matches;
}

// Lists the labels instead of whole lines.
void list_labels(char**, int, int) {
  std::vector<std::string> labels{""};
  std::size_t longest = 0;
  for (const LineCompletion& one : shared().found) {
    labels.push_back(one.label);
    longest = std::max(longest, one.label.size());
  }
  std::vector<char*> pointers;
  for (std::string& label : labels) pointers.push_back(label.data());
  pointers.push_back(nullptr);
  rl_crlf();
  rl_display_match_list(pointers.data(), static_cast<int>(labels.size()) - 1, static_cast<int>(longest));
  rl_forced_update_display();
}

void take_line(char* line) {
  shared().ended = line == nullptr;
  if (line != nullptr) shared().line = line;
  std::free(line);
  rl_callback_handler_remove();
}

// Ctrl-C throws away what was typed before it, also a key of which poll() has told already: a read that blocks would
// wait for the next key, and readline's own does so with Ctrl-C held. Then Ctrl-G is as good as any key.
int next_key(std::FILE*) {
  constexpr int kAbort = 'G' - '@';
  while (true) {
    unsigned char key = 0;
    const ssize_t got = ::read(shared().keys, &key, 1);
    if (got == 1) return key;
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) return EOF;
    if (shared().held->wait_for_key() < 0) return kAbort;
  }
}

void on_interrupt(int) {
  interrupted() = 1;
}

void watch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = on_interrupt;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  interrupted() = 0;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

LineEditor::LineEditor(std::string history, Complete complete) : history_(std::move(history)) {
  shared().complete = std::move(complete);
  rl_readline_name = "dateline";  // for conditions in ~/.inputrc
  rl_attempted_completion_function = completions_of;
  rl_completion_display_matches_hook = list_labels;
  rl_completer_word_break_characters = "";  // the whole line is one word: the archive knows where its last part begins
  rl_sort_completion_matches = 0;
  shared().keys = open("/dev/fd/0", O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (shared().keys >= 0) rl_getc_function = next_key;
  using_history();
  stifle_history(kMostLines);
  if (!history_.empty()) read_history(history_.c_str());
}

LineEditor::~LineEditor() {
  rl_getc_function = rl_getc;
  if (shared().keys >= 0) close(shared().keys);
  shared() = {};
}

LineEditor::Got LineEditor::read(const std::string& prompt, std::string& line) {
  Shared& state = shared();
  state.line.reset();
  state.ended = false;
  const HeldInterrupts held;
  state.held = &held;
  watch_interrupts();
  rl_callback_handler_install(prompt.c_str(), take_line);
  while (!state.line && !state.ended) {
    const int ready = held.wait_for_key();
    const bool signalled = ready < 0 && errno == EINTR;
    if (ready > 0) rl_callback_read_char();
    held.hand_on();
    if (interrupted() != 0) {
      rl_callback_handler_remove();
      std::fputs("\n", stdout);
      return Got::kCancelled;
    }
    if (ready < 0 && !signalled) break;
  }
  if (!state.line) {
    std::fputs("\n", stdout);
    return Got::kEnd;
  }
  line = *state.line;
  return Got::kLine;
}

void LineEditor::remember(const std::string& line) {
  const HIST_ENTRY* last = history_length > 0 ? history_get(history_base + history_length - 1) : nullptr;
  if (last != nullptr && line == last->line) return;
  add_history(line.c_str());
  if (history_.empty()) return;
  std::error_code problem;  // a history that cannot be kept is no reason to stop
  std::filesystem::create_directories(std::filesystem::path(history_).parent_path(), problem);
  if (append_history(1, history_.c_str()) != 0) write_history(history_.c_str());
}

std::string history_path() {
  const std::string state = environment("XDG_STATE_HOME");
  if (state.starts_with('/')) return state + "/dateline/history";
  const std::string home = environment("HOME");
  return home.starts_with('/') ? home + "/.local/state/dateline/history" : "";
}

}  // namespace dateline::cli
