// dateline show: one article, or its versions.
#include <charconv>
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/history_format.h"
#include "query/cli/terminal_format.h"
#include "query/cli/usage_errors.h"
#include "query/cli/views.h"

namespace dateline::cli {
namespace {

bool take_number(std::string_view text, std::uint64_t& number) {
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc() && stop == text.data() + text.size() && number > 0;
}

// "2", "1..3", "1.."
std::optional<api::Error> take_range(std::string_view text, HistoryArguments& history) {
  const std::size_t dots = text.find("..");
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = dots == std::string_view::npos ? std::string_view() : text.substr(dots + 2);
  if (take_number(from, history.from) && (to.empty() || take_number(to, history.to))) return std::nullopt;
  return usage(quoted(text) + " names no versions", "write one number, or two: dateline show ID --diff 1..3");
}

std::optional<api::Error> settle(Draft& draft) {
  HistoryArguments& history = draft.arguments.history;
  if (int{history.list} + int{history.diff} + int{history.version != 0} > 1) {
    return usage("'--versions', '--version' and '--diff' cannot be given together", "choose one of them");
  }
  const std::size_t most = history.diff ? 2 : 1;
  if (draft.rest.empty() || draft.rest.size() > most) {
    return usage(draft.rest.empty() ? "'dateline show' needs an article's id" : "'dateline show' takes one id",
                 "ids stand in the output of 'dateline search'; put one with spaces in quotes");
  }
  draft.arguments.article_id = draft.rest.front();
  return draft.rest.size() == 2 ? take_range(draft.rest.back(), history) : std::nullopt;
}

Outcome done(std::string_view json, bool as_json, std::string text) {
  return {ExitCode::kDone, as_json ? std::string(json) + "\n" : std::move(text), {}};
}

Outcome show_versions(api::Archive& archive, const Arguments& arguments, const Screen& screen) {
  const HistoryArguments& asked = arguments.history;
  const auto history = api::show_history(archive, arguments.article_id);
  if (!history) return outcome_of(history.error());
  if (asked.list) return done(history->json(), arguments.json, format_history(*history, screen));
  if (asked.diff) {
    const auto diff = history->diff(asked.from, asked.to);
    if (!diff) return outcome_of(diff.error());
    return done(diff->json(), arguments.json, format_diff(*diff, screen));
  }
  const std::size_t count = history->revisions().size();
  if (asked.version > count) {
    // The library's words for the same.
    const auto missing = history->diff(1, asked.version);
    return outcome_of(missing.error());
  }
  const std::size_t index = asked.version - 1;
  return done(history->revision_json(index), arguments.json, format_revision(*history, index, screen));
}

Outcome run(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const HistoryArguments& asked = arguments.history;
  if (asked.list || asked.diff || asked.version != 0) return show_versions(*archive, arguments, screen);
  const auto article = archive->show(arguments.article_id);
  if (!article) return outcome_of(article.error());
  return done(article->json(), arguments.json, format_article(view_of(*article), screen));
}

}  // namespace

const CommandInfo kShowCommand = {
    .name = "show",
    .arguments = "ID [N[..M]]",
    .help = "print one article with its entities, or its versions",
    .more =
        "Print one article with the people, places and organizations that it names, how often, where else it is to be "
        "found, and its near copies. Any id or address of a copy finds it. Or print what it said before: its versions, "
        "one of them, or what changed between two.",
    .examples =
        "  dateline show wikinews-2019-0\n"
        "  dateline show wikinews-2019-0 --versions\n"
        "  dateline show wikinews-2019-0 --diff\n"
        "  dateline show \"/data/news/gaza talks.txt\" --json | jq .entities\n",
    .options = "versions version diff json no-pager color db help",
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
