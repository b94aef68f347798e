// Works on letters only; no tables.
#include "indexer/entities/name_forms.h"

#include "shared/base/ascii.h"
#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
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
    const bool letter = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    if (inside && is_ascii_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    inside = letter;
  }
  return out;
}

std::vector<std::string> initials_of(std::string_view name) {
  std::string first_letters, with_acronyms;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && !is_blank(name[end]) && name[end] != '-') ++end;
    std::string capitals;
    bool small = false;
    for (const char c : name.substr(at, end - at)) {
      if (is_ascii_upper(c)) capitals.push_back(static_cast<char>(c - 'A' + 'a'));
      small = small || (is_ascii_letter(c) && !is_ascii_upper(c));
    }
    if (end > at && is_ascii_upper(name[at])) {
      first_letters.push_back(capitals[0]);
      with_acronyms += small ? capitals.substr(0, 1) : capitals;
    }
    at = end + 1;
  }
  if (with_acronyms == first_letters) return {std::move(first_letters)};
  return {std::move(first_letters), std::move(with_acronyms)};
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
