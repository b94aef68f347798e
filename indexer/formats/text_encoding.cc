// Decides for an encoding and converts. The guess is uchardet's, the conversion iconv's; both are kept from doing harm
// to short western texts, on which statistics fail.
#include "indexer/formats/text_encoding.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <type_traits>

#include "indexer/cleaning/windows_1252.h"
#include "indexer/formats/file_signatures.h"
#include "indexer/formats/format_tools.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kSampleBytes = 64 * 1024;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_high(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80;
}

// Converts by iconv; what it cannot convert becomes U+FFFD, one for each byte. False where iconv does not know
// `charset`.
bool convert(std::string_view bytes, const char* charset, std::string& out, std::size_t& bad_bytes) {
  iconv_t const opened = ::iconv_open("UTF-8", charset);
  if (opened == reinterpret_cast<iconv_t>(-1)) return false;
  const std::unique_ptr<std::remove_pointer_t<iconv_t>, int (*)(iconv_t)> converter(opened, ::iconv_close);
  std::array<char, 64 * 1024> chunk{};
  char* in = const_cast<char*>(bytes.data());  // iconv's interface; it does not write there
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = chunk.data();
    std::size_t room = chunk.size();
    const std::size_t code = ::iconv(opened, &in, &left, &to, &room);
    const int error_number = code == static_cast<std::size_t>(-1) ? errno : 0;
    out.append(chunk.data(), chunk.size() - room);
    if (error_number == 0 || error_number == E2BIG) continue;
    out += kReplacement;  // EILSEQ: no character; EINVAL: the text ends within one
    ++bad_bytes;
    ++in;
    --left;
  }
  return true;
}

std::string converted(std::string_view bytes, const char* charset) {
  std::string out;
  std::size_t bad_bytes = 0;
  if (!convert(bytes, charset, out, bad_bytes)) return decode_windows_1252(bytes);
  return out;
}

struct ByteOrderMark {
  std::string_view bytes;
  const char* charset;
};

// UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
constexpr ByteOrderMark kMarks[] = {
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
};

// "UTF-16LE" or "UTF-16BE" where every other byte is nearly always zero, as in text of Latin letters; else nullptr.
const char* utf16_without_mark(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  if (sample.size() < 16 || sample.size() % 2 != 0 || sample.find('\0') == std::string_view::npos) return nullptr;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
  const std::size_t pairs = sample.size() / 2;
  if (zeros[1] * 10 > pairs * 8 && zeros[0] * 50 < pairs) return "UTF-16LE";
  if (zeros[0] * 10 > pairs * 8 && zeros[1] * 50 < pairs) return "UTF-16BE";
  return nullptr;
}

std::size_t sequence_length(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 1;
}

// How many continuation bytes follow the lead byte at `at`, at most what it asks for.
std::size_t continuation_bytes(std::string_view bytes, std::size_t at, std::size_t wanted) {
  std::size_t count = 0;
  while (count < wanted && at + 1 + count < bytes.size() &&
         (static_cast<unsigned char>(bytes[at + 1 + count]) & 0xC0U) == 0x80U) {
    ++count;
  }
  return count;
}

// The valid and the damaged places of text that claims to be UTF-8.
struct Utf8Health {
  std::size_t sequences = 0;  // valid ones of more than one byte
  std::size_t damages = 0;
};

Utf8Health utf8_health(std::string_view bytes) {
  Utf8Health health;
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (!is_high(bytes[at])) {
      ++at;
      continue;
    }
    const std::size_t length = sequence_length(static_cast<unsigned char>(bytes[at]));
    const bool valid = length > 1 && find_invalid_utf8(bytes.substr(at, length)) == std::string_view::npos;
    ++(valid ? health.sequences : health.damages);
    at += valid ? length : 1;
  }
  return health;
}

// Keeps what is UTF-8. A cut sequence becomes U+FFFD; a byte that no sequence could have there is taken for
// Windows-1252, as pasted text leaves it.
std::string repair_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  while (!bytes.empty()) {
    const std::size_t bad = std::min(find_invalid_utf8(bytes), bytes.size());
    out += bytes.substr(0, bad);
    bytes.remove_prefix(bad);
    if (bytes.empty()) break;
    const auto byte = static_cast<unsigned char>(bytes.front());
    const std::size_t follow = continuation_bytes(bytes, 0, sequence_length(byte) - 1);
    if (follow > 0) {
      out += kReplacement;
    } else {
      append_utf8(out, windows_1252_code_point(byte));
    }
    bytes.remove_prefix(1 + follow);
  }
  return out;
}

std::string guessed_charset(std::string_view bytes) {
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, void (*)(uchardet_t)> detector(uchardet_new(),
                                                                                          uchardet_delete);
  if (!detector || uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// Charsets of languages that are written in Latin letters with many accents, which uchardet takes English with a few
// accented words or curly quotes for.
bool is_eastern_latin(std::string_view charset) {
  constexpr std::string_view kNames[] = {"ISO-8859-2",   "ISO-8859-3",       "ISO-8859-4",   "ISO-8859-9",
                                         "ISO-8859-10",  "ISO-8859-13",      "ISO-8859-16",  "WINDOWS-1250",
                                         "WINDOWS-1254", "WINDOWS-1257",     "WINDOWS-1258", "IBM852",
                                         "VISCII",       "MAC-CENTRALEUROPE"};
  return std::find(std::begin(kNames), std::end(kNames), charset) != std::end(kNames);
}

// Western charsets, of which Windows-1252 is the one that files have, and guesses that high bytes rule out.
bool is_western(std::string_view charset) {
  constexpr std::string_view kNames[] = {"",       "ASCII",      "ISO-8859-1",  "ISO-8859-15", "WINDOWS-1252", "UTF-8",
                                         "UTF-16", "HZ-GB-2312", "ISO-2022-KR", "ISO-2022-JP", "MAC-CYRILLIC"};
  return std::find(std::begin(kNames), std::end(kNames), charset) != std::end(kNames);
}

struct LetterCounts {
  std::size_t ascii = 0;
  std::size_t high = 0;  // without 0x80–0x9F: quotes, dashes and the ellipsis of the Windows charsets
};

LetterCounts count_letters(std::string_view bytes) {
  LetterCounts counts;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xA0) ++counts.high;
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) ++counts.ascii;
  }
  return counts;
}

// Windows-1252 unless the text bears the guess out: scripts other than Latin have mostly high bytes, and the languages
// of central Europe have many.
bool believable(std::string_view charset, std::string_view sample) {
  const LetterCounts letters = count_letters(sample);
  if (is_western(charset)) return false;
  if (is_eastern_latin(charset)) return letters.high >= 8 && letters.high * 100 >= (letters.ascii + letters.high) * 3;
  return letters.high * 5 >= letters.ascii + letters.high;
}

std::string decode_guessed(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  std::string charset = guessed_charset(sample);
  if (!believable(charset, sample)) return decode_windows_1252(bytes);
  std::string out;
  std::size_t bad_bytes = 0;
  if (!convert(bytes, charset.c_str(), out, bad_bytes) || bad_bytes * 50 > bytes.size())
    return decode_windows_1252(bytes);
  return out;
}

// Zero and other control bytes that text does not have. Escape (terminal colours) and form feed occur in text.
std::size_t control_bytes(std::string_view sample) {
  return static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B;
  }));
}

const ByteOrderMark* wide_mark(std::string_view bytes) {
  const auto* const mark = std::find_if(std::begin(kMarks), std::end(kMarks),
                                        [&](const ByteOrderMark& each) { return bytes.starts_with(each.bytes); });
  return mark == std::end(kMarks) ? nullptr : mark;
}

// What `charset` makes of the bytes; nullopt where it is none, or cannot be theirs.
std::optional<std::string> decode_declared(std::string_view bytes, const std::string& charset) {
  if (charset.empty() || charset.starts_with("utf")) return std::nullopt;
  if (charset == "iso-8859-1" || charset == "latin1" || charset == "us-ascii" || charset == "windows-1252")
    return decode_windows_1252(bytes);  // as browsers do
  std::string out;
  std::size_t bad_bytes = 0;
  if (!convert(bytes, charset.c_str(), out, bad_bytes) || bad_bytes * 50 > bytes.size()) return std::nullopt;
  return out;
}

// `declared`: the charset that the bytes say they have; "" where they do not.
std::string decoded(std::string_view bytes, const std::string& declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (const ByteOrderMark* mark = wide_mark(bytes)) return converted(bytes.substr(mark->bytes.size()), mark->charset);
  if (const char* charset = utf16_without_mark(bytes)) return converted(bytes, charset);
  if (find_invalid_utf8(bytes) == std::string_view::npos) return std::string(bytes);
  const Utf8Health health = utf8_health(bytes);
  if (health.sequences > 0 && health.sequences >= 4 * health.damages) return repair_utf8(bytes);
  if (auto text = decode_declared(bytes, declared)) return *std::move(text);
  return decode_guessed(bytes);
}

}  // namespace

std::string_view binary_kind(std::string_view bytes) {
  if (wide_mark(bytes) != nullptr || utf16_without_mark(bytes) != nullptr) return {};
  if (const std::string_view known = known_signature(bytes); !known.empty()) return known;
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  const std::size_t controls = control_bytes(sample);
  if (controls > 4 + sample.size() / 100) return "binary data";
  return markup_kind(bytes);
}

std::string decode_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    if (is_high(c)) {
      append_utf8(out, windows_1252_code_point(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out;
}

bool is_wide_text(std::string_view bytes) {
  return wide_mark(bytes) != nullptr || utf16_without_mark(bytes) != nullptr;
}

Result<std::string> decode_text(std::string_view bytes) {
  if (const std::string_view kind = binary_kind(bytes); !kind.empty()) {
    return unreadable(concat({"looks like ", kind, ", not text"}), "pass plain text or JSON Lines, as such or as gzip");
  }
  return decoded(bytes, {});
}

Result<std::string> decode_page(std::string_view bytes, const std::string& declared) {
  if (!is_wide_text(bytes)) {
    if (const std::string_view kind = known_signature(bytes); !kind.empty())
      return unreadable(concat({"looks like ", kind, ", not an HTML page"}));
  }
  return decoded(bytes, declared);
}

}  // namespace dateline
