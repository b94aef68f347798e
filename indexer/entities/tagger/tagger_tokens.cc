// Splits at white space, then marks off the ends of each chunk and splits what is left inside.
#include "indexer/entities/tagger/tagger_tokens.h"

#include <array>

#include "shared/base/strings.h"
#include "shared/text/abbreviations.h"
#include "shared/text/text_layout.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

enum class Class : std::uint8_t { kSpace, kLineEnd, kLetter, kDigit, kMark };

struct Character {
  Class kind = Class::kMark;
  std::uint8_t bytes = 1;
  bool apostrophe = false;
  bool hyphen = false;  // also the dashes that stand for one between words
};

constexpr Class ascii_class(unsigned char c) {
  if (c == '\n') return Class::kLineEnd;
  if (c <= ' ' || c == 0x7F) return Class::kSpace;
  if (c >= '0' && c <= '9') return Class::kDigit;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Class::kLetter;
  return Class::kMark;
}

constexpr auto kAscii = [] {
  std::array<Class, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = ascii_class(static_cast<unsigned char>(c));
  return table;
}();

Character wide_character(std::string_view text, std::size_t at) {
  const std::size_t bytes = utf8_length_at(text, at);
  if (bytes == 0) return {};
  std::size_t next = at;
  const char32_t c = next_code_point(text, next);
  Character result{Class::kMark, static_cast<std::uint8_t>(bytes), false, false};
  if (c == 0x2028 || c == 0x2029) {
    result.kind = Class::kLineEnd;
  } else if (c == 0xA0 || c == 0x3000 || c == 0x202F || c == 0x205F || (c >= 0x2000 && c <= 0x200A)) {
    result.kind = Class::kSpace;
  } else if (is_word_code_point(c) || is_zero_width(c)) {
    result.kind = Class::kLetter;
  }
  result.apostrophe = c == 0x2019 || c == 0x2BC;
  result.hyphen = c == 0x2010 || c == 0x2011;
  return result;
}

Character character_at(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return {kAscii[c], 1, c == '\'', c == '-'};
  return wide_character(text, at);
}

bool is_word_class(Class kind) {
  return kind == Class::kLetter || kind == Class::kDigit;
}

// Addresses, "@name" and "#tag" stay whole up to white space or a closing mark.
bool opens_address(std::string_view chunk) {
  if (chunk.size() < 3) return false;
  if ((chunk[0] == '@' || chunk[0] == '#') && character_at(chunk, 1).kind != Class::kMark) return true;
  return chunk.starts_with("http://") || chunk.starts_with("https://") || chunk.starts_with("www.");
}

class Splitter {
 public:
  Splitter(std::string_view text, std::vector<TaggerToken>& out) : text_(text), out_(out) {}

  void run() {
    const bool wrapped = is_wrapped(text_);
    std::size_t at = 0;
    while (at < text_.size()) {
      const Character c = character_at(text_, at);
      if (c.kind == Class::kLineEnd) {
        const bool blank_line = last_line_end_ == out_.size();
        if (!wrapped || blank_line) sentence_start_ = true;
        last_line_end_ = out_.size();
        at += c.bytes;
      } else if (c.kind == Class::kSpace) {
        at += c.bytes;
      } else {
        at = split_chunk(at);
      }
    }
  }

 private:
  std::size_t end_of_chunk(std::size_t at) const {
    while (at < text_.size()) {
      const Character c = character_at(text_, at);
      if (c.kind == Class::kSpace || c.kind == Class::kLineEnd) break;
      at += c.bytes;
    }
    return at;
  }

  std::size_t split_chunk(std::size_t begin) {
    if (opens_address(text_.substr(begin, 8))) {
      std::size_t end = end_of_chunk(begin);
      while (end > begin + 1 && std::string_view(".,;:!?)\"'").find(text_[end - 1]) != std::string_view::npos) --end;
      put(begin, end);
      return end;
    }
    const Character c = character_at(text_, begin);
    return is_word_class(c.kind) ? split_word(begin) : split_mark(begin, c);
  }

  // A run of the same mark is one token: "...", "--".
  std::size_t split_mark(std::size_t begin, const Character& mark) {
    if (mark.apostrophe) {
      const std::size_t end = contraction_end(begin, mark.bytes);
      if (end != 0) return put(begin, end), end;
    }
    const std::string_view bytes = text_.substr(begin, mark.bytes);
    std::size_t end = begin + mark.bytes;
    while (text_.substr(end, mark.bytes) == bytes) end += mark.bytes;
    put(begin, end);
    return end;
  }

  // "'s", "'ve" as a token of its own, where no letter follows; 0: none.
  std::size_t contraction_end(std::size_t at, std::size_t mark_bytes) const {
    std::size_t end = at + mark_bytes;
    while (end < text_.size() && end <= at + mark_bytes + 2 && kAscii.size() > static_cast<unsigned char>(text_[end]) &&
           kAscii[static_cast<unsigned char>(text_[end])] == Class::kLetter)
      ++end;
    const std::size_t letters = end - at - mark_bytes;
    if (letters == 0 || letters > 2) return 0;
    if (end < text_.size() && is_word_class(character_at(text_, end).kind)) return 0;
    return end;
  }

  // From a letter or digit to where the word ends: inner periods, apostrophes and "&" belong to it, hyphens do not.
  std::size_t split_word(std::size_t begin) {
    std::size_t at = begin;
    std::size_t word_end = begin;
    while (at < text_.size()) {
      const Character c = character_at(text_, at);
      if (is_word_class(c.kind)) {
        at += c.bytes;
        word_end = at;
        continue;
      }
      if (!joins(at, c, begin)) break;
      at += c.bytes;
    }
    word_end = with_period(begin, word_end);
    word_end = with_spaced_periods(begin, word_end);
    put(begin, word_end);
    return word_end;
  }

  // Text that other programs have split: "U . N .", "E . J . Smith", "Dr . Smith". Where the line goes on, the periods
  // and the other initials are part of the word.
  std::size_t with_spaced_periods(std::size_t begin, std::size_t end) const {
    const std::string_view word = text_.substr(begin, end - begin);
    const bool initial = is_initial(begin) && end == begin + 1;
    if (!initial && (word.size() > 5 || meaning_of_period(word) != PeriodMeaning::kNeverEnds)) return end;
    while (has_spaced_period(end)) {
      end += 2;
      if (!initial || !is_initial(end + 1) || !has_spaced_period(end + 2)) break;
      end += 2;
    }
    return end;
  }

  bool is_initial(std::size_t at) const { return at < text_.size() && text_[at] >= 'A' && text_[at] <= 'Z'; }
  bool has_spaced_period(std::size_t at) const {
    return at + 3 < text_.size() && text_.substr(at, 3) == " . " && text_[at + 3] > ' ';
  }

  // Whether the mark at `at` goes on with a word.
  bool joins(std::size_t at, const Character& mark, std::size_t begin) const {
    const std::size_t next = at + mark.bytes;
    if (next >= text_.size()) return false;
    const Character after = character_at(text_, next);
    if (!is_word_class(after.kind)) return false;
    if (mark.apostrophe) return contraction_end(at, mark.bytes) == 0 || !is_possessive(next);
    const char c = text_[at];
    const bool digit_before = text_[at - 1] >= '0' && text_[at - 1] <= '9';
    if (c == ',' || c == ':') return digit_before && after.kind == Class::kDigit;
    if (c == '.') return joins_at_period(at, next, begin, after);
    return c == '&' || c == '_' || c == '@';
  }

  bool is_possessive(std::size_t at) const { return text_[at] == 's' || text_[at] == 'S'; }

  // "U.S", "3.5", "example.com" go on; "end.Next" is two words.
  bool joins_at_period(std::size_t at, std::size_t next, std::size_t begin, const Character& after) const {
    if (after.kind == Class::kDigit) return true;
    const bool one_letter_before = at == begin + 1 || text_[at - 2] == '.';
    if (one_letter_before) return true;
    return text_[next] >= 'a' && text_[next] <= 'z';
  }

  // The period after an abbreviation is part of it.
  std::size_t with_period(std::size_t begin, std::size_t end) const {
    if (end >= text_.size() || text_[end] != '.') return end;
    if (end + 1 < text_.size() && text_[end + 1] == '.') return end;
    const std::string_view word = text_.substr(begin, end - begin);
    return meaning_of_period(word) == PeriodMeaning::kEndsSentence ? end : end + 1;
  }

  void put(std::size_t begin, std::size_t end) {
    const std::string_view written = text_.substr(begin, end - begin);
    if (ends_sentence_ && !closes(written)) {
      if (may_begin_sentence(written)) sentence_start_ = true;
      ends_sentence_ = false;
    }
    out_.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), sentence_start_ || out_.empty()});
    sentence_start_ = false;
    if (is_final_mark(written)) ends_sentence_ = true;
    if (written.size() > 2 && written.back() == '.' && is_word_class(character_at(written, 0).kind))
      ends_sentence_ = meaning_of_period(written.substr(0, written.size() - 1)) == PeriodMeaning::kMayEnd;
    after_abbreviation_ = ends_sentence_ && !is_final_mark(written);
  }

  static bool is_final_mark(std::string_view written) {
    return written == "." || written == "!" || written == "?" || written == "…" || written.starts_with("..") ||
           written.starts_with("!!") || written.starts_with("??");
  }

  static bool closes(std::string_view written) {
    return written == "\"" || written == "'" || written == "''" || written == ")" || written == "]" || written == "”" ||
           written == "’" || written == "»" || is_final_mark(written);
  }

  bool may_begin_sentence(std::string_view written) const {
    if (after_abbreviation_) return begins_sentences(written);
    const auto c = static_cast<unsigned char>(written[0]);
    return c >= 0x80 || c < 'a' || c > 'z';
  }

  std::string_view text_;
  std::vector<TaggerToken>& out_;
  std::size_t last_line_end_ = static_cast<std::size_t>(-1);  // tokens before the line end that was seen last
  bool sentence_start_ = true;
  bool ends_sentence_ = false;       // a final mark was put, and only closing marks since
  bool after_abbreviation_ = false;  // … or the period of an abbreviation
};

}  // namespace

void split_tagger_tokens(std::string_view text, std::vector<TaggerToken>& out) {
  const std::size_t before = out.size();
  Splitter(text, out).run();
  if (out.size() > before) out[before].sentence_start = true;
}

}  // namespace dateline
