// The assembler puts the two files into the program as they are.
#include "indexer/places/embedded_places.h"

#include <cstddef>

asm(".pushsection .rodata\n"
    ".globl dateline_countries_begin\n"
    ".hidden dateline_countries_begin\n"
    "dateline_countries_begin:\n"
    ".incbin \"" DATELINE_COUNTRIES_FILE
    "\"\n"
    ".globl dateline_countries_end\n"
    ".hidden dateline_countries_end\n"
    "dateline_countries_end:\n"
    ".globl dateline_states_begin\n"
    ".hidden dateline_states_begin\n"
    "dateline_states_begin:\n"
    ".incbin \"" DATELINE_STATES_FILE
    "\"\n"
    ".globl dateline_states_end\n"
    ".hidden dateline_states_end\n"
    "dateline_states_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const char dateline_countries_begin[];
extern const char dateline_countries_end[];
extern const char dateline_states_begin[];
extern const char dateline_states_end[];
}

namespace dateline {

std::string_view embedded_countries() {
  return {dateline_countries_begin, static_cast<std::size_t>(dateline_countries_end - dateline_countries_begin)};
}

std::string_view embedded_states() {
  return {dateline_states_begin, static_cast<std::size_t>(dateline_states_end - dateline_states_begin)};
}

}  // namespace dateline
