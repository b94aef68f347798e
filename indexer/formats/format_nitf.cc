// NITF (News Industry Text Format): one file is one story.
#include <string>
#include <string_view>
#include <utility>

#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/nitf_story.h"
#include "indexer/formats/read_whole.h"
#include "indexer/formats/xml_document.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

class Nitf final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "nitf"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view) const override {
    return outermost_element(head) == "nitf" ? 97 : 0;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    auto bytes = read_whole(source, limits, "an NITF document of this size is no article");
    if (!bytes) return std::move(bytes).error();
    sink.record(RawRecord{this, path, 0, *std::move(bytes)});
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    const auto parsed = read_xml(record.bytes);
    if (!parsed) return parsed.error();
    if (!parsed->complete) return unreadable(concat({"the document is damaged: ", parsed->problem}));
    GivenStory story;
    read_nitf(root_of(parsed->tree), story);
    return article_of_story(std::move(story), record, "nitf");
  }
};

}  // namespace

const ArticleFormat& nitf_format() {
  static const Nitf format;
  return format;
}

}  // namespace dateline
