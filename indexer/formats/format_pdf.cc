// PDF: one document is one article, its pages one behind the other.
#include <string>
#include <string_view>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/given_values.h"
#include "indexer/formats/pdf_document.h"
#include "indexer/formats/pdf_story.h"
#include "indexer/formats/read_whole.h"
#include "indexer/formats/text_encoding.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kMark = "%PDF-";
constexpr std::size_t kMostJunk = 1024;  // before the mark; as viewers allow it (ISO 32000-1, annex H, 3.4.1)

void note(Article& article, std::string_view field, std::string_view from) {
  std::erase_if(article.origins, [&](const FieldOrigin& origin) { return origin.field == field; });
  article.origins.push_back({std::string(field), std::string(from)});
}

// The headline that was taken from the text goes back there where the document has another title.
void take_title(const std::string& title, Article& article) {
  if (title.empty()) return;
  const bool same = to_lower_ascii(title) == to_lower_ascii(article.title);
  if (!article.title_made && !same) article.text = concat({article.title, "\n\n", article.text});
  article.title = title;
  article.title_made = false;
  note(article, "title", "document information Title");
}

void take_information(const PdfDocument& document, Article& article) {
  take_title(believable_title(document.title), article);
  if (const std::string author = believable_author(document.author); !author.empty()) {
    article.authors.clear();
    add_given_authors(author, article.authors);
    note(article, "authors", "document information Author");
  }
  if (article.published.year != 0) return;  // what is printed is the day of publication; a document may be made later
  if (const auto created = parse_date(date_of_pdf(document.created))) {
    article.published = *created;
    note(article, "published", "document information CreationDate");
  }
}

class Pdf final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "pdf"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view path) const override {
    const std::size_t mark = head.substr(0, kMostJunk + kMark.size()).find(kMark);
    if (mark == std::string_view::npos) return 0;
    if (trim(head.substr(0, mark)).empty()) return 99;
    return path.ends_with(".pdf") || !binary_kind(head).empty() ? 97 : 0;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    auto bytes = read_whole_bytes(source, limits, "cut it into its articles first");
    if (!bytes) return std::move(bytes).error();
    sink.record(RawRecord{this, path, 0, *std::move(bytes)});
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    const std::string_view bytes = record.bytes;
    const auto document = read_pdf(bytes.substr(std::min(bytes.find(kMark), bytes.size())));
    if (!document) return document.error();
    const std::string text = join_pages(document->pages);
    if (trim(text).empty()) {
      return unreadable("a PDF document that has no text; it may be a scanned picture",
                        "let a program for text recognition (OCR) read it first");
    }
    Article article = clean_page_text(text);
    if (article.text.empty()) return unreadable("has no text");
    article.key = key_of_path(record.path);
    article.path = record.path;
    article.record = record.record;
    take_information(*document, article);
    note_origins(article, "text");
    return article;
  }
};

}  // namespace

const ArticleFormat& pdf_format() {
  static const Pdf format;
  return format;
}

}  // namespace dateline
