// The SGML of the Reuters-21578 collection: <REUTERS> records, one after the other, with Latin-1 and control characters
// in them. Cut while it is read: a file has a thousand.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/given_story.h"
#include "indexer/formats/given_values.h"
#include "indexer/formats/libxml_tree.h"
#include "indexer/formats/line_reader.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/xml_document.h"
#include "indexer/formats/xml_repair.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kOpening = "<REUTERS";
constexpr std::string_view kClosing = "</REUTERS>";

// Lines were cut for a teleprinter. One that begins with blanks begins a paragraph, or is a row of a table.
std::string unwrapped(std::string_view text) {
  std::string out;
  for (const std::string_view line : split_lines(text)) {
    const std::string_view words = trim(line);
    if (words.empty()) {
      out += "\n";
      continue;
    }
    const bool goes_on = !out.empty() && out.back() != '\n' && line.front() != ' ' && line.front() != '\t';
    if (!out.empty() && out.back() != '\n') out += goes_on ? " " : "\n";
    out += words;
  }
  return out;
}

// "west-germany" → "West Germany", "james-baker" → "James Baker"; short ones are initials: "USA", "EC".
std::string name_of_code(std::string_view code, EntityKind kind) {
  const bool initials = kind == EntityKind::kOrganization || code.size() <= 3 || code == "ussr";
  std::string name(code);
  bool begins = true;
  for (char& c : name) {
    const bool letter = c >= 'a' && c <= 'z';
    if (c == '-') c = ' ';
    if (letter && (initials || begins)) c = static_cast<char>(c - 'a' + 'A');
    begins = c == ' ';
  }
  return name;
}

void add_codes(const XmlElement& record, std::string_view list, EntityKind kind, GivenStory& story) {
  for (const XmlElement& code : record.child(list).all("d"))
    add_given_name(kind, name_of_code(trim(code.text()), kind), story.given);
}

// "    By Jane Doe, Reuters"
std::string_view author_of(const XmlElement& text) {
  return trim(text.child("author").text());
}

GivenStory story_of(const XmlElement& record) {
  const XmlElement text = record.child("text");
  GivenStory story;
  story.id = concat({"reuters21578:", trim(record.attribute("newid"))});
  story.collection = "reuters21578";
  story.source = "Reuters";
  story.title = {std::string(text.child("title").text()), GivenMarkup::kPlain, "TITLE"};
  story.dateline = trim(text.child("dateline").text());
  story.dates.push_back({std::string(trim(record.child("date").text())), "DATE"});
  story.dates.push_back(
      {std::string(trim(record.child("date").text()).substr(0, 11)), "DATE"});  // "31-MAR-1987 605:12"
  story.authors.emplace_back(author_of(text));
  const bool unmarked = text.attribute("type") == "UNPROC";
  const std::string body = unwrapped(unmarked ? text.text() : text.child("body").text());
  story.contents.push_back({without_leftovers(normalize_text(body)), GivenMarkup::kPlain, "BODY"});
  add_codes(record, "people", EntityKind::kPerson, story);
  add_codes(record, "places", EntityKind::kPlace, story);
  add_codes(record, "orgs", EntityKind::kOrganization, story);
  return story;
}

class ReutersSgml final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "reuters_sgml"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view) const override {
    return outermost_element(head) == "reuters" ? 97 : 0;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    LineReader lines(source, limits.record_bytes);
    RawRecord record{this, path, 0, {}};
    std::uint64_t number = 0;
    bool inside = false;
    std::string line;
    while (true) {
      auto outcome = lines.next(line);
      if (!outcome) return std::move(outcome).error();
      if (*outcome == LineReader::Outcome::kEnd) break;
      if (line.starts_with(kOpening)) {
        if (inside && !sink.rejection(unfinished(path, number))) return {};
        inside = true;
        record = RawRecord{this, path, ++number, {}};
      }
      if (!inside) continue;
      if (*outcome == LineReader::Outcome::kTooLong || record.bytes.size() + line.size() > limits.record_bytes) {
        inside = false;
        if (!sink.rejection({path, number, unreadable("a record that is too large for one article")})) return {};
        continue;
      }
      record.bytes += line;
      record.bytes += '\n';
      if (line.find(kClosing) == std::string::npos) continue;
      inside = false;
      if (!sink.record(std::move(record))) return {};
    }
    if (inside) sink.rejection(unfinished(path, number));
    if (number == 0) return unreadable("SGML of Reuters without a record");
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    auto text = decode_page(record.bytes, "windows-1252");
    if (!text) return std::move(text).error();
    const ParsedXml parsed = parse_xml(trim(repaired_xml(*text, {})));
    const XmlElement root = root_of(parsed.tree);
    if (root.name() != "reuters" || !parsed.complete) return unreadable("a damaged record of SGML");
    GivenStory story = story_of(root);
    if (root.child("text").attribute("type") == "BRIEF") return unreadable("a brief: a headline without a story");
    return article_of_story(std::move(story), record, "reuters_sgml");
  }

 private:
  static Rejection unfinished(const std::string& path, std::uint64_t number) {
    return {path, number, unreadable("a record without its end (</REUTERS>)")};
  }
};

}  // namespace

const ArticleFormat& reuters_sgml_format() {
  static const ReutersSgml format;
  return format;
}

}  // namespace dateline
