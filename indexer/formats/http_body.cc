// Chunks (RFC 9112, 7.1) and zlib.
#include "indexer/formats/http_body.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "indexer/formats/format_tools.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostEncodings = 4;         // one within the other
constexpr std::size_t kLongestChunkLine = 1'000;  // with its extensions

// The size that a line before a chunk gives; `body` loses the line. nullopt where there is no such line.
std::optional<std::size_t> take_chunk_size(std::string_view& body) {
  const std::size_t end = body.substr(0, kLongestChunkLine).find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = trim(body.substr(0, std::min(end, body.find(';'))));
  std::size_t size = 0;
  const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (error != std::errc() || stop != line.data() + line.size()) return std::nullopt;
  body.remove_prefix(end + 1);
  return size;
}

Result<std::string> join_chunks(std::string_view body) {
  std::string joined;
  for (bool first = true; !body.empty(); first = false) {
    std::string_view rest = body;
    const auto size = take_chunk_size(rest);
    if (!size && first) return std::string(body);
    if (!size) return unreadable("its body is damaged: no chunk where one should begin");
    if (*size == 0) break;
    joined += rest.substr(0, *size);  // a last chunk that was cut off is kept as far as it goes
    body = rest.substr(std::min(*size, rest.size()));
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
  return joined;
}

// Undoes deflate in one of its wrappings. `window` says which, as inflateInit2 takes it.
class Inflater {
 public:
  explicit Inflater(int window) : ready_(inflateInit2(&stream_, window) == Z_OK) {}
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() {
    if (ready_) inflateEnd(&stream_);
  }

  Result<std::string> run(std::string_view packed, const ReadLimits& limits) {
    if (!ready_) return Error{ErrorCode::kInternal, "cannot start decompression"};
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib does not write there
    stream_.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    std::array<char, 64 * 1024> piece{};
    while (true) {
      stream_.next_out = reinterpret_cast<Bytef*>(piece.data());
      stream_.avail_out = piece.size();
      const int code = inflate(&stream_, Z_NO_FLUSH);
      out.append(piece.data(), piece.size() - stream_.avail_out);
      if (out.size() > limits.record_bytes || is_bomb(out.size(), packed.size(), limits)) return too_large(limits);
      if (code == Z_STREAM_END) return out;
      if (code == Z_BUF_ERROR && stream_.avail_in == 0) return unreadable("its compressed body ends too early");
      if (code != Z_OK) return unreadable("its compressed body is damaged");
    }
  }

 private:
  static bool is_bomb(std::size_t unpacked, std::size_t packed, const ReadLimits& limits) {
    return unpacked > limits.unpacked_bytes_unchecked && unpacked / limits.unpacked_ratio > packed;
  }
  static Error too_large(const ReadLimits& limits) {
    return unreadable(concat({"its body unpacks to more than ", with_thousands(limits.record_bytes), " bytes or ",
                              with_thousands(limits.unpacked_ratio), " times its size"}));
  }

  z_stream stream_{};
  bool ready_;
};

constexpr int kGzipOrZlib = 15 + 32;
constexpr int kBareDeflate = -15;

bool begins_as_zlib(std::string_view body) {
  if (body.size() < 2) return false;
  const auto first = static_cast<unsigned char>(body[0]);
  return (first & 0x0FU) == 8 && (first * 256U + static_cast<unsigned char>(body[1])) % 31 == 0;
}

Result<std::string> unpack(std::string body, std::string_view encoding, const ReadLimits& limits) {
  const std::string name = to_lower_ascii(trim(encoding));
  if (name.empty() || name == "identity" || body.empty()) return body;
  if (body.starts_with("\x1F\x8B")) return Inflater(kGzipOrZlib).run(body, limits);
  if (name == "gzip" || name == "x-gzip") return body;
  if (name == "deflate" && begins_as_zlib(body)) return Inflater(kGzipOrZlib).run(body, limits);
  if (name == "deflate") {
    auto bare = Inflater(kBareDeflate).run(body, limits);
    return bare || !body.starts_with('<') ? std::move(bare) : Result<std::string>(std::move(body));
  }
  if (body.starts_with('<')) return body;
  return unreadable(
      concat({"its body is packed as '", name.substr(0, 40), "', of which only gzip and deflate are read"}),
      "crawl with gzip, or have the crawler store pages unpacked");
}

}  // namespace

Result<std::string> decode_http_body(std::string_view body, std::string_view transfer_encoding,
                                     std::string_view content_encoding, const ReadLimits& limits) {
  const bool chunked = to_lower_ascii(transfer_encoding).find("chunked") != std::string::npos;
  auto plain = chunked ? join_chunks(body) : Result<std::string>(std::string(body));
  auto encodings = split(content_encoding, ',');
  if (encodings.size() > kMostEncodings) return unreadable("its body is packed too often");
  for (auto encoding = encodings.rbegin(); plain && encoding != encodings.rend(); ++encoding) {
    plain = unpack(*std::move(plain), *encoding, limits);
  }
  return plain;
}

}  // namespace dateline
