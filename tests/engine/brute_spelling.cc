// Tries every cut and every join.
#include "tests/engine/brute_spelling.h"

#include <algorithm>

#include "shared/base/strings.h"
#include "shared/text/stopwords.h"
#include "shared/text/tokenizer.h"

namespace dateline::testing {
namespace {

constexpr std::string_view kLanguage = "english";
constexpr std::size_t kShortestPart = 3;  // characters

std::vector<std::size_t> borders_of(const std::string& word) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < word.size();) next_code_point(word, at), out.push_back(at);
  return out;
}

bool can_be_part(const std::string& word) {
  return borders_of(word).size() >= kShortestPart && word.find_first_of("0123456789") == std::string::npos &&
         !is_stop_word(word, kLanguage);
}

std::vector<std::pair<std::string, std::string>> halves_of(const std::string& word) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const std::size_t border : borders_of(word)) {
    const std::string first = word.substr(0, border), second = word.substr(border);
    if (can_be_part(first) && can_be_part(second)) out.emplace_back(first, second);
  }
  return out;
}

// Where a word that begins at `at` may end, when several are written as one.
std::set<std::size_t> ends_of_joined(const AskedWords& words, std::size_t at) {
  std::size_t end = at + 1;
  while (end < words.size() && words[end].joined_to_previous) ++end;
  if (end > at + 1) return {at + 2, end};
  const bool fits = end < words.size() && can_be_part(words[at].folded) && can_be_part(words[end].folded);
  return fits ? std::set<std::size_t>{at + 2} : std::set<std::size_t>();
}

}  // namespace

AskedWords asked_words(std::string_view text) {
  AskedWords out;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) out.push_back({std::string(token.folded), token.joined_to_previous});
  return out;
}

std::vector<AskedWords> hyphen_runs(const AskedWords& words) {
  std::vector<AskedWords> out;
  for (const AskedWord& word : words) {
    if (!word.joined_to_previous) out.emplace_back();
    out.back().push_back(word);
  }
  return out;
}

bool is_stop(const AskedWords& words) {
  return words.size() == 1 && is_stop_word(words.front().folded, kLanguage);
}

void Speller::learn(const SeenArticle& article) {
  terms_.insert(article.terms.begin(), article.terms.end());
  known_.clear();
}

const std::vector<Stems>& Speller::spellings(const AskedWords& words) {
  std::string name;
  for (const AskedWord& word : words) name += concat({word.joined_to_previous ? "-" : " ", word.folded});
  const auto [known, fresh] = known_.try_emplace(name);
  Stems so_far;
  if (fresh && !words.empty()) spell(words, 0, so_far, known->second);
  return known->second;
}

void Speller::spell(const AskedWords& words, std::size_t at, Stems& so_far, std::vector<Stems>& out) {
  if (at == words.size()) return out.push_back(so_far);
  const auto go_on = [&](const Stems& more, std::size_t next) {
    if (!std::all_of(more.begin(), more.end(), [this](const auto& stem) { return terms_.contains(stem); })) return;
    so_far.insert(so_far.end(), more.begin(), more.end());
    spell(words, next, so_far, out);
    so_far.resize(so_far.size() - more.size());
  };
  go_on({stem(words[at].folded)}, at + 1);
  for (const auto& [first, second] : halves_of(words[at].folded)) go_on({stem(first), stem(second)}, at + 1);
  for (const std::size_t end : ends_of_joined(words, at)) {
    std::string whole;
    for (std::size_t i = at; i < end; ++i) whole += words[i].folded;
    go_on({stem(whole)}, end);
  }
}

std::string Speller::joined(const std::string& first, const std::string& second) {
  if (!can_be_part(first) || !can_be_part(second)) return {};
  std::string term = stem(first + second);
  return terms_.contains(term) ? term : std::string();
}

}  // namespace dateline::testing
