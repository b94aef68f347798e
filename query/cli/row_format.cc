// The list of formats of rows.
#include "query/cli/row_format.h"

#include <algorithm>
#include <array>

namespace dateline::cli {

const RowFormat& row_format(Format format) {
  static constexpr std::array kFormats = {&kJsonLinesFormat, &kCsvFormat, &kTsvFormat, &kMarkdownFormat};
  const auto* found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const auto* f) { return f->format == format; });
  return found == kFormats.end() ? kJsonLinesFormat : **found;
}

}  // namespace dateline::cli
