// dateline prompt: searching step by step, on one open archive.
#include <unistd.h>

#include <cstdio>
#include <dateline_explore.hpp>
#include <string>

#include "query/cli/cli_options.h"
#include "query/cli/command_list.h"
#include "query/cli/display_text.h"
#include "query/cli/line_editor.h"
#include "query/cli/output.h"
#include "query/cli/prompt_session.h"
#include "query/cli/query_request.h"
#include "query/cli/terminal_format.h"
#include "query/cli/usage_errors.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kCompletions = 20;

std::optional<api::Error> settle(Draft& draft) {
  if (auto error = refuse_arguments(draft)) return error;
  if (isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1) return std::nullopt;
  return usage("the command is missing, and the prompt needs a terminal",
               "for example: dateline search ceasefire gaza; see: dateline --help");
}

class Prompt {
 public:
  Prompt(api::Archive archive, const Arguments& arguments)
      : archive_(std::move(archive)), db_(arguments.db), color_(arguments.color), pager_(arguments.pager) {}

  ExitCode run() {
    greet();
    LineEditor editor(history_path(), [this](std::string_view line) { return completions(line); });
    std::string line;
    while (true) {
      const LineEditor::Got got = editor.read("dateline> ", line);
      if (got == LineEditor::Got::kEnd) return ExitCode::kDone;
      if (got == LineEditor::Got::kCancelled || is_blank(line)) continue;
      editor.remember(line);
      const PromptStep step = session_.take(line);
      if (step.what == PromptStep::Do::kQuit) return ExitCode::kDone;
      carry_out(step);
    }
  }

 private:
  [[nodiscard]] Screen screen() const { return screen_for(look_around(), color_); }

  void greet() {
    const auto articles = archive_.articles();
    const std::string count = articles ? with_thousands(*articles) + (*articles == 1 ? " article" : " articles") : "?";
    show({.output = count + " in " + safe_text(archive_.folder()) + " · type a query, or :help\n"});
  }

  void show(const Outcome& given) {
    Outcome outcome = given;
    const Surroundings around = look_around();
    Output output(around.terminal_height, around.terminal_width,
                  pager_ ? pager_command(pager_settings()) : std::vector<std::string>());
    std::fputs(outcome.messages.c_str(), stderr);
    while (output.write(outcome.output) && outcome.rest) outcome = outcome.rest();
    output.finish();
  }

  void carry_out(const PromptStep& step) {
    switch (step.what) {
      case PromptStep::Do::kSearch:
      case PromptStep::Do::kCount:
        return answer(step);
      case PromptStep::Do::kRun:
        return run_words(step.words);
      case PromptStep::Do::kSay:
        return show({.output = step.text});
      case PromptStep::Do::kNothing:
      case PromptStep::Do::kQuit:
        return;
    }
  }

  void answer(const PromptStep& step) {
    const bool counts_only = step.what == PromptStep::Do::kCount;
    const auto results = archive_.search(step.request);
    if (!results) {
      if (!counts_only) session_.refused();
      return show(outcome_of(results.error(), step.request.query));
    }
    ResultsView view = view_of(*results);
    session_.answered(view);
    const Screen on = screen();
    const std::string state = paint(on, Ink::kFaint, safe_text(session_.state())) + "\n";
    show({.output = state + (counts_only ? format_counts(view, on) : format_results(view, on))});
  }

  void run_words(std::vector<std::string> words) {
    if (!db_.empty()) words.insert(words.begin() + 1, {"--db", db_});
    const auto arguments = parse_command_line(words);
    show(arguments ? run_command(*arguments, screen()) : outcome_of(arguments.error()));
  }

  std::vector<LineCompletion> completions(std::string_view line) {
    if (line.starts_with(':') && line.find(' ') == std::string_view::npos) return commands_like(line);
    std::vector<LineCompletion> all;
    const std::size_t end = line.starts_with(':') ? line.find(' ') + 1 : 0;
    const std::string before(line.substr(0, end));
    const auto found = api::complete(archive_, std::string(line.substr(end)), kCompletions);
    if (!found) return all;
    for (const api::Completion row : found->rows()) {
      all.push_back({before + std::string(row.text), std::string(row.label)});
    }
    return all;
  }

  static std::vector<LineCompletion> commands_like(std::string_view line) {
    std::vector<LineCompletion> all;
    for (const std::string_view own : prompt_commands()) {
      const std::string whole = ":" + std::string(own);
      if (whole.starts_with(line)) all.push_back({whole, whole});
    }
    return all;
  }

  api::Archive archive_;
  std::string db_;
  ColorChoice color_;
  bool pager_;
  PromptSession session_;
};

Outcome run(const Arguments& arguments, const Screen&) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  return {Prompt(std::move(archive).value(), arguments).run(), {}, {}};
}

}  // namespace

const CommandInfo kPromptCommand = {
    .name = "prompt",
    .arguments = "",
    .help = "search step by step; so does dateline alone on a terminal",
    .more =
        "Search step by step. A line is a query; its answer numbers the hits and labels the facet values: '3' opens "
        "hit 3, "
        "'+p1' keeps only what names person p1, '-o3' leaves out organization o3. ':more', ':back', ':facet KIND', "
        "':sort newest', ':explain', ':similar 3' and every other command of dateline follow a colon; ':help' lists "
        "them. "
        "Tab completes, Ctrl-C cancels the line, Ctrl-D ends. The history is in $XDG_STATE_HOME/dateline/history, or "
        "~/.local/state/dateline/history.",
    .examples =
        "  dateline\n"
        "  dateline prompt --db news\n",
    .options = "no-pager color db help",
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
