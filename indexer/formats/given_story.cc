// What is best of what a story has, and the article of it.
#include "indexer/formats/given_story.h"

#include <algorithm>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/repair_mojibake.h"
#include "indexer/cleaning/wire_notes.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/given_values.h"
#include "indexer/formats/xml_tree.h"
#include "indexer/pages/read_fragment.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLargestText =
    4U << 20U;  // bytes; a long novel. Who is named in more would be looked for too long

std::string read_text(const GivenText& text) {
  if (text.markup == GivenMarkup::kPlain) return normalize_text(repair_mojibake(text.value));
  if (text.markup == GivenMarkup::kHtml) return read_fragment(text.value);
  return given_text(text.value);
}

std::string read_line(const GivenText& text) {
  if (text.markup == GivenMarkup::kPlain) return normalize_line(repair_mojibake(text.value));
  return given_line(text.value);
}

void note(Article& article, std::string_view field, std::string_view from) {
  article.origins.push_back({std::string(field), std::string(from)});
}

// "The post Harbour Reopens appeared first on The Gazette.", which WordPress puts below each story.
void drop_pointer_to_site(std::string& text) {
  constexpr std::size_t npos = std::string_view::npos;
  const std::size_t line = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
  const std::string_view last = std::string_view(text).substr(line);
  const bool pointer = last.starts_with("The post ") &&
                       (last.find(" appeared first on ") != npos || last.find(" first appeared on ") != npos);
  if (pointer && line > 0) text = normalize_text(text.substr(0, line));
}

// The longest of the texts of one kind: feeds write the beginning of a story beside all of it.
void take_longest(const std::vector<GivenText>& texts, Article& article, std::string_view& from) {
  for (const GivenText& each : texts) {
    std::string text = read_text(each);
    drop_pointer_to_site(text);
    if (text.size() <= article.text.size()) continue;
    article.text = std::move(text);
    from = each.from;
  }
}

void take_text(const GivenStory& story, Article& article) {
  std::string_view from;
  take_longest(story.contents, article, from);
  take_longest(story.summaries, article, from);
  if (!from.empty()) note(article, "text", from);
}

void take_date(const GivenStory& story, Article& article) {
  for (const GivenDate& each : story.dates) {
    const auto date = given_date(each.value);
    if (!date) continue;
    article.published = *date;
    return note(article, "published", each.from);
  }
}

// A number is the name of an entry in its feed only.
std::string key_of(const GivenStory& story, const Article& article) {
  const std::string id = normalize_line(story.id);
  if (id.find(':') != std::string::npos) return id;
  if (!article.url.empty()) return article.url;
  if (id.empty()) return concat({key_of_path(article.path), "#", std::to_string(article.record)});
  const std::string feed = normalize_line(story.collection);
  return concat({feed.empty() ? key_of_path(article.path) : feed, "#", id});
}

}  // namespace

namespace {

// What agencies call the kinds of their items, for people; "" for texts and for what holds several kinds.
std::string_view medium_of(std::string_view written) {
  const std::string code = to_lower_ascii(local_name(trim(written)));
  if (code == "picture" || code == "photo" || code == "image" || code == "still-image") return "a picture";
  if (code == "graphic" || code == "animated" || code == "infographic") return "a graphic";
  if (code == "video" || code == "audiovisual" || code == "movingimage") return "a video";
  return code == "audio" ? "a sound recording" : "";
}

}  // namespace

Result<Article> article_of_story(GivenStory&& story, const RawRecord& record, std::string_view from) {
  Article article;
  article.path = record.path;
  article.record = record.record;
  const std::string_view medium = medium_of(story.medium);
  const bool has_content = std::any_of(story.contents.begin(), story.contents.end(),
                                       [](const GivenText& text) { return !trim(text.value).empty(); });
  take_text(story, article);
  article.title = read_line(story.title);
  if (!has_content && !medium.empty()) {
    return unreadable(concat({"is ", medium, ", not a text"}), "its caption is no article");
  }
  if (article.text.empty()) {
    return unreadable("has no text: neither content nor summary", "save the page that it stands for, and add that");
  }
  if (article.text.size() > kLargestText) {
    return unreadable(
        concat({"a text of more than ", with_thousands(kLargestText), " bytes, too large for one article"}));
  }
  article.url = normalize_line(story.url);
  article.source = given_line(story.source);
  article.section = given_line(story.section);
  article.language = given_language(story.language);
  article.caption = read_line(story.caption);
  take_date(story, article);
  for (const std::string& written : story.authors) add_given_authors(written, article.authors);
  article.key = key_of(story, article);
  article.dateline = given_dateline(story.dateline);
  article.given = std::move(story.given);
  take_wire_notes(article);
  fill_from_text(article);
  note_origins(article, from);
  return article;
}

}  // namespace dateline
