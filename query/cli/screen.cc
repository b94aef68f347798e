// Asks the system about the terminal, and knows the escape codes.
#include "query/cli/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace dateline::cli {
namespace {

constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kWidest = 400;
constexpr std::size_t kUnknownWidth = 80;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t width_from(const Surroundings& around) {
  if (around.terminal_width > 0) return around.terminal_width;
  std::size_t columns = 0;
  const char* const end = around.columns.data() + around.columns.size();
  const auto [stop, problem] = std::from_chars(around.columns.data(), end, columns);
  return problem == std::errc() && stop == end && columns > 0 ? columns : kUnknownWidth;
}

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::kTitle:
      return "\x1b[1m";  // bold
    case Ink::kFaint:
      return "\x1b[2m";  // dim
    case Ink::kMatch:
      return "\x1b[1;31m";  // bold red, as grep marks matches
    case Ink::kBar:
      return "\x1b[36m";  // cyan
    case Ink::kChosen:
      return "\x1b[1;32m";  // bold green
    case Ink::kExcluded:
      return "\x1b[9m";  // crossed out
    case Ink::kPerson:
      return "\x1b[4;35m";  // underlined, magenta
    case Ink::kPlace:
      return "\x1b[4;32m";  // underlined, green
    case Ink::kOrganization:
      return "\x1b[4;34m";  // underlined, blue
    case Ink::kRemoved:
      return "\x1b[31m";  // red, as git has it
    case Ink::kAdded:
      return "\x1b[32m";  // green
  }
  return "";
}

}  // namespace

Surroundings look_around() {
  Surroundings around;
  around.terminal = isatty(STDOUT_FILENO) == 1;
  winsize size{};
  if (around.terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    around.terminal_width = size.ws_col;
    around.terminal_height = size.ws_row;
  }
  around.columns = environment("COLUMNS");
  around.term = environment("TERM");
  around.no_color = !environment("NO_COLOR").empty();
  return around;
}

Screen screen_for(const Surroundings& around, ColorChoice choice) {
  const bool fitting = around.terminal && around.term != "dumb" && !around.no_color;
  const bool color = choice == ColorChoice::kAlways || (choice == ColorChoice::kAuto && fitting);
  return {std::clamp(width_from(around), kNarrowest, kWidest), color};
}

std::string paint(const Screen& screen, Ink ink, std::string_view text) {
  if (!screen.color || text.empty()) return std::string(text);
  std::string painted(code_of(ink));
  painted += text;
  painted += "\x1b[0m";
  return painted;
}

}  // namespace dateline::cli
