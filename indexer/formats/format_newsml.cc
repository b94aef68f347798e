// NewsML-G2 (newsItem, packageItem, newsMessage) and NewsML 1.x: each news item is an article. A record is an item as
// XML of its own.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/newsml_story.h"
#include "indexer/formats/read_whole.h"
#include "indexer/formats/xml_document.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kRoots[] = {"newsitem",    "newsmessage",   "packageitem", "newsml",
                                       "conceptitem", "knowledgeitem", "catalogitem", "planningitem"};

class NewsMl final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "newsml"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view) const override {
    const std::string root = outermost_element(head);
    return std::find(std::begin(kRoots), std::end(kRoots), root) == std::end(kRoots) ? 0 : 97;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    auto bytes = read_whole(source, limits, "a NewsML document of this size is no message");
    if (!bytes) return std::move(bytes).error();
    const auto parsed = read_xml(*bytes);
    if (!parsed) return parsed.error();
    const XmlElement root = root_of(parsed->tree);
    std::vector<XmlElement> items = root.all_inside("newsitem");
    const bool alone = root.name() == "newsitem";
    if (alone) items = {root};
    const std::string_view wrapper = root.name() == "newsml" ? "newsml" : "newsmessage";
    for (std::size_t i = 0; i < items.size(); ++i) {
      RawRecord record{this, path, alone ? 0 : i + 1, {}};
      const XmlIndex end = i + 1 < items.size() ? items[i + 1].at() : items[i].tree().nodes[items[i].at()].end;
      record.bytes = concat({"<", wrapper, ">", outer_markup(items[i], end), "</", wrapper, ">"});
      if (!sink.record(std::move(record))) return {};
    }
    if (!parsed->complete) return unreadable(concat({"the document is damaged: ", parsed->problem}));
    if (items.empty()) return unreadable(concat({"a NewsML ", root.name(), " without news items"}));
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    const ParsedXml parsed = parse_xml(record.bytes);
    const XmlElement wrapper = root_of(parsed.tree);
    const XmlElement item = wrapper.child("newsitem");
    if (!item) return unreadable("no item of NewsML");
    GivenStory story = wrapper.name() == "newsml" ? read_newsml1_item(item) : read_g2_item(item);
    return article_of_story(std::move(story), record, "newsml");
  }
};

}  // namespace

const ArticleFormat& newsml_format() {
  static const NewsMl format;
  return format;
}

}  // namespace dateline
