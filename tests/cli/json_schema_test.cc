// The JSON of the library fits the schema that docs/ promises, and the schema is not so lax that anything does.
#include "tests/cli/json_schema.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "query/engine/results_json.h"

namespace dateline::cli {
namespace {

constexpr const char* kSchema = "search-results.schema.json";

SearchResults sample() {
  SearchResults results;
  results.query_text = "gaza \xFF \"quoted\"";
  results.parsed = "(word \"gaza\")";
  results.matched = 2;
  results.limit = 10;
  results.took_ms = 1.25;
  Hit hit;
  hit.rank = 1;
  hit.id = "a";
  hit.score = 7.1;
  hit.title = "A <title>\n";
  hit.published = "2024-08-16T14:30:00+02:00";
  hit.snippet = {"a <b> match", {{6, 11}}};
  results.hits.push_back(hit);
  hit.rank = 2;
  hit.published = "";
  results.hits.push_back(hit);
  results.facets = {{"person", true, {{"8", "Joe Biden", 2, true}}, 1},
                    {"date", true, {{"2024-08", "2024-08", 1, false}}, 1}};
  results.notes = {"a note"};
  return results;
}

TEST(SearchSchema, FitsWhatTheLibraryWrites) {
  EXPECT_EQ(schema_errors(kSchema, results_to_json(sample())), "");
  SearchResults nothing;
  nothing.parsed = "(all)";
  nothing.suggestion = "try this";
  EXPECT_EQ(schema_errors(kSchema, results_to_json(nothing)), "");
}

TEST(SearchSchema, RefusesWhatBreaksThePromise) {
  const nlohmann::json good = nlohmann::json::parse(results_to_json(sample()));
  for (const char* field : {"format_version", "query", "matched", "hits", "facets", "suggestion", "notes"}) {
    nlohmann::json bad = good;
    bad.erase(field);
    EXPECT_NE(schema_errors(kSchema, bad.dump()), "") << field;
  }
  for (const char* field : {"rank", "id", "title", "published", "snippet"}) {
    nlohmann::json bad = good;
    bad["hits"][0].erase(field);
    EXPECT_NE(schema_errors(kSchema, bad.dump()), "") << field;
  }
  const std::vector<std::pair<const char*, nlohmann::json>> wrong = {{"/format_version", 2},
                                                                     {"/matched", "2"},
                                                                     {"/hits/0/published", "yesterday"},
                                                                     {"/hits/0/rank", 0},
                                                                     {"/facets/person", 1},
                                                                     {"/suggestion", false},
                                                                     {"/facets/person/values/0/count", 1.5},
                                                                     {"/facets/date/values/0/selected", nullptr}};
  for (const auto& [place, value] : wrong) {
    nlohmann::json bad = good;
    bad[nlohmann::json::json_pointer(place)] = value;
    EXPECT_NE(schema_errors(kSchema, bad.dump()), "") << place;
  }
}

TEST(ExtractSchema, RefusesMentionsWithoutASpan) {
  const std::string good =
      R"({"id":"a","title":"T","title_made":false,"published":"2024-08","source":"","authors":[],"language":"en",)"
      R"("dateline":"","text":"x","entities":[{"kind":"person","name":"N","mentions":[{"begin":0,"end":1,"text":"x"}]}]})";
  EXPECT_EQ(schema_errors("extract.schema.json", good), "");
  std::string bad = good;
  bad.replace(bad.find("\"begin\":0,"), 10, "");
  EXPECT_NE(schema_errors("extract.schema.json", bad), "");
}

}  // namespace
}  // namespace dateline::cli
