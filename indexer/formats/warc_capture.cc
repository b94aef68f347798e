// WARC 1.1 (ISO 28500:2017), sections 5 and 6, and what crawlers make of it.
#include "indexer/formats/warc_capture.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/formats/format_tools.h"
#include "indexer/pages/html_signs.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// "<http://a.example/>", as some crawlers write it, without its brackets; blanks and what is no text as "%20".
std::string address_of(const HeaderFields& warc) {
  std::string_view uri = warc.value("WARC-Target-URI");
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string address;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F) {
      address += c;
    } else {
      address += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    }
  }
  return key_of_path(address);
}

bool is_wanted(const WarcCapture& capture, std::string_view body) {
  const std::string type = read_media_type(capture.content_type).type;
  if (type.empty()) return looks_like_html(body);
  if (type == "text/plain") return !capture.address.ends_with("/robots.txt");
  return type == "text/html" || type == "application/xhtml+xml";
}

// "HTTP/1.1 200 OK", also without the words: 200; 0 where it is no such line.
int status_of(std::string_view block) {
  const std::string_view line = block.substr(0, std::min(block.find_first_of("\r\n"), block.size()));
  if (!line.starts_with("HTTP/")) return 0;
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return 0;
  const std::string_view code = trim(line.substr(blank)).substr(0, 3);
  const bool digits =
      code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? (code[0] - '0') * 100 + (code[1] - '0') * 10 + (code[2] - '0') : 0;
}

constexpr std::array kPackedFields = {&WarcCapture::address, &WarcCapture::content_type,
                                      &WarcCapture::transfer_encoding, &WarcCapture::content_encoding};

}  // namespace

WarcContent content_of(const HeaderFields& warc) {
  const std::string type = to_lower_ascii(warc.value("WARC-Type"));
  // A conversion is, for example, the text of a page that Common Crawl made.
  const bool page = type == "resource" || type == "conversion";
  if (!page && type != "response") return WarcContent::kNothing;
  // Others are crawlers' own logs ("metadata://gnu.org/…") and answers of name servers ("dns:").
  const std::string address = to_lower_ascii(address_of(warc));
  if (!address.starts_with("http:") && !address.starts_with("https:")) return WarcContent::kNothing;
  return page ? WarcContent::kPage : WarcContent::kResponse;
}

Result<std::optional<WarcOpening>> open_capture(const HeaderFields& warc, std::string_view block) {
  if (warc.has("WARC-Segment-Number")) return unreadable("in several segments, which are not joined");
  WarcOpening opening;
  WarcCapture& capture = opening.capture;
  capture.address = address_of(warc);
  if (content_of(warc) == WarcContent::kPage) {
    capture.content_type = warc.value("Content-Type");
  } else {
    const int status = status_of(block);
    if (status == 0) return unreadable("no header of an HTTP response where one should be");
    if (status != 200) return std::optional<WarcOpening>();
    const auto size = header_size(block);
    if (!size) return unreadable("the header of its HTTP response has no end");
    opening.header_bytes = *size;
    const auto http = HeaderFields::read(block.substr(std::min(block.find('\n') + 1, *size)));
    capture.content_type = http.value("Content-Type");
    capture.transfer_encoding = http.value("Transfer-Encoding");
    capture.content_encoding = http.value("Content-Encoding");
  }
  if (!is_wanted(capture, block.substr(opening.header_bytes))) return std::optional<WarcOpening>();
  return std::optional(std::move(opening));
}

std::string pack_capture(const WarcCapture& capture, std::string_view body) {
  std::string packed;
  for (const auto field : kPackedFields) packed += concat({capture.*field, "\n"});
  packed += body;
  return packed;
}

WarcCapture unpack_capture(std::string_view packed) {
  WarcCapture capture;
  for (const auto field : kPackedFields) {
    const std::size_t end = std::min(packed.find('\n'), packed.size());
    capture.*field = packed.substr(0, end);
    packed.remove_prefix(std::min(end + 1, packed.size()));
  }
  capture.body = packed;
  return capture;
}

}  // namespace dateline
