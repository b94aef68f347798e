// dateline alerts: tells what came in for the saved searches. Each alert is recorded as told after it was printed, or
// after its command ended well.
#include <dateline_saved.hpp>
#include <string>

#include "query/cli/alert_command.h"
#include "query/cli/command_list.h"
#include "query/cli/display_text.h"
#include "query/cli/format_parts.h"
#include "query/cli/standard_output.h"
#include "query/cli/usage_errors.h"

namespace dateline::cli {
namespace {

// A command that fails this often in a row will fail for the rest too.
constexpr std::size_t kMostFailures = 10;

std::optional<api::Error> settle(Draft& draft) {
  draft.arguments.saved.command = std::move(draft.rest);
  return std::nullopt;
}

std::string line_of(const api::Alerts& alert, const Screen& screen) {
  const std::string title = alert.title().empty() ? "(no title)" : safe_text(alert.title());
  std::string line = paint(screen, Ink::kFaint, safe_text(alert.search()) + ": ") + paint(screen, Ink::kTitle, title);
  for (const std::string_view part : {alert.source(), alert.published(), alert.id(), alert.url()}) {
    if (!part.empty()) line += " · " + safe_text(part);
  }
  if (alert.attempt() > 1) line += " · perhaps told before";
  return line + "\n";
}

class Telling {
 public:
  Telling(const Arguments& arguments, const Screen& screen, api::Alerts& alerts)
      : command_(arguments.saved.command), json_(arguments.json), screen_(screen), alerts_(alerts) {}

  Outcome run() {
    for (;;) {
      const auto there = alerts_.next();
      if (!there) return outcome_of(there.error());
      if (!*there) return ended();
      if (const auto error = command_.empty() ? print() : execute()) return outcome_of(*error);
      if (failed_in_row_ == kMostFailures) return ended();
    }
  }

 private:
  std::optional<api::Error> print() {
    const std::string line = json_ ? std::string(alerts_.json()) + "\n" : line_of(alerts_, screen_);
    if (auto error = write_now(line)) return error;
    return alerts_.told();
  }

  // A program that cannot be started is wrong usage; one that fails leaves its alert for the next run.
  std::optional<api::Error> execute() {
    const CommandEnd end = run_for_alert(command_, alerts_);
    if (!end.started) {
      return usage("cannot run " + quoted(command_.front()) + ": " + end.failure,
                   "give a program and its arguments; all alerts wait for the next run");
    }
    if (end.good) return failed_in_row_ = 0, alerts_.told();
    ++failed_;
    ++failed_in_row_;
    messages_ += "dateline: " + safe_text(command_.front()) + " failed (" + end.failure + ") for " +
                 std::string(alerts_.delivery()) + ", " + safe_text(alerts_.id()) + "\n";
    return std::nullopt;
  }

  [[nodiscard]] Outcome ended() {
    Outcome outcome;
    for (const auto problem : alerts_.problems()) {
      outcome.code = ExitCode::kWrongUsage;
      messages_ +=
          "dateline: saved search " + quoted(safe_text(problem.search)) + ": " + safe_text(problem.message) + "\n";
    }
    if (failed_ > 0) {
      outcome.code = ExitCode::kRejected;
      messages_ += "hint: what was not told comes again in the next run\n";
    }
    outcome.messages = std::move(messages_);
    return outcome;
  }

  const std::vector<std::string>& command_;
  bool json_;
  const Screen& screen_;
  api::Alerts& alerts_;
  std::size_t failed_ = 0, failed_in_row_ = 0;
  std::string messages_;
};

Outcome run(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  auto alerts = api::Alerts::find(*archive);
  if (!alerts) return outcome_of(alerts.error());
  return Telling(arguments, screen, *alerts).run();
}

}  // namespace

const CommandInfo kAlertsCommand = {
    .name = "alerts",
    .arguments = "[COMMAND [ARGUMENT…]]",
    .help = "tell which new articles match saved searches, each once",
    .more =
        "Tell of each article that came into the archive after a search was saved and matches it, when it comes or "
        "when a change makes it match; of each once for each search. 'dateline-index add --alert' does the same after "
        "it has added articles.\n\n"
        "Without COMMAND, each is printed as a line, with --json as an object that docs/alert.schema.json describes. "
        "With it, the program COMMAND is run for each, one after the other and without a shell. In its arguments these "
        "are replaced: '{name}' and '{query}' of the search; '{id}', '{title}', '{date}', '{source}', '{url}' and "
        "'{path}' of the article; '{delivery}' and '{attempt}'. The same is in variables like $DATELINE_ALERT_TITLE, "
        "and as one line of JSON on standard input. A command that does not exit with 0 is run again the next time, "
        "after those that were tried less; when ten in a row fail, the rest waits too, and the exit status is 5.\n\n"
        "What is found is recorded before anything is told, and each alert is recorded as told once it was written, or "
        "once its command has exited with 0; all of that survives a crash. So nothing is lost, and nothing is told "
        "twice unless the program is killed, or the power fails, in the moment between the telling and its record: "
        "then the alert comes again with the same delivery and an attempt above 1. A command that must not act twice "
        "remembers deliveries. One program tells at a time; another one waits for it.",
    .examples =
        "  dateline alerts                                     prints a line for each\n"
        "  dateline alerts --json | while read -r alert; do …\n"
        "  dateline alerts -- notify-send {name} {title}       runs a program for each, without a shell\n"
        "  dateline-index add --alert news/                    the same after articles were added\n",
    .options = "json color db help",
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
