// Two ways through a word: plain ASCII words are folded by one table while they are scanned; all others (apostrophes,
// acronyms, numbers with points, other scripts) are read code point by code point. Both follow the same rules.
#include "shared/text/tokenizer.h"

#include <algorithm>

#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

constexpr unsigned char byte_of(char c) {
  return static_cast<unsigned char>(c);
}
constexpr bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}
constexpr bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0xFF07;
}

// ASCII letters and digits → their lower case; all other bytes → 0.
constexpr auto kFolded = [] {
  std::array<char, 256> table{};
  for (char c = '0'; c <= '9'; ++c) table[byte_of(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c) table[byte_of(c)] = table[byte_of(c) - 32U] = c;
  return table;
}();

// Bytes at which the search for a word's begin stops: ASCII letters and digits, and all of non-ASCII.
constexpr auto kStops = [] {
  std::array<bool, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = kFolded[i] != 0 || i >= 0x80;
  return table;
}();

bool is_ascii_letter(char c) {
  return byte_of(c) >= 'A' && kFolded[byte_of(c)] != 0;
}

// A code point of a text that may be damaged.
struct Character {
  char32_t code_point = 0;  // 0 at the end and for invalid bytes: no part of any word
  std::size_t next = 0;     // where the next one begins; not moved at the end
};

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, at};
  if (byte_of(text[at]) < 0x80) return {byte_of(text[at]), at + 1};
  if (utf8_length_at(text, at) == 0) return {0, at + 1};
  Character found{0, at};
  found.code_point = next_code_point(text, found.next);
  return found;
}

bool is_word_part(char32_t c) {
  if (c < 0x80) return kFolded[c] != 0;
  if (c >= 0x2000 && c <= 0x206F) return false;  // general punctuation: quotes and dashes are most of non-ASCII
  return is_word_code_point(c) && c != 0x02BC;
}
bool is_letter(char32_t c) {
  return c < 0x80 ? c >= 'A' && kFolded[c] != 0 : is_letter_code_point(c);
}
bool continues_word(char32_t c) {
  return is_word_part(c) && !is_ideograph(c);
}

// Reads one word that begins at `begin` and appends what is kept of it to `letters`.
class WordReader {
 public:
  WordReader(std::string_view text, std::size_t begin, std::string& letters)
      : text_(text), end_(begin), letters_(letters) {}

  void read() {
    const auto first = character_at(text_, end_);
    if (is_ideograph(first.code_point)) return read_ideograph();
    while (step()) {
    }
  }
  [[nodiscard]] std::size_t end() const { return end_; }                   // of the word's span
  [[nodiscard]] std::size_t resume() const { return end_ + possessive_; }  // where the search for the next word begins

 private:
  void keep(const Character& found) {
    letters_.append(text_, end_, found.next - end_);
    end_ = found.next;
  }

  void read_ideograph() {
    keep(character_at(text_, end_));
    for (auto mark = character_at(text_, end_); is_mark_code_point(mark.code_point); mark = character_at(text_, end_)) {
      keep(mark);
    }
  }

  // One more character, or one joiner that is inside the word. False at the word's end.
  bool step() {
    const auto here = character_at(text_, end_);
    if (continues_word(here.code_point)) {
      if (is_letter(here.code_point)) ++letters_in_row_;
      if (!is_letter(here.code_point) || letters_in_row_ > 1) may_be_acronym_ = false;
      last_ = here.code_point;
      return keep(here), true;
    }
    if (is_apostrophe(here.code_point)) return step_over_apostrophe(here);
    if (here.code_point == '.' || here.code_point == ',') return step_over_point(here);
    if (is_zero_width(here.code_point)) return step_over_zero_width(here);
    return false;
  }

  bool step_over_apostrophe(const Character& here) {
    const auto after = character_at(text_, here.next);
    if (!continues_word(after.code_point)) return false;
    may_be_acronym_ = false;
    if ((after.code_point | 0x20U) == 's' && !continues_word(character_at(text_, after.next).code_point)) {
      possessive_ = after.next - end_;
      return false;
    }
    end_ = here.next;
    return true;
  }

  bool step_over_point(const Character& here) {
    const auto after = character_at(text_, here.next);
    if (is_digit(last_) && is_digit(after.code_point)) {
      letters_in_row_ = 0;
      last_ = here.code_point;
      return keep(here), true;
    }
    if (here.code_point != '.' || !may_be_acronym_) return false;
    const bool one_letter_follows = is_letter(after.code_point) && continues_word(after.code_point) &&
                                    !continues_word(character_at(text_, after.next).code_point);
    if (one_letter_follows) {
      end_ = here.next;
      letters_in_row_ = 0;
      ++periods_;
      return true;
    }
    if (periods_ > 0) end_ = here.next;
    return false;
  }

  bool step_over_zero_width(Character here) {
    while (is_zero_width(here.code_point)) {
      const auto after = character_at(text_, here.next);
      if (continues_word(after.code_point)) {
        end_ = here.next;
        return true;
      }
      here = after;
    }
    return false;
  }

  std::string_view text_;
  std::size_t end_;
  std::string& letters_;
  std::size_t possessive_ = 0;      // bytes of the 's behind the word
  std::size_t letters_in_row_ = 0;  // since the begin or the last point
  std::size_t periods_ = 0;
  bool may_be_acronym_ = true;  // so far only single letters with periods between
  char32_t last_ = 0;
};

bool has_non_ascii(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return byte_of(c) >= 0x80; });
}

// Compatibility forms may bring in what is no part of a word: "⑴" → "(1)", "½" → "1⁄2".
void keep_word_parts(std::string& folded) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const auto found = character_at(folded, at);
    const bool point =
        (found.code_point == '.' || found.code_point == ',') && kept > 0 && is_digit(byte_of(folded[kept - 1]));
    if (point || is_word_part(found.code_point)) {
      folded.replace(kept, found.next - at, folded, at, found.next - at);
      kept += found.next - at;
    }
    at = found.next;
  }
  folded.resize(kept);
}

std::string_view cut_to_limit(std::string_view folded) {
  if (folded.size() <= kMaxWordBytes) return folded;
  std::size_t size = kMaxWordBytes;
  while (size > 0 && (byte_of(folded[size]) & 0xC0U) == 0x80U) --size;
  return folded.substr(0, size);
}

}  // namespace

bool Tokenizer::next(Token& token) {
  const char* const text = text_.data();
  const std::size_t size = text_.size();
  std::size_t at = at_;
  for (;;) {
    while (at < size && !kStops[byte_of(text[at])]) ++at;
    if (at == size) return at_ = at, false;
    const std::size_t begin = at;
    if (byte_of(text[at]) >= 0x80) {
      const auto found = character_at(text_, at);
      if (is_word_part(found.code_point) && read_any_word(begin, token)) return true;
      at = std::max(found.next, at_);
      continue;
    }
    std::size_t length = 0;
    for (char folded = 0; at < size && (folded = kFolded[byte_of(text[at])]) != 0; ++at) {
      ascii_[length] = folded;
      length += length < kMaxWordBytes ? 1 : 0;
    }
    // What stands behind may belong to the word; most often it is white space or a plain stop.
    const char behind = at < size ? text[at] : ' ';
    const char then = at + 1 < size ? text[at + 1] : ' ';
    const bool plain =
        behind == ' ' || behind == '\n' ||
        (behind == '.' || behind == ','
             ? !is_digit(byte_of(then)) && !(at - begin == 1 && (is_ascii_letter(then) || byte_of(then) >= 0x80))
             : behind != '\'' && byte_of(behind) < 0x80);
    if (!plain && read_any_word(begin, token)) return true;
    finish(begin, at, {ascii_.data(), length}, token);
    return true;
  }
}

// False where nothing of the word is left after folding.
bool Tokenizer::read_any_word(std::size_t begin, Token& token) {
  letters_.clear();
  WordReader reader(text_, begin, letters_);
  reader.read();
  folded_.clear();
  fold_to(letters_, folded_);
  if (has_non_ascii(letters_)) keep_word_parts(folded_);
  if (!folded_.empty()) finish(begin, reader.end(), cut_to_limit(folded_), token);
  at_ = reader.resume();
  return !folded_.empty();
}

void Tokenizer::finish(std::size_t begin, std::size_t end, std::string_view folded, Token& token) {
  token.begin = static_cast<std::uint32_t>(begin);
  token.end = static_cast<std::uint32_t>(end);
  token.folded = folded;
  token.joined_to_previous = follows_hyphen(begin);
  last_end_ = at_ = end;
}

bool Tokenizer::follows_hyphen(std::size_t begin) const {
  if (last_end_ >= begin) return false;  // also for the first word
  const auto between = character_at(text_, last_end_);
  return between.next == begin && is_hyphen(between.code_point);
}

}  // namespace dateline
