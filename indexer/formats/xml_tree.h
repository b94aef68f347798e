// An XML document as flat values: elements and runs of text in the order of the document, each before what it contains.
// Names are in lower case, with the prefix that is usual for their namespace, whatever the document writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

using XmlIndex = std::uint32_t;

struct XmlNode {
  std::uint32_t name = 0;  // into XmlTree::names; 0 is a run of text
  XmlIndex parent = 0;     // the first node is its own parent
  XmlIndex end = 0;        // behind the last node inside; a leaf's is its own index + 1
  std::uint32_t text_begin = 0;
  std::uint32_t text_end = 0;
  std::uint32_t attribute_begin = 0;
  std::uint32_t attribute_count = 0;
};

struct XmlAttribute {
  std::string name;
  std::string value;
};

struct XmlTree {
  std::vector<XmlNode> nodes;  // the first is the whole document; never empty
  std::vector<std::string> names;
  std::vector<XmlAttribute> attributes;
  std::string text;  // UTF-8, all runs one behind the other
};

// An element of a tree, or none: what is asked of none is empty. Points into the tree.
class XmlElement {
 public:
  XmlElement() = default;
  XmlElement(const XmlTree& tree, XmlIndex at) : tree_(&tree), at_(at) {}

  explicit operator bool() const { return tree_ != nullptr; }
  [[nodiscard]] const XmlTree& tree() const { return *tree_; }
  [[nodiscard]] XmlIndex at() const { return at_; }
  [[nodiscard]] std::string_view name() const;  // "item", "dc:creator"; "" of text and of none
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  [[nodiscard]] std::string_view text() const;  // of all that is inside, without markup
  [[nodiscard]] bool has_elements() const;
  [[nodiscard]] XmlElement parent() const;  // none for the outermost
  [[nodiscard]] std::vector<XmlElement> children() const;
  // The first child with one of these names, those named first before the others.
  [[nodiscard]] XmlElement child(std::initializer_list<std::string_view> names) const;
  [[nodiscard]] XmlElement child(std::string_view name) const { return child({name}); }
  [[nodiscard]] std::vector<XmlElement> all(std::string_view name) const;
  // Anywhere inside, in order.
  [[nodiscard]] XmlElement first_inside(std::string_view name) const;
  [[nodiscard]] std::vector<XmlElement> all_inside(std::string_view name) const;

 private:
  const XmlTree* tree_ = nullptr;
  XmlIndex at_ = 0;
};

// The outermost element; none where the document has none.
XmlElement root_of(const XmlTree& tree);

// "dc:creator" → "creator".
std::string_view local_name(std::string_view name);

// What is inside of the element as XML again (with the prefixes of the tree), or as HTML (without).
enum class XmlStyle : std::uint8_t { kXml, kHtml };
std::string inner_markup(const XmlElement& element, XmlStyle style);
// The element with its own tags as XML, up to the node `end` where that is before its end.
std::string outer_markup(const XmlElement& element, XmlIndex end);
// "a<b" → "a&lt;b"; for text and for attributes in double quotes.
std::string escaped_xml(std::string_view text);

}  // namespace dateline
