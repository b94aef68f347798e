// dateline-index entities apply, and what other entity commands need of it.
#include <unistd.h>

#include <chrono>
#include <iostream>

#include "indexer/commands/entity_commands.h"
#include "indexer/ingest/reapply.h"
#include "shared/base/json_writer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr auto kDrawEvery = std::chrono::milliseconds(200);

std::string report_json(const IngestReport& report) {
  JsonWriter json;
  json.begin_object().field("format_version", 1).field("changed", report.counts.changed);
  json.field("unchanged", report.counts.unchanged).field("interrupted", report.interrupted).end_object();
  return std::move(json).text();
}

}  // namespace

ExitCode run_entities_apply(const IndexArguments& arguments, const std::atomic<bool>& stop) {
  auto archive = open_archive_for_writing(choose_archive(arguments.db), {});
  if (!archive) return report(archive.error());
  const bool terminal = isatty(STDERR_FILENO) != 0;
  const bool shown =
      !arguments.quiet && (arguments.progress == When::kAlways || (arguments.progress == When::kAuto && terminal));
  auto drawn = std::chrono::steady_clock::time_point();
  const auto draw = [&](const IngestCounts& counts, std::uint64_t articles) {
    const auto now = std::chrono::steady_clock::now();
    if (!shown || now - drawn < kDrawEvery) return;
    drawn = now;
    std::cerr << "\r\x1b[K" << with_thousands(counts.changed + counts.unchanged) << " of "
              << plural(articles, "article") << " · " << with_thousands(counts.changed) << " changed" << std::flush;
  };
  const auto applied = reapply_entities(*archive, {.entities = entity_mode_of(arguments, archive->catalog),
                                                   .threads = arguments.jobs,
                                                   .stop = &stop,
                                                   .on_progress = draw});
  if (drawn != std::chrono::steady_clock::time_point()) std::cerr << "\r\x1b[K" << std::flush;
  if (!applied) return report(applied.error());
  if (arguments.json) std::cout << report_json(*applied) << "\n";
  if (!arguments.quiet) {
    std::cerr << plural(applied->counts.changed, "article") << " changed, " << with_thousands(applied->counts.unchanged)
              << " unchanged" << (applied->interrupted ? "; interrupted: run the same command again to go on" : "")
              << "\n";
  }
  return applied->interrupted ? static_cast<ExitCode>(130) : ExitCode::kDone;
}

}  // namespace dateline
