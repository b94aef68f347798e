// Unpacks, chooses formats, and counts what comes out against what went in.
#include "indexer/formats/read_articles.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/formats/byte_source.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/libarchive_source.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kMemberMark = "!/";

// Bytes of the file and of all that was unpacked from it.
struct Volume {
  std::uint64_t packed = 0, unpacked = 0;
};

// Counts what passes into `count`; as a reader of unpacked bytes it refuses to go on where they are too many.
class CountingSource final : public ByteSource {
 public:
  CountingSource(std::unique_ptr<ByteSource> source, std::uint64_t& count, const Volume* volume,
                 const ReadLimits& limits)
      : source_(std::move(source)), count_(count), volume_(volume), limits_(limits) {}

  Result<std::size_t> read(std::span<char> into) override {
    auto got = source_->read(into);
    if (!got) return got;
    count_ += *got;
    if (volume_ == nullptr && limits_.bytes_read != nullptr) *limits_.bytes_read += *got;
    if (volume_ != nullptr && volume_->unpacked > limits_.unpacked_bytes_unchecked &&
        volume_->unpacked / limits_.unpacked_ratio > volume_->packed) {
      return unreadable(concat({"unpacks to more than ", with_thousands(limits_.unpacked_ratio),
                                " times its size: a decompression bomb?"}),
                        "if it is none, unpack it first and add the files");
    }
    return got;
  }

 private:
  std::unique_ptr<ByteSource> source_;
  std::uint64_t& count_;
  const Volume* volume_;  // null: not checked
  const ReadLimits& limits_;
};

// As the walk of folders passes over them: ".git/config", ".DS_Store"; and what macOS puts into its ZIP archives.
bool is_hidden(std::string_view member) {
  if (member.starts_with("./")) member.remove_prefix(2);
  return member.starts_with('.') || member.find("/.") != std::string_view::npos || member.starts_with("__MACOSX/");
}

// The first members of documents that are ZIP archives inside.
std::string_view document_kind(std::string_view first_member) {
  if (first_member == "[Content_Types].xml") return "a Word, Excel or PowerPoint document";
  if (first_member == "mimetype") return "an OpenDocument or EPUB file";
  return {};
}

class FileReading {
 public:
  FileReading(const ReadLimits& limits, const RecordSink& sink) : limits_(limits), sink_(sink) {}

  Result<void> read_file(const std::string& path, const std::atomic<bool>* stop) {
    auto bytes = open_bytes(path, stop);
    if (!bytes) return std::move(bytes).error();
    return read_bytes(std::make_unique<CountingSource>(std::move(*bytes), volume_.packed, nullptr, limits_), path, 0);
  }

 private:
  // Every stream in `packed`.
  Result<void> read_packed(std::unique_ptr<ByteSource> packed, const std::string& path, std::size_t depth) {
    std::optional<Error> of_stream;
    bool first = true;
    const auto member = [&](ArchiveMember&& found) {
      const std::string_view document = std::exchange(first, false) ? document_kind(found.name) : std::string_view();
      if (!document.empty()) {
        of_stream = unreadable(concat({"looks like ", document}), "save it as text or HTML first");
        return false;
      }
      if (is_hidden(found.name)) return true;
      const bool alone = found.name.empty();
      const std::string inner = alone ? path : concat({path, kMemberMark, found.name});
      auto read = read_bytes(unpacked(std::move(found.source)), inner, depth);
      if (read) return !stopped_;
      // A stream that is all there is speaks for the file.
      if (alone) return of_stream = std::move(read).error(), false;
      return reject(inner, std::move(read).error());
    };
    const auto rejection = [&](std::string&& name, Error&& error) {
      return reject(concat({path, kMemberMark, name}), std::move(error));
    };
    auto done = read_members(std::move(packed), {member, rejection});
    if (of_stream) return *std::move(of_stream);
    return done;
  }

  // `depth`: how many archives and compressions it lies in.
  Result<void> read_bytes(std::unique_ptr<ByteSource> source, const std::string& path, std::size_t depth) {
    auto opened = look_into(std::move(source));
    if (!opened) return std::move(opened).error();
    if (opened->compressed) opened->source = unpacked(std::move(opened->source));
    if (!is_packed(opened->head, path)) return read_stream(std::move(*opened), path);
    if (depth >= limits_.depth) {
      return unreadable(concat({"archives are nested more than ", std::to_string(limits_.depth), " deep"}),
                        "unpack it first and add the files");
    }
    return read_packed(std::move(opened->source), path, depth + 1);
  }

  std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> source) {
    return std::make_unique<CountingSource>(std::move(source), volume_.unpacked, &volume_, limits_);
  }

  Result<void> read_stream(OpenedSource opened, const std::string& path) {
    const ArticleFormat* const format = choose_format(opened.head, path);
    if (format == nullptr) return unreadable("no known format", "see: dateline-index help formats");
    const RecordSink watching{
        .record =
            [&](RawRecord&& record) {
              record.fields = limits_.fields;
              return go_on(sink_.record(std::move(record)));
            },
        .rejection = [&](Rejection&& rejection) { return go_on(sink_.rejection(std::move(rejection))); }};
    return format->split(*opened.source, path, limits_, watching);
  }

  bool reject(std::string path, Error error) {
    return go_on(sink_.rejection({.path = std::move(path), .record = 0, .error = std::move(error)}));
  }

  bool go_on(bool wanted) {
    stopped_ = stopped_ || !wanted;
    return wanted;
  }

  const ReadLimits& limits_;
  const RecordSink& sink_;
  Volume volume_;
  bool stopped_ = false;
};

}  // namespace

Result<void> read_articles(const std::string& path, const ReadLimits& limits, const std::atomic<bool>* stop,
                           const RecordSink& sink) {
  return FileReading(limits, sink).read_file(path, stop);
}

std::string file_of_path(const std::string& path) {
  std::error_code ignored;
  for (std::size_t mark = path.find(kMemberMark); mark != std::string::npos; mark = path.find(kMemberMark, mark + 1)) {
    std::string file = path.substr(0, mark);
    if (std::filesystem::is_regular_file(file, ignored)) return file;
  }
  return path;
}

}  // namespace dateline
