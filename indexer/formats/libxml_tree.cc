// Takes the parser's events, not its document: the tree that is needed is flat, entities stay folded, and the limits
// can be looked at on the way.
#include "indexer/formats/libxml_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/uri.h>

#include <algorithm>
#include <memory>
#include <type_traits>
#include <unordered_map>

#include "indexer/formats/xml_names.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostEntities = 300;  // HTML has 253

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

class TreeBuilder {
 public:
  explicit TreeBuilder(const XmlLimits& limits) : limits_(limits) {
    parsed_.tree.nodes.push_back({});
    parsed_.tree.names.emplace_back();
  }

  void set_parser(xmlParserCtxtPtr parser) { parser_ = parser; }

  void open(const std::string& name) {
    if (open_.size() >= limits_.depth)
      return stop(concat({"elements lie in each other more than ", std::to_string(limits_.depth), " deep"}));
    if (full()) return;
    XmlNode node;
    node.name = number_of(name);
    node.parent = current();
    node.text_begin = text_size();
    node.attribute_begin = static_cast<std::uint32_t>(parsed_.tree.attributes.size());
    open_.push_back(static_cast<XmlIndex>(parsed_.tree.nodes.size()));
    parsed_.tree.nodes.push_back(node);
  }

  void add(std::string name, std::string_view value) {
    if (parsed_.tree.attributes.size() >= limits_.nodes) return stop("it has too many attributes");
    parsed_.tree.attributes.push_back({std::move(name), std::string(value)});
    ++parsed_.tree.nodes.back().attribute_count;
  }

  void end_at_fault() {
    if (!limits_.only_well_formed || parsed_.tree.nodes.size() < 2 || parser_ == nullptr) return;
    parser_->wellFormed = 0;
    xmlStopParser(parser_);
  }

  void close() {
    if (open_.empty()) return;
    finish(open_.back());
    open_.pop_back();
  }

  void text(std::string_view run) {
    if (open_.empty()) return;
    XmlNode& last = parsed_.tree.nodes.back();
    const std::uint32_t begin = text_size();
    if (last.name == 0 && last.parent == current() && last.text_end == begin) {
      parsed_.tree.text += run;
      last.text_end = text_size();
      return;
    }
    if (full()) return;
    parsed_.tree.text += run;
    XmlNode node;
    node.parent = current();
    node.text_begin = begin;
    node.text_end = text_size();
    node.end = static_cast<XmlIndex>(parsed_.tree.nodes.size()) + 1;
    parsed_.tree.nodes.push_back(node);
  }

  void declare_entity(std::string_view name, std::string_view value) {
    if (parsed_.entities.size() < kMostEntities) parsed_.entities.emplace_back(name, value);
  }

  void note_problem(int line, std::string_view message) {
    if (!parsed_.problem.empty()) return;
    message = trim(message.substr(0, std::min({message.find('\n'), message.size(), std::size_t{200}})));
    message = message.substr(0, find_invalid_utf8(message));
    parsed_.problem = concat({"line ", std::to_string(line), ": ", message});
  }

  ParsedXml finished(bool well_formed) && {
    parsed_.well_formed = well_formed && !stopped_;
    parsed_.complete = open_.empty() && !stopped_;
    while (!open_.empty()) close();
    finish(0);
    return std::move(parsed_);
  }

 private:
  [[nodiscard]] std::uint32_t text_size() const { return static_cast<std::uint32_t>(parsed_.tree.text.size()); }
  [[nodiscard]] XmlIndex current() const { return open_.empty() ? 0 : open_.back(); }

  bool full() {
    if (parsed_.tree.nodes.size() < limits_.nodes) return false;
    stop("it has too many elements");
    return true;
  }

  std::uint32_t number_of(const std::string& name) {
    const auto [known, is_new] = numbers_.try_emplace(name, static_cast<std::uint32_t>(parsed_.tree.names.size()));
    if (is_new) parsed_.tree.names.push_back(name);
    return known->second;
  }

  void finish(XmlIndex at) {
    parsed_.tree.nodes[at].end = static_cast<XmlIndex>(parsed_.tree.nodes.size());
    parsed_.tree.nodes[at].text_end = text_size();
  }

  void stop(std::string_view why) {
    if (stopped_) return;
    stopped_ = true;
    parsed_.problem.clear();
    note_problem(parser_ == nullptr ? 0 : xmlSAX2GetLineNumber(parser_), why);
    if (parser_ != nullptr) xmlStopParser(parser_);
  }

  const XmlLimits& limits_;
  ParsedXml parsed_;
  xmlParserCtxtPtr parser_ = nullptr;
  std::vector<XmlIndex> open_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  bool stopped_ = false;
};

TreeBuilder& builder(void* user) {
  return *static_cast<TreeBuilder*>(user);
}

void on_open(void* user, const xmlChar* local, const xmlChar* prefix, const xmlChar* address, int, const xmlChar**,
             int attribute_count, int, const xmlChar** attributes) {
  TreeBuilder& tree = builder(user);
  tree.open(usual_xml_name(view_of(local), view_of(prefix), view_of(address)));
  for (int i = 0; i < attribute_count; ++i) {
    const xmlChar** const each = attributes + static_cast<std::ptrdiff_t>(i) * 5;  // name, prefix, address, value, end
    const auto* const value = reinterpret_cast<const char*>(each[3]);
    const auto size = static_cast<std::size_t>(each[4] - each[3]);
    tree.add(usual_xml_name(view_of(each[0]), view_of(each[1]), view_of(each[2])), {value, size});
  }
}

void on_close(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  builder(user).close();
}

void on_text(void* user, const xmlChar* text, int length) {
  builder(user).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

void on_entity(void* user, const xmlChar* name, int type, const xmlChar*, const xmlChar*, xmlChar* value) {
  if (type == XML_INTERNAL_GENERAL_ENTITY) builder(user).declare_entity(view_of(name), view_of(value));
}

void on_error(void* user, xmlErrorPtr error) {
  const std::string_view message = error->message == nullptr ? std::string_view() : std::string_view(error->message);
  if (error->level < XML_ERR_ERROR) return;
  builder(user).note_problem(error->line, message);
  if (error->level == XML_ERR_FATAL) builder(user).end_at_fault();
}

xmlSAXHandler events() {
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_open;
  handler.endElementNs = on_close;
  handler.characters = on_text;
  handler.cdataBlock = on_text;
  handler.ignorableWhitespace = on_text;
  handler.entityDecl = on_entity;
  handler.serror = on_error;
  return handler;
}

// libxml2 makes a document of its own where entities are declared.
void free_parser(xmlParserCtxtPtr parser) {
  if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
  parser->myDoc = nullptr;
  xmlFreeParserCtxt(parser);
}

}  // namespace

ParsedXml parse_xml(std::string_view xml, const XmlLimits& limits) {
  [[maybe_unused]] static const bool initialised = (xmlInitParser(), true);  // before the first thread uses it
  TreeBuilder tree(limits);
  if (xml.empty()) return std::move(tree).finished(false);
  const std::unique_ptr<std::remove_pointer_t<xmlParserCtxtPtr>, void (*)(xmlParserCtxtPtr)> parser(
      xmlCreateMemoryParserCtxt(xml.data(), static_cast<int>(xml.size())), free_parser);
  if (!parser) return std::move(tree).finished(false);
  *parser->sax = events();
  parser->userData = &tree;
  xmlCtxtUseOptions(parser.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOCDATA);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  parser->encoding =
      xmlCharStrdup("UTF-8");  // known: else the first bytes are asked for it, and "<" and zeros is UTF-16
  tree.set_parser(parser.get());
  xmlParseDocument(parser.get());
  tree.set_parser(nullptr);
  return std::move(tree).finished(parser->wellFormed != 0);
}

std::string html_character(std::string_view name) {
  std::string character;
  const std::string written(name);
  const htmlEntityDesc* const found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(written.c_str()));
  if (found != nullptr) append_utf8(character, static_cast<char32_t>(found->value));
  return character;
}

std::string resolved_url(std::string_view reference, std::string_view base) {
  const std::string written(reference);
  if (base.empty() || written.empty()) return written;
  xmlChar* const built = xmlBuildURI(reinterpret_cast<const xmlChar*>(written.c_str()),
                                     reinterpret_cast<const xmlChar*>(std::string(base).c_str()));
  if (built == nullptr) return written;
  std::string url(view_of(built));
  xmlFree(built);
  return url;
}

}  // namespace dateline
