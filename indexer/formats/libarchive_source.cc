// libarchive, fed by a ByteSource. Its messages become ours here.
#include "indexer/formats/libarchive_source.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cerrno>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/formats/format_tools.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kChunk = 256 * 1024;

struct Freed {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, Freed>;

// What libarchive reads from.
struct Feed {
  std::unique_ptr<ByteSource> source;
  std::vector<char> buffer = std::vector<char>(kChunk);
  std::optional<Error> error;  // of the source
};

la_ssize_t read_feed(archive* reader, void* client, const void** bytes) {
  auto& feed = *static_cast<Feed*>(client);
  auto got = feed.source->read(std::span(feed.buffer));
  if (!got) {
    archive_set_error(reader, EIO, "%s", got.error().message.c_str());
    feed.error = std::move(got).error();
    return ARCHIVE_FATAL;
  }
  *bytes = feed.buffer.data();
  return static_cast<la_ssize_t>(*got);
}

Error damaged(archive* reader, const Feed& feed) {
  if (feed.error) return *feed.error;
  const char* const reason = archive_error_string(reader);
  return unreadable(concat({"damaged archive (", reason == nullptr ? "no reason given" : reason, ")"}),
                    "fetch or copy the file again; what could be read before the damage is kept");
}

class MemberSource final : public ByteSource {
 public:
  MemberSource(archive* reader, const Feed& feed) : reader_(reader), feed_(feed) {}

  Result<std::size_t> read(std::span<char> into) override {
    while (true) {
      const la_ssize_t got = archive_read_data(reader_, into.data(), into.size());
      if (got >= 0) return static_cast<std::size_t>(got);
      if (got != ARCHIVE_RETRY && got != ARCHIVE_WARN) return damaged(reader_, feed_);
    }
  }

 private:
  archive* reader_;
  const Feed& feed_;
};

Reader make_reader() {
  Reader reader(archive_read_new());
  archive_read_support_filter_bzip2(reader.get());
  archive_read_support_filter_xz(reader.get());
  archive_read_support_filter_lzma(reader.get());
  archive_read_support_filter_zstd(reader.get());
  archive_read_support_format_tar(reader.get());
  archive_read_support_format_zip_streamable(reader.get());
  archive_read_support_format_raw(reader.get());
  return reader;
}

std::string name_of(archive_entry* entry, bool raw) {
  if (raw) return {};
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? "?" : name;
}

bool give_member(archive* reader, archive_entry* entry, const Feed& feed, const MemberSink& sink) {
  const bool raw = archive_format(reader) == ARCHIVE_FORMAT_RAW;
  if (!raw && archive_entry_filetype(entry) != AE_IFREG) return true;
  std::string name = name_of(entry, raw);
  if (archive_entry_is_encrypted(entry) != 0) {
    return sink.rejection(std::move(name), unreadable("is encrypted", "unpack the archive with its password first"));
  }
  return sink.member({std::move(name), std::make_unique<MemberSource>(reader, feed)});
}

}  // namespace

bool is_packed(std::string_view head, std::string_view path) {
  constexpr std::array kMagic = {"BZh"sv, "\xFD\x37zXZ\0"sv, "\x28\xB5\x2F\xFD"sv, "PK\x03\x04"sv, "PK\x05\x06"sv};
  for (const std::string_view magic : kMagic) {
    if (head.starts_with(magic)) return true;
  }
  constexpr std::size_t kTarMagic = 257;  // POSIX.1-1988
  if (head.size() > kTarMagic && head.substr(kTarMagic).starts_with("ustar")) return true;
  return path.ends_with(".tar") && head.size() >= 512;
}

Result<void> read_members(std::unique_ptr<ByteSource> packed, const MemberSink& sink) {
  Feed feed{.source = std::move(packed)};
  const Reader reader = make_reader();
  if (archive_read_open(reader.get(), &feed, nullptr, read_feed, nullptr) != ARCHIVE_OK) {
    return damaged(reader.get(), feed);
  }
  for (archive_entry* entry = nullptr;;) {
    const int code = archive_read_next_header(reader.get(), &entry);
    if (code == ARCHIVE_EOF) return {};
    if (code == ARCHIVE_RETRY) continue;
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN) return damaged(reader.get(), feed);
    if (!give_member(reader.get(), entry, feed, sink)) return {};
  }
}

}  // namespace dateline
