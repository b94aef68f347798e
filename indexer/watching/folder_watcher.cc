// A watch for each folder; events only end the waiting.
#include "indexer/watching/folder_watcher.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "shared/base/strings.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kChanges = IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE |
                                   IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB;

constexpr std::chrono::milliseconds kTick{500};  // how soon a wait sees that it is to stop

bool is_hidden(std::string_view name) {
  return name.starts_with('.');
}

}  // namespace

Result<FolderWatcher> FolderWatcher::open(std::vector<std::string> roots, std::string except, const WatchTimes& times) {
  const int file = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (file < 0) {
    return Error{.code = ErrorCode::kIo,
                 .message = concat({"folders cannot be watched: ", std::strerror(errno)}),
                 .hint = "run 'dateline-index add' by a timer instead"};
  }
  return FolderWatcher(file, std::move(roots), std::move(except), times);
}

FolderWatcher::FolderWatcher(int file, std::vector<std::string> roots, std::string except, const WatchTimes& times)
    : file_(file), except_(std::move(except)), times_(times) {
  set_roots(std::move(roots));
  std::error_code problem;  // of a folder that is not there yet: its name as it was given
  if (!except_.empty()) except_ = fs::weakly_canonical(except_, problem).string();
}

FolderWatcher::FolderWatcher(FolderWatcher&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      roots_(std::move(other.roots_)),
      except_(std::move(other.except_)),
      times_(other.times_),
      watches_all_(other.watches_all_),
      whole_(std::move(other.whole_)),
      parents_(std::move(other.parents_)) {}

FolderWatcher::~FolderWatcher() {
  if (file_ >= 0) close(file_);
}

void FolderWatcher::set_roots(std::vector<std::string> roots) {
  roots_ = std::move(roots);
  std::error_code problem;
  for (std::string& root : roots_) {
    const fs::path whole = fs::absolute(root, problem).lexically_normal();
    root = whole.has_filename() ? whole.string() : whole.parent_path().string();
  }
}

void FolderWatcher::watch_new_folders() {
  watches_all_ = true;
  whole_.clear();
  parents_.clear();
  std::error_code problem;
  std::unordered_set<std::string> seen;
  for (const std::string& root : roots_) {
    watch_parent_of(root);
    if (fs::is_directory(root, problem)) watch_below(root, seen);
  }
}

// Adding the watch of a folder that has one changes nothing. What is gone, or may not be read, has nothing to tell.
void FolderWatcher::watch(const std::string& folder) {
  const int watch = inotify_add_watch(file_, folder.c_str(), kChanges | IN_ONLYDIR);
  if (watch >= 0) {
    whole_.insert(watch);
  } else if (errno == ENOSPC || errno == ENOMEM) {
    watches_all_ = false;
  }
}

// Links to folders are followed, as the walk over the files does; each folder once.
void FolderWatcher::watch_below(const std::string& folder, std::unordered_set<std::string>& seen) {
  std::error_code problem;
  const std::string real = fs::weakly_canonical(folder, problem).string();
  if (real == except_ || !seen.insert(real).second) return;
  watch(folder);
  std::vector<std::string> inner;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    std::error_code unknown;
    if (!is_hidden(at->path().filename().string()) && at->is_directory(unknown)) inner.push_back(at->path().string());
  }
  for (const std::string& one : inner) watch_below(one, seen);
}

// The nearest folder above that is there tells when the root, or what is missing on the way to it, comes.
void FolderWatcher::watch_parent_of(const std::string& root) {
  fs::path below = root;
  std::error_code problem;
  while (below.has_relative_path()) {
    const fs::path above = below.parent_path();
    if (fs::is_directory(above, problem)) {
      const int watch = inotify_add_watch(file_, above.c_str(), kChanges | IN_ONLYDIR);
      if (watch >= 0) parents_[watch].push_back(below.filename().string());
      return;
    }
    below = above;
  }
}

// Of a folder that is watched for a root in it, only that root.
bool FolderWatcher::counts(int watch, std::string_view name) const {
  if (whole_.contains(watch)) return !is_hidden(name);
  const auto parent = parents_.find(watch);
  return parent != parents_.end() &&
         std::find(parent->second.begin(), parent->second.end(), name) != parent->second.end();
}

bool FolderWatcher::take_events() {
  alignas(inotify_event) std::array<char, 16'384> buffer{};
  bool counted = false;
  while (true) {
    const ssize_t got = read(file_, buffer.data(), buffer.size());
    if (got <= 0) return counted;
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(got);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof(event));
      const char* name = event.len == 0 ? "" : buffer.data() + at + sizeof(event);
      const bool lost = (event.mask & IN_Q_OVERFLOW) != 0;
      if (lost || ((event.mask & IN_IGNORED) == 0 && counts(event.wd, name))) counted = true;
      at += sizeof(event) + event.len;
    }
  }
}

bool FolderWatcher::wait(const std::atomic<bool>& stop) {
  const Clock::time_point began = Clock::now();
  Clock::time_point first{}, last{};  // of the changes
  bool changed = false;
  while (!stop) {
    pollfd input{file_, POLLIN, 0};
    const std::chrono::milliseconds patience = changed ? std::min(kTick, times_.settle) : kTick;
    poll(&input, 1, static_cast<int>(patience.count()));
    const Clock::time_point now = Clock::now();
    if (take_events()) {
      if (!changed) first = now;
      changed = true;
      last = now;
    }
    if (changed && (now - last >= times_.settle || now - first >= times_.longest)) return true;
    if (!watches_all_ && now - began >= times_.unwatched) return true;
  }
  return false;
}

}  // namespace dateline
