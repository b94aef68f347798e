// Speed of reading HTML pages: as a whole, and of the steps that take most of it. A made-up page has what real ones
// have: scripts and styles (more than half of its bytes), menus, classes, a story, teasers; 130 KB in all, as news
// sites have it. With DATELINE_BENCH_PAGES=DIR the files of that folder (saved pages) are read instead.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/pages/libxml_page_parser.h"
#include "indexer/pages/main_text.h"
#include "indexer/pages/page_marks.h"
#include "indexer/pages/read_page.h"
#include "indexer/pages/strip_markup.h"
#include "shared/base/files.h"
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

std::string made_up_page() {
  return concat(
      {"<!DOCTYPE html><html lang=en><head><title>Harbour opens | The Courier</title>"
       "<meta property=article:published_time content=2021-03-12T08:00:00Z>"
       "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Harbour opens\"}</script>",
       script(40'000), "<style>", std::string(15'000, 'a'), "</style></head><body>\n", menu(120), story(20),
       teasers(80), script(20'000), menu(60), "</body></html>"});
}

std::vector<std::string> read_files(const char* folder) {
  std::vector<std::string> pages;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    if (auto bytes = read_whole_file(entry.path().string())) pages.push_back(std::move(*bytes));
  }
  return pages;
}

const std::vector<std::string>& pages() {
  static const char* const folder = std::getenv("DATELINE_BENCH_PAGES");
  static const std::vector<std::string> pages = folder == nullptr ? std::vector{made_up_page()} : read_files(folder);
  return pages;
}

// A page with what the steps before have made of it.
struct PreparedPage {
  StrippedMarkup stripped;
  PageTree tree;
  std::vector<PageMarks> marks;
};

const std::vector<PreparedPage>& prepared_pages() {
  static const std::vector<PreparedPage> prepared = [] {
    std::vector<PreparedPage> made;
    for (const std::string& page : pages()) {
      StrippedMarkup stripped = strip_markup(page);
      PageTree tree = parse_page(stripped.markup);
      auto marks = mark_page(tree);
      made.push_back({std::move(stripped), std::move(tree), std::move(marks)});
    }
    return made;
  }();
  return prepared;
}

// Runs a step on every page; a page is an item.
template <typename Pages, typename Step>
void run_on_each(benchmark::State& state, const Pages& pages, Step step) {
  for (auto _ : state) {
    for (const auto& page : pages) benchmark::DoNotOptimize(step(page));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * pages.size()));
}

void BM_ReadPage(benchmark::State& state) {
  run_on_each(state, pages(), [](const std::string& page) { return read_page(page); });
}
BENCHMARK(BM_ReadPage);

void BM_StripMarkup(benchmark::State& state) {
  run_on_each(state, pages(), [](const std::string& page) { return strip_markup(page); });
}
BENCHMARK(BM_StripMarkup);

// libxml2, with its events made into our tree.
void BM_ParsePage(benchmark::State& state) {
  run_on_each(state, prepared_pages(), [](const PreparedPage& page) { return parse_page(page.stripped.markup); });
}
BENCHMARK(BM_ParsePage);

void BM_MarkPage(benchmark::State& state) {
  run_on_each(state, prepared_pages(), [](const PreparedPage& page) { return mark_page(page.tree); });
}
BENCHMARK(BM_MarkPage);

void BM_FindMainText(benchmark::State& state) {
  run_on_each(state, prepared_pages(),
              [](const PreparedPage& page) { return find_main_text(page.tree, page.marks, {}); });
}
BENCHMARK(BM_FindMainText);

}  // namespace
