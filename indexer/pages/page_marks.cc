// A name is cut into words at hyphens, underscores and capitals; words, neighbours joined ("read" + "more") and whole
// names are looked up in one table.
#include "indexer/pages/page_marks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "indexer/pages/mark_words.h"
#include "indexer/pages/name_table.h"
#include "shared/base/ascii.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// One name ("articleBody", "read-more") as its words in lower case, one behind the other.
struct NameWords {
  std::array<char, 64> letters{};
  std::array<std::uint8_t, 17> begins{};  // of the words; the last is the end of all
  std::size_t count = 0;

  [[nodiscard]] std::string_view words(std::size_t first, std::size_t last) const {
    return {letters.data() + begins[first], static_cast<std::size_t>(begins[last]) - begins[first]};
  }
};

// Longer names than fit are cut: they are made by programs.
NameWords cut_name(std::string_view name) {
  NameWords cut;
  std::size_t size = 0;
  bool open = false;
  for (std::size_t at = 0; at < name.size() && size < cut.letters.size(); ++at) {
    const char c = name[at];
    if (!is_ascii_upper(c) && !is_ascii_lower(c) && !is_ascii_digit(c)) {
      open = false;
      continue;
    }
    const bool hump = is_ascii_upper(c) && at > 0 && is_ascii_lower(name[at - 1]);
    if (!open || hump) {
      if (cut.count + 1 >= cut.begins.size()) break;
      cut.begins[cut.count++] = static_cast<std::uint8_t>(size);
    }
    open = true;
    cut.letters[size++] = is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  cut.begins[cut.count] = static_cast<std::uint8_t>(size);
  return cut;
}

// An anchor made of a heading ("sharing-with-a-single-developer") says nothing of the element: it is a sentence, and
// has the small words that designers leave out.
bool is_sentence(const NameWords& cut) {
  constexpr std::string_view kSmall[] = {"a",   "an",  "the", "of",  "and", "with", "to",  "in",  "for", "is", "der",
                                         "die", "das", "und", "mit", "von", "ein",  "le",  "la",  "les", "de", "des",
                                         "et",  "un",  "une", "el",  "los", "y",    "del", "che", "di",  "il"};
  if (cut.count < 5) return false;
  for (std::size_t i = 0; i < cut.count; ++i) {
    if (std::find(std::begin(kSmall), std::end(kSmall), cut.words(i, i + 1)) != std::end(kSmall)) return true;
  }
  return false;
}

// Each word, and with it the next one and the next two, hashed in one go.
PageMarks marks_of_words(const NameWords& cut) {
  constexpr std::size_t kMostJoined = 3;
  PageMarks marks = 0;
  for (std::size_t first = 0; first < cut.count; ++first) {
    std::uint32_t hash = hash_of_name({});
    for (std::size_t last = first + 1; last <= std::min(first + kMostJoined, cut.count); ++last) {
      hash = hash_of_name(cut.words(last - 1, last), hash);
      marks |= marks_of_word(cut.words(first, last), hash);
    }
  }
  return marks;
}

bool is_hiding_style(std::string_view style) {
  const std::size_t display = style.find("display");
  if (display == std::string_view::npos) return false;
  std::string_view rest = style.substr(display + 7);
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':')) rest.remove_prefix(1);
  return rest.starts_with("none");
}

PageMarks marks_of_role(std::string_view role) {
  constexpr std::string_view kNone[] = {"navigation", "complementary", "banner",  "contentinfo", "search",
                                        "dialog",     "menu",          "menubar", "alertdialog", "tablist"};
  for (const std::string_view each : kNone) {
    if (role == each) return kMarkFurniture;
  }
  return role == "article" || role == "main" ? PageMarks{kMarkStory} : PageMarks{0};
}

PageMarks marks_of_attribute(PageAttributeName name, std::string_view value) {
  switch (name) {
    case PageAttributeName::kRole:
      return marks_of_role(value);
    case PageAttributeName::kItemprop:
      return value == "articleBody" ? PageMarks{kMarkBody} : PageMarks{0};
    case PageAttributeName::kStyle:
      return is_hiding_style(value) ? PageMarks{kMarkHidden} : PageMarks{0};
    case PageAttributeName::kHidden:
      return kMarkHidden;
    case PageAttributeName::kAriaHidden:
      return value == "true" ? PageMarks{kMarkHidden} : PageMarks{0};
    default:
      return 0;
  }
}

}  // namespace

PageMarks marks_of_name(std::string_view name) {
  const NameWords cut = cut_name(name);
  if (cut.count == 0) return 0;
  const std::string_view whole = cut.words(0, cut.count);
  const PageMarks marks = marks_of_whole_name(whole, hash_of_name(whole));
  return is_sentence(cut) ? marks : marks | marks_of_words(cut);
}

bool has_mark_names(PageAttributeName name) {
  return name == PageAttributeName::kClass || name == PageAttributeName::kId || name == PageAttributeName::kDataTestid;
}

std::vector<PageMarks> mark_page(const PageTree& tree) {
  std::vector<PageMarks> marks(tree.nodes.size(), 0);
  KnownMarks known;
  for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
    const PageNode& node = tree.nodes[at];
    for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
      const PageAttribute& attribute = tree.attributes[node.attribute_begin + i];
      const std::string_view value = tree.value(attribute);
      marks[at] |= has_mark_names(attribute.name) ? known.of_names(value) : marks_of_attribute(attribute.name, value);
    }
  }
  return marks;
}

}  // namespace dateline
