// Takes the parser's events, not its document: the tree that is needed is flat, and libxml2's nodes cost an allocation
// each.
#include "indexer/pages/libxml_page_parser.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <type_traits>

namespace dateline {
namespace {

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

class TreeBuilder {
 public:
  TreeBuilder(const PageLimits& limits, std::size_t markup_bytes) : limits_(limits) {
    tree_.text.reserve(markup_bytes / 4);
    tree_.values.reserve(markup_bytes / 4);
    tree_.nodes.reserve(markup_bytes / 32);
    tree_.attributes.reserve(markup_bytes / 64);
    tree_.nodes.push_back({});
  }

  void set_parser(htmlParserCtxtPtr parser) { parser_ = parser; }

  void open(std::string_view name, const xmlChar** attributes) {
    if (open_.size() >= limits_.depth || tree_.nodes.size() >= limits_.nodes) return stop();
    const PageTag tag = page_tag(name);
    PageNode node;
    node.tag = tag;
    node.parent = current_;
    node.text_begin = size32(tree_.text);
    node.attribute_begin = static_cast<std::uint32_t>(tree_.attributes.size());
    for (const xmlChar** each = attributes; each != nullptr && *each != nullptr; each += 2) add(each[0], each[1]);
    const std::size_t count = tree_.attributes.size() - node.attribute_begin;
    node.attribute_count =
        static_cast<std::uint16_t>(std::min<std::size_t>(count, std::numeric_limits<std::uint16_t>::max()));
    current_ = static_cast<PageIndex>(tree_.nodes.size());
    open_.push_back(current_);
    tree_.nodes.push_back(node);
  }

  void close() {
    if (open_.empty()) return;
    finish(open_.back());
    open_.pop_back();
    current_ = open_.empty() ? 0 : open_.back();
  }

  void text(std::string_view run) {
    if (tree_.text.size() + run.size() > limits_.text_bytes || tree_.nodes.size() >= limits_.nodes) return stop();
    PageNode& last = tree_.nodes.back();
    const auto begin = size32(tree_.text);
    tree_.text += run;
    if (last.tag == PageTag::kText && last.parent == current_ && last.text_end == begin) {
      last.text_end = size32(tree_.text);
      return;
    }
    PageNode node;
    node.tag = PageTag::kText;
    node.parent = current_;
    node.text_begin = begin;
    node.text_end = size32(tree_.text);
    node.end = static_cast<PageIndex>(tree_.nodes.size()) + 1;
    tree_.nodes.push_back(node);
  }

  PageTree finished() && {
    while (!open_.empty()) close();
    finish(0);
    return std::move(tree_);
  }

 private:
  static std::uint32_t size32(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

  void add(const xmlChar* name, const xmlChar* value) {
    const PageAttributeName known = page_attribute_name(view_of(name));
    if (known == PageAttributeName::kNone) return;
    const std::uint32_t begin = size32(tree_.values);
    if (tree_.values.size() + view_of(value).size() > limits_.text_bytes) return;
    tree_.values += view_of(value);
    tree_.attributes.push_back({known, begin, size32(tree_.values)});
  }

  void finish(PageIndex at) {
    tree_.nodes[at].end = static_cast<PageIndex>(tree_.nodes.size());
    tree_.nodes[at].text_end = size32(tree_.text);
  }

  void stop() {
    tree_.cut = true;
    if (parser_ != nullptr) xmlStopParser(parser_);
  }

  const PageLimits& limits_;
  PageTree tree_;
  htmlParserCtxtPtr parser_ = nullptr;
  std::vector<PageIndex> open_;
  PageIndex current_ = 0;
};

TreeBuilder& builder(void* user) {
  return *static_cast<TreeBuilder*>(user);
}

void on_open(void* user, const xmlChar* name, const xmlChar** attributes) {
  builder(user).open(view_of(name), attributes);
}

void on_close(void* user, const xmlChar*) {
  builder(user).close();
}

void on_text(void* user, const xmlChar* text, int length) {
  builder(user).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

htmlSAXHandler events() {
  htmlSAXHandler handler{};
  handler.startElement = on_open;
  handler.endElement = on_close;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  return handler;
}

}  // namespace

PageTree parse_page(std::string_view markup, const PageLimits& limits) {
  [[maybe_unused]] static const bool initialised = (xmlInitParser(), true);  // before the first thread uses it
  TreeBuilder tree(limits, markup.size());
  const std::unique_ptr<std::remove_pointer_t<htmlParserCtxtPtr>, void (*)(htmlParserCtxtPtr)> parser(
      htmlCreateMemoryParserCtxt(markup.data(), static_cast<int>(markup.size())), htmlFreeParserCtxt);
  if (!parser) return std::move(tree).finished();
  *parser->sax = events();
  parser->userData = &tree;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  tree.set_parser(parser.get());
  htmlParseDocument(parser.get());
  return std::move(tree).finished();
}

}  // namespace dateline
