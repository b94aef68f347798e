// The files that people give: lists of entities as CSV and JSON, journals. Damaged ones are refused with their line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/corrections/csv.h"
#include "indexer/corrections/entity_list.h"
#include "indexer/corrections/journal_file.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using namespace std::string_literals;

using Rows = std::vector<std::vector<std::string>>;

TEST(Csv, ReadsQuotesLineEndsAndEmptyFields) {
  const struct {
    std::string text;
    Rows rows;
  } cases[] = {
      {"", {}},
      {"a,b", {{"a", "b"}}},
      {"a,b\n", {{"a", "b"}}},
      {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
      {"a,\n,b\n", {{"a", ""}, {"", "b"}}},
      {"\n \na\n\n", {{"a"}}},
      {"\"a,b\",c\n", {{"a,b", "c"}}},
      {"\"say \"\"yes\"\"\",c\n", {{"say \"yes\"", "c"}}},
      {"\"two\nlines\",c\r\n", {{"two\nlines", "c"}}},
      {"\"\",\"\"\r\n", {{"", ""}}},
      {"O\"Neill,5\" pipe\n", {{"O\"Neill", "5\" pipe"}}},
      {"\"a\"", {{"a"}}},
      {"\"a\"\r\n\"b\"\r\n", {{"a"}, {"b"}}},
      {"a,", {{"a", ""}}},
  };
  for (const auto& c : cases) {
    const auto records = parse_csv(c.text);
    ASSERT_TRUE(records) << c.text;
    Rows rows;
    for (const CsvRecord& record : *records) rows.push_back(record.fields);
    EXPECT_EQ(rows, c.rows) << c.text;
  }
}

TEST(Csv, NamesTheLineOfARecordAndOfAMistake) {
  const auto records = parse_csv("a\n\n\"b\nb\"\nc\n");
  ASSERT_TRUE(records);
  std::vector<std::size_t> lines;
  for (const CsvRecord& record : *records) lines.push_back(record.line);
  EXPECT_THAT(lines, ElementsAre(1, 3, 5));
  EXPECT_THAT(parse_csv("a\nb,\"never closed\nc\n").error().message, StartsWith("line 2: "));
  EXPECT_THAT(parse_csv("a\n\"b\"x\n").error().message, StartsWith("line 2: "));
  EXPECT_THAT(parse_csv("\"").error().message, StartsWith("line 1: "));
}

ListedEntity entity(EntityKind kind, std::string name, std::vector<std::string> aliases, std::string id) {
  return {kind, std::move(name), std::move(aliases), std::move(id)};
}

TEST(EntityList, IsTheSameFromCsvAndFromBothKindsOfJson) {
  const std::vector<ListedEntity> expected = {
      entity(EntityKind::kPerson, "Joe Biden", {"Potus", "Joseph Biden"}, "Q6279"),
      entity(EntityKind::kOrganization, "Zipmex", {}, ""),
      entity(EntityKind::kPlace, "Deir al-Balah", {}, "Q1"),
  };
  const std::string texts[] = {
      "kind,name,aliases,external_id\nperson,Joe Biden,Potus; Joseph Biden,Q6279\norg,Zipmex,,\nplace,Deir "
      "al-Balah,,Q1\n",
      "\xEF\xBB\xBFName,External_ID,note,Kind,ALIASES\r\nJoe Biden,Q6279,\"x, y\",Person,\"Potus;;Joseph Biden;\"\r\n"
      "\"Zipmex\",,,organization\r\nDeir al-Balah,Q1,,PLACE,\r\n",
      R"([{"kind":"person","name":"Joe Biden","aliases":["Potus","Joseph Biden"],"external_id":"Q6279","more":{"a":[1]}},
          {"kind":"organization","name":"Zipmex"},{"kind":"place","name":"Deir al-Balah","external_id":"Q1","aliases":null}])",
      "{\"kind\":\"person\",\"name\":\"Joe Biden\",\"aliases\":[\"Potus\"]}\n\n"
      "{\"kind\":\"organization\",\"name\":\"Zipmex\"}\r\n"
      "{\"kind\":\"person\",\"name\":\"joe biden\",\"aliases\":[\"Joseph "
      "Biden\",\"Potus\"],\"external_id\":\"Q6279\"}\n"
      "{\"kind\":\"place\",\"name\":\"Deir al-Balah\",\"external_id\":\"Q1\"}",
  };
  for (const std::string& text : texts) {
    const auto list = parse_entity_list(text);
    ASSERT_TRUE(list) << text << list.error().message;
    EXPECT_EQ(*list, expected) << text;
  }
}

TEST(EntityList, RefusesWhatItDoesNotUnderstandWithTheLine) {
  const struct {
    std::string text, says;
  } cases[] = {
      {"", "line 1: the file is empty"},
      {"name,aliases\nJoe,\n", "line 1: the head must name"},
      {"kind,name\nperson,Joe\nanimal,Rex\n", "line 3: kind is 'animal'"},
      {"kind,name\nperson,\n", "line 2: the name is empty"},
      {"kind,name\nperson,!!!\n", "line 2: the name is empty or has no word"},
      {"kind,name\nperson,Biden, Joe\n", "line 2: there are 3 fields"},
      {"kind,name\nperson,\"Joe\n", "line 2: a quote"},
      {"kind,name\nperson,J\0e\n"s, "line 2: a NUL byte"},
      {"kind,name\nperson,J\xFF\n", "line 2: not UTF-8"},
      {"{\"kind\":\"person\",\"name\":\"A\"}\n{\"kind\":", "line 2: not valid JSON"},
      {"{\"kind\":\"person\",\"name\":\"A\"}\n[1]\n", "line 2: not a JSON object"},
      {"[1]", "line 1: not a JSON object"},
      {std::string(100'000, '['), "line 1: the JSON is nested too deeply"},
      {"{\"kind\":\"person\",\"name\":\"" + std::string(2000, 'a') + "\"}", "line 1: the name is longer"},
      {"{\"kind\":\"person\",\"name\":{}}", "line 1: the name is empty"},
  };
  for (const auto& c : cases) {
    const auto list = parse_entity_list(c.text);
    ASSERT_FALSE(list) << c.text.substr(0, 100);
    EXPECT_EQ(list.error().code, ErrorCode::kUnreadable);
    EXPECT_THAT(list.error().message, StartsWith(c.says)) << c.text.substr(0, 100);
  }
}

std::vector<Correction> one_of_each() {
  const EntityName biden{FacetKind::kPerson, "Joe Biden"}, perriello{FacetKind::kPerson, "Tom \"T\" Perriello"};
  return {
      {.at = 1, .operation = CorrectionOperation::kMerge, .entity = perriello, .into = biden},
      {.at = 2,
       .operation = CorrectionOperation::kSplit,
       .entity = perriello,
       .from = {biden, {FacetKind::kPlace, "X"}}},
      {.at = 3,
       .operation = CorrectionOperation::kSplit,
       .entity = perriello,
       .articles = {"a\\b", "/n/é"},
       .as = biden,
       .names = {"Perriello"}},
      {.at = 4, .operation = CorrectionOperation::kRename, .entity = biden, .text = "Joseph\nBiden"},
      {.at = 5, .operation = CorrectionOperation::kReject, .entity = biden},
      {.at = 6, .operation = CorrectionOperation::kReject, .entity = biden, .undo = true},
      {.at = 7, .operation = CorrectionOperation::kPin, .entity = {FacetKind::kOrganization, "Chase"}},
      {.at = 8, .operation = CorrectionOperation::kAlias, .entity = biden, .text = "Potus"},
  };
}

TEST(JournalFile, ComesBackAsItWent) {
  const auto parsed = parse_journal(journal_text(one_of_each()));
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_EQ(*parsed, one_of_each());
  EXPECT_THAT(*parse_journal(journal_text({})), IsEmpty());
}

TEST(JournalFile, GivesOnlyWhatIsNotThereYet) {
  auto all = one_of_each();
  EXPECT_THAT(new_corrections(all, all), IsEmpty());
  EXPECT_EQ(new_corrections({}, all), all);
  all.push_back({.at = 9, .operation = CorrectionOperation::kReject, .entity = {FacetKind::kPlace, "Ledger"}});
  EXPECT_THAT(new_corrections(one_of_each(), all), ElementsAre(all.back()));
}

TEST(JournalFile, RefusesWhatItDoesNotUnderstandWithTheLine) {
  const std::string head = "{\"format\":\"dateline corrections\",\"format_version\":1}\n";
  const std::string good = R"({"at":1,"operation":"reject","kind":"person","name":"A"})"
                           "\n";
  const struct {
    std::string text, says;
  } cases[] = {
      {"", "line 1: the file is empty"},
      {good, "line 1: no journal of corrections"},
      {"{\"format\":\"dateline corrections\",\"format_version\":2}\n", "line 1: the journal has version 2"},
      {head + good + "{", "line 3: not valid JSON"},
      {head + R"({"operation":"melt","kind":"person","name":"A"})", "line 2: there is no operation 'melt'"},
      {head + R"({"operation":"reject","kind":"country","name":"A"})", "line 2: there is no kind 'country'"},
      {head + R"({"operation":"reject","kind":"person","name":""})", "line 2: a correction needs 'name'"},
      {head + good + R"({"operation":"merge","kind":"person","name":"A"})", "line 3: a merge needs 'into'"},
      {head + R"({"operation":"merge","kind":"person","name":"A","into":{"kind":"x","name":"B"}})", "line 2: a merge"},
      {head + R"({"operation":"split","kind":"person","name":"A"})", "line 2: a split"},
      {head + R"({"operation":"split","kind":"person","name":"A","articles":["k"]})", "line 2: a split"},
      {head + R"({"operation":"rename","kind":"person","name":"A"})", "line 2: a rename needs 'to'"},
      {head + R"({"operation":"pin","kind":"source","name":"A"})", "line 2: only people"},
      {head + R"({"at":"soon","operation":"reject","kind":"person","name":"A"})", "line 2: 'at'"},
      {head + good + "\xFF", "line 3: not UTF-8"},
      {head.substr(0, 20), "line 1: not valid JSON"},
  };
  for (const auto& c : cases) {
    const auto journal = parse_journal(c.text);
    ASSERT_FALSE(journal) << c.text;
    EXPECT_THAT(journal.error().message, StartsWith(c.says)) << c.text;
  }
}

TEST(JournalFile, CutAnywhereIsRefusedOrHasOnlyWholeCorrections) {
  const std::string whole = journal_text(one_of_each());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto journal = parse_journal(whole.substr(0, length));
    if (!journal) continue;
    const auto all = one_of_each();
    ASSERT_LE(journal->size(), all.size());
    EXPECT_TRUE(std::equal(journal->begin(), journal->end(), all.begin())) << length;
  }
}

}  // namespace
}  // namespace dateline
