// dateline batch: many queries on one open archive. A wrong one is answered with its error, and the next one follows.
#include <string>

#include "query/cli/command_list.h"
#include "query/cli/error_report.h"
#include "query/cli/json_text.h"
#include "query/cli/query_lines.h"
#include "query/cli/query_request.h"
#include "query/cli/standard_output.h"
#include "query/cli/terminal_format.h"
#include "query/cli/usage_errors.h"
#include "query/cli/views.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kFacetLimit = 10;

std::optional<api::Error> settle(Draft& draft) {
  if (draft.rest.size() != 1) {
    return usage("'dateline batch' needs one file of queries",
                 "for example: dateline batch queries.txt; '-' is standard input");
  }
  Arguments& arguments = draft.arguments;
  arguments.file = draft.rest.front();
  arguments.request.limit = draft.limit.value_or(arguments.request.limit);
  arguments.request.sort = draft.sort.value_or(arguments.request.sort);
  arguments.request.collapse = draft.collapse.value_or(!arguments.json);
  if (draft.facets.empty()) return std::nullopt;
  return settle_facets(draft, kFacetLimit);
}

// What concerns the query alone; anything else would be wrong with the next one too.
bool is_of_the_query(const api::Error& error) {
  return error.code == DATELINE_QUERY || error.code == DATELINE_USAGE;
}

std::string json_head(const QueryLine& line) {
  return "{\"format_version\":" + std::to_string(dateline_json_version()) + ",\"line\":" + std::to_string(line.number) +
         ",\"id\":" + json_or_null(line.id) + ",\"query\":" + json_string(line.query);
}

std::string text_head(const QueryLine& line, const Screen& screen) {
  const std::string label = line.id.empty() ? std::to_string(line.number) : safe_text(line.id);
  return paint(screen, Ink::kFaint, "== " + label + ": ") + paint(screen, Ink::kTitle, safe_text(line.query)) + "\n";
}

class Batch {
 public:
  Batch(const Arguments& arguments, const Screen& screen)
      : json_(arguments.json), request_(arguments.request), screen_(screen) {}

  Outcome run(api::Archive& archive, QueryLines& lines) {
    for (;;) {
      const auto line = lines.next();
      if (!line) return outcome_of(line.error());
      if (!*line) return ended();
      request_.query = (*line)->query;
      const auto results = archive.search(request_);
      if (!results && !is_of_the_query(results.error())) return outcome_of(results.error());
      if (auto error = write_now(results ? answer(**line, *results) : refusal(**line, results.error()))) {
        return outcome_of(*error);
      }
    }
  }

 private:
  std::string answer(const QueryLine& line, const api::Results& results) {
    ++queries_;
    if (results.matched() > 0) ++found_;
    if (json_) return json_head(line) + ",\"results\":" + std::string(results.json()) + "}\n";
    return text_head(line, screen_) + format_results(view_of(results), screen_) + "\n";
  }

  std::string refusal(const QueryLine& line, const api::Error& error) {
    ++queries_;
    ++wrong_;
    if (json_) return json_head(line) + ",\"error\":" + json_error(error) + "}\n";
    return text_head(line, screen_) + report_of(error, line.query) + "\n";
  }

  [[nodiscard]] Outcome ended() const {
    if (queries_ == 0) return {ExitCode::kNothingFound, {}, "dateline: there is no query in the file\n"};
    if (wrong_ > 0) {
      const std::string all = with_thousands(queries_) + (queries_ == 1 ? " query" : " queries");
      return {ExitCode::kWrongUsage, {}, "dateline: wrong: " + with_thousands(wrong_) + " of " + all + "\n"};
    }
    return {found_ > 0 ? ExitCode::kDone : ExitCode::kNothingFound, {}, {}};
  }

  bool json_;
  api::Request request_;
  const Screen& screen_;
  std::uint64_t queries_ = 0, found_ = 0, wrong_ = 0;
};

Outcome run(const Arguments& arguments, const Screen& screen) {
  auto archive = api::Archive::open(arguments.db);
  if (!archive) return outcome_of(archive.error());
  auto lines = QueryLines::open(arguments.file);
  if (!lines) return outcome_of(lines.error());
  return Batch(arguments, screen).run(*archive, *lines);
}

}  // namespace

const CommandInfo kBatchCommand = {
    .name = "batch",
    .arguments = "FILE",
    .help = "answer many queries, one a line; goes on after a wrong one",
    .more =
        "Answer the queries in FILE ('-' is standard input), one a line, on one open archive, each as soon as it is "
        "read. Blank lines and lines that begin with '#' are passed over; what stands before a tab is a name for the "
        "query. A wrong query is answered with its error, and the next one follows. The exit status is 2 if a query "
        "was wrong, else 1 if nothing matched any of them. With --json, one JSON object a query, as "
        "docs/batch.schema.json describes it.",
    .examples =
        "  dateline batch queries.txt --limit 3\n"
        "  dateline batch queries.txt --json > answers.jsonl       one JSON object a query\n"
        "  printf 'q1\\tceasefire gaza\\nq2\\ttruce\\n' | dateline batch - --json      with names for the queries\n",
    .options =
        "person place org country source author lang date match sort limit offset expand recency collapse "
        "no-collapse mark-entities facet facet-limit date-by per timeout json no-pager color db help",
    .settle = settle,
    .run = run,
};

}  // namespace dateline::cli
