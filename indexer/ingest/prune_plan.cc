// Compares what was read with what the catalog has.
#include "indexer/ingest/prune_plan.h"

#include <algorithm>
#include <filesystem>

#include "indexer/formats/read_articles.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string absolute_root(const std::string& root) {
  std::error_code ignored;
  return fs::absolute(root, ignored).lexically_normal().string();
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
  keys_.clear();
  rejected_.clear();
}

Result<std::vector<std::string>> FileContents::gone_articles(const Catalog& catalog, const FileEnd& end) const {
  auto keys = catalog.keys_of_path(end.path);
  if (!keys) return keys;
  std::vector<std::string> gone;
  for (std::string& key : *keys) {
    if (keys_.contains(key)) continue;
    const auto stays = may_be_there(catalog, end, key);
    if (!stays) return stays.error();
    if (!*stays) gone.push_back(std::move(key));
  }
  return gone;
}

// Where it stood could not be read this time, or the file tells only of what is new.
Result<bool> FileContents::may_be_there(const Catalog& catalog, const FileEnd& end, const std::string& key) const {
  if (rejected_.empty() && end.kept_streams.empty()) return false;
  const auto known = catalog.find_article(key);
  if (!known) return known.error();
  if (!*known) return false;
  const auto stored = catalog.load_article((*known)->article);
  if (!stored) return stored.error();
  if (!*stored) return false;
  const Article& article = (*stored)->article;
  const auto was_in = [&](std::string_view stream) { return is_in_stream(article.path, stream); };
  return rejected_.contains({article.path, article.record}) ||
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
      auto keys = catalog.keys_of_path(path);
      if (!keys) return std::move(keys).error();
      gone.push_back({path, std::move(*keys)});
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
