// Names are hashed word by word, so that a text is gone through once, looking ahead by a bounded number of words.
#include "indexer/entities/known_names.h"

#include <algorithm>
#include <utility>

#include "indexer/entities/name_forms.h"
#include "indexer/entities/tagger/hashing.h"
#include "indexer/entities/tagger/lexicon.h"
#include "indexer/entities/tagger/word_cache.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using tagging::hash_bytes;
using tagging::phrase_key;
using tagging::word_key;

constexpr std::size_t kLongestName = 12;  // words
constexpr std::size_t kLeastAnyCase = 5;  // bytes of a name that is also found in other case: "WHO" is not "who"

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

std::string_view token_text(std::string_view text, const TaggerToken& token) {
  return text.substr(token.begin, token.end - token.begin);
}

}  // namespace

KnownNames::KnownNames(const std::vector<KnownEntity>& known) {
  for (std::uint32_t i = 0; i < known.size(); ++i) {
    add(known[i].name, known[i].kind, i);
    for (const std::string& alias : known[i].aliases) add(alias, known[i].kind, i);
  }
}

void KnownNames::add(std::string_view name, EntityKind kind, std::uint32_t number) {
  tokens_.clear();
  split_tagger_tokens(name, tokens_);
  if (tokens_.empty() || tokens_.size() > kLongestName) return;
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (i > 0) entries_[key].has_longer = true;
    key = phrase_key(key, hash_bytes(word_key(token_text(name, tokens_[i]))));
  }
  Entry& entry = entries_[key];
  if (entry.known != kNoKnownName && entry.known != number) return;
  entry.kind = kind;
  entry.known = number;
  std::string written = written_name(name);
  entry.any_case =
      entry.any_case || (written.size() >= kLeastAnyCase && std::any_of(written.begin(), written.end(), is_small));
  entry.written.push_back(std::move(written));
}

void KnownNames::find(std::string_view text, bool in_title) {
  tokens_.clear();
  split_tagger_tokens(text, tokens_);
  for (std::size_t i = 0; i < tokens_.size();) {
    std::size_t end = 0;
    const Entry* best = nullptr;
    std::uint64_t key = 0;
    for (std::size_t t = i; t < tokens_.size() && t < i + kLongestName; ++t) {
      if (t > i && tokens_[t].sentence_start) break;
      key = phrase_key(key, hash_bytes(word_key(token_text(text, tokens_[t]))));
      const auto found = entries_.find(key);
      if (found == entries_.end()) break;
      const Entry& entry = found->second;
      const std::string_view span = text.substr(tokens_[i].begin, tokens_[t].end - tokens_[i].begin);
      if (entry.known != kNoKnownName) {
        const bool as_written =
            std::find(entry.written.begin(), entry.written.end(), written_name(span)) != entry.written.end();
        if (as_written || (entry.any_case && !is_small(span[0]))) best = &entry, end = t + 1;
      }
      if (!entry.has_longer) break;
    }
    if (best == nullptr) {
      ++i;
      continue;
    }
    found_.push_back({.begin = tokens_[i].begin,
                      .end = tokens_[end - 1].end,
                      .kind = best->kind,
                      .in_title = in_title,
                      .known = best->known});
    i = end;
  }
}

void KnownNames::put_over(std::string_view title, std::string_view text, std::vector<NameSpan>& spans) {
  found_.clear();
  find(title, true);
  find(text, false);
  std::size_t s = 0;
  std::erase_if(found_, [&](const NameSpan& known) {
    const std::string_view bytes = bytes_of(known, title, text);
    if (bytes.find_first_of(" \n\t-") != std::string_view::npos) return false;
    while (s < spans.size() && lies_before(spans[s], known)) ++s;
    if (s == spans.size() || lies_before(known, spans[s])) return false;
    return spans[s].begin <= known.begin && spans[s].end >= known.end && spans[s].end - spans[s].begin > bytes.size();
  });
  dateline::put_over(found_, spans);
}

}  // namespace dateline
