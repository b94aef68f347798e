// Speed of reading HTML pages: as a whole, and of the steps that take most of it. A made-up page has what real ones
// have: scripts and styles (more than half of its bytes), menus, classes, a story, teasers; 130 KB in all, as news
// sites have it.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/pages/libxml_page_parser.h"
#include "indexer/pages/main_text.h"
#include "indexer/pages/page_marks.h"
#include "indexer/pages/read_page.h"
#include "indexer/pages/strip_markup.h"
#include "shared/base/strings.h"

namespace {

using namespace dateline;

constexpr std::string_view kSentence =
    "The harbour of Sandport opened again on Friday morning, three weeks after a freighter ran aground there. ";

std::string script(std::size_t bytes) {
  std::string text = "<script async src='https://cdn.example/a.js'>";
  while (text.size() < bytes) text += "if(a<b&&c>d){window.push({\"k\":'</div>',v:[1,2,3]});}\n";
  return text + "</script>\n";
}

std::string menu(std::size_t links) {
  std::string text = "<nav class=\"main-nav nav--wide\" role=\"navigation\"><ul class=\"nav__list\">\n";
  for (std::size_t i = 0; i < links; ++i) {
    const std::string number = std::to_string(i);
    text += concat({"        <li class=\"nav__item nav__item--", number, "\" data-track=\"nav|", number,
                    "\"><a class=\"nav__link\" href=\"https://a.example/section/", number, "?utm=nav\">Section ",
                    number, "</a></li>\n"});
  }
  return text + "</ul></nav>\n";
}

std::string story(std::size_t paragraphs) {
  std::string text = "<article class=\"article\"><h1>Harbour opens</h1><div class=\"article-body\">\n";
  for (std::size_t i = 0; i < paragraphs; ++i) {
    text += "    <p>";
    for (int sentence = 0; sentence < 4; ++sentence) text += kSentence;
    text += "<a href=\"https://a.example/harbour\">The insurers</a> will meet in April.</p>\n";
  }
  return text + "</div></article>\n";
}

std::string teasers(std::size_t count) {
  std::string text = "<div class=\"teaser-list grid grid--3\">\n";
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    text += concat(
        {"    <div class=\"teaser teaser--small js-item\" id=\"t", number, "\"><a href=\"https://a.example/", number,
         "\"><img src=\"https://img.example/", number,
         ".jpg\" srcset=\"https://img.example/s.jpg 1x, https://img.example/l.jpg 2x\" alt=\"\"><h3><span>Story ",
         number, "</span></h3></a>\n      <p>", kSentence.substr(0, 60), "</p></div>\n"});
  }
  return text + "</div>\n";
}

const std::string& page() {
  static const std::string page = concat(
      {"<!DOCTYPE html><html lang=en><head><title>Harbour opens | The Courier</title>"
       "<meta property=article:published_time content=2021-03-12T08:00:00Z>"
       "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens\"}</script>",
       script(40'000), "<style>", std::string(15'000, 'a'), "</style></head><body>\n", menu(120), story(20),
       teasers(80), script(20'000), menu(60), "</body></html>"});
  return page;
}

void note_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(page().size()));
}

void BM_ReadPage(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_page(page()));
  note_bytes(state);
}
BENCHMARK(BM_ReadPage);

void BM_StripMarkup(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(strip_markup(page()));
  note_bytes(state);
}
BENCHMARK(BM_StripMarkup);

// libxml2, with its events made into our tree.
void BM_ParsePage(benchmark::State& state) {
  const StrippedMarkup stripped = strip_markup(page());
  for (auto _ : state) benchmark::DoNotOptimize(parse_page(stripped.markup));
  note_bytes(state);
}
BENCHMARK(BM_ParsePage);

void BM_FindMainText(benchmark::State& state) {
  const PageTree tree = parse_page(strip_markup(page()).markup);
  const auto marks = mark_page(tree);
  for (auto _ : state) benchmark::DoNotOptimize(find_main_text(tree, marks, {}));
  note_bytes(state);
}
BENCHMARK(BM_FindMainText);

}  // namespace
