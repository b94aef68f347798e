// The words of names that mark_page() knows.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/pages/page_marks.h"

namespace dateline {

// Of one word, or of neighbours joined: "share", "readmore"; 0 where it is none. `hash` is hash_of_name(word).
PageMarks marks_of_word(std::string_view word, std::uint32_t hash);

// Of a whole name, also words that mean this only alone: class="ad", not class="ad-free".
PageMarks marks_of_whole_name(std::string_view name, std::uint32_t hash);

}  // namespace dateline
