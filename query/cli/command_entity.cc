// dateline entity, dateline mentions: one person, place or organization.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "query/cli/command_list.h"
#include "query/cli/entity_format.h"
#include "query/cli/entity_views.h"
#include "query/cli/error_report.h"
#include "query/cli/query_request.h"
#include "query/cli/result_rows.h"
#include "query/cli/row_pages.h"
#include "query/cli/usage_errors.h"

namespace dateline::cli {
namespace {

std::optional<api::Error> settle_entity(Draft& draft) {
  constexpr std::uint64_t kMostNewest = 1000;  // dateline_profile_request
  api::ProfileRequest& request = draft.arguments.profile;
  request.name = join_words(draft.rest);
  if (is_blank(request.name)) return usage("'dateline entity' needs a name", "for example: dateline entity Joe Biden");
  request.kind = draft.kind;
  request.newest = std::min(draft.limit.value_or(request.newest), kMostNewest);
  return std::nullopt;
}

std::optional<api::Error> settle_mentions(Draft& draft) {
  Arguments& arguments = draft.arguments;
  api::MentionsRequest& request = arguments.mentions;
  if (draft.rest.empty() || is_blank(draft.rest.front())) {
    return usage("'dateline mentions' needs a name", "for example: dateline mentions \"Joe Biden\" ceasefire");
  }
  request.name = draft.rest.front();
  draft.rest.erase(draft.rest.begin());
  request.query = join_words(draft.rest);
  request.kind = draft.kind;
  request.match = arguments.request.match;
  request.sort = draft.sort.value_or(request.sort);
  request.offset = arguments.request.offset;
  request.limit = draft.limit.value_or(request.limit);
  if (auto error = settle_format(draft)) return error;
  if (arguments.format != Format::kPaths) return std::nullopt;
  return usage("mentions have no paths", "for paths: dateline search --format paths");
}

// Nobody is meant for certain: the JSON says so for programs, the message for people.
Outcome undecided(const ChoiceView& choice, std::string_view command, std::string json) {
  const ExitCode code = choice.fitting == 0 ? ExitCode::kNothingFound : ExitCode::kWrongUsage;
  return {code, std::move(json), report_of(choice, command)};
}

Outcome run_entity(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto profile = archive->profile(arguments.profile);
  if (!profile) return outcome_of(profile.error());
  std::string json = arguments.json ? std::string(profile->json()) + "\n" : std::string();
  if (!profile->choice().chosen()) return undecided(view_of(profile->choice()), "entity", std::move(json));
  return {ExitCode::kDone, arguments.json ? std::move(json) : format_profile(view_of(*profile), screen), {}};
}

// Mentions in a format of rows.
Outcome mention_rows(api::Archive opened, const Arguments& arguments) {
  const auto archive = std::make_shared<api::Archive>(std::move(opened));
  const auto fetch = [archive, arguments](std::uint64_t offset, std::uint64_t limit, std::uint64_t& size) -> Outcome {
    api::MentionsRequest request = arguments.mentions;
    const bool first = offset == request.offset;
    request.offset = offset;
    request.limit = limit;
    const auto found = archive->mentions(request);
    if (!found) return outcome_of(found.error(), request.query);
    if (!found->choice().chosen()) return undecided(view_of(found->choice()), "mentions", {});
    size = found->citations().size();
    const ExitCode code = found->total() == 0 ? ExitCode::kNothingFound : ExitCode::kDone;
    return {code, print_rows(rows_of_mentions(*found), arguments.format, first), {}};
  };
  return page_by_page(fetch, arguments.mentions.offset, arguments.mentions.limit);
}

Outcome run_mentions(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  if (is_of_rows(arguments.format)) return mention_rows(std::move(archive).value(), arguments);
  api::MentionsRequest request = arguments.mentions;
  request.limit = std::min(request.limit, kMostHits);
  const auto found = archive->mentions(request);
  if (!found) return outcome_of(found.error(), request.query);
  std::string json = arguments.json ? std::string(found->json()) + "\n" : std::string();
  if (!found->choice().chosen()) return undecided(view_of(found->choice()), "mentions", std::move(json));
  const ExitCode code = found->total() == 0 ? ExitCode::kNothingFound : ExitCode::kDone;
  return {code, arguments.json ? std::move(json) : format_mentions(view_of(*found, request.query), screen), {}};
}

}  // namespace

const CommandInfo kEntityCommand = {
    .name = "entity",
    .arguments = "NAME…",
    .help = "who a person, place or organization is: names, times, company",
    .more =
        "Print who a person, place or organization is: its names and how often articles use each, when it was in the "
        "news, whom and what it appears with most, what was merged into it, and the newest articles with the sentences "
        "that name it.",
    .examples =
        "  dateline entity Joe Biden\n"
        "  dateline entity Washington --kind place             where several kinds have the name\n"
        "  dateline entity =808                                by the number that it is listed with\n"
        "  dateline entity Hamas --json | jq .entity.appears_with.person\n",
    .options = "kind limit json no-pager color db help",
    .settle = settle_entity,
    .run = run_entity,
};

const CommandInfo kMentionsCommand = {
    .name = "mentions",
    .arguments = "NAME [QUERY…]",
    .help = "the sentences that name a person, place or organization",
    .more =
        "Print the sentences that name a person, place or organization, the newest first, each with the byte of the "
        "article's text at which the name begins; with a query, in articles that match it.",
    .examples =
        "  dateline mentions \"Joe Biden\"                       the newest first; quotes keep a name together\n"
        "  dateline mentions \"Joe Biden\" ceasefire date:2024   in articles that match\n"
        "  dateline mentions Hamas --sort oldest --limit 100 --json\n",
    .options = "match kind sort limit offset format json no-pager color db help",
    .takes_query = true,
    .settle = settle_mentions,
    .run = run_mentions,
};

}  // namespace dateline::cli
