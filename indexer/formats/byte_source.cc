// Opens files and stdin and undoes gzip. Knows nothing of what the bytes mean.
#include "indexer/formats/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/formats/format_tools.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kHeadBytes = 4096;
constexpr std::size_t kCompressedChunk = 256 * 1024;
constexpr std::string_view kGzipMagic = "\x1f\x8b";

// The bytes of an open file. Owns the descriptor, but for stdin.
class FileSource final : public ByteSource {
 public:
  FileSource(int fd, const std::atomic<bool>* stop) : fd_(fd), stop_(stop) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (fd_ != STDIN_FILENO) ::close(fd_);
  }

  Result<std::size_t> read(std::span<char> into) override {
    while (true) {
      if (fd_ == STDIN_FILENO && !wait_for_input()) return std::size_t{0};
      const ssize_t got = ::read(fd_, into.data(), into.size());
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) return unreadable_errno("cannot read", errno);
    }
  }

 private:
  // A terminal or a pipe may be silent for hours, and whoever asks us to stop must not wait for it. False: asked to
  // stop.
  [[nodiscard]] bool wait_for_input() const {
    constexpr int kLookMilliseconds = 100;
    pollfd input{.fd = fd_, .events = POLLIN, .revents = 0};
    while (stop_ != nullptr && !stop_->load(std::memory_order_relaxed)) {
      const int ready = ::poll(&input, 1, kLookMilliseconds);
      if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
    }
    return stop_ == nullptr;
  }

  int fd_;
  const std::atomic<bool>* stop_;  // may be null
};

// The first bytes of a source, and what went wrong behind them.
struct Head {
  std::string bytes;
  std::optional<Error> error;
};

// Gives bytes that were looked at before, then the error that was met behind them, then what the source still has.
class PeekedSource final : public ByteSource {
 public:
  PeekedSource(Head head, std::unique_ptr<ByteSource> rest) : head_(std::move(head)), rest_(std::move(rest)) {}

  Result<std::size_t> read(std::span<char> into) override {
    if (given_ < head_.bytes.size()) {
      const std::size_t count = std::min(into.size(), head_.bytes.size() - given_);
      std::memcpy(into.data(), head_.bytes.data() + given_, count);
      given_ += count;
      return count;
    }
    if (head_.error) return *std::exchange(head_.error, std::nullopt);
    return rest_->read(into);
  }

 private:
  Head head_;
  std::size_t given_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

// Undoes gzip (RFC 1952): one member after the other, zero padding behind the last one as gzip(1) allows it. Behind
// damage it goes on at what looks like the next member: web archives have one for each record.
class GzipSource final : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> compressed)
      : compressed_(std::move(compressed)), buffer_(kCompressedChunk) {}
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;
  ~GzipSource() override {
    if (started_) inflateEnd(&stream_);
  }

  Result<std::size_t> read(std::span<char> into) override {
    if ((done_ && !met_) || into.empty()) return std::size_t{0};
    if (!started_ && !start()) return Error{ErrorCode::kInternal, "cannot start decompression"};
    const auto wanted = static_cast<uInt>(std::min<std::size_t>(into.size(), 1U << 30));
    stream_.next_out = reinterpret_cast<Bytef*>(into.data());
    stream_.avail_out = wanted;
    if (met_) return *std::exchange(met_, std::nullopt);
    while (stream_.avail_out == wanted && !done_) {
      auto step = inflate_some();
      if (step) continue;
      if (stream_.avail_out == wanted) return std::move(step).error();
      met_ = std::move(step).error();
      break;
    }
    return static_cast<std::size_t>(wanted - stream_.avail_out);
  }

 private:
  bool start() {
    started_ = inflateInit2(&stream_, 15 + 16) == Z_OK;  // 15: the largest window; 16: a gzip header is expected
    return started_;
  }

  Result<void> inflate_some() {
    if (stream_.avail_in == 0) {
      auto more = refill();
      if (!more) return more.error();
      if (stream_.avail_in == 0) return at_input_end();
    }
    if (seeking_ && !seek_member()) return {};
    if (between_members_ && !enter_member()) return {};
    const int code = inflate(&stream_, Z_NO_FLUSH);
    if (code == Z_STREAM_END) {
      between_members_ = true;
      sought_ = false;
      return {};
    }
    if (code == Z_OK || code == Z_BUF_ERROR) return {};
    seeking_ = true;
    if (sought_ && stream_.total_out == 0) return {};  // no member began here: sought on
    return damaged(stream_.msg != nullptr ? stream_.msg : "bad data");
  }

  // What follows a member: zero padding is skipped, anything else is taken for the next member's header.
  bool enter_member() {
    while (stream_.avail_in > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
    }
    if (stream_.avail_in == 0) return false;
    inflateReset(&stream_);
    between_members_ = false;
    return true;
  }

  // Behind damage: the next bytes that a member may begin with, which are then given to zlib. False: not in this
  // buffer.
  bool seek_member() {
    constexpr std::string_view kBegin = "\x1F\x8B\x08";
    while (stream_.avail_in > 0 && seen_ < kBegin.size()) {
      const char byte = static_cast<char>(*stream_.next_in++);
      --stream_.avail_in;
      if (byte == kBegin[seen_]) {
        ++seen_;
      } else {
        seen_ = byte == kBegin[0] ? 1 : 0;
      }
    }
    if (seen_ < kBegin.size()) return false;
    seeking_ = false;
    sought_ = true;
    between_members_ = false;
    seen_ = 0;
    inflateReset(&stream_);
    begin_with(kBegin);
    return true;
  }

  // Gives zlib bytes of a member's header that were taken already.
  void begin_with(std::string_view header) {
    auto* const written = const_cast<char*>(header.data());  // zlib's interface; it does not write there
    Bytef* const next = std::exchange(stream_.next_in, reinterpret_cast<Bytef*>(written));
    const uInt left = std::exchange(stream_.avail_in, static_cast<uInt>(header.size()));
    inflate(&stream_, Z_NO_FLUSH);
    stream_.next_in = next;
    stream_.avail_in = left;
  }

  Result<void> refill() {
    auto got = compressed_->read(std::span(buffer_));
    if (!got) return got.error();
    stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
    stream_.avail_in = static_cast<uInt>(*got);
    return {};
  }

  Result<void> at_input_end() {
    done_ = true;
    if (between_members_ || seeking_) return {};
    return unreadable("the gzip file ends too early (truncated)",
                      "fetch or copy the file again; what could be read before the break is kept");
  }

  static Result<void> damaged(std::string_view reason) {
    return unreadable(concat({"damaged gzip data (", reason, ")"}),
                      "fetch or copy the file again; what could be read before the damage is kept");
  }

  std::unique_ptr<ByteSource> compressed_;
  std::vector<char> buffer_;
  z_stream stream_{};
  bool started_ = false;
  bool between_members_ = false;
  bool seeking_ = false;      // behind damage, the next member
  bool sought_ = false;       // the member was found so
  std::size_t seen_ = 0;      // bytes of what it begins with
  std::optional<Error> met_;  // behind the bytes that were given
  bool done_ = false;
};

// Reads until `count` bytes are there, the source ends or fails.
Head read_head(ByteSource& source, std::size_t count) {
  Head head;
  head.bytes.resize(count);
  std::size_t filled = 0;
  while (filled < count) {
    auto got = source.read(std::span(head.bytes).subspan(filled));
    if (!got) head.error = std::move(got).error();
    if (head.error || *got == 0) break;
    filled += *got;
  }
  head.bytes.resize(filled);
  return head;
}

}  // namespace

Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path, const std::atomic<bool>* stop) {
  if (path == "-") return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(STDIN_FILENO, stop));
  // O_NONBLOCK: a pipe without a writer must not hold us up; it has no effect on regular files.
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return unreadable_errno("cannot open", errno);
  auto source = std::make_unique<FileSource>(fd, stop);
  struct stat info {};
  if (::fstat(fd, &info) != 0) return unreadable_errno("cannot look at it", errno);
  if (!S_ISREG(info.st_mode)) {
    return unreadable("is not a regular file", "to read from a pipe, pass '-' and redirect standard input");
  }
  return std::unique_ptr<ByteSource>(std::move(source));
}

Result<OpenedSource> open_source(const std::string& path, const std::atomic<bool>* stop) {
  auto file = open_bytes(path, stop);
  if (!file) return std::move(file).error();
  return look_into(std::move(*file));
}

Result<OpenedSource> look_into(std::unique_ptr<ByteSource> source) {
  OpenedSource opened;
  opened.source = std::move(source);
  Head head = read_head(*opened.source, kHeadBytes);
  opened.compressed = head.bytes.starts_with(kGzipMagic);
  if (opened.compressed) {
    auto raw = std::make_unique<PeekedSource>(std::move(head), std::move(opened.source));
    opened.source = std::make_unique<GzipSource>(std::move(raw));
    head = read_head(*opened.source, kHeadBytes);
  }
  if (head.bytes.empty() && head.error) return *std::move(head.error);
  opened.head = head.bytes;
  opened.source = std::make_unique<PeekedSource>(std::move(head), std::move(opened.source));
  return opened;
}

}  // namespace dateline
