// Where the program's output goes: standard output, or a pager where it is higher than the terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/cli/pager.h"

namespace dateline::cli {

class Output {
 public:
  // `height`, `width`: of the terminal. With `pager` empty, or a height of 0, all goes to standard output at once.
  Output(std::size_t height, std::size_t width, std::vector<std::string> pager);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // False: nothing more can be written, or is wanted.
  bool write(std::string_view text);
  // Writes what waits, and waits for the reader. False: standard output refused; errno says why.
  bool finish();

 private:
  bool to_stdout(std::string_view text);

  std::size_t height_, width_;
  std::vector<std::string> command_;
  std::string held_;  // until it is higher than the terminal
  std::optional<Pager> pager_;
  bool refused_ = false;
};

// Lines that the text takes on a terminal of this width, at least.
std::size_t lines_on_screen(std::string_view text, std::size_t width);

}  // namespace dateline::cli
