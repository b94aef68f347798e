// dateline-index watch: adds, waits until something has changed below the paths, and adds again. Between two runs the
// archive is not held, so that other writers have their turn.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/commands/commands.h"
#include "indexer/formats/feed_list.h"
#include "indexer/watching/folder_watcher.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::chrono::seconds kNextTry{5};  // where another writer holds the archive

// Articles of a path that is gone as a whole stay, also with --prune: a disk that is not mounted has not lost them. A
// list of feeds that cannot be read is perhaps being written.
IndexArguments with_paths_that_are_there(const IndexArguments& arguments) {
  IndexArguments there = arguments;
  std::erase_if(there.operands, [](const std::string& path) {
    std::error_code problem;
    return !std::filesystem::exists(path, problem);
  });
  if (there.follow_feeds && !read_feed_list(*there.follow_feeds)) there.follow_feeds.reset();
  return there;
}

void rest(std::chrono::seconds time, const std::atomic<bool>& stop) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (!stop && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(std::chrono::milliseconds(200));
}

// Adds what is there, again until no other writer is in the way. kDone: go on; another code ends the watch.
ExitCode catch_up(const IndexArguments& arguments, const std::atomic<bool>& stop) {
  while (!stop) {
    const IndexArguments there = with_paths_that_are_there(arguments);
    if (there.operands.empty() && !there.follow_feeds) return ExitCode::kDone;
    const ExitCode code = run_add_if_changed(there, stop);
    if (code == ExitCode::kRejected || stop) return ExitCode::kDone;
    if (code != ExitCode::kLocked) return code;
    rest(kNextTry, stop);
  }
  return ExitCode::kDone;
}

Result<void> check_paths(const IndexArguments& arguments) {
  for (const std::string& path : arguments.operands) {
    std::error_code problem;
    if (path == "-") {
      return Error{.code = ErrorCode::kUsage,
                   .message = "standard input cannot be watched",
                   .hint = "to read it once: dateline-index add -"};
    }
    if (!std::filesystem::exists(path, problem)) {
      return Error{.code = ErrorCode::kUsage, .message = concat({"there is no '", path, "'"}), .hint = {}};
    }
  }
  return {};
}

// What is watched: the paths, and what the list of feeds names now.
Result<std::vector<std::string>> watched_roots(const IndexArguments& arguments) {
  std::vector<std::string> roots = arguments.operands;
  if (!arguments.follow_feeds) return roots;
  auto list = read_feed_list(*arguments.follow_feeds);
  if (!list) return std::move(list).error();
  roots.insert(roots.end(), list->places.begin(), list->places.end());
  return roots;
}

}  // namespace

ExitCode run_watch(const IndexArguments& arguments, const std::atomic<bool>& stop) {
  if (auto checked = check_paths(arguments); !checked) return report(checked.error());
  auto roots = watched_roots(arguments);
  if (!roots) return report(roots.error());
  auto watcher = FolderWatcher::open(*roots, choose_archive(arguments.db).folder, {});
  if (!watcher) return report(watcher.error());
  bool warned = false;
  do {
    // A list that cannot be read at the moment, as one that is being written, is watched as it was.
    if (roots = watched_roots(arguments); roots) watcher->set_roots(std::move(*roots));
    watcher->watch_new_folders();
    if (!watcher->watches_all() && !warned) {
      warned = true;
      std::cerr << "dateline-index: the system does not watch so many folders: all are looked at once a minute\n"
                   "hint: raise fs.inotify.max_user_watches\n";
    }
    const ExitCode code = catch_up(arguments, stop);
    if (code != ExitCode::kDone) return code;
  } while (watcher->wait(stop));
  return ExitCode::kDone;
}

}  // namespace dateline
