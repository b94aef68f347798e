// Each command: open the archive, ask the library, format.
#include "query/cli/commands.h"

#include <utility>

#include "query/cli/entity_format.h"
#include "query/cli/entity_views.h"
#include "query/cli/error_report.h"
#include "query/cli/help.h"
#include "query/cli/terminal_format.h"
#include "query/cli/views.h"

namespace dateline::cli {
namespace {

Outcome search(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto results = archive->search(arguments.request);
  if (!results) return outcome_of(results.error(), arguments.request.query);
  Outcome outcome;
  outcome.code = results->matched() == 0 ? ExitCode::kNothingFound : ExitCode::kDone;
  if (arguments.json) {
    outcome.output = std::string(results->json()) + "\n";
  } else if (arguments.command == Command::kFacets) {
    outcome.output = format_counts(view_of(*results), screen);
  } else {
    outcome.output = format_results(view_of(*results), screen);
  }
  return outcome;
}

Outcome show(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto article = archive->show(arguments.article_id);
  if (!article) return outcome_of(article.error());
  if (arguments.json) return {ExitCode::kDone, std::string(article->json()) + "\n", {}};
  return {ExitCode::kDone, format_article(view_of(*article), screen), {}};
}

// Nobody is meant for certain: the JSON says so for programs, the message for people.
Outcome undecided(const ChoiceView& choice, std::string_view command, std::string json) {
  const ExitCode code = choice.fitting == 0 ? ExitCode::kNothingFound : ExitCode::kWrongUsage;
  return {code, std::move(json), report_of(choice, command)};
}

Outcome entity(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto profile = archive->profile(arguments.profile);
  if (!profile) return outcome_of(profile.error());
  std::string json = arguments.json ? std::string(profile->json()) + "\n" : std::string();
  if (!profile->choice().chosen()) return undecided(view_of(profile->choice()), "entity", std::move(json));
  return {ExitCode::kDone, arguments.json ? std::move(json) : format_profile(view_of(*profile), screen), {}};
}

Outcome mentions(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto found = archive->mentions(arguments.mentions);
  if (!found) return outcome_of(found.error(), arguments.mentions.query);
  std::string json = arguments.json ? std::string(found->json()) + "\n" : std::string();
  if (!found->choice().chosen()) return undecided(view_of(found->choice()), "mentions", std::move(json));
  const ExitCode code = found->total() == 0 ? ExitCode::kNothingFound : ExitCode::kDone;
  return {
      code, arguments.json ? std::move(json) : format_mentions(view_of(*found, arguments.mentions.query), screen), {}};
}

// The archive says what names in the query stand for, so it is asked too.
Outcome explain(const Arguments& arguments) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto results = archive->search(arguments.request);
  if (!results) return outcome_of(results.error(), arguments.request.query);
  std::string text = format_tree(results->parsed());
  text += "matches " + with_thousands(results->matched()) + (results->matched() == 1 ? " article\n" : " articles\n");
  for (const std::string_view note : results->notes()) text += safe_text(note) + "\n";
  return {ExitCode::kDone, std::move(text), {}};
}

}  // namespace

Outcome outcome_of(const api::Error& error, std::string_view query) {
  api::Error told = error;
  if (told.code == DATELINE_ARCHIVE_MISSING && told.hint.empty()) {
    told.hint = "make one with: dateline-index add --db DIR PATH…, or name another with --db";
  }
  return {exit_code_of(told.code), {}, report_of(told, query)};
}

Outcome run_command(const Arguments& arguments, const Screen& screen) {
  switch (arguments.command) {
    case Command::kSearch:
    case Command::kFacets:
      return search(arguments, screen);
    case Command::kShow:
      return show(arguments, screen);
    case Command::kEntity:
      return entity(arguments, screen);
    case Command::kMentions:
      return mentions(arguments, screen);
    case Command::kExplain:
      return explain(arguments);
    case Command::kVersion:
      return {ExitCode::kDone, version_text(), {}};
    case Command::kHelp:
      return {ExitCode::kDone, help_text(arguments.help_topic), {}};
  }
  return {ExitCode::kOurBug, {}, "dateline: unknown command\n"};
}

}  // namespace dateline::cli
