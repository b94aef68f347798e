// The names that texts of news have; the full table of HTML is the parser's.
#include "indexer/pages/html_entities.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestReference = 10;

struct NamedCharacter {
  std::string_view name;
  std::string_view text;
};

constexpr NamedCharacter kNames[] = {
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},   {"nbsp", " "},
    {"ndash", "–"},  {"mdash", "—"},  {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},
    {"bdquo", "„"},  {"sbquo", "‚"},  {"hellip", "…"}, {"laquo", "«"},  {"raquo", "»"},  {"bull", "•"},
    {"middot", "·"}, {"euro", "€"},   {"pound", "£"},  {"copy", "©"},   {"reg", "®"},    {"trade", "™"},
    {"auml", "ä"},   {"ouml", "ö"},   {"uuml", "ü"},   {"Auml", "Ä"},   {"Ouml", "Ö"},   {"Uuml", "Ü"},
    {"szlig", "ß"},  {"aacute", "á"}, {"eacute", "é"}, {"iacute", "í"}, {"oacute", "ó"}, {"uacute", "ú"},
    {"Aacute", "Á"}, {"Eacute", "É"}, {"Iacute", "Í"}, {"Oacute", "Ó"}, {"Uacute", "Ú"}, {"agrave", "à"},
    {"egrave", "è"}, {"igrave", "ì"}, {"ograve", "ò"}, {"ugrave", "ù"}, {"Agrave", "À"}, {"Egrave", "È"},
    {"acirc", "â"},  {"ecirc", "ê"},  {"icirc", "î"},  {"ocirc", "ô"},  {"ucirc", "û"},  {"atilde", "ã"},
    {"otilde", "õ"}, {"ntilde", "ñ"}, {"Ntilde", "Ñ"}, {"ccedil", "ç"}, {"Ccedil", "Ç"}, {"aring", "å"},
    {"Aring", "Å"},  {"aelig", "æ"},  {"oslash", "ø"}, {"iexcl", "¡"},  {"iquest", "¿"}, {"ordf", "ª"},
    {"ordm", "º"},   {"deg", "°"},    {"sect", "§"},   {"frac12", "½"}, {"shy", ""},     {"zwj", ""},
};

// The text of "#39", "#x2019" or "amp"; false where it is none.
bool append_reference(std::string_view name, std::string& out) {
  if (!name.starts_with('#')) {
    const auto* const found = std::find_if(std::begin(kNames), std::end(kNames),
                                           [&](const NamedCharacter& each) { return each.name == name; });
    if (found == std::end(kNames)) return false;
    out += found->text;
    return true;
  }
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  if (error != std::errc() || end != name.data() + name.size()) return false;
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
  append_utf8(out, code);
  return true;
}

std::string resolved_once(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('&'), text.size());
    out += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, kLongestReference + 1).find(';');
    if (end != std::string_view::npos && append_reference(text.substr(1, end - 1), out)) {
      text.remove_prefix(end + 1);
    } else {
      out += '&';
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

std::string without_entities(std::string_view text) {
  std::string plain(text);
  constexpr int kMostRounds = 8;  // escaped so often by programs that did not know of each other
  for (int round = 0; round < kMostRounds && plain.find('&') != std::string::npos; ++round) {
    std::string next = resolved_once(plain);
    if (next == plain) break;
    plain = std::move(next);
  }
  return plain;
}

}  // namespace dateline
