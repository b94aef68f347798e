// The commands that there are, each defined in its own file. A new one is added here and in command_table.cc.
#pragma once

#include "query/cli/command.h"

namespace dateline::cli {

extern const CommandInfo kSearchCommand, kFacetsCommand, kShowCommand, kEntityCommand, kMentionsCommand,
    kExplainCommand, kSimilarCommand, kTimelineCommand, kCompareCommand, kTrendsCommand, kBatchCommand, kSaveCommand,
    kSavedCommand, kRunCommand, kForgetCommand, kAlertsCommand, kCompleteCommand, kCompletionCommand, kPromptCommand,
    kVersionCommand, kHelpCommand;

}  // namespace dateline::cli
