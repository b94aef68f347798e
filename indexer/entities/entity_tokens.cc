// One pass over the bytes; a second one over the tokens of each line tells headlines and lines of capitals.
#include "indexer/entities/entity_tokens.h"

#include <algorithm>

#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

using namespace word_class;

// One code point of text that may be damaged; `size` 1 and code_point 0 for a byte that is no UTF-8.
struct Decoded {
  char32_t code_point = 0;
  std::uint32_t size = 1;
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return {};
  if (find_invalid_utf8(text.substr(at, size)) != std::string_view::npos) return {};
  std::size_t position = at;
  return {next_code_point(text, position), size};
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_word_char(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c)) || (c >= '0' && c <= '9');
  return is_word_code_point(c);
}
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB;
}
bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}

class Scanner {
 public:
  Scanner(std::string_view text, bool is_title, Vocabulary& vocabulary, std::vector<EntityToken>& out)
      : text_(text),
        in_title_(is_title),
        vocabulary_(vocabulary),
        out_(out),
        first_(out.size()),
        wrapped_(is_wrapped()) {}

  void scan() {
    while (at_ < text_.size()) {
      const Decoded c = decode(text_, at_);
      if (is_word_char(c.code_point))
        take_word();
      else
        at_ += c.size;
    }
    mark_lines();
    count_words();
  }

 private:
  // Hard-wrapped at a width: lines go on in lower case.
  [[nodiscard]] bool is_wrapped() const {
    std::size_t breaks = 0, lower = 0;
    for (std::size_t at = text_.find('\n'); at != std::string_view::npos; at = text_.find('\n', at + 1)) {
      std::size_t next = at + 1;
      while (next < text_.size() && (text_[next] == ' ' || text_[next] == '\t')) ++next;
      if (next >= text_.size() || text_[next] == '\n' || text_[next] == '\r') continue;
      ++breaks;
      if (text_[next] >= 'a' && text_[next] <= 'z') ++lower;
    }
    return lower >= 2 && lower * 3 >= breaks;
  }

  void take_word() {
    EntityToken token;
    token.begin = static_cast<std::uint32_t>(at_);
    token.in_title = in_title_;
    read_gap(token);
    const std::size_t end = word_end(token);
    token.end = static_cast<std::uint32_t>(end);
    token.word = vocabulary_.id_of(text_.substr(token.begin, end - token.begin));
    if (is_code(token)) token.shape = Shape::kLower;
    absorb_period(token);
    at_ = std::max<std::size_t>(token.end, at_);
    last_end_ = token.end;
    out_.push_back(token);
  }

  // Sets the shape; stops before a possessive 's and sets at_ behind it.
  std::size_t word_end(EntityToken& token) {
    std::size_t at = at_;
    std::size_t letters = 0, uppers = 0;
    bool first_upper = false;
    while (at < text_.size()) {
      const Decoded c = decode(text_, at);
      if (is_word_char(c.code_point)) {
        const bool upper =
            c.code_point < 0x80 ? is_ascii_upper(static_cast<char>(c.code_point)) : is_upper_code_point(c.code_point);
        if (letters == 0) first_upper = upper;
        ++letters;
        uppers += upper || (c.code_point >= '0' && c.code_point <= '9') ? 1 : 0;
        at += c.size;
      } else if (is_apostrophe(c.code_point)) {
        const std::size_t behind = at + c.size;
        if (is_possessive(behind)) {
          token.possessive = true;
          at_ = behind + 1;
          break;
        }
        if (behind >= text_.size() || !is_word_char(decode(text_, behind).code_point)) {
          token.possessive =
              text_[at - 1] == 's';  // "Hamas’ leader"; may be a closing quote too, which ends a name as well
          break;
        }
        at = behind;
      } else if (c.code_point == '&' && at + 1 < text_.size() && is_ascii_letter(text_[at + 1])) {
        ++at;
      } else if (c.code_point == '.' && uppers == 1 && letters == 1 && first_upper && is_acronym(at)) {
        while (at + 2 < text_.size() && text_[at] == '.' && is_ascii_upper(text_[at + 1]) &&
               (at + 2 == text_.size() || text_[at + 2] == '.'))
          at += 2;
        if (at < text_.size() && text_[at] == '.') ++at;
        token.shape = Shape::kUpper;
        return at;
      } else if (c.code_point == ' ' && letters == 1 && first_upper && is_spaced_acronym(at)) {
        while (is_spaced_acronym(at)) at += 4;
        token.shape = Shape::kUpper;
        return at + 2 <= text_.size() && text_.substr(at, 2) == " ." ? at + 2 : at;
      } else {
        break;
      }
    }
    token.shape = !first_upper        ? Shape::kLower
                  : letters == 1      ? Shape::kInitial
                  : uppers == letters ? Shape::kUpper
                                      : Shape::kCapital;
    return at;
  }

  [[nodiscard]] bool is_possessive(std::size_t at) const {
    if (at >= text_.size() || (text_[at] != 's' && text_[at] != 'S')) return false;
    return at + 1 >= text_.size() || !is_word_char(decode(text_, at + 1).code_point);
  }

  // "U.S." at the first period: a capital and a period follow.
  [[nodiscard]] bool is_acronym(std::size_t at) const {
    return at + 2 < text_.size() && is_ascii_upper(text_[at + 1]) && text_[at + 2] == '.';
  }

  // "FDX.N": a ticker; neither part of it is a name.
  [[nodiscard]] bool is_code(const EntityToken& token) const {
    if (token.shape != Shape::kUpper && token.shape != Shape::kInitial) return false;
    const std::uint32_t end = token.end;
    const bool before = token.begin > 1 && text_[token.begin - 1] == '.' && is_ascii_letter(text_[token.begin - 2]) &&
                        token.end - token.begin <= 2;
    const bool after =
        end + 1 < text_.size() && text_[end] == '.' && is_ascii_upper(text_[end + 1]) && token.shape == Shape::kUpper &&
        text_[end - 1] != '.' &&
        (end + 3 >= text_.size() || !is_ascii_letter(text_[std::min<std::size_t>(end + 3, text_.size() - 1)]));
    return before || after;
  }

  // "U . S .", as tokenised text has it: at the blank before " . S".
  [[nodiscard]] bool is_spaced_acronym(std::size_t at) const {
    if (at + 4 > text_.size() || text_.substr(at, 3) != " . " || !is_ascii_upper(text_[at + 3])) return false;
    return at + 4 == text_.size() || text_[at + 4] == ' ';
  }

  // "J. Smith", "Acme Corp.": the period belongs to the word.
  void absorb_period(EntityToken& token) {
    if (token.end >= text_.size() || text_[token.end] != '.' || token.possessive) return;
    const std::uint32_t classes = vocabulary_.word(token.word).classes;
    const bool abbreviation =
        (classes & kDesignator) != 0 && token.end - token.begin <= 4 && token.shape == Shape::kCapital;
    if (abbreviation || (token.shape == Shape::kInitial && opens_name(token.end + 1))) ++token.end;
  }

  // "J. Smith", not "… posted on X. The"
  [[nodiscard]] bool opens_name(std::size_t at) const {
    if (!out_.empty() && out_.size() > first_ && out_.back().shape == Shape::kLower &&
        vocabulary_.word(out_.back().word).key == "on")
      return false;
    return at + 1 < text_.size() && (text_[at] == ' ' || is_ascii_letter(text_[at])) &&
           (is_ascii_upper(text_[at + 1]) || text_[at] != ' ');
  }

  void read_gap(EntityToken& token) {
    const std::string_view gap = text_.substr(last_end_, token.begin - last_end_);
    if (out_.size() == first_) {
      token.sentence_start = true;
      return;
    }
    const EntityToken& before = out_.back();
    token.gap = gap_kind(gap, before);
    if (token.gap == Gap::kSpace && gap.empty()) token.gap = Gap::kOther;
    token.bracketed = gap.ends_with('(');
    const bool quoted = gap.ends_with("\xE2\x80\x9C") || gap.ends_with('"') || gap.ends_with("``") ||
                        gap.ends_with("\" ") || gap.ends_with("`` ") || gap.ends_with("\xE2\x80\x98") ||
                        (gap.size() > 1 && gap.ends_with('\''));
    token.sentence_start = token.gap == Gap::kSentence || quoted || gap.find(':') != std::string_view::npos ||
                           gap.find("\xE2\x80\x94") != std::string_view::npos ||
                           gap.find("--") != std::string_view::npos;
  }

  Gap gap_kind(std::string_view gap, const EntityToken& before) const {
    if (gap == " ") return Gap::kSpace;
    if (gap == ".") return Gap::kOther;  // "BA.N", "example.org"
    bool comma = false, other = false, sentence = false, hyphen = false, ampersand = false, blank = false;
    std::size_t breaks = 0;
    for (std::size_t at = 0; at < gap.size();) {
      const Decoded c = decode(gap, at);
      at += c.size;
      switch (c.code_point) {
        case ' ':
        case '\t':
        case '\r':
        case 0xA0:
          blank = true;
          break;
        case '\n':
          ++breaks;
          break;
        case ',':
          comma = true;
          break;
        case '&':
          ampersand = true;
          break;
        case '.':
          sentence = sentence || !is_abbreviation(before);
          break;
        case '!':
        case '?':
        case 0x2026:
          sentence = true;
          break;
        default:
          if (is_hyphen(c.code_point))
            hyphen = true;
          else
            other = true;
      }
    }
    // The 's of a possessive lies in the gap: it ends a name, and the flag on the token says so.
    if (before.possessive && other && !sentence && !comma && breaks == 0) return blank ? Gap::kSpace : Gap::kOther;
    if (sentence || breaks > 1 || (breaks == 1 && !wrapped_)) return Gap::kSentence;
    if (other) return Gap::kOther;
    if (comma) return Gap::kComma;
    if (hyphen) return blank && (vocabulary_.word(before.word).classes & kParticle) == 0 ? Gap::kOther : Gap::kHyphen;
    return ampersand ? Gap::kAmpersand : Gap::kSpace;
  }

  // "Mr.", "St.", "U.S.", "J."
  [[nodiscard]] bool is_abbreviation(const EntityToken& token) const {
    if (token.shape == Shape::kInitial)
      return text_[token.end - 1] == '.' || (token.end < text_.size() && text_[token.end] == ' ');
    return (vocabulary_.word(token.word).classes & (kTitle | kGeoFirst)) != 0 && token.shape == Shape::kCapital &&
           token.end - token.begin <= 5;
  }

  // A line is what lies between two ends of sentence. Case says nothing where all is in capitals, and little where most
  // words begin with one.
  void mark_lines() {
    std::size_t begin = first_;
    for (std::size_t i = first_ + 1; i <= out_.size(); ++i) {
      if (i < out_.size() && out_[i].gap != Gap::kSentence) continue;
      mark_line(begin, i);
      begin = i;
    }
  }

  void mark_line(std::size_t begin, std::size_t end) {
    std::size_t words = 0, upper = 0, capital = 0, lower = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const EntityToken& token = out_[i];
      if (is_digit(token)) continue;
      ++words;
      if (token.shape == Shape::kUpper) ++upper;
      const bool short_word =
          token.end - token.begin < 4 || (vocabulary_.word(token.word).classes & kFunctionWord) != 0;
      if (token.shape == Shape::kCapital)
        ++capital;
      else if (token.shape == Shape::kLower && !short_word)
        ++lower;
    }
    const bool shouting = words >= 3 && upper * 4 >= words * 3;
    const bool headline =
        !shouting && words >= 4 && capital >= 3 && lower * 4 <= capital && !ends_with_period(out_[end - 1].end);
    if (!shouting && !headline) return;
    for (std::size_t i = begin; i < end; ++i) (shouting ? out_[i].shouting : out_[i].headline) = true;
  }

  // Sentences do, headlines do not.
  [[nodiscard]] bool ends_with_period(std::size_t at) const {
    while (at < text_.size() && text_[at] != '.' && text_[at] != '\n' && !is_ascii_letter(text_[at])) ++at;
    return at < text_.size() && text_[at] == '.';
  }

  [[nodiscard]] bool is_digit(const EntityToken& token) const {
    return text_[token.begin] >= '0' && text_[token.begin] <= '9';
  }

  void count_words() {
    for (std::size_t i = first_; i < out_.size(); ++i) {
      const EntityToken& token = out_[i];
      Word& word = vocabulary_.word(token.word);
      if (token.shape == Shape::kLower)
        ++word.lower_count;
      else if (!token.sentence_start && !token.shouting && !token.headline)
        ++word.capital_count;
    }
  }

  std::string_view text_;
  bool in_title_;
  Vocabulary& vocabulary_;
  std::vector<EntityToken>& out_;
  std::size_t first_;
  bool wrapped_;
  std::size_t at_ = 0;
  std::size_t last_end_ = 0;
};

}  // namespace

void scan_tokens(std::string_view text, bool is_title, Vocabulary& vocabulary, std::vector<EntityToken>& out) {
  Scanner(text, is_title, vocabulary, out).scan();
}

}  // namespace dateline
