// dateline-index remove, check, rebuild and compact.
#include <algorithm>
#include <iostream>
#include <thread>

#include "indexer/commands/commands.h"
#include "indexer/formats/read_articles.h"
#include "indexer/ingest/index_applier.h"
#include "indexer/maintenance/check.h"
#include "indexer/stories/settle_stories.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// All addresses of this key; the article with its last one.
Result<bool> remove_one(ArchiveWriter& archive, IndexApplier& applier, const std::string& key, std::uint64_t& ended) {
  const auto addresses = archive.catalog.addresses_of_key(key);
  if (!addresses) return addresses.error();
  if (addresses->empty()) return archive.catalog.remove_given_addresses(key);
  for (const StoredAddress& address : *addresses) {
    // The file must be read again if it is added again, or the article could not come back.
    if (auto forgotten = archive.catalog.forget_file(file_of_path(address.address.path)); !forgotten)
      return std::move(forgotten).error();
    const auto has_others = archive.catalog.remove_address(address);
    if (!has_others) return has_others;
    if (*has_others) continue;
    if (auto removed = archive.catalog.remove_article(address.article); !removed) return std::move(removed).error();
    if (auto applied = applier.remove(address.article); !applied) return std::move(applied).error();
    ++ended;
  }
  return true;
}

}  // namespace

ExitCode run_remove(const IndexArguments& arguments) {
  auto archive = open_archive_for_writing(choose_archive(arguments.db), {});
  if (!archive) return report(archive.error());
  auto applier = IndexApplier::open(*archive, 1);
  if (!applier) return report(applier.error());
  if (auto begun = archive->catalog.begin(); !begun) return report(begun.error());
  std::uint64_t removed = 0, ended = 0;
  for (const std::string& key : arguments.operands) {
    const auto done = remove_one(*archive, *applier, key, ended);
    if (!done) return report(done.error());
    if (!*done) std::cerr << "dateline-index: there is no article '" << key << "'\n";
    removed += *done ? 1 : 0;
  }
  // What is left of their stories: in the same transaction.
  auto stories = make_story_finder(*archive);
  if (!stories) return report(stories.error());
  const auto settled = settle_stories(archive->catalog, *stories);
  if (!settled) return report(settled.error());
  if (auto committed = archive->catalog.commit(); !committed) return report(committed.error());
  const auto seq = archive->catalog.last_seq();
  if (!seq) return report(seq.error());
  if (auto put = applier->put_stored(*settled, 1, *seq); !put) return report(put.error());
  if (!arguments.quiet) {
    std::cerr << plural(ended, "article") << " removed";
    if (removed > ended) {
      std::cerr << "; other ids keep " << plural(removed - ended, "article") << " in the archive";
    }
    std::cerr << "\n";
  }
  return removed == arguments.operands.size() ? ExitCode::kDone : ExitCode::kNothing;
}

ExitCode run_check(const IndexArguments& arguments) {
  const auto archive = open_archive_for_writing(choose_archive(arguments.db), {});
  if (!archive) return report(archive.error());
  const auto checked = check_archive(*archive);
  if (!checked) return report(checked.error());
  for (const std::string& problem : checked->problems) std::cout << problem << "\n";
  if (!checked->problems.empty()) {
    std::cerr
        << "hint: run: dateline-index rebuild (the articles are safe in catalog.sqlite3, unless it is named above)\n";
    return ExitCode::kArchive;
  }
  if (!arguments.quiet) std::cerr << plural(checked->articles, "article") << " checked, no problems\n";
  return ExitCode::kDone;
}

ExitCode run_rebuild(const IndexArguments& arguments) {
  auto archive = open_archive_for_writing(choose_archive(arguments.db),
                                          {.language = arguments.language, .accept_other_analysis = true});
  if (!archive) return report(archive.error());
  const unsigned threads = arguments.jobs != 0 ? arguments.jobs : std::max(1U, std::thread::hardware_concurrency());
  if (auto rebuilt = rebuild_index(*archive, threads); !rebuilt) return report(rebuilt.error());
  const auto counts = archive->catalog.counts();
  if (!counts) return report(counts.error());
  if (!arguments.quiet) std::cerr << "index rebuilt from " << plural(counts->articles, "article") << "\n";
  return ExitCode::kDone;
}

ExitCode run_compact(const IndexArguments& arguments) {
  auto archive = open_archive_for_writing(choose_archive(arguments.db), {});
  if (!archive) return report(archive.error());
  if (auto caught_up = IndexApplier::open(*archive, std::max(1U, std::thread::hardware_concurrency())); !caught_up) {
    return report(caught_up.error());
  }
  const auto seq = archive->catalog.last_seq();
  if (!seq) return report(seq.error());
  // A bulk generation to which nothing is added is a copy of what is alive.
  auto writer = IndexWriter::open(archive->paths, IndexMode::kBulk, archive->catalog.archive_uuid(), archive->analysis);
  if (!writer) return report(writer.error());
  if (auto committed = writer->commit(*seq); !committed) return report(committed.error());
  if (!arguments.quiet) std::cerr << "compacted\n";
  return ExitCode::kDone;
}

}  // namespace dateline
