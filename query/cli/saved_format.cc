// Two lines a search: what it asks, and how it stands. Times are local: they are for people.
#include "query/cli/saved_format.h"

#include <algorithm>

#include "query/cli/display_text.h"
#include "query/cli/format_parts.h"

namespace dateline::cli {
namespace {

// In quotes where the shell would take it apart.
std::string shell_word(std::string_view text) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.,:/@%+=";
  if (!text.empty() && text.find_first_not_of(kPlain) == std::string_view::npos) return std::string(text);
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string_view option_of(dateline_kind kind) {
  constexpr std::array<std::string_view, 7> kOptions = {"person", "place", "org",    "source",
                                                        "author", "lang",  "country"};
  return kOptions[std::min(static_cast<std::size_t>(kind), kOptions.size() - 1)];
}

std::string option(std::string_view name, std::string_view value) {
  return " --" + std::string(name) + " " + shell_word(value);
}

}  // namespace

std::string command_line_of(const api::SavedSearch& search) {
  api::Request request;
  search.set_request(request);
  std::string line = shell_word(request.query);
  if (request.match == DATELINE_MATCH_ANY) line += option("match", "any");
  if (request.match == DATELINE_MATCH_MOST) line += option("match", "most");
  if (request.sort == DATELINE_NEWEST) line += option("sort", "newest");
  if (request.sort == DATELINE_OLDEST) line += option("sort", "oldest");
  if (!request.date_filter.empty()) line += option("date", request.date_filter);
  for (const api::Selection& one : request.selections) line += option(option_of(one.kind), one.name);
  if (request.expand) line += " --expand";
  if (request.half_life_days > 0) {
    std::string days = std::to_string(request.half_life_days);
    days.erase(std::max(days.find_last_not_of('0'), days.find('.') - 1) + 1);
    if (days.back() == '.') days.pop_back();
    line += option("recency", days + "d");
  }
  return line;
}

std::string format_saved(const api::SavedSearch& search, std::string_view matches, const Screen& screen) {
  std::string state = "saved " + local_time_text(search.saved_at());
  if (search.run_at() != 0) state += " · last run " + local_time_text(search.run_at());
  state += search.alerts() ? " · " + counted(search.told(), "alert") + " told" : " · no alerts";
  if (search.waiting() != 0) state += ", " + with_thousands(search.waiting()) + " waiting";
  if (!matches.empty()) state += " · " + safe_text(matches);
  return paint(screen, Ink::kTitle, safe_text(search.name())) + "  " + safe_text(command_line_of(search)) + "\n  " +
         paint(screen, Ink::kFaint, state) + "\n";
}

}  // namespace dateline::cli
