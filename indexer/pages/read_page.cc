// The order: markup cut, parsed, marked; the story found; then what the page says about it.
#include "indexer/pages/read_page.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/find_dateline.h"
#include "indexer/cleaning/repair_mojibake.h"
#include "indexer/cleaning/wire_notes.h"
#include "indexer/pages/lead_caption.h"
#include "indexer/pages/libxml_page_parser.h"
#include "indexer/pages/main_text.h"
#include "indexer/pages/page_authors.h"
#include "indexer/pages/page_date.h"
#include "indexer/pages/page_facts.h"
#include "indexer/pages/page_marks.h"
#include "indexer/pages/page_title.h"
#include "indexer/pages/read_fragment.h"
#include "indexer/pages/story_blocks.h"
#include "indexer/pages/strip_markup.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLittleText = 250;  // bytes; a page with less may have its story elsewhere

constexpr std::size_t kLongestDescription = 2'000;

// "en", "en-US" → "en"; anything else is no language code.
std::string language_code(std::string_view written) {
  const std::string code = to_lower_ascii(written.substr(0, written.find_first_of("-_")));
  const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return code.size() == 2 && letters ? code : std::string();
}

// An address of a page of its own; that of a site's front page is no article's.
bool is_story_url(std::string_view url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return false;
  const std::size_t path = url.find('/', url.find("://") + 3);
  return path != std::string_view::npos && path + 1 < url.size() && url.find(' ') == std::string_view::npos;
}

void note(Article& article, std::string_view field, std::string_view from) {
  article.origins.push_back({std::string(field), std::string(from)});
}

void take_simple_facts(const PageFacts& facts, Article& article) {
  const auto url =
      std::find_if(facts.urls.begin(), facts.urls.end(), [](const PageFact& fact) { return is_story_url(fact.value); });
  if (url != facts.urls.end()) {
    article.url = url->value;
    note(article, "url", url->from);
  }
  if (!facts.sources.empty()) {
    article.source = facts.sources.front().value;
    note(article, "source", facts.sources.front().from);
  }
  if (!facts.sections.empty()) {
    article.section = facts.sections.front().value;
    note(article, "section", facts.sections.front().from);
  }
  for (const PageFact& fact : facts.languages) {
    article.language = language_code(fact.value);
    if (article.language.empty()) continue;
    note(article, "language", fact.from);
    break;
  }
}

// Text that JSON-LD has: as such or as HTML.
std::string text_of_fact(std::string_view body) {
  if (body.find("</") == std::string_view::npos) return normalize_text(repair_mojibake(body));
  return read_fragment(body);
}

// The story on the page; where it is little or nothing, what JSON-LD says that it is.
void take_text(const MainText& main, const PageFacts& facts, Article& article) {
  article.text = normalize_text(repair_mojibake(join_blocks(main.blocks)));
  std::string_view from = main.from;
  if (article.text.size() < kLittleText && !facts.bodies.empty()) {
    std::string body = text_of_fact(facts.bodies.front().value);
    if (body.size() > 2 * article.text.size()) {
      article.text = std::move(body);
      from = facts.bodies.front().from;
    }
  }
  if (!article.text.empty()) note(article, "text", from);
}

void take_title(PageTitle&& title, Article& article) {
  article.title = normalize_line(repair_mojibake(title.fact.value));
  article.title_made = article.title.empty();
  if (article.title_made) article.title = make_title(article.text);
  note(article, "title", article.title_made ? std::string_view("first sentence") : title.fact.from);
}

}  // namespace

Article read_page(std::string_view html, std::string_view address) {
  const StrippedMarkup stripped = strip_markup(html);
  const PageTree tree = parse_page(stripped.markup);
  const auto marks = mark_page(tree);
  PageFacts facts;
  read_json_ld(stripped.json_ld, facts);
  read_meta(tree, facts);
  PageTitle title = choose_title(tree, marks, facts);
  const std::string_view description =
      facts.descriptions.empty() ? std::string_view()
                                 : std::string_view(facts.descriptions.front().value).substr(0, kLongestDescription);
  const MainText main = find_main_text(tree, marks, {title.heading, title.fact.value, description});
  const StoryPlace place{title.heading, main.root};
  Article article;
  take_text(main, facts, article);
  if (article.text.empty()) return article;
  take_simple_facts(facts, article);
  article.caption = find_lead_caption(tree, marks, title.heading, main.root);
  if (!article.caption.empty()) note(article, "caption", "caption");
  const std::string known_address(article.url.empty() ? address : article.url);
  if (auto date = choose_date(tree, marks, facts, place, known_address, article.language)) {
    article.published = date->date;
    note(article, "published", date->from);
  }
  if (auto authors = choose_authors(tree, marks, facts, place); !authors.names.empty()) {
    article.authors = std::move(authors.names);
    note(article, "authors", authors.from);
  }
  take_wire_notes(article);
  take_title(std::move(title), article);
  if (auto found = find_story_dateline(article.text)) article.dateline = std::move(found->place);
  return article;
}

}  // namespace dateline
