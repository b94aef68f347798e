// A scanner that knows only where text, tags, CDATA and comments are; what they mean is the parser's business.
#include "indexer/formats/xml_repair.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "indexer/formats/libxml_tree.h"
#include "indexer/formats/xml_tree.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestName = 32;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_of_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '#' || c == '.' || c == '-' || c == ':';
}

bool is_allowed(std::uint32_t code) {
  if (code < 0x20) return code == 0x9 || code == 0xA || code == 0xD;
  return code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) && code != 0xFFFE && code != 0xFFFF;
}

// "#233" or "#xE9" → the character it means; false where it is no number.
bool append_number(std::string_view name, std::string& out) {
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  if (error != std::errc() || end != name.data() + name.size()) return false;
  if (!is_allowed(code)) {
    out += ' ';
  } else if (code == '&' || code == '<') {
    out += code == '&' ? "&amp;" : "&lt;";
  } else {
    append_utf8(out, code);
  }
  return true;
}

class Repair {
 public:
  Repair(std::string_view xml, std::span<const std::pair<std::string, std::string>> entities)
      : rest_(xml), entities_(entities) {
    out_.reserve(xml.size() + xml.size() / 16);
  }

  std::string run() {
    while (!rest_.empty()) {
      const std::size_t at = std::min(rest_.find_first_of("<&"), rest_.size());
      copy(at);
      if (rest_.empty()) break;
      if (rest_.front() == '&') {
        reference();
      } else if (rest_.starts_with("<![CDATA[")) {
        cdata();
      } else if (rest_.starts_with("<!--")) {
        skip_behind("-->");
      } else if (rest_.starts_with("<?")) {
        skip_behind("?>");
      } else if (rest_.starts_with("<!")) {
        document_type();
      } else {
        tag();
      }
    }
    return std::move(out_);
  }

 private:
  // Text as it is, but for characters that XML forbids: control bytes, and U+FFFE and U+FFFF.
  void copy(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view from = rest_.substr(i, 3);
      const bool noncharacter = from == "\xEF\xBF\xBE" || from == "\xEF\xBF\xBF";
      const bool control =
          static_cast<unsigned char>(rest_[i]) < 0x20 && !is_allowed(static_cast<unsigned char>(rest_[i]));
      if (noncharacter || control) {
        out_ += ' ';
        if (noncharacter) i += 2;
      } else {
        out_ += rest_[i];
      }
    }
    rest_.remove_prefix(std::min(count, rest_.size()));
  }

  void skip_behind(std::string_view end) {
    const std::size_t at = rest_.find(end);
    rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + end.size());
  }

  // One without an end ends with the document.
  void cdata() {
    const std::size_t end = rest_.find("]]>");
    copy(end == std::string_view::npos ? rest_.size() : end + 3);
    if (end == std::string_view::npos) out_ += "]]>";
  }

  // "<!DOCTYPE rss [ <!ENTITY …> ]>"
  void document_type() {
    const std::size_t end = rest_.find('>');
    if (rest_.substr(0, end).find('[') != std::string_view::npos) {
      skip_behind("]");
      skip_behind(">");
    } else {
      skip_behind(">");
    }
  }

  void reference() {
    std::size_t end = 1;
    while (end < std::min(rest_.size(), kLongestName) && is_of_name(rest_[end])) ++end;
    const bool ended = end < rest_.size() && rest_[end] == ';';
    const std::string_view name = ended ? rest_.substr(1, end - 1) : std::string_view();
    if (name.empty() || !append_character(name)) {
      out_ += "&amp;";
      rest_.remove_prefix(1);
      return;
    }
    rest_.remove_prefix(end + 1);
  }

  bool append_character(std::string_view name) {
    if (name.starts_with('#')) return append_number(name, out_);
    for (const std::string_view known : {"amp", "lt", "gt", "quot", "apos"}) {
      if (name == known) return out_ += concat({"&", name, ";"}), true;
    }
    for (const auto& [own, text] : entities_) {
      if (own == name) return out_ += escaped_xml(text), true;
    }
    const std::string& character = character_of(name);
    out_ += character;
    return !character.empty();
  }

  // The parser's table is looked through from its begin: names are remembered, also those that it does not know.
  const std::string& character_of(std::string_view name) {
    constexpr std::size_t kMostKnown = 1000;
    if (name == last_name_) return last_character_;
    last_name_ = name;
    const auto found = known_.find(last_name_);
    if (found != known_.end()) return last_character_ = found->second;
    last_character_ = escaped_xml(html_character(name));
    if (known_.size() < kMostKnown) known_.emplace(last_name_, last_character_);
    return last_character_;
  }

  void tag() {
    const std::size_t name_at = rest_.starts_with("</") ? 2 : 1;
    if (rest_.size() <= name_at || !is_letter(rest_[name_at])) {
      out_ += "&lt;";
      rest_.remove_prefix(1);
      return;
    }
    const std::size_t end = rest_.find_first_of("<>", 1);
    const std::string_view inside = rest_.substr(0, end);
    if (end == std::string_view::npos || rest_[end] == '<') {  // cut off, or never closed
      out_ += "&lt;";
      rest_.remove_prefix(1);
      return;
    }
    const std::string name =
        to_lower_ascii(inside.substr(name_at, inside.find_first_of(" \t\r\n/", name_at) - name_at));
    const bool empty = name == "br" || name == "hr" || name == "img";
    if (empty && name_at == 2) {  // its end tag: it is closed already
      rest_.remove_prefix(end + 1);
      return;
    }
    attributes(end);
    if (empty && !out_.ends_with('/')) out_ += '/';
    out_ += '>';
    rest_.remove_prefix(1);
  }

  // The tag up to its end, with the references in its values put right.
  void attributes(std::size_t end) {
    const std::size_t left = rest_.size() - end;
    while (rest_.size() > left) {
      const std::string_view tag = rest_.substr(0, rest_.size() - left);
      const std::size_t at = std::min(tag.find('&'), tag.size());
      copy(at);
      if (rest_.size() > left) reference();  // no name has the '>' in it that ends the tag
    }
  }

  std::string_view rest_;
  std::span<const std::pair<std::string, std::string>> entities_;
  std::unordered_map<std::string, std::string> known_;  // characters of HTML's names as XML; "" for no name
  std::string last_name_, last_character_;
  std::string out_;
};

}  // namespace

std::string repaired_xml(std::string_view xml, std::span<const std::pair<std::string, std::string>> entities) {
  return Repair(xml, entities).run();
}

}  // namespace dateline
