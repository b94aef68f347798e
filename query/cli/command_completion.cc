// dateline completion: the script for a shell, and what that script asks for.
#include <dateline_explore.hpp>
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/help.h"
#include "query/cli/usage_errors.h"
#include "shared/command_line/completion.h"
#include "shared/command_line/completion_script.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kShown = 40;

std::optional<api::Error> settle(Draft& draft) {
  const bool script =
      draft.rest.size() == 1 && !command_line::completion_script("dateline", draft.rest.front()).empty();
  const bool asks = draft.rest.size() > 1 && draft.rest.front() == "candidates";
  if (!script && !asks) {
    return usage("'dateline completion' needs the name of a shell: bash, zsh or fish",
                 "for example: source <(dateline completion bash)");
  }
  draft.arguments.words = draft.rest;
  return std::nullopt;
}

// Names are completed behind their field, so that they are of the right kind; an argument can be any name.
void add_from_archive(api::Archive& archive, command_line::Completion& to) {
  const bool names = to.wanted == command_line::Wanted::kNames;
  const std::string field = names && !to.option.empty() ? to.option + ":" : "";
  if (names && to.part.empty()) return;
  const auto found = api::complete(archive, field + to.part, kShown);
  if (!found) return;
  for (const api::Completion row : found->rows()) {
    if (names && row.kind != DATELINE_COMPLETES_NAME) continue;
    const std::string about = row.articles == 0 ? "" : std::to_string(row.articles);
    to.candidates.push_back({to.start + std::string(names ? row.label : row.text), about});
  }
}

// An archive that is not there completes nothing, and says nothing in the middle of a line.
Outcome candidates(const std::vector<std::string>& words) {
  command_line::Completion completion = complete_line(description(), words);
  const bool looked_up =
      completion.wanted == command_line::Wanted::kQuery || completion.wanted == command_line::Wanted::kNames;
  if (looked_up) {
    auto archive = api::Archive::open(command_line::option_value(words, "db"));
    if (archive) add_from_archive(*archive, completion);
  }
  return {ExitCode::kDone, to_lines(completion), {}};
}

Outcome run(const Arguments& arguments, const Screen&) {
  const std::vector<std::string>& words = arguments.words;
  if (words.size() == 1) return {ExitCode::kDone, command_line::completion_script("dateline", words.front()), {}};
  return candidates({words.begin() + 1, words.end()});
}

}  // namespace

const CommandInfo kCompletionCommand = {
    .name = "completion",
    .arguments = "bash|zsh|fish",
    .help = "print the script that completes command lines in a shell",
    .more =
        "Print the script that makes a shell complete commands, options, their values, fields, words and names of the "
        "archive. Where Dateline is installed, the shells find it by themselves.",
    .examples =
        "  source <(dateline completion bash)                  in ~/.bashrc\n"
        "  source <(dateline completion zsh)                   in ~/.zshrc, behind compinit\n"
        "  dateline completion fish | source                   in ~/.config/fish/config.fish\n",
    .options = "help",
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
