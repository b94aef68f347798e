// The line's text, and how it is drawn: in one write, over what was there, so that nothing flickers.
#include "indexer/commands/progress_line.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <string_view>
#include <vector>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kBetween = " · ";
constexpr std::size_t kBetweenColumns = 3;
// Before so much is read a rate says nothing of what follows.
constexpr double kSecondsBeforeGuess = 5;
constexpr double kShareBeforeGuess = 0.02;

std::string bytes_text(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 5> kUnits = {" bytes", " kB", " MB", " GB", " TB"};
  auto amount = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; amount >= 999.5 && unit + 1 < kUnits.size(); ++unit) amount /= 1000;
  const bool tenths = unit > 0 && amount < 9.95;
  const auto scaled = static_cast<std::uint64_t>(std::lround(tenths ? amount * 10 : amount));
  if (!tenths) return concat({std::to_string(scaled), kUnits[unit]});
  return concat({std::to_string(scaled / 10), ".", std::to_string(scaled % 10), kUnits[unit]});
}

std::string time_text(double seconds) {
  if (seconds < 90) return concat({std::to_string(std::max(5L, std::lround(seconds / 5) * 5)), " s"});
  if (seconds < 5400) return concat({std::to_string(std::lround(seconds / 60)), " min"});
  return concat({std::to_string(std::lround(seconds / 3600)), " h"});
}

// Files that are as they were are passed over in no time: only what is read counts for the rate.
std::string left_text(const ProgressState& state) {
  if (!state.whole) return {};
  if (state.files >= state.whole->files) return "finishing";
  const std::uint64_t left = state.whole->bytes - std::min(state.whole->bytes, state.bytes);
  std::string text = concat({bytes_text(left), " left"});
  const double read = static_cast<double>(state.bytes - std::min(state.bytes, state.bytes_passed_over));
  const double share =
      read /
      std::max(1.0, static_cast<double>(state.whole->bytes - std::min(state.whole->bytes, state.bytes_passed_over)));
  if (state.passed.count() < kSecondsBeforeGuess || share < kShareBeforeGuess) return text;
  return concat({text, ", about ", time_text(static_cast<double>(left) / read * state.passed.count())});
}

// Columns of text without wide or combining characters: one a code point.
std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t terminal_columns() {
  constexpr std::size_t kUsual = 80;
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

}  // namespace

std::string progress_text(const ProgressState& state, std::size_t columns) {
  const IngestCounts& counts = state.counts;
  const std::uint64_t articles = counts.added + counts.changed + counts.unchanged;
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(articles) / std::max(state.passed.count(), 0.001));
  std::vector<std::string> parts = {
      state.whole ? concat({with_thousands(state.files), " of ", plural(state.whole->files, "file")})
                  : plural(state.files, "file")};
  if (std::string left = left_text(state); !left.empty()) parts.push_back(std::move(left));
  if (counts.rejected > 0) parts.push_back(concat({with_thousands(counts.rejected), " rejected"}));
  parts.push_back(plural(articles, "article"));
  parts.push_back(concat({with_thousands(rate), "/s"}));
  std::string line;
  for (const std::string& part : parts) {
    const std::size_t between = line.empty() ? 0 : kBetweenColumns;
    if (columns_of(line) + between + columns_of(part) > columns) break;
    line += concat({line.empty() ? "" : kBetween, part});
  }
  return line;
}

void ProgressLine::show(const IngestCounts& counts, const ReadProgress& progress,
                        const std::optional<Workload>& whole) {
  const auto now = Clock::now();
  if (!shown_ || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const ProgressState state{.counts = counts,
                            .files = progress.files,
                            .bytes = progress.bytes,
                            .bytes_passed_over = progress.bytes_passed_over,
                            .whole = whole,
                            .passed = now - began_};
  // The last column stays free: some terminals wrap when it is written.
  std::cerr << concat({"\r", progress_text(state, terminal_columns() - 1), "\x1b[K"}) << std::flush;
  drawn_ = true;
}

void ProgressLine::clear() {
  if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace dateline
