// Words with their stems, counts, order, sentence marks and compounds. Knows no index.
#include "shared/text/analyzer.h"

#include <algorithm>

#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

// Changes whenever the same text would give other words, stems, compounds or marks.
constexpr std::string_view kRulesVersion = "dateline-2";

// Text has a word about every six bytes; the guess saves the sequence's growth.
constexpr std::size_t kBytesPerWord = 6;

bool may_be_hyphen(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '-' || text[at] == '\xE2');  // U+2010 and U+2011 begin with E2
}

bool has_only_digits(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
}

std::string_view& view_of(AnalyzedTerm& term) {
  return term.stem;
}
std::string_view& view_of(std::string_view& form) {
  return form;
}

template <class Entry>
std::size_t bytes_of(std::vector<Entry>& entries) {
  std::size_t bytes = 0;
  for (Entry& entry : entries) bytes += view_of(entry).size();
  return bytes;
}

// From views into the stemmer's cache to views into bytes that the article owns.
template <class Entry>
char* own(std::vector<Entry>& entries, char* to) {
  for (Entry& entry : entries) {
    std::string_view& view = view_of(entry);
    char* const begin = to;
    to = std::copy(view.begin(), view.end(), to);
    view = {begin, view.size()};
  }
  return to;
}

void own_bytes(AnalyzedText& out) {
  const std::size_t needed = bytes_of(out.terms) + bytes_of(out.compounds) + bytes_of(out.forms);
  if (out.bytes == nullptr || out.capacity < needed) {
    out.bytes = std::make_unique_for_overwrite<char[]>(needed);
    out.capacity = needed;
  }
  own(out.forms, own(out.compounds, own(out.terms, out.bytes.get())));
}

// Ends the words since the last mark. A paragraph that ends without further words turns the mark before it.
void add_mark(bool ends_paragraph, std::vector<std::uint32_t>& sequence) {
  std::uint32_t& last = sequence.back();  // there is always one: kTitleEnd
  if (last >= kFirstStemId) {
    sequence.push_back(ends_paragraph ? kParagraphEnd : kSentenceEnd);
  } else if (last == kSentenceEnd && ends_paragraph) {
    last = kParagraphEnd;
  }
}

}  // namespace

void AnalyzedText::clear() {
  terms.clear();
  sequence.clear();
  compounds.clear();
  forms.clear();
  words = 0;
}

void Analyzer::analyze(std::string_view title, std::string_view text, AnalyzedText& out) {
  begin_article(out);
  out.sequence.reserve((title.size() + text.size()) / kBytesPerWord + 1);
  add_title(title, out);
  add_text(text, out);
  own_bytes(out);
}

void Analyzer::begin_article(AnalyzedText& out) {
  out.clear();
  if (stemmer_.cached_words() > max_cached_words_) {
    stemmer_.clear_cache();
    places_.clear();
    form_articles_.clear();
  }
  if (++article_ == 0) {  // all 2^32 stamps are used up
    places_.clear();
    form_articles_.clear();
    article_ = 1;
  }
}

void Analyzer::add_title(std::string_view title, AnalyzedText& out) {
  Tokenizer tokenizer(title);
  for (Token token; tokenizer.next(token);) out.sequence.push_back(add_word(token, title, kTitleWeight, out));
  end_hyphens(kTitleWeight, out);
  out.sequence.push_back(kTitleEnd);
}

void Analyzer::add_text(std::string_view text, AnalyzedText& out) {
  split_sentences(text, sentences_);
  auto sentence = sentences_.begin();
  const bool untitled = out.sequence.front() == kTitleEnd;
  const std::uint32_t lead_end = untitled && !sentences_.empty() ? std::min(kLeadBytes, sentences_.front().end) : 0;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    for (; sentence != sentences_.end() && token.begin >= sentence->end; ++sentence) {
      add_mark(sentence->ends_paragraph, out.sequence);
    }
    out.sequence.push_back(add_word(token, text, token.begin < lead_end ? 1 + kLeadWeight : 1, out));
  }
  end_hyphens(1, out);
  for (; sentence != sentences_.end(); ++sentence) add_mark(sentence->ends_paragraph, out.sequence);
}

std::uint32_t Analyzer::add_word(const Token& token, std::string_view text, std::uint32_t weight, AnalyzedText& out) {
  follow_hyphens(token, text, weight, out);
  const std::uint32_t stem = stemmer_.stem_of_word(add_form(token.folded, out));
  Place& place = place_of(stem);
  if (place.article != article_) {
    place.article = article_;
    place.term = static_cast<std::uint32_t>(out.terms.size());
    out.terms.push_back({stemmer_.stem_of(stem), 0});
  }
  out.terms[place.term].wdf += weight;
  ++out.words;
  return kFirstStemId + place.term;
}

// Every two neighbours make a compound; end_hyphens adds the run of three and more.
void Analyzer::follow_hyphens(const Token& token, std::string_view text, std::uint32_t weight, AnalyzedText& out) {
  if (parts_ > 0 && token.joined_to_previous) {
    last_part_ += token.folded;
    add_compound(last_part_, weight, out);
  } else {
    end_hyphens(weight, out);
    if (!may_be_hyphen(text, token.end)) return;
  }
  ++parts_;
  last_part_ = token.folded;
  if (run_.size() <= kMaxWordBytes) run_ += token.folded;
}

void Analyzer::end_hyphens(std::uint32_t weight, AnalyzedText& out) {
  if (parts_ == 0) return;
  if (parts_ > 2) add_compound(run_, weight, out);
  parts_ = 0;
  run_.clear();
}

// Words over the limit are cut by the tokenizer, so that a query could not find a longer compound.
void Analyzer::add_compound(std::string_view joined, std::uint32_t weight, AnalyzedText& out) {
  if (joined.size() > kMaxWordBytes || has_only_digits(joined)) return;
  const std::uint32_t stem = stemmer_.stem_of_word(add_form(joined, out));
  Place& place = place_of(stem);
  if (place.compound_article != article_) {
    place.compound_article = article_;
    place.compound = static_cast<std::uint32_t>(out.compounds.size());
    out.compounds.push_back({stemmer_.stem_of(stem), 0});
  }
  out.compounds[place.compound].wdf += weight;
}

// The stemmer's number of the word.
std::uint32_t Analyzer::add_form(std::string_view folded, AnalyzedText& out) {
  const std::uint32_t word = stemmer_.word_number_of(folded);
  if (word >= form_articles_.size()) form_articles_.resize(std::max<std::size_t>(word + 1, form_articles_.size() * 2));
  if (form_articles_[word] != article_) {
    form_articles_[word] = article_;
    out.forms.push_back(stemmer_.word_of(word));
  }
  return word;
}

Analyzer::Place& Analyzer::place_of(std::uint32_t stem) {
  if (stem >= places_.size()) places_.resize(std::max<std::size_t>(stem + 1, places_.size() * 2));
  return places_[stem];
}

std::string analysis_fingerprint(std::string_view language) {
  return concat({kRulesVersion, " unicode-", unicode_version(), " ", language});
}

}  // namespace dateline
