// Lines and outlines → files.
#include "indexer/formats/feed_list.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "indexer/formats/format_tools.h"
#include "indexer/formats/xml_document.h"
#include "indexer/formats/xml_tree.h"
#include "shared/base/files.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 16U << 20U;
constexpr std::string_view kFileScheme = "file://";

bool is_address(std::string_view written) {
  return written.find("://") != std::string_view::npos && !written.starts_with(kFileScheme);
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// "file:///srv/feeds/a%20b.xml" → "/srv/feeds/a b.xml"
std::string path_of_address(std::string_view address) {
  address.remove_prefix(kFileScheme.size());
  if (address.starts_with("localhost/")) address.remove_prefix(std::string_view("localhost").size());
  std::string path;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool coded =
        address[i] == '%' && i + 2 < address.size() && hex_digit(address[i + 1]) >= 0 && hex_digit(address[i + 2]) >= 0;
    path += coded ? static_cast<char>(hex_digit(address[i + 1]) * 16 + hex_digit(address[i + 2])) : address[i];
    if (coded) i += 2;
  }
  return path;
}

// Sorted; none where nothing fits.
std::vector<std::string> files_like(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> files;
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
    files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  }
  ::globfree(&found);
  return files;
}

class Listing {
 public:
  explicit Listing(const std::string& path) : path_(path), folder_(fs::path(path).parent_path()) {
    list_.places.push_back(path);
  }

  void add(std::string_view written, std::uint64_t line) {
    const auto problem = [&](std::string_view what) {
      put(std::string(written), line, concat({"'", written, "' ", what}));
    };
    if (is_address(written)) return problem("is an address: fetch it into a file, and list that file");
    const fs::path named = written.starts_with(kFileScheme) ? path_of_address(written) : std::string(written);
    const std::string whole = (folder_ / named).lexically_normal().string();
    const std::size_t wild = whole.find_first_of("*?[");
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(whole, ignored))) return put(whole, line, {});
    if (wild == std::string::npos) {
      list_.places.push_back(whole);
      return problem("is not there");
    }
    list_.places.push_back(fs::path(whole.substr(0, wild)).parent_path().string());
    const auto files = files_like(whole);
    if (files.empty()) return problem("fits no file");
    for (const std::string& file : files) put(file, line, {});
  }

  FeedList take() { return std::move(list_); }

 private:
  void put(std::string file, std::uint64_t line, std::string problem) {
    const bool known =
        std::any_of(list_.files.begin(), list_.files.end(), [&](const ListedPath& each) { return each.path == file; });
    if (known) return;
    if (problem.empty()) list_.places.push_back(file);
    list_.files.push_back({path_, line, std::move(file), std::move(problem)});
  }

  std::string path_;
  fs::path folder_;
  FeedList list_;
};

Result<void> add_outlines(const std::string& bytes, Listing& listing) {
  const auto parsed = read_xml(bytes);
  if (!parsed) return parsed.error();
  std::uint64_t number = 0;  // of the outlines that name files: the parser keeps no lines
  for (XmlIndex at = 1; at < parsed->tree.nodes.size(); ++at) {
    const XmlElement outline(parsed->tree, at);
    const std::string_view address =
        outline.name() == "outline" ? trim(outline.attribute("xmlurl")) : std::string_view();
    if (!address.empty() && !is_address(address)) listing.add(address, ++number);
  }
  return {};
}

void add_lines(std::string_view text, Listing& listing) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::uint64_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    const std::string_view written = trim(line);
    ++number;
    if (!written.empty() && !written.starts_with('#')) listing.add(written, number);
  }
}

}  // namespace

Result<FeedList> read_feed_list(const std::string& path) {
  std::error_code problem;
  const std::string whole = fs::absolute(path, problem).lexically_normal().string();
  if (fs::file_size(whole, problem) > kMostBytes && !problem) {
    return unreadable(concat({"'", path, "' is too large for a list of feeds"}),
                      "name the feeds themselves on the command line");
  }
  auto bytes = read_whole_file(whole);
  if (!bytes) return std::move(bytes).error();
  Listing listing(whole);
  if (outermost_element(*bytes) == "opml") {
    if (auto added = add_outlines(*bytes, listing); !added) return std::move(added).error();
  } else {
    add_lines(*bytes, listing);
  }
  FeedList list = listing.take();
  if (list.files.empty()) {
    return Error{ErrorCode::kUsage, concat({"'", path, "' lists no file"}),
                 "it has a path or a pattern a line, or is OPML that names files on this disk; feeds are fetched by "
                 "other programs (docs/following.md)"};
  }
  return list;
}

}  // namespace dateline
