// Names are those of the standards, in lower case as the tree has them.
#include "indexer/formats/newsml_story.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/formats/given_values.h"
#include "indexer/formats/nitf_story.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

void take(std::string& place, std::string_view value) {
  if (trim(place).empty()) place = trim(value);
}

// What a party or place is called: <name>, else the literal or code.
std::string_view name_of(const XmlElement& element) {
  if (const std::string_view name = element.child("name").text(); !trim(name).empty()) return name;
  if (const std::string_view literal = element.attribute("literal"); !literal.empty()) return literal;
  const std::string_view code = element.attribute("qcode");
  return code.substr(code.find(':') == std::string_view::npos ? code.size() : code.find(':') + 1);
}

void add_date(const XmlElement& element, std::string_view from, GivenStory& story) {
  if (element) story.dates.push_back({std::string(element.text()), from});
}

// "cpnat:person" → what it is; false for concepts that are no names.
bool kind_of_type(std::string_view type, EntityKind& kind) {
  const std::string lower = to_lower_ascii(type);
  const std::string_view local = local_name(lower);
  if (local == "person") return kind = EntityKind::kPerson, true;
  if (local == "organisation" || local == "organization" || local == "company")
    return kind = EntityKind::kOrganization, true;
  if (local == "geoarea" || local == "poi" || local == "place") return kind = EntityKind::kPlace, true;
  return false;
}

// The type of a subject; items write it there or in an <assert> with the same code.
std::string_view type_of(const XmlElement& subject, const std::vector<XmlElement>& asserts) {
  const XmlElement own = subject.child("type");
  if (own) return own.attribute("qcode");
  if (const std::string_view type = subject.attribute("type"); !type.empty()) return type;
  const std::string_view code = subject.attribute("qcode");
  for (const XmlElement& each : asserts) {
    if (!code.empty() && each.attribute("qcode") == code) return each.child("type").attribute("qcode");
  }
  return {};
}

void add_subjects(const XmlElement& item, GivenStory& story) {
  const std::vector<XmlElement> asserts = item.all("assert");
  for (const XmlElement& subject : item.child("contentmeta").all("subject")) {
    EntityKind kind{};
    if (kind_of_type(type_of(subject, asserts), kind)) add_given_name(kind, subject.child("name").text(), story.given);
  }
}

void read_item_meta(const XmlElement& meta, GivenStory& story) {
  const XmlElement provider = meta.child("provider");
  take(story.source, name_of(provider));
  story.medium = meta.child("itemclass").attribute("qcode");
  if (story.title.value.empty()) story.title = {std::string(meta.child("title").text()), GivenMarkup::kPlain, "title"};
  add_date(meta.child("firstcreated"), "firstCreated", story);
  for (const XmlElement& link : meta.all("link")) {
    const std::string_view href = link.attribute("href");
    if (link.attribute("rel") == "irel:isA" || !href.starts_with("http")) continue;
    if (link.attribute("contenttype").find("html") != std::string_view::npos) take(story.url, href);
  }
}

void read_content_meta(const XmlElement& meta, GivenStory& story) {
  const XmlElement headline = meta.child({"headline", "title"});
  if (!trim(headline.text()).empty()) story.title = {std::string(headline.text()), GivenMarkup::kPlain, "headline"};
  add_date(meta.child("contentcreated"), "contentCreated", story);
  for (const XmlElement& by : meta.all("by")) story.authors.emplace_back(by.text());
  if (story.authors.empty()) {
    for (const XmlElement& creator : meta.all("creator")) story.authors.emplace_back(creator.child("name").text());
  }
  take(story.dateline, meta.child("dateline").text());
  take(story.dateline, meta.child("located").child("name").text());
  take(story.language, meta.child("language").attribute("tag"));
  take(story.section, meta.child("slugline").text());
  take(story.source, name_of(meta.child("infosource")));
  for (const XmlElement& each : meta.all("description"))
    story.summaries.push_back({normalize_line(each.text()), GivenMarkup::kPlain, "description"});
}

// XHTML, NITF, or whatever has paragraphs.
void add_inline_xml(const XmlElement& inline_xml, GivenStory& story) {
  for (const XmlElement& inside : inline_xml.children()) {
    if (local_name(inside.name()) == "nitf") {
      read_nitf(inside, story);
      continue;
    }
    if (local_name(inside.name()) != "html") continue;
    const XmlElement body = inside.child({"xhtml:body", "body"});
    story.contents.push_back({inner_markup(body ? body : inside, XmlStyle::kHtml), GivenMarkup::kHtml, "inlineXML"});
  }
}

void read_content_set(const XmlElement& content, GivenStory& story) {
  for (const XmlElement& each : content.all("inlinexml")) {
    take(story.language, each.attribute("xml:lang"));
    add_inline_xml(each, story);
  }
  for (const XmlElement& each : content.all("inlinedata")) {
    const std::string_view type = each.attribute("contenttype");
    if (!each.attribute("encoding").empty() || (!type.empty() && !type.starts_with("text/"))) continue;
    const GivenMarkup markup = type == "text/plain" ? GivenMarkup::kPlain : GivenMarkup::kUnknown;
    story.contents.push_back({std::string(each.text()), markup, "inlineData"});
  }
}

// The content of a component: NITF, XHTML or text; styles and pictures have none.
void add_component_content(const XmlElement& content, GivenStory& story) {
  const XmlElement type = content.child("mimetype");
  if (type.attribute("formalname") == "text/css") return;
  const XmlElement data = content.child("datacontent");
  const XmlElement nitf = data.child("nitf");
  if (nitf) return read_nitf(nitf, story);
  const XmlElement html = data.child({"xhtml:html", "html"});
  const XmlElement body = html.child({"xhtml:body", "body"});
  if (data.has_elements()) {
    story.contents.push_back({inner_markup(body ? body : data, XmlStyle::kHtml), GivenMarkup::kHtml, "DataContent"});
  } else if (data) {
    story.contents.push_back({std::string(data.text()), GivenMarkup::kUnknown, "DataContent"});
  }
}

}  // namespace

GivenStory read_g2_item(const XmlElement& item) {
  GivenStory story;
  story.id = item.attribute("guid");
  read_content_meta(item.child("contentmeta"), story);
  read_item_meta(item.child("itemmeta"), story);
  add_subjects(item, story);
  read_content_set(item.child("contentset"), story);
  add_date(item.child("itemmeta").child("versioncreated"), "versionCreated", story);
  take(story.language, item.attribute("xml:lang"));
  return story;
}

GivenStory read_newsml1_item(const XmlElement& item) {
  GivenStory story;
  story.id = trim(item.first_inside("publicidentifier").text());
  const auto line = [&](std::string_view name) { return item.first_inside(name).text(); };
  story.title = {std::string(line("headline")), GivenMarkup::kPlain, "HeadLine"};
  for (const XmlElement& each : item.all_inside("byline")) story.authors.emplace_back(each.text());
  story.dateline = trim(line("dateline"));
  story.section = trim(line("slugline"));
  story.language = item.first_inside("descriptivemetadata").child("language").attribute("formalname");
  story.source = item.first_inside("provider").child("party").attribute("formalname");
  take(story.source, item.first_inside("source").child("party").attribute("formalname"));
  add_date(item.first_inside("firstcreated"), "FirstCreated", story);
  add_date(item.first_inside("thisrevisioncreated"), "ThisRevisionCreated", story);
  for (const XmlElement& each : item.all_inside("contentitem")) {
    add_component_content(each, story);
    take(story.medium, each.child("mediatype").attribute("formalname"));
  }
  return story;
}

}  // namespace dateline
