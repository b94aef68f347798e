// Command line → checked arguments. The only place that knows the library which splits options from arguments.
#pragma once

#include <string>
#include <vector>

#include "query/cli/arguments.h"

namespace dateline::cli {

// `words` is argv without the program's name. Errors are DATELINE_USAGE with a hint.
//  - Options are long (`--limit 5`, `--limit=5`); `-h` and `-0` (--null) are the only short ones. A word with one dash
//  belongs to the query,
//    so that `dateline search gaza -hamas` excludes; `--` ends the options.
//  - --db, --color, --json, --no-pager, --help and --version may stand before the command.
//  - What remains is the query, joined by spaces.
api::Result<Arguments> parse_command_line(const std::vector<std::string>& words);

}  // namespace dateline::cli
