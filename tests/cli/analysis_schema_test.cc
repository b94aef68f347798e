// The JSON of analyses fits the schemas that docs/ promises, and these are not so lax that anything does.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include "query/engine/analysis_json.h"
#include "tests/cli/json_schema.h"

namespace dateline::cli {
namespace {

const TypicalValue kName = {FacetKind::kPerson, "8", "Joe \"Biden\" \xFF", 12, 3, 40.25};
const TypicalValue kWord = {std::nullopt, "", "truce", 12, 0, 40.25};

Timeline timeline() {
  Timeline out{.query_text = "truce", .parsed = "(word \"truce\")", .step = DateStep::kMonth, .matched = 4};
  out.periods = {{"2024-07", 1, 2, 0}, {"2024-08", 3, 4, 1}};
  TimelinePeak peak{.first = "2024-08", .last = "2024-08", .top = "2024-08", .articles = 3, .expected = 0.5};
  peak.names = {kName};
  peak.words = {kWord};
  peak.headlines = {{"a", "A <title>", "2024-08-16", "CNN"}, {"b", "B", "", ""}};
  out.peaks = {peak};
  out.notes = {"a note"};
  return out;
}

Comparison comparison() {
  Comparison out{.first = {"a", "(word \"a\")", 20}, .second = {"b", "(word \"b\")", 10}, .both = 2, .kinds = {}};
  out.kinds = {{FacetKind::kPerson, true, 20, 10, {kName}, {}}, {std::nullopt, false, 20, 20, {kWord}, {kWord}}};
  return out;
}

Trends trends() {
  Trends out{.query_text = "*", .parsed = "(all)", .since = "2024-08-10", .until = "2024-08-16"};
  out.before_since = "2024-07-13";
  out.before_until = "2024-08-09";
  out.now = 20;
  out.before = 80;
  out.kinds = {{FacetKind::kPerson, true, 20, 80, {{kName, 9.5, {0, 1, 2}}}}, {std::nullopt, true, 20, 80, {}}};
  return out;
}

TEST(AnalysisSchemas, FitWhatTheLibraryWrites) {
  EXPECT_EQ(schema_errors("timeline.schema.json", timeline_to_json(timeline())), "");
  EXPECT_EQ(schema_errors("compare.schema.json", comparison_to_json(comparison())), "");
  EXPECT_EQ(schema_errors("trends.schema.json", trends_to_json(trends())), "");
  Timeline nothing;
  nothing.parsed = "(all)";
  EXPECT_EQ(schema_errors("timeline.schema.json", timeline_to_json(nothing)), "");
  Trends undated;
  undated.parsed = "(all)";
  EXPECT_EQ(schema_errors("trends.schema.json", trends_to_json(undated)), "");
}

void expect_refused(const char* schema, const std::string& good, const char* place, const nlohmann::json& value) {
  nlohmann::json bad = nlohmann::json::parse(good);
  bad[nlohmann::json::json_pointer(place)] = value;
  EXPECT_NE(schema_errors(schema, bad.dump()), "") << schema << " " << place;
}

TEST(AnalysisSchemas, RefuseWhatBreaksThePromise) {
  for (const auto& [place, value] :
       std::vector<std::pair<const char*, nlohmann::json>>{{"/format_version", 2},
                                                           {"/step", "week"},
                                                           {"/periods/0/articles", -1},
                                                           {"/periods/0/peak", 0},
                                                           {"/periods/0/period", "August"},
                                                           {"/peaks/0/names/0/kind", 8},
                                                           {"/peaks/0/headlines/0/id", ""}}) {
    expect_refused("timeline.schema.json", timeline_to_json(timeline()), place, value);
  }
  for (const auto& [place, value] :
       std::vector<std::pair<const char*, nlohmann::json>>{{"/both", "2"},
                                                           {"/first/matched", 1.5},
                                                           {"/typical/person", 1},
                                                           {"/typical/person/first/0/score", "x"},
                                                           {"/typical/word/exact", 1},
                                                           {"/typical/person/first/0/second_share", 2}}) {
    expect_refused("compare.schema.json", comparison_to_json(comparison()), place, value);
  }
  for (const auto& [place, value] :
       std::vector<std::pair<const char*, nlohmann::json>>{{"/now/since", "2024"},
                                                           {"/before/articles", -1},
                                                           {"/falling", 0},
                                                           {"/step_days", 0},
                                                           {"/trends/person/values/0/series", 3},
                                                           {"/trends/person/values/0/ratio", -1}}) {
    expect_refused("trends.schema.json", trends_to_json(trends()), place, value);
  }
}

}  // namespace
}  // namespace dateline::cli
