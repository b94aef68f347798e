// NITF 2.5 to 3.6. Its body has names of its own, which become those of HTML.
#include "indexer/formats/nitf_story.h"

#include <string>
#include <string_view>
#include <utility>

#include "indexer/formats/given_values.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

void take(std::string& place, std::string_view value) {
  if (trim(place).empty()) place = trim(value);
}

// A "norm" attribute is the date for machines.
void add_date(const XmlElement& element, std::string_view from, GivenStory& story) {
  if (!element) return;
  const std::string_view norm = element.attribute("norm");
  story.dates.push_back({std::string(norm.empty() ? element.text() : norm), from});
}

// Pictures have captions and credits of their own; notes are for editors.
bool is_no_story(std::string_view name) {
  return name == "media" || name == "media-producer" || name == "ednote" || name == "fn" || name == "copyrite" ||
         name == "note" || name == "nitf-table-metadata";
}

std::string_view html_name(std::string_view name) {
  if (name == "hl1" || name == "hl2") return "h2";
  if (name == "block") return "div";
  if (name == "bq") return "blockquote";
  if (name == "em") return "em";
  const bool kept = name == "p" || name == "ul" || name == "ol" || name == "li" || name == "dl" || name == "dt" ||
                    name == "dd" || name == "table" || name == "tr" || name == "td" || name == "th" || name == "pre" ||
                    name == "br" || name == "caption" || name == "h2" || name == "h3" || name == "q";
  return kept ? name : std::string_view();
}

void append_html(const XmlElement& element, std::string& html);

void append_inside(const XmlElement& element, std::string& html) {
  const XmlTree& tree = element.tree();
  const XmlIndex end = tree.nodes[element.at()].end;
  for (XmlIndex at = element.at() + 1; at < end; at = tree.nodes[at].end) {
    const XmlElement inside(tree, at);
    if (tree.nodes[at].name == 0) {
      html += escaped_xml(inside.text());
    } else {
      append_html(inside, html);
    }
  }
}

// The depth is bounded by that of XML trees.
void append_html(const XmlElement& element, std::string& html) {
  const std::string_view local = local_name(element.name());
  if (is_no_story(local)) return;
  const std::string_view name = html_name(local);
  if (!name.empty()) html += concat({"<", name, ">"});
  append_inside(element, html);
  if (!name.empty() && name != "br") html += concat({"</", name, ">"});
}

void read_head(const XmlElement& head, GivenStory& story) {
  const XmlElement data = head.child("docdata");
  take(story.id, data.child("doc-id").attribute("id-string"));
  take(story.collection, data.child("doc-id").attribute("regsrc"));
  add_date(data.child("date.issue"), "date.issue", story);
  add_date(data.child("date.release"), "date.release", story);
  const XmlElement publication = head.child("pubdata");
  if (const std::string_view date = publication.attribute("date.publication"); !date.empty())
    story.dates.push_back({std::string(date), "date.publication"});
  take(story.source, publication.attribute("name"));
  take(story.section, publication.attribute("position.section"));
  take(story.url, publication.attribute("ex-ref"));
  if (story.title.value.empty()) story.title = {std::string(head.child("title").text()), GivenMarkup::kPlain, "title"};
}

void add_names(const XmlElement& nitf, GivenStory& story) {
  const XmlElement identified = nitf.child("head").child("docdata").child("identified-content");
  const XmlElement content = nitf.child("body").child("body.content");
  for (const XmlElement& from : {identified, content}) {
    for (const XmlElement& each : from.all_inside("person"))
      add_given_name(EntityKind::kPerson, each.text(), story.given);
    for (const XmlElement& each : from.all_inside("org"))
      add_given_name(EntityKind::kOrganization, each.text(), story.given);
    for (const XmlElement& each : from.all_inside("location"))
      add_given_name(EntityKind::kPlace, each.text(), story.given);
  }
}

// "By <person>Jane Doe</person>, <byttl>Staff Writer</byttl>"
void add_byline(const XmlElement& byline, GivenStory& story) {
  const std::vector<XmlElement> people = byline.all_inside("person");
  for (const XmlElement& person : people) story.authors.emplace_back(person.text());
  if (!people.empty() || !byline) return;
  std::string written(byline.text());
  const XmlElement title = byline.first_inside("byttl");
  const std::size_t at = title ? written.find(title.text()) : std::string::npos;
  if (at != std::string::npos) written.erase(at, title.text().size());
  story.authors.push_back(std::move(written));
}

void read_body_head(const XmlElement& head, GivenStory& story) {
  const XmlElement headline = head.child("hedline").child({"hl1", "hl2"});
  if (!trim(headline.text()).empty()) story.title = {std::string(headline.text()), GivenMarkup::kPlain, "hl1"};
  for (const XmlElement& byline : head.all("byline")) add_byline(byline, story);
  take(story.source, head.child("distributor").text());
  const XmlElement dateline = head.child("dateline");
  take(story.dateline, dateline.child("location") ? dateline.child("location").text() : dateline.text());
  add_date(dateline.child("story.date"), "story.date", story);
  if (const XmlElement abstract = head.child("abstract")) {
    std::string html;
    append_inside(abstract, html);
    story.summaries.push_back({std::move(html), GivenMarkup::kHtml, "abstract"});
  }
}

}  // namespace

void read_nitf(const XmlElement& nitf, GivenStory& story) {
  const XmlElement body = nitf.child("body");
  read_body_head(body.child("body.head"), story);
  read_head(nitf.child("head"), story);
  take(story.language, nitf.attribute("xml:lang"));
  const XmlElement content = body.child("body.content");
  if (content) {
    std::string html;
    append_inside(content, html);
    story.contents.push_back({std::move(html), GivenMarkup::kHtml, "body.content"});
  }
  const XmlElement caption = content.first_inside("media-caption");
  if (story.caption.value.empty() && caption)
    story.caption = {std::string(caption.text()), GivenMarkup::kPlain, "media-caption"};
  add_names(nitf, story);
}

}  // namespace dateline
