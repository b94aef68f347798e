// PDF by poppler. Its messages go nowhere: what matters of them is in the errors here.
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <mutex>

#include "indexer/formats/format_tools.h"
#include "indexer/formats/pdf_document.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr int kMostPages = 2000;
constexpr std::size_t kMostText = 4U << 20U;  // bytes; as of other formats

// For the whole document; newspapers of 100 pages take some seconds. Looked at between pages only: poppler cannot be
// stopped within one.
constexpr std::chrono::seconds kLongest{60};

// poppler tells of each damage on stderr, unless somebody else listens.
void silence_poppler() {
  static std::once_flag once;
  std::call_once(once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string plain(bytes.begin(), bytes.end());
  plain.resize(std::min(find_invalid_utf8(plain), plain.size()));
  return plain;
}

}  // namespace

Result<PdfDocument> read_pdf(std::string_view bytes) {
  silence_poppler();
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return unreadable("a PDF document that is too large");
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document)
    return unreadable("a PDF document that is damaged", "open it in a viewer; if it shows, print it to a new PDF");
  if (document->is_locked()) return unreadable("an encrypted PDF document", "save it without its password first");
  const int pages = document->pages();
  if (pages <= 0) return unreadable("a PDF document without pages, or damaged");
  if (pages > kMostPages) {
    return unreadable(concat({"a PDF document of ", with_thousands(static_cast<std::uint64_t>(pages)),
                              " pages, too long for one article"}),
                      "cut it into its articles first");
  }
  PdfDocument read;
  std::size_t size = 0;
  const auto end = std::chrono::steady_clock::now() + kLongest;
  for (int i = 0; i < pages; ++i) {
    if (std::chrono::steady_clock::now() > end) {
      return unreadable(concat({"a PDF document of which ", with_thousands(static_cast<std::uint64_t>(i)),
                                " pages took a minute, too slow to read"}),
                        "print it to a new PDF, or cut it into its articles first");
    }
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    read.pages.push_back(page ? utf8(page->text({}, poppler::page::non_raw_non_physical_layout)) : std::string());
    size += read.pages.back().size();
    if (size > kMostText) {
      return unreadable(concat({"a PDF document with a text of more than ", with_thousands(kMostText),
                                " bytes, too large for one article"}));
    }
  }
  read.title = utf8(document->info_key("Title"));
  read.author = utf8(document->info_key("Author"));
  read.created = utf8(document->info_key("CreationDate"));
  return read;
}

}  // namespace dateline
