// The splitter: one pass over the bytes that may end a sentence. What abbreviations mean is in abbreviations.cc, what a
// line end means in text_layout.cc.
#include "shared/text/sentences.h"

#include <algorithm>
#include <array>

#include "shared/base/byte_set.h"
#include "shared/base/strings.h"
#include "shared/text/abbreviations.h"
#include "shared/text/text_layout.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

constexpr unsigned char byte_of(char c) {
  return static_cast<unsigned char>(c);
}

// Bytes that may begin a stop or a line end. E2: "…"; E3 and EF: "。", "！", "？".
constexpr ByteSet kInteresting(".!?\n\xE2\xE3\xEF");

constexpr std::array<std::string_view, 3> kIdeographicStops = {"\u3002", "\uFF01", "\uFF1F"};
constexpr std::array<std::string_view, 4> kStops = {".", "!", "?", "\u2026"};
constexpr std::array<std::string_view, 11> kClosers = {"\"",     "'",      "\u2019", "\u201D", ")",     "]",
                                                       "\u00BB", "\u203A", "\u300D", "\u300F", "\uFF09"};
constexpr std::array<std::string_view, 12> kOpeners = {"\"",     "'",      "\u2018", "\u201C", "(",      "[",
                                                       "\u00AB", "\u2039", "\u201E", "\u2014", "\u2013", "-"};
constexpr std::array<std::string_view, 3> kWideSpaces = {"\u00A0", "\u202F", "\u3000"};

// Bytes of the one of `marks` with which the text goes on at `at`; 0 where it is none.
template <std::size_t Size>
std::size_t length_of_any(const std::array<std::string_view, Size>& marks, std::string_view text, std::size_t at) {
  const auto rest = text.substr(std::min(at, text.size()), 3);
  for (const auto mark : marks) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

std::size_t space_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  return byte_of(c) < 0x80 ? 0 : length_of_any(kWideSpaces, text, at);
}

std::string_view trim_end(std::string_view text) {
  for (;;) {
    const auto wide = std::ranges::find_if(kWideSpaces, [&](std::string_view space) { return text.ends_with(space); });
    if (wide != kWideSpaces.end()) {
      text.remove_suffix(wide->size());
    } else if (!text.empty() && space_length(text, text.size() - 1) == 1) {
      text.remove_suffix(1);
    } else {
      return text;
    }
  }
}

std::size_t skip_openers(std::string_view text, std::size_t at) {
  for (std::size_t length = 0; (length = length_of_any(kOpeners, text, at)) != 0;) at += length;
  return at;
}

// The letters with periods between that end before `end`, not further back than `begin`: "U.S" of "the U.S."
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongest = 16;  // longer ones are no abbreviations
  const std::size_t least = std::max(begin, end > kLongest ? end - kLongest : 0);
  std::size_t at = end;
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || byte_of(c) >= 0x80;
  };
  while (at > least && is_part(text[at - 1])) --at;
  // A quote or dash is no part of the word.
  for (std::size_t i = at; i < end;) {
    const std::size_t length = length_of_any(kOpeners, text, i);
    i += std::max<std::size_t>(length, 1);
    if (length != 0) at = i;
  }
  return text.substr(at, end - at);
}

std::string_view word_after(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z'))) ++end;
  return text.substr(at, end - at);
}

bool has_only_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What stands between two words: white space, with the line ends in it.
struct Gap {
  std::size_t end = 0;
  bool ends_paragraph = false;
};

class Splitter {
 public:
  Splitter(std::string_view text, std::vector<Sentence>& out) : text_(text), wrapped_(is_wrapped(text)), out_(out) {}

  void run() {
    begin_ = read_gap(0).end;
    for (std::size_t at = begin_; at < text_.size();) at = step(at);
    emit(text_.size(), true);
  }

 private:
  // Looks at one byte and says where to go on.
  std::size_t step(std::size_t at) {
    at = kInteresting.find_in(text_, at);
    if (at == text_.size()) return at;
    if (text_[at] == '\n') return after_line_end(at);
    if (const auto length = length_of_any(kIdeographicStops, text_, at)) return after_ideographic_stop(at + length);
    const std::size_t behind = skip(kStops, at);
    return behind == at ? at + 1 : after_stops(at, behind);
  }

  template <std::size_t Size>
  [[nodiscard]] std::size_t skip(const std::array<std::string_view, Size>& marks, std::size_t at) const {
    for (std::size_t length = 0; (length = length_of_any(marks, text_, at)) != 0;) at += length;
    return at;
  }

  // White space from `at` on. A blank line always ends the paragraph. Else a line end does so in text that is not
  // wrapped, and in wrapped text before an indented line.
  [[nodiscard]] Gap read_gap(std::size_t at) const {
    std::size_t line_ends = 0;
    std::size_t indentation = 0;
    bool tab = false;
    for (std::size_t length = 0; (length = space_length(text_, at)) != 0; at += length) {
      if (text_[at] == '\n') {
        ++line_ends;
        indentation = 0;
        tab = false;
      } else {
        indentation += text_[at] == '\r' ? 0 : 1;
        tab = tab || text_[at] == '\t';
      }
    }
    const bool indented = indentation >= 2 || tab;
    return {at, line_ends > 1 || (line_ends == 1 && (!wrapped_ || indented))};
  }

  std::size_t after_line_end(std::size_t at) {
    const Gap gap = read_gap(at);
    if (gap.ends_paragraph) end_sentence(at, gap);
    return gap.end;
  }

  std::size_t after_ideographic_stop(std::size_t behind) {
    const std::size_t end = skip(kClosers, behind);
    const Gap gap = read_gap(end);
    end_sentence(end, gap);
    return gap.end;
  }

  std::size_t after_stops(std::size_t stops, std::size_t behind) {
    const std::size_t end = skip(kClosers, behind);
    const Gap gap = read_gap(end);
    if (gap.end == end) return end;  // no white space: "3.5", "example.com"
    const bool one_period = behind == stops + 1 && text_[stops] == '.';
    if (gap.ends_paragraph || (next_may_begin(gap.end) && (!one_period || period_ends(stops, gap.end)))) {
      end_sentence(end, gap);
    }
    return gap.end;
  }

  // Whether a sentence may begin at `at`: no lower-case letter, and no further stop or comma.
  [[nodiscard]] bool next_may_begin(std::size_t at) const {
    at = skip_openers(text_, at);
    if (at >= text_.size() || text_[at] == ',' || text_[at] == ';' || text_[at] == '.') return false;
    if (utf8_length_at(text_, at) == 0) return true;
    return !is_lower_code_point(next_code_point(text_, at));
  }

  // Whether a single period at `at` is a full stop, given that a capital, digit or sign follows at `next`.
  [[nodiscard]] bool period_ends(std::size_t at, std::size_t next) const {
    const auto word = word_before(text_, begin_, at);
    if (has_only_digits(word) && word.data() == text_.data() + begin_) return false;  // the number of a list: "1. "
    switch (meaning_of_period(word)) {
      case PeriodMeaning::kEndsSentence:
        return true;
      case PeriodMeaning::kNeverEnds:
        return false;
      case PeriodMeaning::kMayEnd:
        break;
    }
    return begins_sentences(word_after(text_, skip_openers(text_, next)));
  }

  void end_sentence(std::size_t end, const Gap& gap) {
    emit(end, gap.ends_paragraph || gap.end == text_.size());
    begin_ = gap.end;
  }

  void emit(std::size_t end, bool ends_paragraph) {
    end = begin_ + trim_end(text_.substr(begin_, std::max(end, begin_) - begin_)).size();
    if (end > begin_) {
      out_.push_back({static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end), ends_paragraph});
    }
  }

  std::string_view text_;
  bool wrapped_;
  std::vector<Sentence>& out_;
  std::size_t begin_ = 0;  // of the sentence that is read
};

}  // namespace

void split_sentences(std::string_view text, std::vector<Sentence>& out) {
  out.clear();
  Splitter(text, out).run();
}

std::vector<Sentence> split_sentences(std::string_view text) {
  std::vector<Sentence> sentences;
  split_sentences(text, sentences);
  return sentences;
}

}  // namespace dateline
