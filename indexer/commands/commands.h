// The commands of dateline-index. Each takes checked arguments, writes results to stdout and messages to stderr, and
// gives the exit code.
#pragma once

#include <atomic>

#include "indexer/commands/exit_code.h"
#include "indexer/commands/index_options.h"

namespace dateline {

ExitCode run_add(const IndexArguments& arguments, const std::atomic<bool>& stop);
// The same; nothing is said where nothing was added, changed, removed or rejected.
ExitCode run_add_if_changed(const IndexArguments& arguments, const std::atomic<bool>& stop);
ExitCode run_watch(const IndexArguments& arguments, const std::atomic<bool>& stop);  // until `stop`
ExitCode run_remove(const IndexArguments& arguments);
ExitCode run_status(const IndexArguments& arguments);
ExitCode run_check(const IndexArguments& arguments);
ExitCode run_rebuild(const IndexArguments& arguments);
ExitCode run_compact(const IndexArguments& arguments);
ExitCode run_extract(const IndexArguments& arguments);
ExitCode run_export(const IndexArguments& arguments);
ExitCode run_entities(const IndexArguments& arguments, const std::atomic<bool>& stop);  // all entity commands

ExitCode run_completion(const IndexArguments& arguments);

// The mode that was asked for, else the one of the archive's last add, else both.
EntityMode entity_mode_of(const IndexArguments& arguments, const Catalog& catalog);

// "dateline-index: message" and "hint: …" on stderr.
ExitCode report(const Error& error);

}  // namespace dateline
