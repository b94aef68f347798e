// Declared names first, if they can be names; then elements that call themselves an author.
#include "indexer/pages/page_authors.h"

#include <algorithm>
#include <iterator>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/credits.h"
#include "indexer/cleaning/person_names.h"
#include "indexer/cleaning/words.h"
#include "indexer/pages/html_entities.h"
#include "indexer/pages/page_title.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestName = 70;
constexpr std::size_t kLongestByline = 160;
constexpr std::size_t kMostMarkup = 2'000;  // bytes of a byline with its blanks
constexpr std::size_t kMostAuthors = 20;
constexpr PageIndex kNodesBelow = 150;  // how far below the headline a byline may stand

// "By ", "von " …: what stands before a name.
std::string_view without_by(std::string_view text) {
  constexpr std::string_view kBy[] = {"view all posts by ",
                                      "artikel von: ",
                                      "artikel von ",
                                      "veröffentlicht von ",
                                      "eingestellt von ",
                                      "interview: ",
                                      "datum: ",
                                      "written by ",
                                      "posted by ",
                                      "published by ",
                                      "by: ",
                                      "by ",
                                      "von: ",
                                      "von ",
                                      "autor: ",
                                      "author: ",
                                      "auteur : ",
                                      "par ",
                                      "por ",
                                      "di ",
                                      "door ",
                                      "text: ",
                                      "autor ",
                                      "verfasst von ",
                                      "geschrieben von ",
                                      "autorin: "};
  text = trim(text);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view each : kBy) {
      if (!starts_with_ignoring_case(text, each)) continue;
      text = trim(text.substr(each.size()));
      again = true;
    }
  }
  return text;
}

// "Jane Doe am 3. Mai", "Jane Doe 12 posts", "Jane Doe – Chefredakteurin" → "Jane Doe"
std::string_view without_tail(std::string_view name) {
  name = name.substr(0, name.find_first_of("0123456789(|"));
  for (const std::string_view tail :
       {" am ", " on ", " – ", " - ", " — ", " • ", " said", " sagt", " schreibt",
        " Datum:", " Quelle:", " Chefredakteur", " Redakteur", " Redaktion", " Follow", " Edit"}) {
    const std::size_t at = name.find(tail);
    if (at != std::string_view::npos && at > 0) name = name.substr(0, at);
  }
  while (name.ends_with(',') || name.ends_with(':') || name.ends_with('-') || name.ends_with(' '))
    name.remove_suffix(1);
  return name;
}

// Words of templates that stand where a name would.
bool is_placeholder(std::string_view name) {
  constexpr std::string_view kWords[] = {"admin",
                                         "administrator",
                                         "weiter",
                                         "weitere artikel",
                                         "por",
                                         "by",
                                         "von",
                                         "name",
                                         "view my complete profile",
                                         "afficher mon profil complet",
                                         "follow",
                                         "author",
                                         "autor",
                                         "website",
                                         "email",
                                         "e-mail",
                                         "kommentar",
                                         "read more",
                                         "all posts",
                                         "view all posts",
                                         "mehr",
                                         "more",
                                         "editor",
                                         "webmaster",
                                         "redakteur"};
  return is_one_of(name, kWords);
}

bool may_be_name(std::string_view name) {
  if (name.find('*') != std::string_view::npos || is_placeholder(name)) return false;
  if (name.empty() || name.size() > kLongestName || words_of(name).size() > 7) return false;
  return name.find("://") == std::string_view::npos && name.find('@') == std::string_view::npos &&
         name.find("www.") == std::string_view::npos;
}

// Names of one fact ("Jane Doe and John Roe"), those that cannot be names left out.
void add_names(std::string_view written, const PageFacts& facts, std::vector<std::string>& names) {
  const std::string plain = without_entities(written);
  for (std::string& name : split_names(without_tail(without_by(plain)))) {
    if (!may_be_name(name) || names.size() >= kMostAuthors) continue;
    const bool site = std::any_of(facts.sources.begin(), facts.sources.end(),
                                  [&](const PageFact& source) { return equals_ignoring_case(source.value, name); });
    const bool known = std::any_of(names.begin(), names.end(),
                                   [&](const std::string& each) { return equals_ignoring_case(each, name); });
    if (!known && !site) names.push_back(std::move(name));
  }
}

PageAuthors declared(const PageFacts& facts, bool json_ld) {
  PageAuthors authors;
  for (const PageFact& fact : facts.authors) {
    const bool is_json_ld = fact.from.starts_with("json-ld");
    if (is_json_ld != json_ld || (!authors.names.empty() && fact.from != authors.from)) continue;
    add_names(fact.value, facts, authors.names);
    if (!authors.names.empty()) authors.from = fact.from;
  }
  return authors;
}

bool is_author_element(const PageTree& tree, PageIndex at) {
  const std::string_view itemprop = tree.attribute(at, PageAttributeName::kItemprop);
  return itemprop == "author" || itemprop == "author name" || itemprop == "creator" ||
         tree.attribute(at, PageAttributeName::kRel).find("author") != std::string_view::npos;
}

// Inside of an author's element the one that has the name.
std::string_view name_in(const PageTree& tree, PageIndex at) {
  for (PageIndex inside = at + 1; inside < tree.nodes[at].end; ++inside) {
    if (tree.attribute(inside, PageAttributeName::kItemprop) == "name") {
      const std::string_view content = tree.attribute(inside, PageAttributeName::kContent);
      return content.empty() ? tree.text_of(inside) : content;
    }
  }
  const std::string_view content = tree.attribute(at, PageAttributeName::kContent);
  return content.empty() ? tree.text_of(at) : content;
}

PageAuthors of_elements(const PageTree& tree, const std::vector<PageMarks>& marks, const PageFacts& facts) {
  PageAuthors authors;
  for (PageIndex at = 0; at < tree.nodes.size();) {
    const bool form = tree.nodes[at].tag == PageTag::kInput || tree.nodes[at].tag == PageTag::kLabel;
    if (form || ((marks[at] & kMarkComments) != 0 && tree.nodes[at].tag != PageTag::kBody)) {
      at = tree.nodes[at].end;
      continue;
    }
    if (is_author_element(tree, at)) {
      add_names(normalize_line(name_in(tree, at).substr(0, kLongestByline)), facts, authors.names);
      authors.from = "author element";
      at = tree.nodes[at].end;
      continue;
    }
    ++at;
  }
  return authors;
}

bool is_byline_name(std::string_view names) {
  const std::string lower = to_lower_ascii(names);
  return lower.find("author") != std::string::npos || lower.find("byline") != std::string::npos ||
         lower.find("autor") != std::string::npos || lower.find("auteur") != std::string::npos;
}

// The first element near the heading whose class says that it has the author.
PageAuthors of_bylines(const PageTree& tree, const std::vector<PageMarks>& marks, const PageFacts& facts) {
  for (PageIndex at = 0; at < tree.nodes.size(); ++at) {
    if ((marks[at] & kMarkCredit) == 0) continue;
    if (!is_byline_name(tree.attribute(at, PageAttributeName::kClass)) &&
        !is_byline_name(tree.attribute(at, PageAttributeName::kId)))
      continue;
    if (tree.text_of(at).size() > kMostMarkup) continue;
    const std::string text = normalize_line(tree.text_of(at));
    if (text.empty() || text.size() > kLongestByline) continue;
    PageAuthors authors{{}, "byline"};
    add_names(text, facts, authors.names);
    if (!authors.names.empty()) return authors;
  }
  return {};
}

// Texts around the headline that are a byline and nothing else.
PageAuthors of_texts(const PageTree& tree, const PageFacts& facts, const StoryPlace& place) {
  const PageIndex from = place.heading.value_or(place.root);
  const PageIndex until = std::max(from, place.root) + kNodesBelow;
  for (PageIndex at = from; at < std::min<std::size_t>(until, tree.nodes.size()); ++at) {
    if (tree.nodes[at].tag != PageTag::kText) continue;
    const std::string line = normalize_line(tree.text_of(at).substr(0, kLongestByline));
    PageAuthors authors{{}, "text (guessed)"};
    if (const std::string_view name = name_of_byline(line); !name.empty()) add_names(name, facts, authors.names);
    if (!authors.names.empty()) return authors;
  }
  return {};
}

// Whether they look like people; a word alone may be a login, a text with a dot a domain.
bool is_persons(const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [](const std::string& name) {
    return name.find(' ') != std::string::npos && looks_like_name(name);
  });
}

}  // namespace

std::string_view name_of_byline(std::string_view line) {
  const std::string_view name = without_by(line);
  if (name.size() == trim(line).size() || name.size() > kLongestName) return {};
  const auto names = split_names(name);
  const bool all = !names.empty() && std::all_of(names.begin(), names.end(),
                                                 [](const std::string& each) { return looks_like_name(each); });
  return all ? name : std::string_view();
}

PageAuthors choose_authors(const PageTree& tree, const std::vector<PageMarks>& marks, const PageFacts& facts,
                           const StoryPlace& place) {
  PageAuthors weak;
  const auto good = [&](PageAuthors& authors) {
    if (is_persons(authors.names)) return true;
    if (weak.names.empty()) weak = std::move(authors);
    return false;
  };
  if (auto authors = declared(facts, true); good(authors)) return authors;
  if (auto authors = declared(facts, false); good(authors)) return authors;
  if (auto authors = of_elements(tree, marks, facts); good(authors)) return authors;
  if (auto authors = of_bylines(tree, marks, facts); good(authors)) return authors;
  if (auto authors = of_texts(tree, facts, place); good(authors)) return authors;
  return weak;
}

}  // namespace dateline
