// The parts of `dateline-index entities`: what run_entities chooses from.
#pragma once

#include <atomic>

#include "indexer/commands/commands.h"

namespace dateline {

ExitCode run_entities_list(const IndexArguments& arguments);
ExitCode run_entities_known(const IndexArguments& arguments);  // list --known
ExitCode run_entities_show(const IndexArguments& arguments);
ExitCode run_entities_log(const IndexArguments& arguments);
ExitCode run_entities_export(const IndexArguments& arguments);
ExitCode run_entities_apply(const IndexArguments& arguments, const std::atomic<bool>& stop);

// As report(), but a name that is not there is "nothing found".
ExitCode report_entity_error(const Error& error);

}  // namespace dateline
