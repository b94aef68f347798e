// Works on letters only; no tables.
#include "indexer/entities/name_forms.h"

#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
bool is_upper_ascii(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter_ascii(char c) {
  return is_upper_ascii(c) || (c >= 'a' && c <= 'z');
}

}  // namespace

std::string written_name(std::string_view span) {
  std::string out;
  out.reserve(span.size());
  for (const char c : span) {
    if (!is_blank(c))
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  return out;
}

std::string calm_capitals(std::string_view name) {
  std::string out(name);
  bool inside = false;
  for (char& c : out) {
    const bool letter = is_letter_ascii(c) || static_cast<unsigned char>(c) >= 0x80;
    if (inside && is_upper_ascii(c)) c = static_cast<char>(c - 'A' + 'a');
    inside = letter;
  }
  return out;
}

std::string initials_of(std::string_view name) {
  std::string out;
  bool inside = false;
  for (const char c : name) {
    if (!inside && is_upper_ascii(c)) out.push_back(static_cast<char>(c - 'A' + 'a'));
    inside = !is_blank(c) && c != '-';
  }
  return out;
}

bool is_shorter_full_name(const std::vector<std::uint32_t>& part, const std::vector<std::uint32_t>& whole) {
  if (part.size() < 2 || whole.size() < part.size() || part.front() != whole.front() || part.back() != whole.back())
    return false;
  std::size_t at = 0;
  for (const std::uint32_t word : whole)
    if (at < part.size() && part[at] == word) ++at;
  return at == part.size();
}

}  // namespace dateline
