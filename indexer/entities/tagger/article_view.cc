// Every step is one pass over the tokens; names look ahead by a bounded number of words.
#include "indexer/entities/tagger/article_view.h"

#include <algorithm>

namespace dateline::tagging {
namespace {

constexpr std::size_t kLongestName = 8;      // words of a name of the lexicon
constexpr std::size_t kLongestInitials = 8;  // words of a name that an acronym stands for
constexpr std::uint32_t kMostlySmall = 5;    // casing: running text writes it small more often than not

}  // namespace

void ArticleView::read(std::string_view text, const std::vector<TaggerToken>& tokens) {
  cache_.begin_article();
  tokens_.clear();
  tokens_.reserve(tokens.size());
  borders_.clear();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    TokenView view;
    view.word = cache_.id_of(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
    view.sentence_start = tokens[i].sentence_start;
    if (view.sentence_start) borders_.push_back(static_cast<std::uint32_t>(i));
    tokens_.push_back(view);
  }
  borders_.push_back(static_cast<std::uint32_t>(tokens.size()));
  find_modes();
  find_runs();
  find_names();
  count_uses();
  find_initials();
}

void ArticleView::find_modes() {
  for (std::size_t s = 0; s + 1 < borders_.size(); ++s) {
    std::size_t words = 0, capital = 0, upper = 0, small = 0;
    for (std::size_t i = borders_[s]; i < borders_[s + 1]; ++i) {
      const WordInfo& info = word(i);
      if (info.form == Form::kMark || info.form == Form::kNumber || info.form == Form::kHyphen) continue;
      ++words;
      if (info.form == Form::kUpper) ++upper;
      if (is_capital(info.form)) ++capital;
      if (info.form == Form::kLower && !info.connector) ++small;
    }
    LineMode mode = LineMode::kNormal;
    if (words >= 3 && upper * 10 >= words * 7) {
      mode = LineMode::kCapitals;
    } else if (words >= 4 && capital >= 3 * small) {
      mode = LineMode::kHeadline;
    } else if (words >= 4 && capital == 0) {
      mode = LineMode::kSmall;
    }
    for (std::size_t i = borders_[s]; i < borders_[s + 1]; ++i) tokens_[i].mode = mode;
  }
}

// A word that is usually small is no part of a name only because a sentence begins with it.
bool ArticleView::in_run(std::size_t i) const {
  const WordInfo& info = word(i);
  if (!is_capital(info.form)) return false;
  return !(tokens_[i].sentence_start && info.known.casing >= kMostlySmall);
}

void ArticleView::find_runs() {
  runs_.clear();
  for (std::size_t i = 0; i < size();) {
    if (!in_run(i)) {
      ++i;
      continue;
    }
    CapitalRun run{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1)};
    while (run.end < size() && !tokens_[run.end].sentence_start) {
      if (in_run(run.end)) {
        ++run.end;
      } else if (run.end + 1 < size() && !tokens_[run.end + 1].sentence_start && in_run(run.end + 1) &&
                 word(run.end).form == Form::kHyphen) {
        run.end += 2;
      } else {
        break;
      }
    }
    for (std::size_t t = run.begin; t < run.end; ++t) tokens_[t].run = static_cast<std::uint32_t>(runs_.size());
    runs_.push_back(run);
    i = run.end;
  }
}

void ArticleView::find_names() {
  for (std::size_t i = 0; i < size();) {
    std::size_t best_end = 0;
    std::uint32_t best_classes = 0;
    std::uint64_t key = 0;
    if (is_capital(word(i).form)) {
      std::size_t words = 0;
      for (std::size_t t = i; t < size() && words < kLongestName; ++t) {
        if (t > i && tokens_[t].sentence_start) break;
        if (word(t).form == Form::kHyphen) continue;
        ++words;
        key = phrase_key(key, word(t).key);
        const LexiconEntry entry = words == 1 ? word(t).known : cache_.lexicon().find(key);
        if ((entry.classes & known_as::kNames) != 0 && is_capital(word(t).form)) {
          best_end = t + 1;
          best_classes = entry.classes;
        }
        if (!entry.has_longer) break;
      }
    }
    if (best_end == 0) {
      ++i;
      continue;
    }
    for (std::size_t t = i; t < best_end; ++t) {
      NamePart part = t == i ? NamePart::kFirst : t + 1 == best_end ? NamePart::kLast : NamePart::kMiddle;
      if (best_end == i + 1) part = NamePart::kSingle;
      tokens_[t].name = {best_classes & known_as::kNames, part};
    }
    i = best_end;
  }
}

void ArticleView::count_uses() {
  for (const std::uint32_t key : used_keys_)
    if (key < uses_.size()) uses_[key] = {};
  used_keys_.clear();
  uses_.resize(std::max(uses_.size(), cache_.keys()));
  for (std::size_t i = 0; i < size(); ++i) {
    const WordInfo& info = word(i);
    KeyUse& use = uses_[info.key_id];
    used_keys_.push_back(info.key_id);
    if (info.form == Form::kLower && tokens_[i].mode != LineMode::kSmall) ++use.small;
    if (!is_capital(info.form)) continue;
    const auto at = static_cast<std::uint32_t>(i);
    if (use.first_capital == kNone) {
      use.first_capital = at;
    } else {
      tokens_[use.last_capital].next_same = at;
    }
    use.last_capital = at;
    if (!tokens_[i].sentence_start && tokens_[i].mode == LineMode::kNormal) ++use.capital;
  }
}

// "Prime Minister 's Office" and "Bank of England": small words may or may not give a letter; the former is taken.
void ArticleView::find_initials() {
  initials_.clear();
  for (std::uint32_t r = 0; r < runs_.size(); ++r) {
    std::uint64_t letters = 0;
    std::size_t words = 0;
    std::uint32_t last = r;
    for (std::uint32_t t = runs_[r].begin; t < size() && words < kLongestInitials; ++t) {
      if (t > runs_[r].begin && tokens_[t].sentence_start) break;
      if (tokens_[t].run != kNone) {
        if (word(t).form == Form::kHyphen) continue;
        letters = combine(letters, word(t).first_letter);
        last = tokens_[t].run;
        if (++words >= 2) initials_.try_emplace(letters, last);
      } else if (!word(t).connector && word(t).first_letter != '\'') {
        break;
      }
    }
  }
}

std::uint32_t ArticleView::expansion_of(std::size_t i) const {
  const std::uint64_t letters = word(i).letters;
  if (letters == 0 || initials_.empty()) return kNone;
  const auto found = initials_.find(letters);
  return found == initials_.end() ? kNone : found->second;
}

}  // namespace dateline::tagging
