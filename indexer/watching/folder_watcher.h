// Says when something has changed below folders and files, by inotify(7). What has changed it does not say: whoever
// waits looks at all of it again, and so renames, deleted folders and an overflow of the kernel's queue lose nothing.
// Knows no formats and no archive.
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "shared/base/result.h"

namespace dateline {

struct WatchTimes {
  std::chrono::milliseconds settle{1000};       // without a change, before it is looked at
  std::chrono::milliseconds longest{30'000};    // that changes are waited for where they never settle
  std::chrono::milliseconds unwatched{60'000};  // between looks where not every folder can be watched
};

// One thread.
class FolderWatcher {
 public:
  // `except`: a folder of which changes say nothing, such as the archive's; "" for none.
  static Result<FolderWatcher> open(std::vector<std::string> roots, std::string except, const WatchTimes& times);
  FolderWatcher(FolderWatcher&&) noexcept;
  FolderWatcher& operator=(FolderWatcher&&) = delete;
  FolderWatcher(const FolderWatcher&) = delete;
  ~FolderWatcher();

  void set_roots(std::vector<std::string> roots);  // other ones than before, from the next watch_new_folders() on
  // Watches the roots and all folders below them, also those that have come since; of a root that is gone, the folder
  // that it was in. Call it before each look at the files: what changes behind it is told.
  void watch_new_folders();
  // False where the system refused to watch some folder (fs.inotify.max_user_watches): wait() then ends now and then.
  [[nodiscard]] bool watches_all() const { return watches_all_; }
  // Waits until something has changed and has settled; true. False: `stop` was set.
  bool wait(const std::atomic<bool>& stop);

 private:
  FolderWatcher(int file, std::vector<std::string> roots, std::string except, const WatchTimes& times);
  void watch(const std::string& folder);
  void watch_below(const std::string& folder, std::unordered_set<std::string>& seen);
  void watch_parent_of(const std::string& root);
  // Takes what the kernel has told; whether some of it counts.
  bool take_events();
  [[nodiscard]] bool counts(int watch, std::string_view name) const;

  int file_ = -1;
  std::vector<std::string> roots_;
  std::string except_;
  WatchTimes times_;
  bool watches_all_ = true;
  std::unordered_set<int> whole_;                              // watches of which every change counts
  std::unordered_map<int, std::vector<std::string>> parents_;  // of other ones: the names of the roots in it
};

}  // namespace dateline
