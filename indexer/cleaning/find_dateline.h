// The place at the head of a story: "JERUSALEM, Israel — In a sign that…".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

struct Dateline {
  std::string place;      // "JERUSALEM, Israel"; empty for a head of an agency alone ("(Reuters) - …", "CNN — …")
  std::string publisher;  // "Reuters", where it is written there
  std::size_t length = 0;  // bytes of the head, up to where the story's sentence begins
};

// The dateline that `paragraph` begins with; nullopt where it is not certain. Reads `PLACE[, Region][, Feb 26][
// (AGENCY)]` and a dash: the place in capitals, or in any case where an agency follows.
std::optional<Dateline> find_dateline(std::string_view paragraph);

// The first one among the first paragraphs of a story: a standfirst may stand before it.
std::optional<Dateline> find_story_dateline(std::string_view text);

}  // namespace dateline
