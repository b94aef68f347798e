// All of it looks back from the span, or to both sides within its line.
#include "indexer/entities/span_context.h"

#include <algorithm>
#include <array>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLineWindow = 80;          // bytes to each side in which a small letter is looked for
constexpr std::size_t kLongestTitle = 6;         // words: "Chairman of the Joint Chiefs of Staff" is cut
constexpr std::size_t kTitleWindow = 80;         // bytes
constexpr std::size_t kLongestAbbreviation = 5;  // bytes with the period: "Capt."
constexpr std::size_t kShoutingLetters = 8;      // in a line of capitals, besides those of the name

constexpr std::array<std::string_view, 7> kMen = {"mr", "mister", "sir", "lord", "king", "prince", "father"};
constexpr std::array<std::string_view, 9> kWomen = {"mrs",   "ms",       "miss",   "dame",  "lady",
                                                    "queen", "princess", "madame", "sister"};

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_large(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// Nothing but capitals in the name, and around it in its line, and enough of them to tell it from an acronym in a list.
bool is_shouting(std::string_view text, const NameSpan& span) {
  const std::string_view name = text.substr(span.begin, span.end - span.begin);
  if (std::any_of(name.begin(), name.end(), is_small) || std::none_of(name.begin(), name.end(), is_large)) return false;
  std::size_t capitals = 0;
  for (std::size_t at = span.begin; at > 0 && span.begin - at < kLineWindow && text[at - 1] != '\n'; --at) {
    if (is_small(text[at - 1])) return false;
    capitals += is_large(text[at - 1]) ? 1 : 0;
  }
  for (std::size_t at = span.end; at < text.size() && at - span.end < kLineWindow && text[at] != '\n'; ++at) {
    if (is_small(text[at])) return false;
    capitals += is_large(text[at]) ? 1 : 0;
  }
  return capitals >= kShoutingLetters;
}

struct WordBefore {
  std::size_t begin = 0, end = 0;  // with the period of an abbreviation
};

// The word that ends at `at` but for one blank or line end; none where anything else lies between, or a sentence ends.
bool word_before(std::string_view text, std::size_t at, std::size_t limit, WordBefore& out) {
  if (at == 0 || !is_blank(text[at - 1])) return false;
  std::size_t end = at - 1;
  if (end > limit && is_blank(text[end - 1])) return false;
  if (end > limit + 1 && text[end - 1] == '.' && is_blank(text[end - 2])) --end, --end;  // "Mr ." of split text
  std::size_t begin = end;
  while (begin > limit && !is_blank(text[begin - 1])) --begin;
  if (begin == end) return false;
  std::string_view word = text.substr(begin, end - begin);
  constexpr std::string_view kMarks = ",;:!?()[]\"'";
  if (kMarks.find(word.back()) != std::string_view::npos) return false;
  if (const std::size_t mark = word.find_last_of("\"'(["); mark != std::string_view::npos) word.remove_prefix(mark + 1);
  for (const std::string_view quote : {"\xE2\x80\x9C", "\xE2\x80\x98"})
    if (word.starts_with(quote)) word.remove_prefix(quote.size());
  if (word.empty()) return false;
  const bool abbreviation = word.size() <= kLongestAbbreviation && is_large(word[0]);
  if (word.back() == '.' && !abbreviation) return false;
  out = {end - word.size(), end};
  return true;
}

Address address_of(std::string_view title) {
  const std::string_view last = title.substr(title.rfind(' ') + 1);  // npos + 1 is 0
  if (std::find(kMen.begin(), kMen.end(), last) != kMen.end()) return Address::kMan;
  if (std::find(kWomen.begin(), kWomen.end(), last) != kWomen.end()) return Address::kWoman;
  return Address::kNone;
}

bool is_title_word(GazetteerCache& gazetteer, std::string_view word) {
  if (!is_large(word[0]) || word.back() == '.') return false;
  return (gazetteer.find(fold_name(word)).classes & (word_class::kTitle | word_class::kTitleWord)) != 0;
}

// The longest role of the gazetteer that ends where the name begins, with words of titles before it.
void read_title(std::string_view text, GazetteerCache& gazetteer, NameSpan& span) {
  const std::size_t limit = span.begin > kTitleWindow ? span.begin - kTitleWindow : 0;
  std::size_t at = span.begin;
  bool found = false;
  WordBefore word;
  for (std::size_t words = 0; words < kLongestTitle && word_before(text, at, limit, word); ++words) {
    const std::string key = fold_name(text.substr(word.begin, span.begin - word.begin));
    if (words == 0) span.address = address_of(key);
    const bool follows_title = found && span.title_begin == at;
    at = word.begin;
    const bool whole = (gazetteer.find(key).classes & word_class::kTitle) != 0;
    if (!whole && !(follows_title && is_title_word(gazetteer, text.substr(word.begin, word.end - word.begin))))
      continue;
    if (!found) span.title_end = span.begin;
    found = true;
    span.title_begin = static_cast<std::uint32_t>(word.begin);
  }
  while (span.title_end > span.title_begin && is_blank(text[span.title_end - 1])) --span.title_end;
}

}  // namespace

void read_context(std::string_view text, GazetteerCache& gazetteer, NameSpan& span) {
  span.shouting = is_shouting(text, span);
  std::size_t before = span.begin;
  while (before > 0 && span.begin - before < 2 && text[before - 1] == ' ') --before;
  span.bracketed = before > 0 && text[before - 1] == '(';
  if (span.kind == EntityKind::kPerson) read_title(text, gazetteer, span);
}

}  // namespace dateline
