// What is known of the golds of three benchmarks: blocks that are nothing but a link, or that begin as pointers to
// other stories do, are furniture in every language; links within sentences are not.
#include "indexer/pages/story_lines.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "indexer/cleaning/furniture_rules.h"
#include "indexer/cleaning/words.h"
#include "indexer/pages/date_in_text.h"
#include "indexer/pages/page_authors.h"
#include "indexer/pages/page_title.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestPointer = 300;
constexpr std::size_t kLongestButton = 40;
constexpr std::size_t kLongestHead = 200;
constexpr std::size_t kLongestDateLine = 60;

// Beginnings of a block that points to other stories; what follows is a link or a list of them.
constexpr std::string_view kPointers[] = {"read more",       "read also",         "also read",        "read next",
                                          "see also",        "see more",          "related:",         "related stor",
                                          "related article", "related news",      "related content",  "related post",
                                          "more:",           "more from",         "more on",          "more stories",
                                          "don't miss",      "don’t miss",        "must read",        "recommended",
                                          "you may also",    "you might also",    "click here",       "watch:",
                                          "watch more",      "what to read",      "next article",     "previous artic",
                                          "lesen sie",       "lies auch",         "lesen:",           "mehr zum thema",
                                          "mehr dazu",       "mehr lesen",        "weiterlesen",      "weitere artikel",
                                          "weitere infor",   "siehe auch",        "auch interessant", "das könnte",
                                          "schon gelesen",   "passend dazu",      "zum thema",        "lire aussi",
                                          "à lire",          "lire la suite",     "voir aussi",       "sur le même",
                                          "lea también",     "lee también",       "leer más",         "lea además",
                                          "te puede",        "le puede",          "vea también",      "ver también",
                                          "mire:",           "noticias rel",      "leia também",      "leia mais",
                                          "veja também",     "saiba mais",        "você pode",        "leggi anche",
                                          "leggi tutto",     "potrebbe interess", "czytaj także",     "czytaj też",
                                          "czytaj więcej",   "zobacz także",      "zobacz też",       "przeczytaj",
                                          "dowiedz się",     "lees ook",          "lees meer",        "empfehlungen",
                                          "empfohlen",       "subscribe to",      "sign up for",      "follow us",
                                          "folgen sie",      "síguenos",          "siga o",           "download the"};

// Whole blocks that are words of buttons and headings of boxes.
constexpr std::string_view kButtons[] = {"close",
                                         "video",
                                         "caption",
                                         "advert",
                                         "anzeige",
                                         "werbung",
                                         "publicidad",
                                         "publicité",
                                         "publicidade",
                                         "reklama",
                                         "more",
                                         "mehr",
                                         "zurück",
                                         "back",
                                         "related",
                                         "topics",
                                         "tags",
                                         "themen",
                                         "share this:",
                                         "share",
                                         "teilen",
                                         "compartir",
                                         "compartilhar",
                                         "partager",
                                         "drucken",
                                         "print",
                                         "like this:",
                                         "loading...",
                                         "loading…",
                                         "comments",
                                         "kommentare",
                                         "comentarios",
                                         "commentaires",
                                         "image",
                                         "photo",
                                         "bild",
                                         "foto",
                                         "play",
                                         "replay",
                                         "see more",
                                         "gallery",
                                         "galerie",
                                         "slideshow",
                                         "newsletter",
                                         "inhalt",
                                         "inhaltsverzeichnis",
                                         "advertentie",
                                         "pubblicità",
                                         "annonse",
                                         "view gallery",
                                         "show more",
                                         "mehr anzeigen",
                                         "skip",
                                         "artikel teilen",
                                         "expand",
                                         "listen",
                                         "opens in a new window",
                                         "weiterlesen",
                                         "read more",
                                         "seguir leyendo",
                                         "lire la suite"};

bool begins_with_any(std::string_view text, std::span<const std::string_view> table) {
  return std::any_of(table.begin(), table.end(),
                     [&](std::string_view start) { return starts_with_ignoring_case(text, start); });
}

std::string_view without_marks(std::string_view text) {
  text = trim(text);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {"»", "›", "→", "▶", "►", ">", "-", "–", "+", "*", "•", "|", "["}) {
      if (!text.starts_with(mark)) continue;
      text = trim(text.substr(mark.size()));
      again = true;
    }
  }
  return text;
}

bool is_url(std::string_view text) {
  return (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) &&
         text.find_first_of(" \n") == std::string_view::npos;
}

bool is_only_link(const StoryBlock& block) {
  return block.link_bytes * std::size_t{100} >= block.text.size() * 85;
}

bool is_picture_note(std::string_view text) {
  constexpr std::string_view kStarts[] = {"(image credit", "image credit", "photo:", "photo by", "photo credit",
                                          "foto:",         "fotos:",       "bild:",  "image:",   "image 1 of",
                                          "crédits photo", "crédit photo", "(photo", "© ",       "titelbild:",
                                          "bildquelle",    "symbolbild"};
  return text.size() <= 160 && begins_with_any(text, kStarts);
}

bool is_furniture(const StoryBlock& block, const TitleWords& title) {
  const std::string_view text = without_marks(block.text);
  if (text.empty() || is_url(text)) return true;
  if (block.tag == PageTag::kPre) return false;
  if (text.size() <= kLongestButton && is_one_of(text, kButtons)) return true;
  if (is_furniture_line(text) || is_picture_note(text)) return true;
  const bool pointer = text.size() <= kLongestPointer && begins_with_any(text, kPointers);
  if (pointer && (block.link_bytes * 4 >= block.text.size() || text.size() <= 60)) return true;
  const bool of_a_list = block.tag == PageTag::kLi || block.tag == PageTag::kTr;  // which went where all of it is links
  if (!is_heading(block.tag) && !of_a_list && is_only_link(block)) return true;
  return text.size() < 400 && title.is_like(text, 0.9);
}

// "By Jane Doe", "Sandhafen, 5. März 2019", one below the other: the head of a story, said elsewhere.
bool is_head(std::string_view text) {
  if (text.size() > kLongestHead) return false;
  const auto lines = split_lines(text);
  return std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
    if (!name_of_byline(line).empty()) return true;
    return line.size() <= kLongestDateLine && words_of(line).size() <= 7 && find_date(line, true).has_value();
  });
}

}  // namespace

void drop_furniture_lines(std::vector<StoryBlock>& blocks, std::string_view title) {
  const TitleWords words(title);
  std::erase_if(blocks, [&](const StoryBlock& block) { return is_furniture(block, words); });
  blocks.erase(blocks.begin(), std::find_if_not(blocks.begin(), blocks.end(),
                                                [](const StoryBlock& block) { return is_head(block.text); }));
  // A heading with nothing below it was of something that went.
  while (!blocks.empty() && is_heading(blocks.back().tag)) blocks.pop_back();
}

}  // namespace dateline
