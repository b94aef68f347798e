// The seam to the library that reads PDF. Which file implements it is decided by the build: poppler_document.cc, or
// pdf_unread.cc where poppler is not there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace dateline {

struct PdfDocument {
  std::vector<std::string> pages;      // text in reading order, UTF-8, a line a line; "" for a page without text
  std::string title, author, created;  // as the document's information says them; `created`: "D:20240816123000+02'00'"
};

// Any thread. kUnreadable: damaged, encrypted, too many pages, too much text, or no library.
Result<PdfDocument> read_pdf(std::string_view bytes);

}  // namespace dateline
