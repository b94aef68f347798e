// Chooses few articles that have all of the stems, and counts how these write them.
#include "query/engine/written_words.h"

#include <algorithm>
#include <bit>
#include <map>
#include <span>

#include "query/engine/word_counter.h"
#include "shared/text/tokenizer.h"

namespace dateline {
namespace {

constexpr std::size_t kStemsAtOnce = 64;     // the bits of stems_in
constexpr std::size_t kArticlesEach = 3;     // of a stem, where so many have it
constexpr std::size_t kMostLookedAt = 2000;  // articles among which these are chosen

// How often a stem was written in each way, by the folded form.
struct Forms {
  std::map<std::string, std::size_t> folded;
  std::map<std::string, std::map<std::string, std::size_t>> written;  // by folded form
};

bool begins_small(std::string_view word) {
  return !word.empty() && word.front() >= 'a' && word.front() <= 'z';
}

template <class Key>
const Key& most_frequent(const std::map<Key, std::size_t>& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// Beginnings of sentences and headlines have capitals that mean nothing: one small letter is enough to know.
std::string best_of(const Forms& forms) {
  const std::string& folded = most_frequent(forms.folded);
  const auto& written = forms.written.at(folded);
  std::map<std::string, std::size_t> small;
  for (const auto& [word, count] : written) {
    if (begins_small(word)) small.emplace(word, count);
  }
  return most_frequent(small.empty() ? written : small);
}

class WordWriter {
 public:
  WordWriter(const EntityReader& reader, std::vector<std::uint32_t> stems)
      : reader_(reader), stems_(std::move(stems)), forms_(stems_.size()) {
    std::sort(stems_.begin(), stems_.end());
  }

  Result<void> look_into(const DocidList& from) {
    const auto articles = reader_.snapshot.searcher.articles_at(choose(from));
    if (!articles) return articles.error();
    for (const ArticleId id : *articles) {
      const auto stored = reader_.catalog.load_article(id);
      if (!stored) return stored.error();
      if (!*stored) continue;
      add((*stored)->article.title);
      add((*stored)->article.text);
    }
    return {};
  }

  [[nodiscard]] std::string word_of(std::uint32_t stem) const {
    const auto place = static_cast<std::size_t>(std::lower_bound(stems_.begin(), stems_.end(), stem) - stems_.begin());
    if (!forms_[place].folded.empty()) return best_of(forms_[place]);
    return std::string(reader_.snapshot.columns.lexicon->stem_of(stem));
  }

 private:
  // Those that have most of them first, so that few do for all.
  [[nodiscard]] DocidList choose(const DocidList& from) const {
    std::vector<std::pair<std::uint64_t, Docid>> having;
    for (const Docid docid : evenly_chosen(from, kMostLookedAt)) {
      const std::uint64_t found = stems_in(reader_.snapshot.columns.tokens->record(docid), stems_);
      if (found != 0) having.emplace_back(found, docid);
    }
    std::stable_sort(having.begin(), having.end(),
                     [](const auto& a, const auto& b) { return std::popcount(a.first) > std::popcount(b.first); });
    std::vector<std::size_t> times(stems_.size());
    DocidList chosen;
    for (const auto& [found, docid] : having) {
      bool useful = false;
      for (std::size_t i = 0; i < stems_.size(); ++i) {
        if ((found >> i & 1U) != 0 && times[i] < kArticlesEach) useful = true, ++times[i];
      }
      if (useful) chosen.push_back(docid);
    }
    return chosen;
  }

  void add(std::string_view text) {
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) {
      const auto stem = reader_.snapshot.columns.lexicon->find(reader_.stemmer.stem(token.folded));
      if (!stem) continue;
      const auto place = std::lower_bound(stems_.begin(), stems_.end(), *stem);
      if (place == stems_.end() || *place != *stem) continue;
      Forms& forms = forms_[static_cast<std::size_t>(place - stems_.begin())];
      const std::string folded(token.folded);
      ++forms.folded[folded];
      ++forms.written[folded][std::string(text.substr(token.begin, token.end - token.begin))];
    }
  }

  const EntityReader& reader_;
  std::vector<std::uint32_t> stems_;  // ascending
  std::vector<Forms> forms_;          // of each
};

}  // namespace

Result<std::vector<std::string>> written_words(const EntityReader& reader, const std::vector<std::uint32_t>& stems,
                                               const DocidList& from) {
  std::vector<std::string> words;
  for (std::size_t first = 0; first < stems.size(); first += kStemsAtOnce) {
    const auto part = std::span(stems).subspan(first, std::min(kStemsAtOnce, stems.size() - first));
    WordWriter writer(reader, {part.begin(), part.end()});
    if (auto done = writer.look_into(from); !done) return std::move(done).error();
    for (const std::uint32_t stem : part) words.push_back(writer.word_of(stem));
  }
  return words;
}

}  // namespace dateline
