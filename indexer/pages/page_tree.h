// A page as flat values: its elements and runs of text in the order of the document, each before what it contains. What
// a part of the page contains is a range of nodes and a range of bytes of one text, so all passes are loops.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/pages/page_tags.h"

namespace dateline {

using PageIndex = std::uint32_t;

struct PageNode {
  PageTag tag = PageTag::kOther;
  std::uint16_t attribute_count = 0;
  std::uint32_t attribute_begin = 0;  // into PageTree::attributes
  PageIndex parent = 0;               // the first node is its own parent
  PageIndex end = 0;                  // behind the last node inside; a leaf's is its own index + 1
  std::uint32_t text_begin = 0;       // bytes of PageTree::text
  std::uint32_t text_end = 0;
};

struct PageAttribute {
  PageAttributeName name = PageAttributeName::kNone;
  std::uint32_t begin = 0;  // bytes of PageTree::values
  std::uint32_t end = 0;
};

struct PageTree {
  std::vector<PageNode> nodes;  // the first is the whole page; never empty
  std::vector<PageAttribute> attributes;
  std::string text;    // UTF-8, all runs one behind the other
  std::string values;  // of the attributes
  bool cut = false;    // the page is deeper or larger than what is read of one

  [[nodiscard]] std::string_view text_of(PageIndex at) const {
    return std::string_view(text).substr(nodes[at].text_begin, nodes[at].text_end - nodes[at].text_begin);
  }
  [[nodiscard]] std::string_view value(const PageAttribute& attribute) const {
    return std::string_view(values).substr(attribute.begin, attribute.end - attribute.begin);
  }
  // "" where it has none; has() tells an empty one.
  [[nodiscard]] std::string_view attribute(PageIndex at, PageAttributeName name) const {
    const PageAttribute* const found = find(at, name);
    return found == nullptr ? std::string_view() : value(*found);
  }
  [[nodiscard]] bool has(PageIndex at, PageAttributeName name) const { return find(at, name) != nullptr; }

 private:
  [[nodiscard]] const PageAttribute* find(PageIndex at, PageAttributeName name) const {
    const PageNode& node = nodes[at];
    for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
      if (attributes[node.attribute_begin + i].name == name) return &attributes[node.attribute_begin + i];
    }
    return nullptr;
  }
};

}  // namespace dateline
