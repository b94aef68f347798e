// Classes of code points and folding, on utf8proc's tables. Knows no words and no languages.
#include "shared/text/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr bool between(char32_t code_point, char32_t first, char32_t last) {
  return code_point >= first && code_point <= last;
}

utf8proc_category_t category(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

// The blocks of marks that are accents and vowel points: a reader who leaves them out writes the same word.
constexpr bool is_accent(char32_t code_point) {
  return between(code_point, 0x0300, 0x036F) || between(code_point, 0x0591, 0x05C7) ||
         between(code_point, 0x064B, 0x065F) || code_point == 0x0670 || between(code_point, 0x1AB0, 0x1AFF) ||
         between(code_point, 0x1DC0, 0x1DFF) || between(code_point, 0x20D0, 0x20FF) ||
         between(code_point, 0xFE20, 0xFE2F);
}

// Cyrillic "й", "ї", "ў" are letters of their own; "ё" is written "е", and stress marks are for learners.
bool makes_cyrillic_letter(char32_t mark, char32_t base) {
  if (!between(base, 0x0400, 0x052F)) return false;
  return mark == 0x0306 || (mark == 0x0308 && base != 0x0435);
}

// Letters that Unicode does not decompose though readers type the plain one, and typographic marks. 0: none.
std::string_view plain_form(char32_t code_point) {
  switch (code_point) {
    case 0x00E6:
      return "ae";
    case 0x0153:
      return "oe";
    case 0x00F8:
      return "o";
    case 0x0142:
      return "l";
    case 0x0111:
    case 0x00F0:
      return "d";
    case 0x00FE:
      return "th";
    case 0x0127:
      return "h";
    case 0x0131:
      return "i";
    case 0x0167:
      return "t";
    case 0x014B:
      return "n";
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return "-";
    default:
      return "";
  }
}

using CodePoints = std::vector<utf8proc_int32_t>;

// Full compatibility decomposition with case folding; empty where utf8proc refuses.
CodePoints decompose(std::string_view text) {
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                                           UTF8PROC_IGNORE | UTF8PROC_STABLE);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  CodePoints points(text.size() + 16);
  for (;;) {
    const auto needed =
        utf8proc_decompose(bytes, size, points.data(), static_cast<utf8proc_ssize_t>(points.size()), kOptions);
    if (needed < 0) return {};
    const bool fitted = static_cast<std::size_t>(needed) <= points.size();
    points.resize(static_cast<std::size_t>(needed));
    if (fitted) return points;
  }
}

void drop_accents(CodePoints& points) {
  char32_t base = 0;
  const auto end = std::remove_if(points.begin(), points.end(), [&](utf8proc_int32_t point) {
    const auto code_point = static_cast<char32_t>(point);
    if (is_accent(code_point)) return !makes_cyrillic_letter(code_point, base);
    base = code_point;
    return false;
  });
  points.erase(end, points.end());
}

// Any text, by decomposition, stripping and composition. `text` is valid UTF-8.
void fold_slowly(std::string_view text, std::string& out) {
  CodePoints points = decompose(text);
  if (points.empty()) return;
  drop_accents(points);
  constexpr auto kCompose = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);
  const auto size = utf8proc_normalize_utf32(points.data(), static_cast<utf8proc_ssize_t>(points.size()), kCompose);
  points.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(size, 0)));
  for (const auto point : points) {
    const auto code_point = static_cast<char32_t>(point);
    const auto plain = plain_form(code_point);
    if (plain.empty()) {
      append_utf8(out, code_point);
    } else {
      out.append(plain);
    }
  }
}

// Folded forms of the letters and the punctuation that most non-ASCII text is made of. They fold each by itself: no
// combining marks are among them.
class FoldTable {
 public:
  FoldTable() {
    for (char32_t i = 0; i < kEntries; ++i) {
      std::string source;
      append_utf8(source, i < kLetters ? kFirstLetter + i : kFirstPunctuation + (i - kLetters));
      std::string folded;
      fold_slowly(source, folded);
      auto& entry = entries_[i];
      entry.size = static_cast<std::uint8_t>(std::min(folded.size(), entry.bytes.size()));
      std::copy_n(folded.begin(), entry.size, entry.bytes.begin());
    }
  }

  static bool has(char32_t code_point) {
    return (between(code_point, kFirstLetter, kLastLetter) && !between(code_point, 0x0300, 0x036F)) ||
           between(code_point, kFirstPunctuation, kLastPunctuation);
  }
  [[nodiscard]] std::string_view folded(char32_t code_point) const {
    const auto& entry =
        entries_[code_point <= kLastLetter ? code_point - kFirstLetter : code_point - kFirstPunctuation + kLetters];
    return {entry.bytes.data(), entry.size};
  }

 private:
  static constexpr char32_t kFirstLetter = 0x80, kLastLetter = 0x52F;               // Latin, Greek, Cyrillic
  static constexpr char32_t kFirstPunctuation = 0x2000, kLastPunctuation = 0x2056;  // up to the quadruple prime
  static constexpr char32_t kLetters = kLastLetter - kFirstLetter + 1;
  static constexpr char32_t kEntries = kLetters + kLastPunctuation - kFirstPunctuation + 1;
  struct Entry {
    std::uint8_t size = 0;
    std::array<char, 11> bytes{};
  };
  std::array<Entry, kEntries> entries_{};
};

// A run of non-ASCII bytes: by the table as long as it has all code points, else as a whole by decomposition, because
// marks act on what is before them.
void fold_run(std::string_view run, std::string& out) {
  static const FoldTable table;
  const std::size_t before = out.size();
  for (std::size_t at = 0; at < run.size();) {
    const char32_t code_point = next_code_point(run, at);
    if (!FoldTable::has(code_point)) {
      out.resize(before);
      return fold_slowly(run, out);
    }
    out.append(table.folded(code_point));
  }
}

constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

bool is_word_code_point(char32_t code_point) {
  const auto found = category(code_point);
  return found >= UTF8PROC_CATEGORY_LU && found <= UTF8PROC_CATEGORY_NO;
}

bool is_letter_code_point(char32_t code_point) {
  const auto found = category(code_point);
  return found >= UTF8PROC_CATEGORY_LU && found <= UTF8PROC_CATEGORY_LO;
}

bool is_mark_code_point(char32_t code_point) {
  const auto found = category(code_point);
  return found >= UTF8PROC_CATEGORY_MN && found <= UTF8PROC_CATEGORY_ME;
}

bool is_upper_code_point(char32_t code_point) {
  if (code_point < 0x80) return between(code_point, U'A', U'Z');
  const auto found = category(code_point);
  return found == UTF8PROC_CATEGORY_LU || found == UTF8PROC_CATEGORY_LT;
}

bool is_lower_code_point(char32_t code_point) {
  if (code_point < 0x80) return between(code_point, U'a', U'z');
  return category(code_point) == UTF8PROC_CATEGORY_LL;
}

// Unicode's Scripts.txt, without the marks and the punctuation in these ranges.
bool is_ideograph(char32_t code_point) {
  if (code_point < 0x2E80) return false;
  return between(code_point, 0x2E80, 0x2FDF) || code_point == 0x3005 || code_point == 0x3007 ||
         between(code_point, 0x3021, 0x3029) || between(code_point, 0x3038, 0x303B) ||
         between(code_point, 0x3041, 0x3096) || between(code_point, 0x309D, 0x309F) ||
         between(code_point, 0x30A1, 0x30FA) || between(code_point, 0x30FC, 0x30FF) ||
         between(code_point, 0x31F0, 0x31FF) || between(code_point, 0x3400, 0x4DBF) ||
         between(code_point, 0x4E00, 0x9FFF) || between(code_point, 0xF900, 0xFAFF) ||
         between(code_point, 0xFF66, 0xFF9D) || between(code_point, 0x1B000, 0x1B16F) ||
         between(code_point, 0x20000, 0x3FFFD);
}

bool is_zero_width(char32_t code_point) {
  return code_point == 0x00AD || between(code_point, 0x200B, 0x200F) || between(code_point, 0x202A, 0x202E) ||
         between(code_point, 0x2060, 0x2064) || between(code_point, 0x2066, 0x2069) || code_point == 0xFEFF;
}

void fold_to(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    for (; at < text.size() && is_ascii(text[at]); ++at) out.push_back(lower(text[at]));
    const std::size_t begin = at;
    while (at < text.size() && !is_ascii(text[at])) ++at;
    if (at != begin) fold_run(text.substr(begin, at - begin), out);
  }
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  fold_to(text, out);
  return out;
}

std::string_view unicode_version() {
  return utf8proc_unicode_version();
}

}  // namespace dateline
