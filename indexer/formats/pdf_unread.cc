// PDF where the build has no library that reads it.
#include "indexer/formats/format_tools.h"
#include "indexer/formats/pdf_document.h"

namespace dateline {

Result<PdfDocument> read_pdf(std::string_view) {
  return unreadable("a PDF document, which this build cannot read: install libpoppler-cpp-dev and build Dateline anew",
                    "or save it as text or HTML first");
}

}  // namespace dateline
