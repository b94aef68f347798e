// dateline-index add: runs the ingest loop and tells how it goes.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "indexer/commands/commands.h"
#include "indexer/commands/progress_line.h"
#include "indexer/commands/tell_alerts.h"
#include "indexer/formats/feed_list.h"
#include "indexer/ingest/ingest.h"
#include "indexer/ingest/preview.h"
#include "shared/base/json_writer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::uint64_t kRejectionsShown = 20;
constexpr int kInterrupted = 130;  // what shells expect after Ctrl-C

std::string place_of(const Rejection& rejection) {
  return rejection.record == 0 ? rejection.path : concat({rejection.path, ":", std::to_string(rejection.record)});
}

bool has_changed(const IngestCounts& counts) {
  return counts.added + counts.changed + counts.copies + counts.pruned + counts.rejected > 0;
}

// Counts the files and bytes that a run will read, while it reads them.
class Survey {
 public:
  Survey(const IngestOptions& options, bool wanted) {
    const auto& paths = options.paths;
    if (!wanted || std::find(paths.begin(), paths.end(), "-") != paths.end()) return;
    thread_ = std::thread([this, paths, listed = options.listed] {
      const InputSink count{.file =
                                [this](const InputFile& file) {
                                  ++files_;
                                  bytes_ += file.size;
                                  return !stop_;
                                },
                            .rejection = [this](Rejection&&) { return !stop_; }};
      if (!walk_inputs(paths, count)) return;
      walk_listed(listed, count);
      done_ = true;
    });
  }
  Survey(const Survey&) = delete;
  Survey& operator=(const Survey&) = delete;
  ~Survey() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
  }
  [[nodiscard]] std::optional<Workload> whole() const {
    return done_ ? std::optional(Workload{.files = files_, .bytes = bytes_}) : std::nullopt;
  }

 private:
  std::atomic<std::uint64_t> files_ = 0, bytes_ = 0;
  std::atomic<bool> done_ = false, stop_ = false;
  std::thread thread_;
};

std::string summary(const IngestReport& report, bool dry_run) {
  const IngestCounts& counts = report.counts;
  std::string out =
      concat({plural(counts.added, "article"), dry_run ? " would be added, " : " added, ",
              with_thousands(counts.changed), " changed, ", with_thousands(counts.unchanged), " unchanged"});
  if (counts.copies > 0) out += concat({", ", with_thousands(counts.copies), counts.copies == 1 ? " copy" : " copies"});
  if (counts.files_unchanged > 0) out += concat({", ", plural(counts.files_unchanged, "file"), " untouched"});
  if (counts.pruned > 0) out += concat({", ", with_thousands(counts.pruned), " removed"});
  if (counts.rejected > 0) out += concat({", ", with_thousands(counts.rejected), " rejected"});
  if (report.limit_reached) out += "; stopped at the limit: the next run goes on";
  if (report.interrupted) out += "; interrupted: run the same command again to go on";
  return out;
}

std::string report_json(const IngestReport& report, bool dry_run) {
  JsonWriter json;
  const IngestCounts& counts = report.counts;
  json.begin_object().field("format_version", 1).field("dry_run", dry_run);
  json.field("added", counts.added).field("changed", counts.changed);
  json.field("unchanged", counts.unchanged).field("copies", counts.copies);
  json.field("rejected", counts.rejected).field("removed", counts.pruned);
  json.field("files", counts.files).field("files_untouched", counts.files_unchanged).field("bytes", counts.bytes);
  json.field("limit_reached", report.limit_reached).field("interrupted", report.interrupted).end_object();
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

Result<IngestOptions> ingest_options(const IndexArguments& arguments, const std::atomic<bool>& stop) {
  IngestOptions options{.paths = arguments.operands,
                        .fields = arguments.fields,
                        .prune = arguments.prune,
                        .limit = arguments.most_articles,
                        .threads = arguments.jobs,
                        .stop = &stop};
  if (!arguments.follow_feeds) return options;
  auto list = read_feed_list(*arguments.follow_feeds);
  if (!list) return std::move(list).error();
  options.listed = std::move(list->files);
  return options;
}

void tell_planned(const PlannedChange& planned) {
  constexpr std::string_view kVerbs[] = {"add", "change", "remove"};
  std::cout << kVerbs[static_cast<std::size_t>(planned.action)] << " ";
  if (planned.action == PlannedAction::kRemove) {
    std::cout << planned.key << "\n";
    return;
  }
  std::cout << planned.path;
  if (planned.record != 0) std::cout << ":" << planned.record;
  std::cout << "  " << planned.title << "\n";
}

// Runs it with a line of progress and the rejections on stderr.
Result<IngestReport> run_ingest(const IndexArguments& arguments, IngestOptions& options,
                                const std::function<Result<IngestReport>()>& run) {
  const bool terminal = isatty(STDERR_FILENO) != 0;
  const bool draws = !arguments.quiet && (arguments.progress == When::kAlways ||
                                          (arguments.progress == When::kAuto && terminal && !arguments.dry_run));
  ProgressLine line(draws);
  ReadProgress progress;
  const Survey survey(options, draws);
  std::uint64_t shown = 0;
  options.progress = &progress;
  options.on_progress = [&](const IngestCounts& counts) { line.show(counts, progress, survey.whole()); };
  options.on_rejection = [&](const Rejection& rejection) {
    if (++shown > kRejectionsShown) return;
    line.clear();
    std::cerr << "rejected " << place_of(rejection) << ": " << rejection.error.message << "\n";
  };
  auto report = run();
  line.clear();
  if (shown > kRejectionsShown) {
    std::cerr << "… and " << with_thousands(shown - kRejectionsShown) << " more"
              << (arguments.dry_run ? "\n" : "; see: dateline-index status --rejected\n");
  }
  return report;
}

ExitCode preview(const IndexArguments& arguments, const std::atomic<bool>& stop) {
  auto options = ingest_options(arguments, stop);
  if (!options) return report(options.error());
  options->entities = arguments.entities.value_or(EntityMode::kBoth);
  const bool lists = !arguments.quiet && !arguments.json;
  const auto tell = [&](const PlannedChange& planned) {
    if (lists) tell_planned(planned);
  };
  const auto previewed =
      run_ingest(arguments, *options, [&] { return preview_ingest(choose_archive(arguments.db), *options, tell); });
  std::cout.flush();
  if (!previewed) return report(previewed.error());
  if (arguments.json) std::cout << report_json(*previewed, true) << std::endl;
  if (!arguments.quiet) std::cerr << summary(*previewed, true) << "; nothing was written\n";
  if (previewed->interrupted) return static_cast<ExitCode>(kInterrupted);
  return previewed->counts.rejected > 0 ? ExitCode::kRejected : ExitCode::kDone;
}

ExitCode add(const IndexArguments& arguments, const std::atomic<bool>& stop, bool says_nothing) {
  auto options = ingest_options(arguments, stop);
  if (!options) return report(options.error());
  const ArchivePaths paths = choose_archive(arguments.db);
  auto archive = open_archive_for_writing(paths, {.create = true, .language = arguments.language});
  if (!archive) return report(archive.error());
  options->entities = arguments.entities.value_or(EntityMode::kBoth);
  if (auto remembered = remember_mode(archive->catalog, options->entities); !remembered) {
    return report(remembered.error());
  }
  const auto ingested = run_ingest(arguments, *options, [&] { return ingest(*archive, *options); });
  if (!ingested) return report(ingested.error());
  const bool said = !says_nothing || has_changed(ingested->counts);
  if (said && arguments.json) std::cout << report_json(*ingested, false) << std::endl;  // a watcher's reader waits
  if (said && !arguments.quiet) std::cerr << summary(*ingested, false) << "\n";
  if (ingested->interrupted) return static_cast<ExitCode>(kInterrupted);
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
  return arguments.dry_run ? preview(arguments, stop) : add(arguments, stop, false);
}

ExitCode run_add_if_changed(const IndexArguments& arguments, const std::atomic<bool>& stop) {
  return add(arguments, stop, true);
}

}  // namespace dateline
