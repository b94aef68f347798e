// What is not visible, or comes in several forms that look the same, becomes one form. Every article passes here: runs
// of ordinary bytes are copied whole.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/windows_1252.h"
#include "shared/base/byte_set.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// What becomes of a character that is not copied as it is.
enum class Fate : std::uint8_t { kKeep, kDrop, kSpace, kLineEnd, kParagraphEnd, kWindows1252, kJoiner };

constexpr Fate kAsciiControlFate[] = {
    Fate::kDrop, Fate::kDrop,  Fate::kDrop,    Fate::kDrop,    Fate::kDrop,    Fate::kDrop, Fate::kDrop, Fate::kDrop,
    Fate::kDrop, Fate::kSpace, Fate::kLineEnd, Fate::kLineEnd, Fate::kLineEnd, Fate::kDrop, Fate::kDrop, Fate::kDrop,
};

// Unicode 15: spaces (general category Zs, U+2028, U+2029) and characters of no width of their own (Cf) that text picks
// up from web pages and word processors.
Fate fate_of(char32_t c) {
  if (c < 0x10) return kAsciiControlFate[c];
  if (c < 0x20 || c == 0x7F) return Fate::kDrop;
  if (c < 0x80) return Fate::kKeep;
  if (c == 0x85) return Fate::kLineEnd;
  if (c <= 0x9F) return Fate::kWindows1252;
  if (c == 0xA0 || c == 0x1680 || c == 0x202F || c == 0x205F || c == 0x3000) return Fate::kSpace;
  if (c == 0xAD || c == 0x180E || c == 0xFEFF) return Fate::kDrop;
  if (c >= 0x2000 && c <= 0x200A) return Fate::kSpace;
  if (c == 0x200C || c == 0x200D) return Fate::kJoiner;
  if (c == 0x200B || c == 0x200E || c == 0x200F) return Fate::kDrop;
  if (c == 0x2028) return Fate::kLineEnd;
  if (c == 0x2029) return Fate::kParagraphEnd;
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)) return Fate::kDrop;
  if (c >= 0xFFF9 && c <= 0xFFFB) return Fate::kDrop;
  return Fate::kKeep;
}

// Lead bytes behind which one of the characters of fate_of() may stand; the rest is copied unseen.
constexpr auto kNeedsAttention = [] {
  ByteSet bytes("\x7F\xC2\xE1\xE2\xE3\xEF");
  for (char c = 0; c < 0x20; ++c) bytes.add(c);
  return bytes;
}();

// Collects the output: blanks at line ends and more than one blank line never get in.
class Output {
 public:
  explicit Output(std::size_t expected) { out_.reserve(expected); }
  void copy(std::string_view run) { out_ += run; }
  void add(char32_t c) { append_utf8(out_, c); }
  // The last character; 0 where there is none.
  [[nodiscard]] char32_t last() const {
    if (out_.empty()) return 0;
    std::size_t at = character_border(out_, out_.size() - 1);
    return next_code_point(out_, at);
  }
  void end_line() {
    drop_trailing_blanks();
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }
  std::string finish() && {
    while (!out_.empty() && (out_.back() == ' ' || out_.back() == '\n')) out_.pop_back();
    out_.erase(0, out_.find_first_not_of(' '));
    return std::move(out_);
  }

 private:
  void drop_trailing_blanks() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
  }
  std::string out_;
};

// Characters below are ASCII and Latin letters, beside which joiners are leavings; they shape Persian, the scripts of
// India and emoji.
constexpr char32_t kFirstJoined = 0x300;

// The joiners from `begin` on, with what is dropped among them: all stay where characters that are joined stand on both
// sides, else none. Returns where they end. Looks at what was put out before, so that a second time changes nothing.
std::size_t add_joiners(Output& out, std::string_view text, std::size_t begin) {
  std::string joiners;
  std::size_t end = begin;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t c = next_code_point(text, next);
    const Fate fate = fate_of(c);
    if (fate != Fate::kJoiner && fate != Fate::kDrop) {
      if (fate == Fate::kKeep && c >= kFirstJoined && out.last() >= kFirstJoined) out.copy(joiners);
      return end;
    }
    if (fate == Fate::kJoiner) append_utf8(joiners, c);
    end = next;
  }
  return end;
}

void add_character(Output& out, std::string_view bytes, char32_t c, Fate fate) {
  switch (fate) {
    case Fate::kKeep:
      return out.copy(bytes);
    case Fate::kSpace:
      return out.add(U' ');
    case Fate::kLineEnd:
      return out.end_line();
    case Fate::kParagraphEnd:
      return out.end_line(), out.end_line();
    case Fate::kWindows1252:
      return out.add(windows_1252_code_point(static_cast<unsigned char>(c)));
    case Fate::kDrop:
    case Fate::kJoiner:  // stays by what is around it: add_joiners()
      return;
  }
}

}  // namespace

std::string normalize_text(std::string_view text) {
  Output out(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t run_end = kNeedsAttention.find_in(text, at);
    out.copy(text.substr(at, run_end - at));
    at = run_end;
    if (at == text.size()) break;
    const std::size_t begin = at;
    if (text[at] == '\r') {  // CRLF, and the lone CR of old files
      at += at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
      out.end_line();
      continue;
    }
    const char32_t c = next_code_point(text, at);
    const Fate fate = fate_of(c);
    add_character(out, text.substr(begin, at - begin), c, fate);
    if (fate == Fate::kJoiner) at = add_joiners(out, text, begin);
  }
  return std::move(out).finish();
}

std::string normalize_line(std::string_view text) {
  const std::string normal = normalize_text(text);
  std::string line;
  line.reserve(normal.size());
  for (const char c : normal) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace dateline
