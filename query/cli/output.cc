// Holds text back until it is known whether it fits.
#include "query/cli/output.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace dateline::cli {
namespace {

// Characters outside of escape sequences (ECMA-48: ESC [ … letter).
std::size_t columns_of(std::string_view line) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\x1b') {
      while (at + 1 < line.size() && (line[at] < 'A' || line[at] == '[' || line[at] > 'z')) ++at;
    } else if ((line[at] & 0xC0) != 0x80) {
      ++columns;
    }
  }
  return columns;
}

}  // namespace

std::size_t lines_on_screen(std::string_view text, std::size_t width) {
  std::size_t lines = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::size_t columns = columns_of(text.substr(0, end));
    lines += width == 0 || columns == 0 ? 1 : (columns + width - 1) / width;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Output::Output(std::size_t height, std::size_t width, std::vector<std::string> pager)
    : height_(height), width_(width), command_(std::move(pager)) {}

bool Output::to_stdout(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) refused_ = true;
  return !refused_;
}

bool Output::write(std::string_view text) {
  if (refused_) return false;
  if (pager_) return pager_->write(text);
  if (command_.empty() || height_ == 0) return to_stdout(text);
  held_ += text;
  if (lines_on_screen(held_, width_) < height_) return true;  // the shell's next prompt has the last line
  std::optional<Pager> started = Pager::start(command_);
  command_.clear();  // where it cannot be run, the text is shown without
  if (started) pager_.emplace(*std::move(started));
  const std::string all = std::exchange(held_, {});
  return pager_ ? pager_->write(all) : to_stdout(all);
}

bool Output::finish() {
  if (!held_.empty()) to_stdout(std::exchange(held_, {}));
  pager_.reset();
  return !refused_;
}

}  // namespace dateline::cli
