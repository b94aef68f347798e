// What was taken out of a text and what was put in, word by word. Knows texts only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

enum class DiffKind : std::int8_t { kRemoved = -1, kSame = 0, kAdded = 1 };

// Parts that are the same and those that were added are together the new text, byte for byte; the same and the removed
// ones are the old text but for its white space.
struct DiffPart {
  DiffKind kind = DiffKind::kSame;
  std::string text;
};

struct WordDiff {
  std::vector<DiffPart> parts;           // of a change, what was removed comes first
  std::uint64_t added = 0, removed = 0;  // words
};

// Words are what stands between white space; line ends count too. The fewest changes, but for texts of thousands of
// changes: there it is near the fewest, so that its time is bounded.
WordDiff diff_words(std::string_view before, std::string_view after);

}  // namespace dateline
