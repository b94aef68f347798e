// dateline explain: how a query is understood, and why its hits have their scores.
#include <algorithm>
#include <array>
#include <cstdio>
#include <dateline_explain.hpp>
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/display_text.h"
#include "query/cli/query_request.h"
#include "query/cli/terminal_format.h"

namespace dateline::cli {
namespace {

std::optional<api::Error> settle(Draft& draft) {
  if (auto error = settle_query(draft, "explain", true)) return error;
  draft.arguments.request.limit = 0;
  draft.arguments.request.snippet_bytes = 0;
  return std::nullopt;
}

constexpr std::size_t kMostListed = 20;

// "a, b, c and 12 more"
std::string list_of(const char* const* items, std::size_t count, std::uint64_t in_all) {
  std::string text;
  const std::size_t shown = std::min(count, kMostListed);
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : ", ") + safe_text(items[i]);
  if (in_all > shown) text += " and " + with_thousands(in_all - shown) + " more";
  return text;
}

std::string number(double value) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%8.3f", value);
  return digits.data();
}

// What was given, before age took of it.
double given_to(const dateline_explained_hit& hit) {
  double sum = 0;
  for (std::size_t i = 0; i < hit.share_count; ++i) sum += std::max(0.0, hit.shares[i].score);
  return sum;
}

// Each part of the query with its score, and how much of what was given that is.
std::string format_hit(const dateline_explained_hit& hit) {
  std::string text = "\n" + safe_text(hit.id) + "  " + safe_text(hit.title) + "\n";
  if (hit.matches == 0) return text + "  does not match\n";
  text += number(hit.score) + "        score\n";
  const double given = given_to(hit);
  for (std::size_t i = 0; i < hit.share_count; ++i) {
    const dateline_score_share& share = hit.shares[i];
    std::array<char, 32> percent{};
    const double part = given == 0 ? 0 : 100 * share.score / given;
    std::snprintf(percent.data(), percent.size(), "  %4.0f%%  ", part);
    text += number(share.score) + percent.data() + safe_text(share.part) + "\n";
  }
  return text;
}

std::string format_explanation(const api::Explanation& found, std::string_view query) {
  std::string text = "tokens";
  for (const auto token : found.tokens()) {
    text += "  " + safe_text(query.substr(token.begin, token.end - token.begin)) + " (" + token.kind + ")";
  }
  text += "\n\n" + format_tree(found.parsed());
  text += "\nindex " + safe_text(found.index_query()) + "\n";
  for (const auto pattern : found.patterns()) {
    text += safe_text(pattern.pattern) + " is " + list_of(pattern.words, pattern.word_count, pattern.matching) + "\n";
  }
  for (const auto name : found.names()) {
    text += safe_text(name.asked) + " is " +
            (name.fitting == 0 ? "nobody" : list_of(name.names, name.name_count, name.fitting)) + "\n";
  }
  text += "matches " + with_thousands(found.matched()) + (found.matched() == 1 ? " article\n" : " articles\n");
  for (const std::string_view note : found.notes()) text += safe_text(note) + "\n";
  for (const auto hit : found.hits()) text += format_hit(hit);
  return text;
}

// The archive says what names in the query stand for, so it is asked too.
Outcome run(const Arguments& arguments, const Screen&) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  const auto found = api::explain(*archive, arguments.request, arguments.article_id);
  if (!found) return outcome_of(found.error(), arguments.request.query);
  if (arguments.json) return {ExitCode::kDone, std::string(found->json()) + "\n", {}};
  return {ExitCode::kDone, format_explanation(*found, arguments.request.query), {}};
}

}  // namespace

const CommandInfo kExplainCommand = {
    .name = "explain",
    .arguments = "QUERY…",
    .help = "print how a query is understood, and why hits have their scores",
    .more =
        "Print how a query is understood: its parts, the tree that they become (one node a line), what the index is "
        "asked, the words that patterns stand for and whom names stand for; then, for the first three hits or the one "
        "of '--hit', how much each part of the query adds to the score, and how much the nearness of its words and, "
        "with '--recency', age do.",
    .examples =
        "  dateline explain 'gaza OR west bank'\n"
        "  dateline explain 'ceasefire -person:\"Joe Biden\"'\n"
        "  dateline explain 'elect* gaza^2' --hit wikinews-2019-0\n",
    .options =
        "person place org country source author lang date match sort recency timeout hit json no-pager color db help",
    .takes_query = true,
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
