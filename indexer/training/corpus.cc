// Reads line by line; what is not understood as a tag of one of our kinds is outside.
#include "indexer/training/corpus.h"

#include <optional>
#include <span>

#include "indexer/formats/byte_source.h"
#include "shared/base/strings.h"

namespace dateline::training {
namespace {

Result<std::string> read_all(const std::string& path) {
  auto opened = open_source(path);
  if (!opened) return std::move(opened).error();
  std::string bytes;
  std::string block(1U << 20, '\0');
  for (;;) {
    auto got = opened->source->read(std::span<char>(block.data(), block.size()));
    if (!got) return std::move(got).error();
    if (*got == 0) return bytes;
    bytes.append(block, 0, *got);
  }
}

std::optional<EntityKind> kind_of_tag(std::string_view tag) {
  if (tag.size() < 3) return std::nullopt;
  const std::string_view kind = tag.substr(2);
  if (kind == "PER") return EntityKind::kPerson;
  if (kind == "LOC") return EntityKind::kPlace;
  if (kind == "ORG") return EntityKind::kOrganization;
  return std::nullopt;
}

class Builder {
 public:
  explicit Builder(std::vector<GoldArticle>& out) : out_(out) {}

  void token(std::string_view written, std::string_view tag) {
    if (in_sentence_) article_.text.push_back(' ');
    const auto begin = static_cast<std::uint32_t>(article_.text.size());
    article_.text.append(written);
    const auto end = static_cast<std::uint32_t>(article_.text.size());
    const auto kind = kind_of_tag(tag);
    if (tag == "?") {
      article_.spans.push_back({begin, end, EntityKind::kPerson, true});
      open_ = false;
    } else if (!kind) {
      open_ = false;
    } else if (open_ && !tag.starts_with("B-") && article_.spans.back().kind == *kind) {
      article_.spans.back().end = end;
    } else {
      article_.spans.push_back({begin, end, *kind, false});
      open_ = true;
    }
    in_sentence_ = true;
  }

  void end_sentence() {
    if (in_sentence_) article_.text.push_back('\n');
    in_sentence_ = open_ = false;
  }

  void end_article() {
    end_sentence();
    if (!article_.text.empty()) out_.push_back(std::move(article_));
    article_ = {};
  }

 private:
  std::vector<GoldArticle>& out_;
  GoldArticle article_;
  bool in_sentence_ = false;
  bool open_ = false;  // the last span may go on
};

}  // namespace

Result<std::vector<GoldArticle>> read_corpus(const std::string& path) {
  auto bytes = read_all(path);
  if (!bytes) return std::move(bytes).error();
  std::vector<GoldArticle> articles;
  Builder builder(articles);
  for (const std::string_view line : split_lines(*bytes)) {
    if (line.starts_with("-DOCSTART-")) {
      builder.end_article();
    } else if (trim(line).empty()) {
      builder.end_sentence();
    } else {
      const auto columns = split(line, '\t');
      builder.token(columns[0], columns.size() > 1 ? columns[1] : std::string_view());
    }
  }
  builder.end_article();
  if (articles.empty())
    return Error{ErrorCode::kUnreadable, concat({"no annotated text in ", path}),
                 "two columns are expected: token, tag"};
  return articles;
}

}  // namespace dateline::training
