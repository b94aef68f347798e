// Small tools on ASCII and UTF-8 bytes. Knows no Unicode tables: those are in shared/text/unicode.h.
#include "shared/base/strings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace dateline {
namespace {

constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Length of the valid UTF-8 sequence that starts at `at`, 0 where there is none. Ranges: RFC 3629, section 4.
std::size_t sequence_length(const unsigned char* at, std::size_t left) {
  const unsigned char lead = at[0];
  if (lead < 0x80) return 1;
  const auto continues = [&](std::size_t i) { return (at[i] & 0xC0U) == 0x80U; };
  if (lead >= 0xC2 && lead <= 0xDF) return left >= 2 && continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (left < 3 || !continues(1) || !continues(2)) return 0;
    if (lead == 0xE0 && at[1] < 0xA0) return 0;  // overlong
    if (lead == 0xED && at[1] > 0x9F) return 0;  // surrogate
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (left < 4 || !continues(1) || !continues(2) || !continues(3)) return 0;
    if (lead == 0xF0 && at[1] < 0x90) return 0;  // overlong
    if (lead == 0xF4 && at[1] > 0x8F) return 0;  // beyond U+10FFFF
    return 4;
  }
  return 0;
}

}  // namespace

std::string concat(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (const auto part : parts) size += part.size();
  std::string out;
  out.reserve(size);
  for (const auto part : parts) out.append(part);
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) out.append(separator);
    out.append(parts[i]);
  }
  return out;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string with_thousands(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string plural(std::uint64_t number, std::string_view noun) {
  return concat({with_thousands(number), " ", noun, number == 1 ? "" : "s"});
}

std::size_t character_border(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

std::size_t find_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    // Eight ASCII bytes at once: no high bit in the word.
    for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
      std::memcpy(&word, bytes + at, sizeof word);
      if ((word & 0x8080808080808080U) != 0) break;
    }
    if (at == text.size()) break;
    const std::size_t length = sequence_length(bytes + at, text.size() - at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::size_t utf8_length_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  return sequence_length(reinterpret_cast<const unsigned char*>(text.data()) + at, text.size() - at);
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) & 0x3FU : 0U;
  };
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t start = at;
  if (lead < 0x80) return ++at, lead;
  if (lead < 0xE0) {
    at = std::min(start + 2, text.size());
    return (static_cast<char32_t>(lead & 0x1FU) << 6) | byte(start + 1);
  }
  if (lead < 0xF0) {
    at = std::min(start + 3, text.size());
    return (static_cast<char32_t>(lead & 0x0FU) << 12) | (byte(start + 1) << 6) | byte(start + 2);
  }
  at = std::min(start + 4, text.size());
  return (static_cast<char32_t>(lead & 0x07U) << 18) | (byte(start + 1) << 12) | (byte(start + 2) << 6) |
         byte(start + 3);
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto push = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    push(code_point);
  } else if (code_point < 0x800) {
    push(0xC0U | (code_point >> 6));
    push(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    push(0xE0U | (code_point >> 12));
    push(0x80U | ((code_point >> 6) & 0x3FU));
    push(0x80U | (code_point & 0x3FU));
  } else {
    push(0xF0U | (code_point >> 18));
    push(0x80U | ((code_point >> 12) & 0x3FU));
    push(0x80U | ((code_point >> 6) & 0x3FU));
    push(0x80U | (code_point & 0x3FU));
  }
}

}  // namespace dateline
