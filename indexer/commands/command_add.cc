// dateline-index add: runs the ingest loop and tells how it goes.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <iterator>
#include <string>

#include "indexer/commands/commands.h"
#include "indexer/commands/tell_alerts.h"
#include "indexer/ingest/ingest.h"
#include "shared/base/json_writer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::uint64_t kRejectionsShown = 20;

std::string place_of(const Rejection& rejection) {
  return rejection.record == 0 ? rejection.path : concat({rejection.path, ":", std::to_string(rejection.record)});
}

std::uint64_t articles(const IngestCounts& counts) {
  return counts.added + counts.changed + counts.unchanged + counts.copies;
}

bool has_changed(const IngestCounts& counts) {
  return counts.added + counts.changed + counts.copies + counts.pruned + counts.rejected > 0;
}

// One line on the terminal that is written over, a few times a second.
class ProgressLine {
 public:
  explicit ProgressLine(bool shown) : shown_(shown) {}
  void show(const IngestCounts& counts) {
    const auto now = Clock::now();
    if (!shown_ || now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - began_).count();
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(articles(counts)) / std::max(seconds, 0.001));
    std::cerr << "\r\x1b[K" << plural(counts.files, "file") << " · " << plural(articles(counts), "article") << " · "
              << with_thousands(rate) << "/s"
              << (counts.rejected ? " · " + with_thousands(counts.rejected) + " rejected" : "") << std::flush;
    drawn_ = true;
  }
  void clear() {
    if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    drawn_ = false;
  }

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool drawn_ = false;
  Clock::time_point began_ = Clock::now(), last_ = began_;
};

std::string summary(const IngestReport& report) {
  const IngestCounts& counts = report.counts;
  std::string out = concat({plural(counts.added, "article"), " added, ", with_thousands(counts.changed), " changed, ",
                            with_thousands(counts.unchanged), " unchanged"});
  if (counts.copies > 0) out += concat({", ", with_thousands(counts.copies), counts.copies == 1 ? " copy" : " copies"});
  if (counts.files_unchanged > 0) out += concat({", ", plural(counts.files_unchanged, "file"), " untouched"});
  if (counts.pruned > 0) out += concat({", ", with_thousands(counts.pruned), " removed"});
  if (counts.rejected > 0) out += concat({", ", with_thousands(counts.rejected), " rejected"});
  if (report.interrupted) out += "; interrupted: run the same command again to go on";
  return out;
}

std::string report_json(const IngestReport& report) {
  JsonWriter json;
  const IngestCounts& counts = report.counts;
  json.begin_object().field("format_version", 1).field("added", counts.added).field("changed", counts.changed);
  json.field("unchanged", counts.unchanged)
      .field("copies", counts.copies)
      .field("rejected", counts.rejected)
      .field("removed", counts.pruned);
  json.field("files", counts.files).field("files_untouched", counts.files_unchanged).field("bytes", counts.bytes);
  json.field("interrupted", report.interrupted).end_object();
  return std::move(json).text();
}

constexpr std::string_view kModeMeta = "entities";
constexpr std::string_view kModeNames[] = {"extract", "given", "both"};

Result<void> remember_mode(Catalog& catalog, EntityMode mode) {
  const std::string_view name = kModeNames[static_cast<std::size_t>(mode)];
  const auto known = catalog.meta(kModeMeta);
  if (!known) return known.error();
  if (*known && **known == name) return {};
  auto done = catalog.begin();
  if (done) done = catalog.set_meta(kModeMeta, name);
  return done ? catalog.commit() : done;
}

}  // namespace

EntityMode entity_mode_of(const IndexArguments& arguments, const Catalog& catalog) {
  if (arguments.entities) return *arguments.entities;
  const auto known = catalog.meta(kModeMeta);
  if (!known || !*known) return EntityMode::kBoth;
  const auto* const found = std::find(std::begin(kModeNames), std::end(kModeNames), **known);
  return found == std::end(kModeNames) ? EntityMode::kBoth : static_cast<EntityMode>(found - std::begin(kModeNames));
}

namespace {

ExitCode add(const IndexArguments& arguments, const std::atomic<bool>& stop, bool says_nothing) {
  const ArchivePaths paths = choose_archive(arguments.db);
  auto archive = open_archive_for_writing(paths, {.create = true, .language = arguments.language});
  if (!archive) return report(archive.error());
  const EntityMode mode = arguments.entities.value_or(EntityMode::kBoth);
  if (auto remembered = remember_mode(archive->catalog, mode); !remembered) return report(remembered.error());
  const bool terminal = isatty(STDERR_FILENO) != 0;
  ProgressLine line(!arguments.quiet &&
                    (arguments.progress == When::kAlways || (arguments.progress == When::kAuto && terminal)));
  std::uint64_t shown = 0;
  IngestOptions options{.paths = arguments.operands,
                        .fields = arguments.fields,
                        .entities = mode,
                        .prune = arguments.prune,
                        .threads = arguments.jobs,
                        .stop = &stop};
  options.on_progress = [&](const IngestCounts& counts) { line.show(counts); };
  options.on_rejection = [&](const Rejection& rejection) {
    if (++shown > kRejectionsShown) return;
    line.clear();
    std::cerr << "rejected " << place_of(rejection) << ": " << rejection.error.message << "\n";
  };
  const auto ingested = ingest(*archive, options);
  line.clear();
  if (shown > kRejectionsShown) {
    std::cerr << "… and " << with_thousands(shown - kRejectionsShown)
              << " more; see: dateline-index status --rejected\n";
  }
  if (!ingested) return report(ingested.error());
  const bool said = !says_nothing || has_changed(ingested->counts);
  if (said && arguments.json) std::cout << report_json(*ingested) << std::endl;  // a watcher's reader waits for it
  if (said && !arguments.quiet) std::cerr << summary(*ingested) << "\n";
  if (ingested->interrupted) return static_cast<ExitCode>(130);  // what shells expect after Ctrl-C
  const ExitCode code = ingested->counts.rejected > 0 ? ExitCode::kRejected : ExitCode::kDone;
  if (!arguments.alert) return code;
  std::cout.flush();
  archive = Error{};  // other writers need not wait for the telling
  const auto told = tell_alerts({.folder = paths.folder, .command = *arguments.alert, .json = arguments.json});
  if (!told) return report(told.error());
  return code == ExitCode::kDone ? *told : code;
}

}  // namespace

ExitCode run_add(const IndexArguments& arguments, const std::atomic<bool>& stop) {
  return add(arguments, stop, false);
}

ExitCode run_add_if_changed(const IndexArguments& arguments, const std::atomic<bool>& stop) {
  return add(arguments, stop, true);
}

}  // namespace dateline
