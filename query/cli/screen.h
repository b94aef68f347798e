// The screen that text is made for, and how text is coloured on it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/cli/arguments.h"

namespace dateline::cli {

struct Screen {
  std::size_t width = 80;  // columns
  bool color = false;
};

// What the process finds around it; a value, so that tests can choose it.
struct Surroundings {
  bool terminal = false;            // standard output is one
  std::size_t terminal_width = 0;   // columns; 0: not known
  std::size_t terminal_height = 0;  // lines; 0: not known
  std::string columns = {};         // $COLUMNS
  std::string term = {};            // $TERM
  bool no_color = false;            // $NO_COLOR is there and not empty (no-color.org)
};
Surroundings look_around();

// Width: the terminal's, else $COLUMNS, else 80. Colour: as chosen; auto is on a terminal that is not dumb, unless
// $NO_COLOR says no.
Screen screen_for(const Surroundings& around, ColorChoice choice);

enum class Ink : std::uint8_t {
  kTitle,
  kFaint,
  kMatch,
  kBar,
  kChosen,
  kExcluded,
  kPerson,
  kPlace,
  kOrganization,
  kRemoved,
  kAdded
};

// `text` in colour (ANSI X3.64 SGR), or as it is on a screen without.
std::string paint(const Screen& screen, Ink ink, std::string_view text);

}  // namespace dateline::cli
