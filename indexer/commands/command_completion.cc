// dateline-index completion: the script for a shell, and what that script asks for.
#include <iostream>

#include "indexer/commands/commands.h"
#include "shared/command_line/completion.h"
#include "shared/command_line/completion_script.h"

namespace dateline {

ExitCode run_completion(const IndexArguments& arguments) {
  const std::vector<std::string>& words = arguments.operands;
  if (words.front() == "candidates" && words.size() > 1) {
    const command_line::Completion completion = complete_line(description(), {words.begin() + 1, words.end()});
    std::cout << to_lines(completion);
    return ExitCode::kDone;
  }
  const std::string script = command_line::completion_script("dateline-index", words.front());
  if (words.size() > 1 || script.empty()) {
    return report({.code = ErrorCode::kUsage,
                   .message = "'completion' needs the name of a shell: bash, zsh or fish",
                   .hint = "for example: source <(dateline-index completion bash)"});
  }
  std::cout << script;
  return ExitCode::kDone;
}

}  // namespace dateline
