// Compares what was read with what the catalog has.
#include "indexer/ingest/prune_plan.h"

#include <algorithm>
#include <filesystem>

#include "indexer/formats/read_articles.h"
#include "shared/base/bytes.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string absolute_root(const std::string& root) {
  std::error_code ignored;
  return fs::absolute(root, ignored).lexically_normal().string();
}

std::uint64_t hash_of_record(std::string_view path, std::string_view key, std::uint64_t bytes_hash) {
  return hash64(key, hash64(path, bytes_hash));
}

bool is_in_stream(std::string_view path, std::string_view stream) {
  return path == stream || (path.starts_with(stream) && path.substr(stream.size()).starts_with("!/"));
}

bool is_below(std::string_view path, std::string_view root) {
  while (root.ends_with('/')) root.remove_suffix(1);
  return path == root || (path.starts_with(root) && path.substr(root.size()).starts_with('/'));
}

}  // namespace

void FileContents::begin_file() {
  records_.clear();
  rejected_.clear();
}

void FileContents::add(const PreparedArticle& prepared) {
  records_.insert(hash_of_record(prepared.article.path, prepared.article.key, prepared.facts.bytes_hash));
}

bool FileContents::has(const StoredAddress& address) const {
  return records_.contains(hash_of_record(address.address.path, address.address.key, address.facts.bytes_hash));
}

Result<std::vector<StoredAddress>> FileContents::gone_addresses(const Catalog& catalog, const FileEnd& end) const {
  auto addresses = catalog.addresses_of_path(end.path);
  if (addresses) {
    std::erase_if(*addresses, [&](const StoredAddress& each) { return has(each) || may_be_there(end, each.address); });
  }
  return addresses;
}

// Where it stood could not be read this time, or the file tells only of what is new.
bool FileContents::may_be_there(const FileEnd& end, const ArticleAddress& address) const {
  const auto was_in = [&](std::string_view stream) { return is_in_stream(address.path, stream); };
  return rejected_.contains({address.path, address.record}) ||
         std::any_of(rejected_.begin(), rejected_.end(),
                     [&](const auto& each) { return each.second == 0 && was_in(each.first); }) ||
         std::any_of(end.kept_streams.begin(), end.kept_streams.end(), was_in);
}

Result<std::vector<GoneFile>> gone_files(const Catalog& catalog, const std::vector<std::string>& roots) {
  std::vector<GoneFile> gone;
  for (const std::string& root : roots) {
    if (root == "-") continue;
    const auto paths = catalog.known_paths(absolute_root(root));
    if (!paths) return paths.error();
    for (const std::string& path : *paths) {
      std::error_code ignored;
      if (fs::exists(fs::symlink_status(file_of_path(path), ignored))) continue;
      auto addresses = catalog.addresses_of_path(path);
      if (!addresses) return std::move(addresses).error();
      gone.push_back({path, std::move(*addresses)});
    }
  }
  return gone;
}

Result<std::vector<std::string>> told_again(const Catalog& catalog, const std::vector<std::string>& roots,
                                            const std::vector<ListedPath>& listed) {
  const auto rejected = catalog.rejected();
  if (!rejected) return rejected.error();
  std::vector<std::string> paths;
  if (!listed.empty()) paths.push_back(listed.front().list);
  for (const RejectedRecord& each : *rejected) {
    const auto holds = [&](const std::string& root) { return is_below(each.path, absolute_root(root)); };
    std::error_code ignored;
    if (std::any_of(roots.begin(), roots.end(), holds) && fs::is_directory(each.path, ignored)) {
      paths.push_back(each.path);
    }
  }
  return paths;
}

}  // namespace dateline
