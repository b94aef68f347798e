// The last line of a wire story, where it only says whose wire it was.
#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/publishers.h"
#include "shared/base/strings.h"

namespace dateline {

std::string_view without_sign_off(std::string_view text) {
  std::string_view story = text;
  while (!story.empty() && trim(story.substr(story.size() - 1)).empty()) story.remove_suffix(1);
  const std::size_t line_end = story.rfind('\n');
  if (line_end == std::string_view::npos || known_publisher(trim(story.substr(line_end + 1))).empty()) return text;
  story = story.substr(0, line_end);
  while (!story.empty() && trim(story.substr(story.size() - 1)).empty()) story.remove_suffix(1);
  return story;
}

}  // namespace dateline
