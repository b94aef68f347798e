// First the best run of sentences; where it leaves words of the query out, the best sentence for each of the rest.
#include "query/engine/passage_choice.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "query/engine/passage.h"

namespace dateline {
namespace {

using Units = std::uint64_t;               // a bit each
constexpr std::size_t kMostUnits = 64;     // what lies beyond shares the last bit
constexpr std::size_t kShortPassage = 60;  // bytes: shorter ones say nothing

Units bit_of(std::size_t unit) {
  return Units{1} << std::min(unit, kMostUnits - 1);
}

// What a run of sentences has of the query.
struct Gain {
  Units units = 0;
  std::size_t matches = 0;
};

// Different words of the query count far more than repeated ones.
std::size_t score_of(const Gain& gain, Units without) {
  const auto different = static_cast<std::size_t>(std::popcount(gain.units & ~without));
  return 1000 * different + std::min<std::size_t>(gain.matches, 999);
}

class Chooser {
 public:
  Chooser(std::string_view text, std::span<const Sentence> sentences, std::span<const Match> matches, std::size_t bytes)
      : text_(text), sentences_(sentences), matches_(matches), bytes_(bytes) {
    gains_.resize(sentences.size());
    std::size_t at = 0;
    for (const Match& match : matches) {
      while (at < sentences.size() && sentences[at].end <= match.span.begin) ++at;
      if (at == sentences.size()) break;
      gains_[at].units |= bit_of(match.unit);
      ++gains_[at].matches;
      all_ |= bit_of(match.unit);
    }
  }

  std::vector<Passage> choose() {
    const Run best = best_run();
    if (best.gain.units == all_) return {narrow(best, bytes_)};
    std::vector<Passage> several = choose_several();
    return several.size() > 1 ? several : std::vector<Passage>{narrow(best, bytes_)};
  }

 private:
  struct Run {  // of sentences, both ends included
    std::size_t first = 0, last = 0;
    Gain gain;
  };

  [[nodiscard]] TextSpan span_of(std::size_t first, std::size_t last) const {
    return {sentences_[first].begin, sentences_[last].end};
  }

  // Whole sentences from each possible first one, as many as fit.
  [[nodiscard]] Run best_run() const {
    Run best;
    std::size_t best_score = 0, last = 0;
    for (std::size_t first = 0; first < sentences_.size(); ++first) {
      last = std::max(last, first);
      while (last + 1 < sentences_.size() && sentences_[last + 1].end - sentences_[first].begin <= bytes_) ++last;
      if (first > 0 && gains_[first].matches == 0) continue;  // one that begins later has as much
      Run run{.first = first, .last = last, .gain = {}};
      for (std::size_t i = first; i <= last; ++i) add(run.gain, gains_[i]);
      const std::size_t score = score_of(run.gain, 0);
      if (first == 0 || score > best_score) best = run, best_score = score;
    }
    return best;
  }

  static void add(Gain& to, const Gain& more) {
    to.units |= more.units;
    to.matches += more.matches;
  }

  [[nodiscard]] Passage narrow(const Run& run, std::size_t bytes) const {
    const TextSpan whole = span_of(run.first, run.last);
    std::vector<TextSpan> marks;
    for (const Match& match : matches_) {
      if (match.span.begin >= whole.begin && match.span.end <= whole.end) marks.push_back(match.span);
    }
    const TextSpan window = narrow_window(text_, whole, marks, bytes);
    return {window, window.begin > whole.begin, window.end < whole.end};
  }

  [[nodiscard]] Units units_in(TextSpan window) const {
    Units units = 0;
    for (const Match& match : matches_) {
      if (match.span.begin >= window.begin && match.span.end <= window.end) units |= bit_of(match.unit);
    }
    return units;
  }

  // The sentence that adds most to what is covered; sentences_.size() where none does.
  [[nodiscard]] std::size_t next_sentence(Units covered) const {
    std::size_t best = sentences_.size(), best_score = 999;  // a new word at least
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      const std::size_t score = score_of(gains_[i], covered);
      if (score > best_score) best = i, best_score = score;
    }
    return best;
  }

  std::vector<Passage> choose_several() {
    const auto missing = static_cast<std::size_t>(std::popcount(all_));
    const std::size_t most = std::min({kMostPassages, missing, std::max<std::size_t>(1, bytes_ / kShortPassage)});
    std::vector<Passage> out;
    Units covered = 0;
    std::size_t left = bytes_;
    while (out.size() < most && covered != all_) {
      const std::size_t sentence = next_sentence(covered);
      if (sentence == sentences_.size()) break;
      const std::size_t share = left / (most - out.size());
      Passage passage = around_new(sentence, covered, share);
      gains_[sentence].units = 0;  // chosen once
      const Units units = units_in(passage.span);
      if ((units & ~covered) == 0) continue;
      covered |= units;
      left -= std::min(left, passage.span.end - passage.span.begin);
      out.push_back(passage);
    }
    std::sort(out.begin(), out.end(), [](const Passage& a, const Passage& b) { return a.span.begin < b.span.begin; });
    extend(out, left);
    return joined(out);
  }

  // The part of the sentence around the first word that is not covered yet.
  [[nodiscard]] Passage around_new(std::size_t sentence, Units covered, std::size_t bytes) const {
    const TextSpan whole = span_of(sentence, sentence);
    std::vector<TextSpan> marks;
    for (const Match& match : matches_) {
      const bool inside = match.span.begin >= whole.begin && match.span.end <= whole.end;
      if (inside && (bit_of(match.unit) & ~covered) != 0) marks.push_back(match.span);
    }
    const TextSpan window = narrow_window(text_, whole, marks, bytes);
    return {window, window.begin > whole.begin, window.end < whole.end};
  }

  // What is left goes to the sentences behind the passages, where whole ones fit.
  void extend(std::vector<Passage>& passages, std::size_t left) const {
    for (std::size_t i = 0; i < passages.size(); ++i) {
      Passage& passage = passages[i];
      if (passage.cut_back) continue;
      const std::size_t limit = i + 1 < passages.size() ? passages[i + 1].span.begin : text_.size();
      auto next = std::lower_bound(sentences_.begin(), sentences_.end(), passage.span.end,
                                   [](const Sentence& s, std::size_t end) { return s.begin < end; });
      for (; next != sentences_.end() && next->end <= limit && next->end - passage.span.end <= left; ++next) {
        left -= next->end - passage.span.end;
        passage.span.end = next->end;
      }
    }
  }

  // Those with nothing but white space between them are one.
  [[nodiscard]] std::vector<Passage> joined(const std::vector<Passage>& passages) const {
    std::vector<Passage> out;
    for (const Passage& passage : passages) {
      const bool follows =
          !out.empty() &&
          text_.substr(out.back().span.end, passage.span.begin - out.back().span.end).find_first_not_of(" \t\r\n") ==
              std::string_view::npos;
      if (!follows || out.back().cut_back || passage.cut_front) {
        out.push_back(passage);
        continue;
      }
      out.back().span.end = passage.span.end;
      out.back().cut_back = passage.cut_back;
    }
    return out;
  }

  std::string_view text_;
  std::span<const Sentence> sentences_;
  std::span<const Match> matches_;
  std::size_t bytes_;
  std::vector<Gain> gains_;  // by sentence
  Units all_ = 0;
};

}  // namespace

std::vector<Passage> choose_passages(std::string_view text, std::span<const Sentence> sentences,
                                     std::span<const Match> matches, std::size_t bytes) {
  if (sentences.empty()) return {};
  return Chooser(text, sentences, matches, bytes).choose();
}

}  // namespace dateline
