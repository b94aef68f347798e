// The assembler puts the file into the program as it is: nothing is parsed by the compiler and nothing is copied at
// start.
#include "indexer/entities/embedded_gazetteer.h"

#include <cstddef>

asm(".pushsection .rodata\n"
    ".balign 16\n"
    ".globl dateline_gazetteer_begin\n"
    ".hidden dateline_gazetteer_begin\n"
    "dateline_gazetteer_begin:\n"
    ".incbin \"" DATELINE_GAZETTEER_FILE
    "\"\n"
    ".globl dateline_gazetteer_end\n"
    ".hidden dateline_gazetteer_end\n"
    "dateline_gazetteer_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const char dateline_gazetteer_begin[];
extern const char dateline_gazetteer_end[];
}

namespace dateline {

std::string_view embedded_gazetteer() {
  return {dateline_gazetteer_begin, static_cast<std::size_t>(dateline_gazetteer_end - dateline_gazetteer_begin)};
}

}  // namespace dateline
