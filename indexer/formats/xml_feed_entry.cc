// RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0 have different names for the same things, and feeds mix them: so all
// names are looked for, the better ones first.
#include "indexer/formats/xml_feed_entry.h"

#include <initializer_list>
#include <utility>

#include "indexer/formats/libxml_tree.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// The base of an element: xml:base of itself and of those around it, each relative to the next.
std::string base_of(const XmlElement& element) {
  std::vector<std::string_view> bases;
  for (XmlElement at = element; at; at = at.parent()) {
    if (const std::string_view base = at.attribute("xml:base"); !base.empty()) bases.push_back(trim(base));
  }
  std::string base;
  while (!bases.empty()) {
    base = resolved_url(bases.back(), base);
    bases.pop_back();
  }
  return base;
}

std::string_view inherited(const XmlElement& element, std::string_view attribute) {
  for (XmlElement at = element; at; at = at.parent()) {
    if (const std::string_view value = at.attribute(attribute); !value.empty()) return value;
  }
  return {};
}

// Atom's text constructs say what they are; RSS never does.
GivenText text_of(const XmlElement& element, std::string_view from) {
  const std::string_view type = element.attribute("type");
  const std::string_view mode = element.attribute("mode");
  const bool markup_inside = element.has_elements();
  if (markup_inside) return {inner_markup(element, XmlStyle::kHtml), GivenMarkup::kHtml, from};
  if (mode == "base64") return {};
  GivenMarkup markup = GivenMarkup::kUnknown;
  if (type == "html" || type == "text/html" || type == "xhtml" || type == "application/xhtml+xml") {
    markup = GivenMarkup::kHtml;
  } else if (type == "text" || type == "text/plain") {
    markup = GivenMarkup::kPlain;
  }
  return {std::string(element.text()), markup, from};
}

void add_texts(const XmlElement& entry, std::initializer_list<std::string_view> names, std::vector<GivenText>& texts) {
  for (const std::string_view name : names) {
    for (const XmlElement& each : entry.all(name)) {
      GivenText text = text_of(each, name);
      if (!trim(text.value).empty()) texts.push_back(std::move(text));
    }
  }
}

bool is_page_link(const XmlElement& link) {
  const std::string_view rel = link.attribute("rel");
  const std::string_view type = link.attribute("type");
  const bool alternate =
      rel.empty() || rel == "alternate" || rel == "http://www.iana.org/assignments/relation/alternate";
  return alternate && (type.empty() || type.find("html") != std::string_view::npos || type.starts_with("text/"));
}

std::string web_address(std::string_view written, const XmlElement& at) {
  std::string url = resolved_url(trim(written), base_of(at));
  return url.starts_with("http://") || url.starts_with("https://") ? url : std::string();
}

std::string url_of(const XmlElement& entry) {
  std::string url = web_address(entry.child("feedburner:origlink").text(), entry);
  for (const std::string_view name : {"atom:link", "link"}) {
    for (const XmlElement& link : entry.all(name)) {
      if (!url.empty() || !is_page_link(link)) continue;
      const std::string_view target = link.attribute("href");
      url = web_address(target.empty() ? link.text() : target, link);
    }
  }
  const XmlElement guid = entry.child("guid");
  if (url.empty() && guid.attribute("ispermalink") != "false") url = web_address(guid.text(), guid ? guid : entry);
  if (url.empty()) url = web_address(entry.attribute("rdf:about"), entry);
  return url;
}

void add_dates(const XmlElement& entry, std::vector<GivenDate>& dates) {
  for (const std::string_view name : {"atom:published", "atom:issued", "published", "issued", "pubdate", "dc:date",
                                      "dcterms:issued", "dcterms:created", "atom:created", "created", "atom:updated",
                                      "atom:modified", "updated", "modified", "dcterms:modified"}) {
    for (const XmlElement& each : entry.all(name)) dates.push_back({std::string(each.text()), name});
  }
}

void add_authors(const XmlElement& entry, std::vector<std::string>& authors) {
  for (const std::string_view name : {"atom:author", "author", "dc:creator", "dc:author"}) {
    for (const XmlElement& each : entry.all(name)) {
      const XmlElement person = each.child({"atom:name", "name"});
      authors.emplace_back(trim(person || each.has_elements() ? person.text() : each.text()));
    }
  }
  if (authors.empty()) authors.emplace_back(trim(entry.child("itunes:author").text()));
}

std::string plain_text_of(const XmlElement& element) {
  return std::string(trim(element.text()));
}

void add_contents(const XmlElement& entry, GivenStory& read) {
  add_texts(entry, {"content:encoded", "atom:content", "content", "xhtml:body", "xhtml:div", "body", "fulltext"},
            read.contents);
  add_texts(entry, {"description", "atom:summary", "summary", "dc:description", "dcterms:abstract", "itunes:summary"},
            read.summaries);
  if (!read.contents.empty() || !read.summaries.empty()) return;
  for (const XmlElement& each : entry.all_inside("media:description"))
    read.summaries.push_back(text_of(each, "media:description"));
}

}  // namespace

bool is_feed_entry(std::string_view name) {
  return name == "item" || name == "atom:entry" || name == "entry";
}

std::string feed_attributes(const XmlElement& root) {
  const XmlElement inside = root.child({"channel", "atom:channel"});
  const XmlElement channel = inside ? inside : root;
  const XmlElement language = channel.child({"language", "dc:language"});
  const std::string_view written = language ? language.text() : inherited(channel, "xml:lang");
  const GivenText title = text_of(channel.child({"atom:title", "title", "dc:title"}), "title");
  const XmlElement author = channel.child({"atom:author", "author"}).child({"atom:name", "name"});
  std::string attributes;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!trim(value).empty()) attributes += concat({" ", name, "=\"", escaped_xml(trim(value)), "\""});
  };
  add("title", is_feed_entry(root.name()) ? std::string_view() : std::string_view(title.value));
  add("feed", url_of(channel));
  add("language", written);
  add("author", is_feed_entry(root.name()) ? std::string_view() : author.text());
  add("xml:base", base_of(channel));
  return attributes;
}

GivenStory read_feed_entry(const XmlElement& wrapper) {
  const std::vector<XmlElement> inside = wrapper.children();
  if (inside.empty()) return {};
  const XmlElement& entry = inside.front();
  GivenStory read;
  read.collection = wrapper.attribute("feed").empty() ? wrapper.attribute("title") : wrapper.attribute("feed");
  const XmlElement id = entry.child({"atom:id", "guid", "id", "dc:identifier"});
  read.id = plain_text_of(id);
  if (read.id.empty()) read.id = trim(entry.attribute("rdf:about"));
  read.url = url_of(entry);
  read.title = text_of(entry.child({"atom:title", "title", "dc:title", "media:title"}), "title");
  add_contents(entry, read);
  add_dates(entry, read.dates);
  add_authors(entry, read.authors);
  if (read.authors.size() == 1 && read.authors.front().empty()) read.authors.front() = wrapper.attribute("author");
  const XmlElement origin = entry.child({"atom:source", "source"});
  read.source = plain_text_of(origin.has_elements() ? origin.child({"atom:title", "title"}) : origin);
  if (read.source.empty()) read.source = wrapper.attribute("title");
  const XmlElement content = entry.child({"atom:content", "content", "atom:summary"});
  const XmlElement language = entry.child({"dc:language", "language"});
  read.language = language ? plain_text_of(language) : std::string(inherited(content ? content : entry, "xml:lang"));
  if (read.language.empty()) read.language = wrapper.attribute("language");
  const XmlElement picture = entry.first_inside("media:content");
  if (picture) read.caption = text_of(picture.child({"media:description", "media:title"}), "media:description");
  return read;
}

}  // namespace dateline
