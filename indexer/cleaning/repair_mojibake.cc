// Looks for characters that, as bytes of Windows-1252, are a sequence of UTF-8.
#include "indexer/cleaning/repair_mojibake.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "indexer/cleaning/windows_1252.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr char kLeadOfLeads = '\xC3';  // U+00C2 to U+00F4, what leads of UTF-8 are read as, begin with this byte

// The byte that was read as `c`; nullopt where none is.
std::optional<unsigned char> byte_of(char32_t c) {
  if (c < 0x100) return static_cast<unsigned char>(c);
  for (unsigned byte = 0x80; byte < 0xA0; ++byte) {
    if (windows_1252_code_point(static_cast<unsigned char>(byte)) == c && c != 0xFFFD)
      return static_cast<unsigned char>(byte);
  }
  return std::nullopt;
}

struct Damage {
  std::array<char, 4> bytes{};  // what was meant
  std::size_t size = 0;         // of it: 2 to 4; 0 where nothing is damaged
  std::size_t end = 0;          // behind the damage, in the text
};

std::size_t length_of_lead(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

Damage damage_at(std::string_view text, std::size_t at) {
  Damage damage;
  const auto lead = byte_of(next_code_point(text, at));
  const std::size_t length = lead ? length_of_lead(*lead) : 0;
  if (length == 0) return {};
  damage.bytes[0] = static_cast<char>(*lead);
  for (std::size_t i = 1; i < length; ++i) {
    if (at >= text.size()) return {};
    const auto byte = byte_of(next_code_point(text, at));
    if (!byte || *byte < 0x80 || *byte > 0xBF) return {};
    damage.bytes[i] = static_cast<char>(*byte);
  }
  if (find_invalid_utf8({damage.bytes.data(), length}) != std::string_view::npos) return {};
  damage.size = length;
  damage.end = at;
  return damage;
}

// What speaks for and against a damaged text.
struct Evidence {
  std::size_t pairs = 0;
  std::size_t longer = 0;  // of three characters and more: no language writes these
  std::size_t others = 0;  // letters with marks, quotes and the like outside of these
};

Evidence evidence_in(std::string_view text) {
  Evidence evidence;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Damage damage = text[at] == kLeadOfLeads ? damage_at(text, at) : Damage{};
    if (damage.size > 0) {
      ++(damage.size == 2 ? evidence.pairs : evidence.longer);
      at = damage.end;
    } else {
      ++evidence.others;
      next_code_point(text, at);
    }
  }
  return evidence;
}

}  // namespace

std::string repair_mojibake(std::string_view text) {
  std::string repaired;
  if (text.find(kLeadOfLeads) == std::string_view::npos) return std::string(text);
  const Evidence evidence = evidence_in(text);
  if (evidence.pairs + evidence.longer == 0) return std::string(text);
  const bool pairs_too = evidence.pairs + evidence.longer >= 2 && evidence.others <= evidence.pairs + evidence.longer;
  repaired.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find(kLeadOfLeads, at), text.size());
    repaired += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const Damage damage = damage_at(text, at);
    if (damage.size > 2 || (damage.size == 2 && pairs_too)) {
      repaired.append(damage.bytes.data(), damage.size);
      at = damage.end;
    } else {
      repaired += text.substr(at, 2);
      at += 2;
    }
  }
  return repaired;
}

}  // namespace dateline
