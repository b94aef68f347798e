// og:title is there most often, and right in little over half of the pages: it is written for other sites. The heading
// on the page is the headline; which heading, the others tell.
#include "indexer/pages/page_title.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/words.h"
#include "indexer/pages/html_entities.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestTitle = 400;
constexpr std::size_t kMostMarkup = 4'000;   // bytes of a heading with its blanks
constexpr std::size_t kMostReferences = 10;  // declared titles that headings are compared with
constexpr double kLikeHeading = 0.4;         // an <h1> that has less in common with all others is a site's name
constexpr double kLikeSubheading = 0.8;      // other headings have to say nearly the same

std::vector<std::string> folded_words(std::string_view text) {
  std::string plain = to_lower_ascii(text);
  for (char& c : plain) {
    if (static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) c = ' ';
  }
  std::vector<std::string> words;
  for (const std::string_view word : words_of(plain)) words.emplace_back(word);
  std::sort(words.begin(), words.end());
  return words;
}

double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::string> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

struct Heading {
  PageIndex node = 0;
  std::string text;
  double like = 0;
};

// The best heading of the given level among the page's.
std::optional<Heading> best_heading(const PageTree& tree, const std::vector<PageMarks>& marks, PageTag tag,
                                    const std::vector<std::vector<std::string>>& references) {
  std::optional<Heading> best;
  for (PageIndex at = 0; at < tree.nodes.size(); ++at) {
    if (tree.nodes[at].tag != tag || (marks[at] & kMarkHidden) != 0) continue;
    if (tree.text_of(at).size() > kMostMarkup) continue;
    Heading heading{at, normalize_line(tree.text_of(at)), 0};
    if (heading.text.empty() || heading.text.size() > kLongestTitle) continue;
    const auto words = folded_words(heading.text);
    for (const auto& reference : references) heading.like = std::max(heading.like, likeness(words, reference));
    if (!best || heading.like > best->like) best = std::move(heading);
  }
  return best;
}

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ",  " · ", " • ",
                                            " « ", " » ", " › ", " :: ", " / "};

// "Title | Site" → "Title": where what stands behind is the site, or where `any` and it is short.
std::string without_site(std::string title, const PageFacts& facts, bool any) {
  for (bool again = true; again;) {
    again = false;
    std::size_t at = std::string::npos;
    std::size_t length = 0;
    for (const std::string_view separator : kSeparators) {
      const std::size_t found = title.rfind(separator);
      if (found == std::string::npos || (at != std::string::npos && found < at)) continue;
      at = found;
      length = separator.size();
    }
    if (at == std::string::npos || at == 0) break;
    const std::string_view tail = std::string_view(title).substr(at + length);
    const bool site = std::any_of(facts.sources.begin(), facts.sources.end(),
                                  [&](const PageFact& source) { return title_likeness(source.value, tail) >= 0.6; });
    const bool short_tail = any && words_of(tail).size() <= 4 && words_of(title.substr(0, at)).size() >= 3;
    if (!site && !short_tail) break;
    title.resize(at);
    again = true;
  }
  return title;
}

}  // namespace

TitleWords::TitleWords(std::string_view title) : words_(folded_words(title)) {}

bool TitleWords::is_like(std::string_view text, double least) const {
  // Runs of letters are at least as many words as folded ones; where that is far from as many, nothing is compared.
  const auto longest = static_cast<double>(words_.size()) * (2 / least - 1) + 1;
  if (words_.empty() || static_cast<double>(words_of(text).size()) > longest) return false;
  return likeness(words_, folded_words(text)) >= least;
}

double title_likeness(std::string_view a, std::string_view b) {
  return likeness(folded_words(a), folded_words(b));
}

PageTitle choose_title(const PageTree& tree, const std::vector<PageMarks>& marks, const PageFacts& facts) {
  std::vector<std::vector<std::string>> references;
  for (const PageFact& title : facts.titles) {
    if (references.size() < kMostReferences && title.value.size() <= kLongestTitle)
      references.push_back(folded_words(without_entities(title.value)));
  }
  if (auto h1 = best_heading(tree, marks, PageTag::kH1, references); h1 && h1->like >= kLikeHeading)
    return {{std::move(h1->text), "h1"}, h1->node};
  for (const PageTag tag : {PageTag::kH2, PageTag::kH3}) {
    if (auto other = best_heading(tree, marks, tag, references); other && other->like >= kLikeSubheading)
      return {{std::move(other->text), tag == PageTag::kH2 ? "h2" : "h3"}, other->node};
  }
  const auto first = std::find_if(facts.titles.begin(), facts.titles.end(),
                                  [](const PageFact& title) { return title.value.size() <= kLongestTitle; });
  if (first == facts.titles.end()) {
    auto h1 = best_heading(tree, marks, PageTag::kH1, references);
    return h1 ? PageTitle{{std::move(h1->text), "h1"}, h1->node} : PageTitle{};
  }
  std::string title = normalize_line(without_entities(first->value));
  return {{without_site(std::move(title), facts, first->from == "title"), first->from}, {}};
}

}  // namespace dateline
