// The order of cleaning: normalise, take the head, then the furniture among and below the paragraphs. The rules are
// elsewhere; here is what may go only because of what stands around it.
#include "indexer/cleaning/clean_page_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "indexer/cleaning/credits.h"
#include "indexer/cleaning/find_dateline.h"
#include "indexer/cleaning/furniture_rules.h"
#include "indexer/cleaning/page_head.h"
#include "indexer/cleaning/page_lines.h"
#include "indexer/cleaning/repair_mojibake.h"
#include "indexer/cleaning/words.h"

namespace dateline {
namespace {

constexpr std::size_t kFormLinesSearched = 4;  // lines below "Leave a Reply" where the form must show itself

void remove_furniture(PageLines& page) {
  for (std::size_t at = 0; at < page.size(); ++at) {
    if (is_furniture_line(page.line(at))) page.remove(at);
    if (const std::size_t end = newsletter_note_end(page.line(at)); end > 0) page.keep_from(at, end);
  }
}

// Buttons stand in rows; one such word alone may be a heading.
void remove_share_rows(PageLines& page) {
  std::size_t at = page.next_with_text(0);
  while (at < page.size()) {
    std::size_t count = 0;
    std::size_t end = at;
    while (end < page.size() && is_share_line(page.line(end))) {
      ++count;
      end = page.next_with_text(end + 1);
    }
    for (std::size_t line = at; count >= 2 && line < end; ++line) page.remove(line);
    at = page.next_with_text(std::max(end, at + 1));
  }
}

bool form_follows(const PageLines& page, std::size_t heading) {
  std::size_t at = heading;
  for (std::size_t seen = 0; seen < kFormLinesSearched; ++seen) {
    at = page.next_with_text(at + 1);
    if (at >= page.size()) return true;
    if (is_comment_form_line(page.line(at))) return true;
  }
  return false;
}

// Where the form for comments begins; size() where none is.
std::size_t find_comment_form(const PageLines& page) {
  for (std::size_t at = 0; at < page.size(); ++at) {
    if (is_comment_notice(page.line(at))) return at;
    if (is_comment_heading(page.line(at)) && form_follows(page, at)) return at;
  }
  return page.size();
}

std::size_t bytes_between(const PageLines& page, std::size_t begin, std::size_t end) {
  std::size_t bytes = 0;
  for (std::size_t at = begin; at < end; ++at) bytes += page.line(at).size();
  return bytes;
}

// What follows the form is comments and links: all of it goes. If more stands below the form than above, the form was
// not below the story, and only its own lines go.
void remove_comment_form(PageLines& page) {
  const std::size_t form = find_comment_form(page);
  const bool below_story = bytes_between(page, 0, form) > bytes_between(page, form, page.size());
  for (std::size_t at = form; at < page.size(); ++at) {
    if (below_story || is_comment_form_line(page.line(at))) page.remove(at);
  }
}

void take_credits(PageLines& page, Article& article) {
  for (std::size_t at = 0; at < page.size(); ++at) {
    const auto credit = read_contribution(page.line(at));
    if (!credit) continue;
    take_contribution(*credit, article);
    page.remove(at);
  }
}

void take_dateline(Article& article) {
  auto found = find_story_dateline(article.text);
  if (!found) return;
  if (article.dateline.empty()) article.dateline = std::move(found->place);
  if (article.source.empty()) article.source = std::move(found->publisher);
}

}  // namespace

Article clean_page_text(std::string_view text) {
  const std::string normal = normalize_text(repair_mojibake(text));
  PageLines page(normal);
  Article article;
  take_page_head(page, article);
  remove_comment_form(page);
  remove_furniture(page);
  remove_share_rows(page);
  take_credits(page, article);
  article.text = page.text();
  take_dateline(article);
  article.title = normalize_line(article.title);
  article.title_made = article.title.empty();
  if (article.title_made) article.title = make_title(article.text);
  return article;
}

}  // namespace dateline
