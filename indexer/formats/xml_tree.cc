// Walks the flat tree; every pass is a loop.
#include "indexer/formats/xml_tree.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {
namespace {

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

bool is_empty_in_html(std::string_view name) {
  return name == "br" || name == "hr" || name == "img" || name == "input" || name == "wbr" || name == "source";
}

class MarkupWriter {
 public:
  MarkupWriter(const XmlTree& tree, XmlStyle style) : tree_(tree), style_(style) {}

  // The nodes from `begin` to `end`; elements that go on behind that are closed there.
  std::string write(XmlIndex begin, XmlIndex end) {
    for (XmlIndex at = begin; at < end; ++at) {
      close_before(at);
      const XmlNode& node = tree_.nodes[at];
      if (node.name == 0) {
        append_escaped(std::string_view(tree_.text).substr(node.text_begin, node.text_end - node.text_begin), out_);
      } else {
        open(at);
      }
    }
    while (!open_.empty()) close_innermost();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view name_of(XmlIndex at) const {
    const std::string_view name = tree_.names[tree_.nodes[at].name];
    return style_ == XmlStyle::kHtml ? local_name(name) : name;
  }

  void open(XmlIndex at) {
    const XmlNode& node = tree_.nodes[at];
    out_ += '<';
    out_ += name_of(at);
    for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
      const XmlAttribute& attribute = tree_.attributes[node.attribute_begin + i];
      out_ += ' ';
      out_ += attribute.name;
      out_ += "=\"";
      append_escaped(attribute.value, out_);
      out_ += '"';
    }
    out_ += '>';
    open_.push_back(at);
  }

  void close_before(XmlIndex at) {
    while (!open_.empty() && tree_.nodes[open_.back()].end <= at) close_innermost();
  }

  void close_innermost() {
    const std::string_view name = name_of(open_.back());
    open_.pop_back();
    if (style_ == XmlStyle::kHtml && is_empty_in_html(name)) return;
    out_ += "</";
    out_ += name;
    out_ += '>';
  }

  const XmlTree& tree_;
  XmlStyle style_;
  std::string out_;
  std::vector<XmlIndex> open_;
};

}  // namespace

std::string_view XmlElement::name() const {
  return tree_ == nullptr ? std::string_view() : std::string_view(tree_->names[tree_->nodes[at_].name]);
}

std::string_view XmlElement::attribute(std::string_view name) const {
  if (tree_ == nullptr) return {};
  const XmlNode& node = tree_->nodes[at_];
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    const XmlAttribute& each = tree_->attributes[node.attribute_begin + i];
    if (each.name == name) return each.value;
  }
  return {};
}

std::string_view XmlElement::text() const {
  if (tree_ == nullptr) return {};
  const XmlNode& node = tree_->nodes[at_];
  return std::string_view(tree_->text).substr(node.text_begin, node.text_end - node.text_begin);
}

bool XmlElement::has_elements() const {
  return !children().empty();
}

XmlElement XmlElement::parent() const {
  if (tree_ == nullptr || tree_->nodes[at_].parent == 0) return {};
  return {*tree_, tree_->nodes[at_].parent};
}

std::vector<XmlElement> XmlElement::children() const {
  std::vector<XmlElement> found;
  if (tree_ == nullptr) return found;
  const XmlIndex end = tree_->nodes[at_].end;
  for (XmlIndex at = at_ + 1; at < end; at = tree_->nodes[at].end) {
    if (tree_->nodes[at].name != 0) found.emplace_back(*tree_, at);
  }
  return found;
}

XmlElement XmlElement::child(std::initializer_list<std::string_view> names) const {
  const std::vector<XmlElement> inside = children();
  for (const std::string_view name : names) {
    const auto found =
        std::find_if(inside.begin(), inside.end(), [&](const auto& each) { return each.name() == name; });
    if (found != inside.end()) return *found;
  }
  return {};
}

std::vector<XmlElement> XmlElement::all(std::string_view name) const {
  std::vector<XmlElement> found = children();
  std::erase_if(found, [&](const XmlElement& each) { return each.name() != name; });
  return found;
}

XmlElement XmlElement::first_inside(std::string_view name) const {
  if (tree_ == nullptr) return {};
  for (XmlIndex at = at_ + 1; at < tree_->nodes[at_].end; ++at) {
    if (tree_->names[tree_->nodes[at].name] == name) return {*tree_, at};
  }
  return {};
}

std::vector<XmlElement> XmlElement::all_inside(std::string_view name) const {
  std::vector<XmlElement> found;
  if (tree_ == nullptr) return found;
  for (XmlIndex at = at_ + 1; at < tree_->nodes[at_].end; ++at) {
    if (tree_->names[tree_->nodes[at].name] == name) found.emplace_back(*tree_, at);
  }
  return found;
}

XmlElement root_of(const XmlTree& tree) {
  const std::vector<XmlElement> outermost = XmlElement(tree, 0).children();
  return outermost.empty() ? XmlElement() : outermost.front();
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string inner_markup(const XmlElement& element, XmlStyle style) {
  if (!element) return {};
  return MarkupWriter(element.tree(), style).write(element.at() + 1, element.tree().nodes[element.at()].end);
}

std::string outer_markup(const XmlElement& element, XmlIndex end) {
  if (!element) return {};
  const XmlIndex whole = element.tree().nodes[element.at()].end;
  return MarkupWriter(element.tree(), XmlStyle::kXml).write(element.at(), std::min(end, whole));
}

std::string escaped_xml(std::string_view text) {
  std::string out;
  append_escaped(text, out);
  return out;
}

}  // namespace dateline
