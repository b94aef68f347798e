// dateline-index entities …: the commands that write. Each is checked as a plan first, then written in one transaction.
#include <iostream>
#include <utility>

#include "indexer/commands/commands.h"
#include "indexer/commands/entity_commands.h"
#include "indexer/corrections/entity_list.h"
#include "indexer/corrections/journal_file.h"
#include "indexer/corrections/plan.h"
#include "indexer/ingest/archive_writer.h"
#include "indexer/ingest/reapply.h"
#include "shared/base/files.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

std::vector<AskedName> asked_names(const IndexArguments& arguments) {
  std::vector<AskedName> names;
  for (const std::string& text : arguments.operands) names.push_back(asked_name(text, arguments.kind));
  return names;
}

Plan plan_of(const IndexArguments& arguments, const Catalog& catalog) {
  const auto names = asked_names(arguments);
  const auto other = [&](const std::string& text) { return asked_name(text, arguments.kind); };
  switch (arguments.command) {
    case IndexCommand::kEntitiesMerge:
      return plan_merge(catalog, names, other(*arguments.into));
    case IndexCommand::kEntitiesSplit:
      if (arguments.as) return plan_split_articles(catalog, names.front(), arguments.articles, other(*arguments.as));
      return plan_split(catalog, names.front(), arguments.from ? std::optional(other(*arguments.from)) : std::nullopt);
    case IndexCommand::kEntitiesRename:
      return plan_rename(catalog, names.front(), arguments.operands[1]);
    case IndexCommand::kEntitiesReject:
      return plan_reject(catalog, names, arguments.undo);
    case IndexCommand::kEntitiesPin:
      return plan_pin(catalog, {std::nullopt, names.front().name}, *arguments.kind, arguments.undo);
    default:
      return plan_alias(catalog, names.front(), std::span(arguments.operands).subspan(1));
  }
}

Result<void> write_corrections(Catalog& catalog, const std::vector<Correction>& corrections) {
  if (auto begun = catalog.begin(); !begun) return begun;
  if (auto added = catalog.add_corrections(corrections); !added) return added;
  return catalog.commit();
}

// Who was taken for whom by the evidence of articles is asked again where a person said that two are not the same.
Result<void> resolve_split(ArchiveWriter& archive, const std::vector<Correction>& corrections) {
  TouchedNames touched;
  const auto touch = [&](const EntityName& name) -> Result<void> {
    const std::string key = facet_key(name.name);
    const auto facet = archive.catalog.facet_of_key(name.kind, key);
    if (!facet) return facet.error();
    if (*facet != 0 && static_cast<std::size_t>(name.kind) < kEntityKinds) touched.emplace(*facet, key);
    return {};
  };
  for (const Correction& correction : corrections) {
    if (correction.from.empty()) continue;
    if (auto done = touch(correction.entity); !done) return done;
    for (const EntityName& other : correction.from) {
      if (auto done = touch(other); !done) return done;
    }
  }
  return touched.empty() ? Result<void>() : resolve_again(archive, std::move(touched));
}

// Articles in which somebody else is meant from now on; those that are not there will be corrected as they come.
Result<void> index_corrected(ArchiveWriter& archive, const IndexArguments& arguments,
                             const std::vector<Correction>& corrections) {
  std::vector<ArticleId> articles;
  for (const Correction& correction : corrections) {
    for (const std::string& key : correction.articles) {
      const auto known = archive.catalog.find_article(key);
      if (!known) return known.error();
      if (*known) articles.push_back((*known)->article);
    }
  }
  if (articles.empty()) return resolve_split(archive, corrections);
  const auto applied =
      reapply_to(archive, std::move(articles), {.entities = entity_mode_of(arguments, archive.catalog), .threads = 1});
  return applied ? Result<void>() : applied.error();
}

ExitCode run_correction(const IndexArguments& arguments) {
  auto archive = open_archive_for_writing(choose_archive(arguments.db), {});
  if (!archive) return report(archive.error());
  const auto plan = plan_of(arguments, archive->catalog);
  if (!plan) return report_entity_error(plan.error());
  if (auto written = write_corrections(archive->catalog, *plan); !written) return report(written.error());
  if (auto indexed = index_corrected(*archive, arguments, *plan); !indexed) return report(indexed.error());
  for (const Correction& correction : *plan) {
    if (!arguments.quiet) std::cerr << describe(correction) << "\n";
  }
  return ExitCode::kDone;
}

// A file that cannot be understood is wrong usage, not a rejected article.
ExitCode report_file_error(const std::string& path, Error error) {
  if (error.code == ErrorCode::kUnreadable) {
    error.code = ErrorCode::kUsage;
    error.message = concat({path == "-" ? "standard input" : path, ": ", error.message, "; nothing was taken over"});
  }
  return report(error);
}

Result<std::string> read_input(const std::string& path) {
  if (path != "-") return read_whole_file(path);
  return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

ExitCode run_import(const IndexArguments& arguments) {
  const std::string& path = arguments.operands.front();
  auto bytes = read_input(path);
  if (!bytes) return report(bytes.error());
  auto given = parse_journal(*bytes);
  if (!given) return report_file_error(path, given.error());
  auto archive = open_archive_for_writing(choose_archive(arguments.db), {});
  if (!archive) return report(archive.error());
  const auto journal = archive->catalog.corrections();
  if (!journal) return report(journal.error());
  const std::size_t count = given->size();
  const auto missing = new_corrections(*journal, std::move(*given));
  if (auto written = write_corrections(archive->catalog, missing); !written) return report(written.error());
  if (auto indexed = index_corrected(*archive, arguments, missing); !indexed) return report(indexed.error());
  if (!arguments.quiet) {
    std::cerr << plural(missing.size(), "correction") << " taken over, " << with_thousands(count - missing.size())
              << " known already\n";
  }
  return ExitCode::kDone;
}

ExitCode run_import_list(const IndexArguments& arguments) {
  const std::string& path = arguments.operands.front();
  auto bytes = read_input(path);
  if (!bytes) return report(bytes.error());
  const auto list = parse_entity_list(*bytes);
  if (!list) return report_file_error(path, list.error());
  auto archive = open_archive_for_writing(choose_archive(arguments.db), {});
  if (!archive) return report(archive.error());
  if (auto begun = archive->catalog.begin(); !begun) return report(begun.error());
  if (auto put = archive->catalog.put_listed_entities(*list, arguments.replace); !put) return report(put.error());
  if (auto committed = archive->catalog.commit(); !committed) return report(committed.error());
  if (!arguments.quiet) {
    std::cerr << (list->size() == 1 ? std::string("1 entity") : concat({with_thousands(list->size()), " entities"}))
              << " taken over; to look for them in what is indexed: dateline-index entities apply\n";
  }
  return ExitCode::kDone;
}

}  // namespace

ExitCode report_entity_error(const Error& error) {
  const ExitCode code = report(error);
  return error.code == ErrorCode::kNotFound ? ExitCode::kNothing : code;
}

ExitCode run_entities(const IndexArguments& arguments, const std::atomic<bool>& stop) {
  switch (arguments.command) {
    case IndexCommand::kEntitiesList:
      return arguments.known ? run_entities_known(arguments) : run_entities_list(arguments);
    case IndexCommand::kEntitiesShow:
      return run_entities_show(arguments);
    case IndexCommand::kEntitiesLog:
      return run_entities_log(arguments);
    case IndexCommand::kEntitiesExport:
      return run_entities_export(arguments);
    case IndexCommand::kEntitiesImport:
      return run_import(arguments);
    case IndexCommand::kEntitiesImportList:
      return run_import_list(arguments);
    case IndexCommand::kEntitiesApply:
      return run_entities_apply(arguments, stop);
    default:
      return run_correction(arguments);
  }
}

}  // namespace dateline
