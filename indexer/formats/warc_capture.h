// One record of a web archive, as far as articles need it: what was fetched from where. Which records are worth it is
// decided here; where they begin and end in a file is not known here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/formats/header_fields.h"
#include "shared/base/result.h"

namespace dateline {

// What a record's own header says it is.
enum class WarcContent : unsigned char {
  kNothing,   // no page: about the crawl, a request, a repetition
  kResponse,  // the page behind the header of an HTTP response
  kPage,      // the page itself
};
WarcContent content_of(const HeaderFields& warc);

// A page of the web with what its header says.
struct WarcCapture {
  std::string address;
  std::string content_type;
  std::string transfer_encoding;
  std::string content_encoding;
  std::string_view body;
};

// What the capture is without its body, which begins behind `header_bytes`: of the WARC header and the first bytes of
// the block. nullopt: no page worth reading (an image, a redirection). kUnreadable where the header is damaged.
struct WarcOpening {
  WarcCapture capture;  // without a body
  std::size_t header_bytes = 0;
};
constexpr std::size_t kMostHttpHeader = 128 * 1024;  // of the block; a longer header is damage
Result<std::optional<WarcOpening>> open_capture(const HeaderFields& warc, std::string_view block);

// As bytes of a RawRecord and back. The time of the crawl is left out: a page fetched twice is the same record.
std::string pack_capture(const WarcCapture& capture, std::string_view body);
WarcCapture unpack_capture(std::string_view packed);

}  // namespace dateline
