// The table of signatures. Sources: the formats' specifications, and file(1)'s magic for those without one.
#include "indexer/formats/file_signatures.h"

#include <cstddef>

#include "shared/base/strings.h"

namespace dateline {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t offset;
  std::string_view bytes;
  std::string_view kind;
};

constexpr Signature kSignatures[] = {
    {0, "\x89PNG\r\n\x1a\n"sv, "a PNG image"},
    {0, "\xFF\xD8\xFF"sv, "a JPEG image"},
    {0, "GIF87a"sv, "a GIF image"},
    {0, "GIF89a"sv, "a GIF image"},
    {0, "II*\0"sv, "a TIFF image"},
    {0, "MM\0*"sv, "a TIFF image"},
    {0, "%PDF-"sv, "a PDF document"},
    {0, "%!PS"sv, "a PostScript document"},
    {0, "{\\rtf"sv, "an RTF document"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office document"},
    {0, "PK\x03\x04"sv, "a ZIP archive or an Office document"},
    {0, "\x1F\x8B\x08"sv, "gzip data inside gzip"},
    {4, "1AY&SY"sv, "bzip2 data"},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "xz data"},
    {0, "\x28\xB5\x2F\xFD"sv, "zstd data"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    {0, "Rar!\x1A\x07"sv, "a RAR archive"},
    {257, "ustar"sv, "a tar archive"},
    {0, "SQLite format 3\0"sv, "an SQLite database"},
    {0,
     "\x7F"
     "ELF"sv,
     "a program"},
    {0, "MZ\x90\0"sv, "a program"},
    {0, "\0asm"sv, "a program"},
    {4, "ftyp"sv, "an MP4 video"},
    {0, "\x1A\x45\xDF\xA3"sv, "a Matroska video"},
    {0, "ID3\x02"sv, "an MP3 file"},
    {0, "ID3\x03"sv, "an MP3 file"},
    {0, "ID3\x04"sv, "an MP3 file"},
    {0, "OggS\0"sv, "an Ogg file"},
    {0, "fLaC\0"sv, "a FLAC file"},
    {0, "filedesc://"sv, "a web archive in ARC, the format before WARC"},
};

}  // namespace

std::string_view known_signature(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.size() > signature.offset && bytes.substr(signature.offset).starts_with(signature.bytes)) {
      return signature.kind;
    }
  }
  if (bytes.starts_with("RIFF") && bytes.size() >= 12) {
    if (bytes.substr(8, 4) == "WEBP") return "a WebP image";
    if (bytes.substr(8, 4) == "WAVE") return "a WAV file";
  }
  return {};
}

std::string_view markup_kind(std::string_view bytes) {
  constexpr std::string_view kMarkup[] = {"<!doctype html", "<html", "<?xml", "<rss", "<feed"};
  const std::string start = to_lower_ascii(trim(bytes.substr(0, 256)));
  for (const std::string_view opening : kMarkup) {
    if (start.starts_with(opening)) return opening.find("html") != std::string_view::npos ? "an HTML page" : "XML";
  }
  return {};
}

}  // namespace dateline
