// A story as feeds and wires give it, whatever they are written in, and the article that it makes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/article_format.h"
#include "shared/base/article.h"
#include "shared/base/result.h"

namespace dateline {

// How a text is written.
enum class GivenMarkup : std::uint8_t {
  kPlain,    // as it is to be read
  kHtml,     // HTML, or text with character references
  kUnknown,  // nobody tells: HTML where it looks like it
};

struct GivenText {
  std::string value;
  GivenMarkup markup = GivenMarkup::kUnknown;
  std::string_view from;  // "content:encoded"; a literal
};

struct GivenDate {
  std::string value;
  std::string_view from;  // a literal
};

// As written; the first of each list is preferred. The strings are valid UTF-8.
struct GivenStory {
  std::string collection;  // address or title of its feed: what makes an id that is only a number unique
  std::string id, url, source, language, section, dateline;
  GivenText title;
  std::vector<GivenText> contents;   // all of the story
  std::vector<GivenText> summaries;  // the beginning of it, or what it is about
  GivenText caption;
  std::vector<GivenDate> dates;
  std::vector<std::string> authors;
  std::vector<GivenEntity> given;
  std::string medium;  // "picture", "video": what the item is where it is no text; "" for text and where nobody says
};

// kUnreadable where the story has no text, or is another medium that has only a caption. `from` names the kind of file,
// for the origins of the article's fields.
Result<Article> article_of_story(GivenStory&& story, const RawRecord& record, std::string_view from);

}  // namespace dateline
