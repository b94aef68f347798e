// Decoders that pass over what they do not understand: newsletters come from many programs.
#include "indexer/formats/mail_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "indexer/formats/text_encoding.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// The byte of "=C3" at `at`.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return std::nullopt;
  const int high = hex_digit(text[at + 1]);
  const int low = hex_digit(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

// Behind a '=' that ends a line, where the text goes on; npos where the '=' ends none.
std::size_t behind_soft_break(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of(" \t", at + 1);
  if (end == std::string_view::npos) return text.size();
  if (text[end] == '\n') return end + 1;
  return text.substr(end).starts_with("\r\n") ? end + 2 : std::string_view::npos;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t size = 0;  // as it is written
};

// "=?charset?Q?text?=" at the begin of `text`.
std::optional<EncodedWord> encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 3 > text.size() || text[charset_end + 2] != '?')
    return std::nullopt;
  const std::size_t begin = charset_end + 3;
  const std::size_t end = text.find("?=", begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view charset = text.substr(2, charset_end - 2);
  std::string written(text.substr(begin, end - begin));
  const char encoding = text[charset_end + 1];
  if (encoding == 'Q' || encoding == 'q') {
    std::replace(written.begin(), written.end(), '_', ' ');
    written = decode_quoted_printable(written);
  } else if (encoding == 'B' || encoding == 'b') {
    written = decode_base64(written);
  } else {
    return std::nullopt;
  }
  return EncodedWord{to_lower_ascii(charset.substr(0, charset.find('*'))), std::move(written), end + 2};
}

// Gathers words of one charset before they are decoded: a character may be cut in two.
class HeaderText {
 public:
  void add_word(const EncodedWord& word) {
    if (word.charset != charset_) flush();
    charset_ = word.charset;
    bytes_ += word.bytes;
  }
  void flush() {
    if (!bytes_.empty()) text_ += decode_mail_charset(bytes_, charset_);
    bytes_.clear();
  }
  void add(std::string_view plain) {
    flush();
    text_ += plain;
  }
  std::string take() {
    flush();
    return std::move(text_);
  }

 private:
  std::string text_, bytes_, charset_;
};

}  // namespace

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t sign = std::min(text.find('=', at), text.size());
    out += text.substr(at, sign - at);
    at = sign;
    if (at == text.size()) break;
    const std::size_t next_line = behind_soft_break(text, at);
    if (const auto byte = escaped_byte(text, at)) {
      out += *byte;
      at += 3;
    } else if (next_line != std::string_view::npos) {
      at = next_line;
    } else {
      out += text[at++];
    }
  }
  return out;
}

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int value = base64_value(c);
    if (value < 0) continue;  // line ends, and what has no place here
    bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xFFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return out;
}

std::string decode_mail_charset(std::string_view bytes, const std::string& charset) {
  auto text = decode_page(bytes, charset);
  return text ? *std::move(text) : std::string();
}

std::string decode_header(std::string_view written) {
  HeaderText text;
  bool behind_word = false;
  while (!written.empty()) {
    const std::size_t blanks = std::min(written.find_first_not_of(" \t"), written.size());
    if (const auto word = encoded_word(written.substr(blanks))) {
      if (!behind_word) text.add(written.substr(0, blanks));  // blanks between two words are no text
      text.add_word(*word);
      written.remove_prefix(blanks + word->size);
      behind_word = true;
      continue;
    }
    const std::size_t end =
        std::max(std::min({written.find("=?", blanks + 1), written.find_first_of(" \t", blanks + 1), written.size()}),
                 std::size_t{1});
    text.add(written.substr(0, end));
    written.remove_prefix(end);
    behind_word = false;
  }
  std::string decoded = text.take();
  return find_invalid_utf8(decoded) == std::string_view::npos ? decoded : decode_mail_charset(decoded, {});
}

}  // namespace dateline
