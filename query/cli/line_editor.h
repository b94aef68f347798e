// Reads lines at a terminal: editing, history, completion. The only file that knows readline.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

struct LineCompletion {
  std::string text;   // the whole line, completed
  std::string label;  // what is listed where there are several
};

class LineEditor {
 public:
  using Complete = std::function<std::vector<LineCompletion>(std::string_view line)>;
  enum class Got : std::uint8_t { kLine, kCancelled, kEnd };  // a line, Ctrl-C, Ctrl-D

  // `history`: the file that lines are kept in; "": none. One editor at a time: readline has one state in a process.
  LineEditor(std::string history, Complete complete);
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;
  ~LineEditor();

  Got read(const std::string& prompt, std::string& line);
  void remember(const std::string& line);  // in the history, now and for later runs

 private:
  std::string history_;
};

// $XDG_STATE_HOME/dateline/history, else ~/.local/state/dateline/history; "" where there is no home.
std::string history_path();

}  // namespace dateline::cli
