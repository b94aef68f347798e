// Feeds in XML: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0. Each entry is an article. A record is an entry as XML of its
// own, in a wrapper that says what the feed tells of all its entries.
#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/read_whole.h"
#include "indexer/formats/xml_document.h"
#include "indexer/formats/xml_feed_entry.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// Bytes; four times the largest text of an article. Cleaning more would only show that its text is too large.
constexpr std::size_t kLargestEntry = 16U << 20U;
constexpr XmlIndex kNoIndex = std::numeric_limits<XmlIndex>::max();

// RDF that is no feed has other vocabularies.
bool is_rss_of_rdf(std::string_view head) {
  constexpr std::string_view kSigns[] = {"purl.org/rss/1.0", "netscape.com/rdf/simple/0.9", "purl.org/net/rss1.1"};
  return std::any_of(std::begin(kSigns), std::end(kSigns),
                     [&](std::string_view sign) { return head.find(sign) != std::string_view::npos; });
}

Error entry_too_large() {
  return unreadable(
      concat({"an entry of more than ", with_thousands(kLargestEntry), " bytes, too large for one article"}));
}

// In order. In feeds that had to be put right they may lie in each other.
std::vector<XmlElement> entries_of(const XmlTree& tree) {
  std::vector<XmlElement> entries;
  for (XmlIndex at = 1; at < tree.nodes.size(); ++at) {
    const XmlElement element(tree, at);
    if (is_feed_entry(element.name())) entries.push_back(element);
  }
  return entries;
}

class Feed final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "feed"; }
  [[nodiscard]] bool is_window() const override { return true; }

  [[nodiscard]] int claims(std::string_view head, std::string_view) const override {
    const std::string root = outermost_element(head);
    if (root == "rss" || root == "feed" || root == "entry") return 97;
    return root == "rdf" && is_rss_of_rdf(head) ? 97 : 0;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    auto bytes = read_whole(source, limits, "a feed of this size is none");
    if (!bytes) return std::move(bytes).error();
    auto parsed = read_xml(*bytes);
    if (!parsed) return std::move(parsed).error();
    const std::vector<XmlElement> entries = entries_of(parsed->tree);
    const std::string attributes = feed_attributes(root_of(parsed->tree));
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const XmlIndex next = i + 1 < entries.size() ? entries[i + 1].at() : kNoIndex;
      RawRecord record{this, path, i + 1, {}};
      if (entries[i].text().size() > kLargestEntry) {
        if (!sink.rejection({path, i + 1, entry_too_large()})) return {};
        continue;
      }
      record.bytes = concat({"<record", attributes, ">", outer_markup(entries[i], next), "</record>"});
      if (!sink.record(std::move(record))) return {};
    }
    if (!parsed->complete) {
      return unreadable(concat({"the feed ends in the middle or is damaged (", parsed->problem, ")"}),
                        "what stands before that is read");
    }
    if (entries.empty()) return unreadable("a feed without entries");
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    const ParsedXml parsed = parse_xml(record.bytes);
    const XmlElement wrapper = root_of(parsed.tree);
    if (wrapper.name() != "record") return unreadable("no entry of a feed");
    return article_of_story(read_feed_entry(wrapper), record, "feed");
  }
};

}  // namespace

const ArticleFormat& feed_format() {
  static const Feed format;
  return format;
}

}  // namespace dateline
