// Well-formed XML is read as it is; other XML is put right first and read again.
#include "indexer/formats/xml_document.h"

#include <algorithm>
#include <utility>

#include "indexer/formats/format_tools.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_repair.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestEntity = 400;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Behind blanks, comments, declarations and a document type.
std::string_view first_element(std::string_view text) {
  while (true) {
    text = trim(text);
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<?") && !text.starts_with("<!")) return text;
    std::size_t from = 0;
    if (text.starts_with("<!") && !comment && text.find('[') < text.find('>')) from = text.find("]");
    const std::string_view close = comment ? "-->" : ">";
    const std::size_t end = from == std::string_view::npos ? from : text.find(close, from);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + close.size());
  }
}

// An entity that names others unfolds without bound.
bool is_bomb(const std::pair<std::string, std::string>& entity) {
  const std::string& text = entity.second;
  if (text.size() > kLongestEntity) return true;
  for (std::size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] != '#' && text.find(';', at) != std::string::npos &&
        !text.substr(at).starts_with("&amp;") && !text.substr(at).starts_with("&lt;"))
      return true;
  }
  return false;
}

}  // namespace

std::string declared_xml_encoding(std::string_view head) {
  const std::string text = to_lower_ascii(head.substr(0, 1024));
  const std::size_t declaration = text.find("<?xml");
  if (declaration == std::string::npos) return {};
  const std::string_view inside =
      std::string_view(text).substr(declaration, text.find("?>", declaration) - declaration);
  const std::size_t at = inside.find("encoding");
  if (at == std::string_view::npos) return {};
  const std::size_t quote = inside.find_first_of("\"'", at);
  if (quote == std::string_view::npos) return {};
  return std::string(inside.substr(quote + 1, inside.find(inside[quote], quote + 1) - quote - 1));
}

std::string outermost_element(std::string_view head) {
  std::string decoded;
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  if (is_wide_text(head)) {
    auto text = decode_page(head.substr(0, head.size() / 4 * 4), {});
    if (!text) return {};
    decoded = *std::move(text);
    head = decoded;
  }
  const std::string_view element = first_element(head);
  if (!element.starts_with('<')) return {};
  const std::size_t end = element.find_first_of(" \t\r\n/>", 1);
  if (end == std::string_view::npos) return {};
  return to_lower_ascii(local_name(element.substr(1, end - 1)));
}

Result<ParsedXml> read_xml(std::string_view bytes) {
  auto text = decode_page(bytes, declared_xml_encoding(bytes));
  if (!text) return std::move(text).error();
  ParsedXml parsed = parse_xml(trim(*text), {.only_well_formed = true});
  if (std::any_of(parsed.entities.begin(), parsed.entities.end(), is_bomb)) {
    return unreadable("declares entities that unfold into others: a decompression bomb?",
                      "if it is none, replace the entities first: xmllint --noent FILE");
  }
  if (!parsed.well_formed) {
    const auto entities = std::move(parsed.entities);
    std::string first_problem = std::move(parsed.problem);
    parsed = parse_xml(trim(repaired_xml(*text, entities)));
    if (parsed.problem.empty() || !parsed.complete) parsed.problem = std::move(first_problem);
  }
  if (!root_of(parsed.tree)) {
    return unreadable(concat({"no XML that can be read: ", parsed.problem.empty() ? "no element" : parsed.problem}));
  }
  return parsed;
}

}  // namespace dateline
