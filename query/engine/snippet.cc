// Finds the matches and chooses the sentences.
#include "query/engine/snippet.h"

#include <algorithm>
#include <bitset>
#include <string>
#include <unordered_map>

#include "query/engine/passage.h"
#include "shared/text/sentences.h"
#include "shared/text/tokenizer.h"

namespace dateline {
namespace {

constexpr std::size_t kMostText = 1 << 20;
constexpr std::size_t kMaxJoined = 64;  // bytes: longer ones are not indexed

struct Match {
  TextSpan span;         // of the text
  std::size_t unit = 0;  // of the query
};

struct Word {
  TextSpan span;
  std::uint32_t stem = 0;  // 0: none that the query has
};

class MatchFinder {
 public:
  MatchFinder(const std::vector<HighlightForm>& forms, Stemmer& stemmer) : forms_(forms), stemmer_(stemmer) {
    for (const HighlightForm& form : forms) {
      std::vector<std::uint32_t> ids;
      for (const std::string& stem : form.stems) {
        ids.push_back(ids_.try_emplace(stem, ids_.size() + 1).first->second);
        if (!stem.empty()) first_bytes_.set(static_cast<unsigned char>(stem.front()));
      }
      form_ids_.push_back(std::move(ids));
    }
    if (!stemmer.keeps_first_byte()) first_bytes_.set();
  }

  std::vector<Match> find(std::string_view text) {
    std::vector<Match> matches;
    if (forms_.empty()) return matches;
    read_words(text, matches);
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (words_[at].stem == 0) continue;
      for (std::size_t form = 0; form < forms_.size(); ++form) {
        if (!stands_at(form_ids_[form], at)) continue;
        for (std::size_t i = 0; i < form_ids_[form].size(); ++i) {
          matches.push_back({.span = words_[at + i].span, .unit = forms_[form].unit});
        }
      }
    }
    std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    return matches;
  }

 private:
  // Words with the ids of their stems; "cease-fire" matches at once where the query has "ceasefire". What hyphens join
  // is looked up as the analyzer joins it: pairs, and the whole run.
  void read_words(std::string_view text, std::vector<Match>& matches) {
    Tokenizer tokenizer(text);
    std::string run, pair;
    TextSpan last{}, whole{};
    for (Token token; tokenizer.next(token);) {
      if (token.joined_to_previous) {
        pair += token.folded;
        add_joined(pair, {last.begin, token.end}, matches);
        run += token.folded;
        whole.end = token.end;
        if (run != pair) add_joined(run, whole, matches);
      } else {
        run = token.folded;
        whole = {token.begin, token.end};
      }
      pair = token.folded;
      last = {token.begin, token.end};
      words_.push_back({.span = last, .stem = id_of(token.folded)});
    }
  }

  void add_joined(const std::string& word, TextSpan span, std::vector<Match>& matches) {
    const std::uint32_t id = word.size() <= kMaxJoined ? id_of(word) : 0;
    for (std::size_t form = 0; id != 0 && form < forms_.size(); ++form) {
      if (form_ids_[form].size() == 1 && form_ids_[form].front() == id) {
        matches.push_back({.span = span, .unit = forms_[form].unit});
      }
    }
  }

  std::uint32_t id_of(std::string_view folded) {
    if (folded.empty() || !first_bytes_[static_cast<unsigned char>(folded.front())]) return 0;
    key_.assign(stemmer_.stem(folded));
    const auto found = ids_.find(key_);
    return found == ids_.end() ? 0 : found->second;
  }

  [[nodiscard]] bool stands_at(const std::vector<std::uint32_t>& ids, std::size_t at) const {
    if (ids.empty() || at + ids.size() > words_.size()) return false;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (words_[at + i].stem != ids[i]) return false;
    }
    return true;
  }

  const std::vector<HighlightForm>& forms_;
  Stemmer& stemmer_;
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::vector<std::uint32_t>> form_ids_;
  std::bitset<256> first_bytes_;  // that a word must begin with to have one of the stems
  std::vector<Word> words_;
  std::string key_;
};

// Different words of the query count far more than repeated ones.
std::size_t score_of(const std::vector<Match>& matches, TextSpan window, std::vector<std::size_t>& seen,
                     std::size_t stamp) {
  std::size_t different = 0, all = 0;
  auto it = std::lower_bound(matches.begin(), matches.end(), window.begin,
                             [](const Match& match, std::size_t begin) { return match.span.begin < begin; });
  for (; it != matches.end() && it->span.end <= window.end; ++it) {
    ++all;
    if (seen[it->unit] != stamp) seen[it->unit] = stamp, ++different;
  }
  return 1000 * different + std::min<std::size_t>(all, 999);
}

// Whole sentences from each possible first one, as many as fit.
TextSpan best_window(const std::vector<Sentence>& sentences, const std::vector<Match>& matches, std::size_t bytes) {
  std::size_t units = 0;
  for (const Match& match : matches) units = std::max(units, match.unit + 1);
  std::vector<std::size_t> seen(units, 0);
  TextSpan best{sentences.front().begin, sentences.front().end};
  std::size_t best_score = 0, last = 0;
  for (std::size_t first = 0; first < sentences.size(); ++first) {
    last = std::max(last, first);
    while (last + 1 < sentences.size() && sentences[last + 1].end - sentences[first].begin <= bytes) ++last;
    const TextSpan window{sentences[first].begin, sentences[last].end};
    const std::size_t score = score_of(matches, window, seen, first + 1);
    if (first == 0 || score > best_score) best = window, best_score = score;
  }
  return best;
}

}  // namespace

Snippet make_snippet(std::string_view text, const std::vector<HighlightForm>& forms, std::size_t bytes,
                     Stemmer& stemmer) {
  if (bytes == 0) return {};
  text = text.substr(0, character_border(text, kMostText));
  const std::vector<Sentence> sentences = split_sentences(text);
  if (sentences.empty()) return {};
  const std::vector<Match> matches = MatchFinder(forms, stemmer).find(text);
  const TextSpan whole = best_window(sentences, matches, bytes);
  std::vector<TextSpan> marks;
  marks.reserve(matches.size());
  for (const Match& match : matches) marks.push_back(match.span);
  const TextSpan window = narrow_window(text, whole, marks, bytes);
  return write_passage(text, window, window.begin > whole.begin, window.end < whole.end, marks);
}

}  // namespace dateline
