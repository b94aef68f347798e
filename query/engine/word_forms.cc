// Spellings of one word as one or two, checked against what the archive really has.
#include "query/engine/word_forms.h"

#include <algorithm>

#include "shared/base/strings.h"
#include "shared/text/stopwords.h"
#include "shared/text/tokenizer.h"

namespace dateline {
namespace {

// Shorter parts ("a way", "in to") make other words when joined.
constexpr std::size_t kShortestPart = 3;  // characters

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool can_be_part(std::string_view folded, std::string_view language) {
  const bool letters = std::none_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
  return letters && characters(folded) >= kShortestPart && !is_stop_word(folded, language);
}

// The end of the run of words from `at` on that hyphens join.
std::size_t hyphen_run_end(const std::vector<FoldedWord>& words, std::size_t at) {
  std::size_t end = at + 1;
  while (end < words.size() && words[end].joined_to_previous) ++end;
  return end;
}

std::string joined(const std::vector<FoldedWord>& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += words[i].folded;
  return out;
}

}  // namespace

std::vector<FoldedWord> fold_words(std::string_view text, const Stemmer& stemmer) {
  std::vector<FoldedWord> words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    words.push_back({.folded = std::string(token.folded),
                     .joined_to_previous = token.joined_to_previous,
                     .stop = is_stop_word(token.folded, stemmer.language())});
  }
  return words;
}

std::vector<WordForm> WordFormMaker::splits_of(std::string_view folded) const {
  std::vector<WordForm> out;
  const std::string& language = stemmer_.language();
  for (std::size_t at = 0; at < folded.size();) {
    next_code_point(folded, at);
    const std::string_view first = folded.substr(0, at), second = folded.substr(at);
    if (!can_be_part(first, language) || !can_be_part(second, language)) continue;
    WordForm form{stem(first), stem(second)};
    if (known(form[0]) && known(form[1])) out.push_back(std::move(form));
  }
  return out;
}

std::string WordFormMaker::joined_term(const FoldedWord& first, const FoldedWord& second) const {
  const std::string& language = stemmer_.language();
  if (!can_be_part(first.folded, language) || !can_be_part(second.folded, language)) return {};
  std::string term = stem(first.folded + second.folded);
  return is_term_(term) ? term : std::string();
}

// Appends to `out` every way to go on from `form` with the words from `at` on.
void WordFormMaker::extend(const std::vector<FoldedWord>& words, std::size_t at, WordForm& form,
                           std::vector<WordForm>& out) const {
  if (out.size() >= kMostForms) return;
  if (at == words.size()) return out.push_back(form);
  const auto follow = [&](const WordForm& part, std::size_t next) {
    form.insert(form.end(), part.begin(), part.end());
    extend(words, next, form, out);
    form.resize(form.size() - part.size());
  };
  follow({stem(words[at].folded)}, at + 1);
  // Joined words are terms; in a longer form each stem must also stand in the token column.
  const auto usable = [&](const std::string& term, std::size_t next) {
    const bool alone = form.empty() && next == words.size();
    return !term.empty() && (alone ? is_term_(term) : known(term));
  };
  const std::size_t run_end = hyphen_run_end(words, at);
  if (run_end > at + 1) {  // the analyzer joins whole runs and pairs
    for (const std::size_t end : {run_end, at + 2}) {
      if (const std::string term = stem(joined(words, at, end)); usable(term, end)) follow({term}, end);
    }
  } else if (at + 1 < words.size()) {
    if (const std::string term = joined_term(words[at], words[at + 1]); usable(term, at + 2)) follow({term}, at + 2);
  }
  for (const WordForm& split : splits_of(words[at].folded)) follow(split, at + 1);
}

std::vector<WordForm> WordFormMaker::forms_of(const std::vector<FoldedWord>& words) const {
  std::vector<WordForm> out;
  WordForm form;
  if (!words.empty()) extend(words, 0, form, out);
  std::vector<WordForm> distinct;
  for (WordForm& candidate : out) {
    if (std::find(distinct.begin(), distinct.end(), candidate) == distinct.end())
      distinct.push_back(std::move(candidate));
  }
  return distinct;
}

}  // namespace dateline
