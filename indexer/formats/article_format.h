// The seam for formats: one format_NAME.cc each; the build makes the table of them (see CMakeLists.txt). A format cuts
// a stream of bytes into records (sequential, cheap) and makes an Article of a record (in any thread, costly).
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/formats/byte_source.h"
#include "shared/base/article.h"
#include "shared/base/result.h"

namespace dateline {

class ArticleFormat;
class FieldMap;

// One article as it lies in its file. `bytes` is as read (decompressed), not yet decoded.
struct RawRecord {
  const ArticleFormat* format = nullptr;  // who parses it; never null; static lifetime
  std::string path;                       // the file, absolute; "-" for stdin; "FILE!/MEMBER" in an archive
  std::uint64_t record = 0;               // 1-based line or record; 0: the whole file
  std::string bytes;
  const FieldMap* fields = nullptr;  // how the user maps names; may be null; lives as long as the reading
};

// A record that cannot become an article.
struct Rejection {
  std::string path;
  std::uint64_t record = 0;
  Error error;
};

// Receives records in file order, or what went wrong with one. Returns false to stop reading.
struct RecordSink {
  std::function<bool(RawRecord&&)> record;
  std::function<bool(Rejection&&)> rejection;
};

// What holds for a whole reading.
struct ReadLimits {
  std::uint64_t record_bytes = 64ULL << 20;  // a larger record is rejected, the rest of its file is read
  std::size_t depth = 4;                     // archives and compressions within each other
  // A file is no longer read where it unpacks to this many times its size, once so much was unpacked. Text packs 3 to
  // 20 times, many copies of one page some 100 times; bombs 1,000 times and more.
  std::uint64_t unpacked_ratio = 250;
  std::uint64_t unpacked_bytes_unchecked = 16ULL << 20;
  const FieldMap* fields = nullptr;                  // what RawRecord::fields becomes
  std::atomic<std::uint64_t>* bytes_read = nullptr;  // what is read of the file itself is added to it; may be null
};

class ArticleFormat {
 public:
  ArticleFormat() = default;
  ArticleFormat(const ArticleFormat&) = delete;
  ArticleFormat& operator=(const ArticleFormat&) = delete;
  virtual ~ArticleFormat() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;  // "jsonl"
  // Whether its files are windows on what is new, as feeds are: an article that one no longer holds is not gone.
  [[nodiscard]] virtual bool is_window() const { return false; }
  // How sure it is that a file with these first bytes (up to 4 KiB, decompressed) and this path (without .gz) is its
  // own: 0 not, 100 certain.
  [[nodiscard]] virtual int claims(std::string_view head, std::string_view path) const = 0;
  // Cuts the stream. Errors of single records go to the sink; a returned error ends the file (what came before stays).
  virtual Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                             const RecordSink& sink) const = 0;
  // kUnreadable with a reason for people where it is no article. Any thread.
  [[nodiscard]] virtual Result<Article> parse(const RawRecord& record) const = 0;
};

std::span<const ArticleFormat* const> article_formats();                           // made by the build
const ArticleFormat* choose_format(std::string_view head, std::string_view path);  // nullptr: nobody claims it
std::string reader_fingerprint();  // changes when any format or cleaning rule changes what it makes of the same bytes

}  // namespace dateline
