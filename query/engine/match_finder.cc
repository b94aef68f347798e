// One pass over the words; only those that begin like one of the query's are stemmed.
#include "query/engine/match_finder.h"

#include <algorithm>

#include "shared/text/tokenizer.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxJoined = 64;  // bytes: longer ones are not indexed

std::size_t first_byte(std::string_view word) {
  return static_cast<unsigned char>(word.front());
}

}  // namespace

bool comes_before(const Match& a, const Match& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

MatchFinder::MatchFinder(const std::vector<HighlightForm>& forms, Stemmer& stemmer) : stemmer_(stemmer) {
  forms_by_first_.emplace_back();  // id 0 is none
  for (const HighlightForm& form : forms) add_form(form);
  if (!stemmer.keeps_first_byte() && !ids_.empty()) first_bytes_.set();
}

void MatchFinder::add_form(const HighlightForm& form) {
  units_ = std::max(units_, form.unit + 1);
  const bool empty = std::any_of(form.stems.begin(), form.stems.end(), [](const auto& stem) { return stem.empty(); });
  if (form.stems.empty() || empty) return;
  if (form.as_written) {
    as_written_.try_emplace(form.stems.front(), form.unit);
    first_written_.set(first_byte(form.stems.front()));
    return;
  }
  Form made{.ids = {}, .unit = form.unit};
  for (const std::string& stem : form.stems) {
    made.ids.push_back(ids_.try_emplace(stem, ids_.size() + 1).first->second);
    first_bytes_.set(first_byte(stem));
  }
  forms_by_first_.resize(ids_.size() + 1);
  forms_by_first_[made.ids.front()].push_back(std::move(made));
}

void MatchFinder::find(std::string_view text, std::vector<Match>& matches) {
  matches.clear();
  words_.clear();
  if (ids_.empty() && as_written_.empty()) return;
  read_words(text, matches);
  for (std::size_t at = 0; at < words_.size(); ++at) {
    if (words_[at].stem == 0) continue;
    for (const Form& form : forms_by_first_[words_[at].stem]) {
      if (!stands_at(form.ids, at)) continue;
      for (std::size_t i = 0; i < form.ids.size(); ++i) matches.push_back({words_[at + i].span, form.unit});
    }
  }
  std::sort(matches.begin(), matches.end(), comes_before);
}

// Words with the ids of their stems; "cease-fire" matches at once where the query has "ceasefire". What hyphens join
// is looked up as the analyzer joins it: pairs, and the whole run.
void MatchFinder::read_words(std::string_view text, std::vector<Match>& matches) {
  Tokenizer tokenizer(text);
  std::string run, pair;
  TextSpan last{}, whole{};
  for (Token token; tokenizer.next(token);) {
    const TextSpan span{token.begin, token.end};
    if (token.joined_to_previous) {
      pair += token.folded;
      add_whole(pair, {last.begin, token.end}, matches);
      run += token.folded;
      whole.end = token.end;
      if (run != pair) add_whole(run, whole, matches);
    } else {
      run = token.folded;
      whole = span;
    }
    pair = token.folded;
    last = span;
    add_as_written(token.folded, span, matches);
    words_.push_back({.span = span, .stem = id_of(token.folded)});
  }
}

void MatchFinder::add_whole(std::string_view folded, TextSpan span, std::vector<Match>& matches) {
  if (folded.size() > kMaxJoined) return;
  add_as_written(folded, span, matches);
  const std::uint32_t id = id_of(folded);
  if (id == 0) return;
  for (const Form& form : forms_by_first_[id]) {
    if (form.ids.size() == 1) matches.push_back({span, form.unit});
  }
}

void MatchFinder::add_as_written(std::string_view folded, TextSpan span, std::vector<Match>& matches) {
  if (folded.empty() || !first_written_[first_byte(folded)]) return;
  key_.assign(folded);
  if (const auto found = as_written_.find(key_); found != as_written_.end()) matches.push_back({span, found->second});
}

std::uint32_t MatchFinder::id_of(std::string_view folded) {
  if (folded.empty() || !first_bytes_[first_byte(folded)]) return 0;
  const std::uint32_t number = stemmer_.number_of(folded);
  if (number >= known_.size()) known_.resize(std::size_t{number} + 1, -1);
  std::int32_t& id = known_[number];
  if (id < 0) {
    key_.assign(stemmer_.stem_of(number));
    const auto found = ids_.find(key_);
    id = found == ids_.end() ? 0 : static_cast<std::int32_t>(found->second);
  }
  return static_cast<std::uint32_t>(id);
}

bool MatchFinder::stands_at(const std::vector<std::uint32_t>& ids, std::size_t at) const {
  if (at + ids.size() > words_.size()) return false;
  for (std::size_t i = 1; i < ids.size(); ++i) {
    if (words_[at + i].stem != ids[i]) return false;
  }
  return true;
}

}  // namespace dateline
