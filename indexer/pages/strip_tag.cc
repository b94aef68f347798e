// Attributes are cut as the parser would cut them; which are wanted is said by one table.
#include "indexer/pages/strip_tag.h"

#include <algorithm>
#include <iterator>

#include "indexer/pages/page_facts.h"
#include "indexer/pages/page_tags.h"
#include "shared/base/byte_set.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestName = 16;    // of an element or attribute that has a meaning here
constexpr std::size_t kLongestTitle = 100;  // a longer one is no date

constexpr ByteSet kEndsTagName("> \t\n\r\f/");
constexpr ByteSet kEndsAttributeName("=> \t\n\r\f/");
constexpr ByteSet kEndsBareValue("> \t\n\r\f");

bool is_blank(char c) {
  return kHtmlBlanks.has(c);
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

PageTag tag_at(std::string_view rest) {
  return page_tag(LowerName(rest.substr(0, kEndsTagName.find_in(rest))).view());
}

std::size_t TagStripper::copy(std::size_t at) {
  const std::size_t begin = at++;
  at = kEndsTagName.find_in(html_, at);
  const std::string_view opening = html_.substr(begin, at - begin);
  const LowerName name(opening.substr(1));
  tag_ = page_tag(name.view());
  attributes_.clear();
  bool closed = false;  // by a slash that is not an attribute's
  while (at < html_.size() && html_[at] != '>') {
    closed = html_[at] == '/';
    if (closed || is_blank(html_[at])) {
      ++at;
    } else {
      read_attribute(at);
    }
  }
  if (is_read(name.view())) {
    const std::size_t before = out_.size();
    out_ += opening;
    for (const Attribute& attribute : attributes_) write(attribute);
    const bool bare = out_.size() == before + opening.size();
    if (at < html_.size()) out_ += closed ? std::string_view(" />") : std::string_view(">");
    if (tag_ == PageTag::kSpan && !closed) {
      spans_kept_.push_back(!bare);
      if (bare) out_.resize(before);
    }
  }
  return std::min(at + 1, html_.size());
}

bool TagStripper::close_element(PageTag tag) {
  if (tag != PageTag::kSpan || spans_kept_.empty()) return true;
  const bool kept = spans_kept_.back();
  spans_kept_.pop_back();
  return kept;
}

void TagStripper::read_attribute(std::size_t& at) {
  const std::size_t begin = at;
  at = kEndsAttributeName.find_in(html_, at + 1);
  Attribute attribute;
  attribute.name = page_attribute_name(LowerName(html_.substr(begin, at - begin)).view());
  std::size_t next = at;
  while (next < html_.size() && is_blank(html_[next])) ++next;
  attribute.head = html_.substr(begin, at - begin);
  if (next < html_.size() && html_[next] == '=') {
    at = next + 1;
    read_value(at, attribute);
    attribute.head = html_.substr(begin, static_cast<std::size_t>(attribute.value.data() - html_.data()) - begin);
  }
  if (attribute.name != PageAttributeName::kNone) attributes_.push_back(attribute);
}

void TagStripper::read_value(std::size_t& at, Attribute& attribute) {
  while (at < html_.size() && is_blank(html_[at])) ++at;
  const char quote = at < html_.size() ? html_[at] : ' ';
  if (quote == '"' || quote == '\'') {
    bool& none = no_more_quotes_[quote == '"' ? 0 : 1];
    const std::size_t end = none ? std::string_view::npos : html_.find(quote, at + 1);
    if (end != std::string_view::npos) {
      attribute.value = html_.substr(at + 1, end - at - 1);
      attribute.tail = html_.substr(end, 1);
      at = end + 1;
      return;
    }
    none = true;
  }
  const std::size_t begin = at;
  at = kEndsBareValue.find_in(html_, at);
  attribute.value = html_.substr(begin, at - begin);
}

// Of <link> and <meta>, of which pages have hundreds, only those that say something about the story.
bool TagStripper::is_read(std::string_view element) const {
  if (is_never_read(element)) return false;
  if (tag_ == PageTag::kLink) {
    return std::any_of(attributes_.begin(), attributes_.end(), [](const Attribute& attribute) {
      return attribute.name == PageAttributeName::kRel && LowerName(attribute.value).view() == "canonical";
    });
  }
  if (tag_ != PageTag::kMeta) return true;
  return std::any_of(attributes_.begin(), attributes_.end(), [](const Attribute& attribute) {
    if (attribute.name == PageAttributeName::kItemprop) return true;
    return attribute.name != PageAttributeName::kContent && is_fact_name(to_lower_ascii(trim(attribute.value)));
  });
}

bool TagStripper::is_wanted(const Attribute& attribute) const {
  switch (attribute.name) {
    case PageAttributeName::kHref:
      return tag_ == PageTag::kLink;
    case PageAttributeName::kRel:
      return tag_ == PageTag::kLink || attribute.value.find("author") != std::string_view::npos;
    case PageAttributeName::kName:
    case PageAttributeName::kHttpEquiv:
      return tag_ == PageTag::kMeta;
    case PageAttributeName::kLang:
      return tag_ == PageTag::kHtml;
    case PageAttributeName::kStyle:
      return attribute.value.find("display") != std::string_view::npos;
    case PageAttributeName::kTitle:
      return tag_ != PageTag::kA && attribute.value.size() <= kLongestTitle;
    default:
      return true;
  }
}

void TagStripper::write(const Attribute& attribute) {
  if (has_mark_names(attribute.name)) return write_names(attribute);
  if (!is_wanted(attribute)) return;
  out_ += ' ';
  out_ += attribute.head;
  out_ += attribute.value;
  out_ += attribute.tail;
}

// Names that say nothing more than those before them go. Those of <time> stay: they may say that it is of a change,
// which is no mark.
void TagStripper::write_names(const Attribute& attribute) {
  const PageMarks marks = marks_.of_names(attribute.value);
  if (marks == 0 && tag_ != PageTag::kTime) return;
  out_ += ' ';
  out_ += attribute.head;
  if (tag_ == PageTag::kTime || (marks & kMarkCredit) != 0) {
    out_ += attribute.value;
  } else {
    PageMarks said = 0;
    for (std::string_view rest = attribute.value; said != marks;) {
      const std::string_view name = KnownMarks::take_name(rest);
      const PageMarks more = marks_.of_name(name);
      if ((more & ~said) == 0) continue;
      if (said != 0) out_ += ' ';
      out_ += name;
      said |= more;
    }
  }
  out_ += attribute.tail;
}

}  // namespace dateline
