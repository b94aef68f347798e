// Attributes are cut as the parser would cut them; which are wanted is said by one table.
#include "indexer/pages/strip_tag.h"

#include <algorithm>
#include <iterator>

#include "indexer/pages/page_tags.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestName = 16;    // of an element or attribute that has a meaning here
constexpr std::size_t kLongestTitle = 100;  // a longer one is no date

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// A name in lower case, without an allocation; "" where it is too long to mean something.
class LowerName {
 public:
  explicit LowerName(std::string_view name) {
    if (name.size() > letters_.size()) return;
    std::transform(name.begin(), name.end(), letters_.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    size_ = name.size();
  }
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, kLongestName> letters_{};
  std::size_t size_ = 0;
};

// Elements without an end tag and without text.
bool is_never_read(std::string_view name) {
  constexpr std::string_view kNames[] = {"img", "input", "source", "wbr", "track", "embed", "param", "area", "col"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

}  // namespace

bool TagStripper::is_wanted(PageTag tag, PageAttributeName name, std::string_view value) {
  switch (name) {
    case PageAttributeName::kNone:
      return false;
    case PageAttributeName::kHref:
      return tag == PageTag::kLink;
    case PageAttributeName::kRel:
      return tag == PageTag::kLink || value.find("author") != std::string_view::npos;
    case PageAttributeName::kClass:
    case PageAttributeName::kId:
    case PageAttributeName::kDataTestid:
      return tag == PageTag::kTime || marks_.of_names(value) != 0;
    case PageAttributeName::kName:
    case PageAttributeName::kHttpEquiv:
      return tag == PageTag::kMeta;
    case PageAttributeName::kLang:
      return tag == PageTag::kHtml;
    case PageAttributeName::kStyle:
      return value.find("display") != std::string_view::npos;
    case PageAttributeName::kTitle:
      return tag != PageTag::kA && tag != PageTag::kLink && value.size() <= kLongestTitle;
    default:
      return true;
  }
}

PageTag tag_at(std::string_view rest) {
  return page_tag(LowerName(rest.substr(0, rest.find_first_of("> \t\n\r\f/"))).view());
}

std::size_t TagStripper::copy(std::size_t at) {
  const std::size_t begin = at++;
  while (at < html_.size() && !is_blank(html_[at]) && html_[at] != '>' && html_[at] != '/') ++at;
  const LowerName name(html_.substr(begin + 1, at - begin - 1));
  const bool keep = !is_never_read(name.view());
  tag_ = page_tag(name.view());
  if (keep) out_ += html_.substr(begin, at - begin);
  bool closed = false;  // by a slash that is not an attribute's
  while (at < html_.size() && html_[at] != '>') {
    closed = html_[at] == '/';
    if (closed || is_blank(html_[at])) {
      ++at;
      continue;
    }
    const Attribute attribute = read_attribute(at);
    const LowerName lower(attribute.name);
    if (!keep || !is_wanted(tag_, page_attribute_name(lower.view()), attribute.value)) continue;
    out_ += ' ';
    out_ += attribute.whole;
  }
  if (at == html_.size()) return at;
  if (keep) out_ += closed ? std::string_view(" />") : std::string_view(">");
  return at + 1;
}

TagStripper::Attribute TagStripper::read_attribute(std::size_t& at) {
  const std::size_t begin = at;
  const std::size_t name_end = std::min(html_.find_first_of("=> \t\n\r\f/", at + 1), html_.size());
  at = name_end;
  Attribute attribute{html_.substr(begin, name_end - begin), {}, {}};
  std::size_t next = at;
  while (next < html_.size() && is_blank(html_[next])) ++next;
  if (next < html_.size() && html_[next] == '=') {
    at = next + 1;
    attribute.value = read_value(at);
  }
  attribute.whole = html_.substr(begin, at - begin);
  return attribute;
}

std::string_view TagStripper::read_value(std::size_t& at) {
  while (at < html_.size() && is_blank(html_[at])) ++at;
  if (at == html_.size()) return {};
  const char quote = html_[at];
  if (quote == '"' || quote == '\'') {
    bool& none = no_more_quotes_[quote == '"' ? 0 : 1];
    const std::size_t end = none ? std::string_view::npos : html_.find(quote, at + 1);
    if (end != std::string_view::npos) {
      const std::string_view value = html_.substr(at + 1, end - at - 1);
      at = end + 1;
      return value;
    }
    none = true;
  }
  const std::size_t begin = at;
  while (at < html_.size() && !is_blank(html_[at]) && html_[at] != '>') ++at;
  return html_.substr(begin, at - begin);
}

}  // namespace dateline
