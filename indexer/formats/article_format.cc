// The table of formats that the build makes, and who gets a file.
#include "indexer/formats/article_format.h"

namespace dateline {
// clang-format off: the generated file declares into this namespace
#include "indexer/formats/format_table.inc"
// clang-format on

namespace {

// Raise it whenever a format, the decoding or the cleaning makes something else of the same bytes: archives then read
// their files again. A test holds what the sample files become against the number.
constexpr std::string_view kReaderVersion = "10";

}  // namespace

std::span<const ArticleFormat* const> article_formats() {
  return generated_formats();
}

const ArticleFormat* choose_format(std::string_view head, std::string_view path) {
  for (const std::string_view packed : {".gz", ".bz2", ".xz", ".zst"}) {
    if (path.ends_with(packed)) path.remove_suffix(packed.size());
  }
  const ArticleFormat* chosen = nullptr;
  int best = 0;
  for (const ArticleFormat* format : article_formats()) {
    const int claim = format->claims(head, path);
    if (claim > best) {
      best = claim;
      chosen = format;
    }
  }
  return chosen;
}

std::string reader_fingerprint() {
  std::string fingerprint = "reader ";
  fingerprint += kReaderVersion;
  for (const ArticleFormat* format : article_formats()) {
    fingerprint += ' ';
    fingerprint += format->name();
  }
  return fingerprint;
}

}  // namespace dateline
