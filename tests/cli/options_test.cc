// Command lines → arguments, and what is said about wrong ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "query/cli/cli_options.h"
#include "query/cli/command_list.h"
#include "query/cli/option_table.h"

namespace dateline::cli {
namespace {

using ::testing::HasSubstr;
using Words = std::vector<std::string>;

Arguments parsed(const Words& words) {
  const auto arguments = parse_command_line(words);
  EXPECT_TRUE(arguments.ok()) << arguments.error().message;
  return arguments ? *arguments : Arguments{};
}

TEST(Options, JoinWhatIsNoOptionToTheQuery) {
  const struct {
    Words words;
    std::string query;
  } cases[] = {
      {{"search", "gaza"}, "gaza"},
      {{"search", "gaza", "-hamas"}, "gaza -hamas"},
      {{"search", "-hamas", "gaza"}, "-hamas gaza"},
      {{"search", "-h1", "-"}, "-h1 -"},
      {{"search", "\"cease fire\"", "OR", "truce", "--json"}, "\"cease fire\" OR truce"},
      {{"search", "--limit", "5", "gaza", "--json", "strip"}, "gaza strip"},
      {{"search", "--json", "--", "--limit", "-h"}, "--limit -h"},
      {{"search", "--source", "CNN"}, "*"},
      {{"search", "--date=2024"}, "*"},
      {{"facets"}, "*"},
      {{"explain", "a", "OR", "b"}, "a OR b"},
  };
  for (const auto& example : cases) EXPECT_EQ(parsed(example.words).request.query, example.query);
}

TEST(Options, AreReadWithSpaceOrEqualsSign) {
  const Arguments arguments = parsed({"search", "gaza", "--limit=5", "--offset", "20", "--sort", "newest",
                                      "--match=most", "--json", "--color", "never", "--db", "/archive"});
  EXPECT_EQ(arguments.request.limit, 5U);
  EXPECT_EQ(arguments.request.offset, 20U);
  EXPECT_EQ(arguments.request.sort, DATELINE_NEWEST);
  EXPECT_EQ(arguments.request.match, DATELINE_MATCH_MOST);
  EXPECT_TRUE(arguments.json);
  EXPECT_EQ(arguments.color, ColorChoice::kNever);
  EXPECT_EQ(arguments.db, "/archive");
}

TEST(Options, HaveDefaults) {
  const Arguments arguments = parsed({"search", "gaza"});
  EXPECT_EQ(arguments.request.limit, 10U);
  EXPECT_EQ(arguments.request.match, DATELINE_MATCH_ALL);
  EXPECT_EQ(arguments.request.sort, DATELINE_BY_RELEVANCE);
  EXPECT_FALSE(arguments.json);
  EXPECT_EQ(arguments.color, ColorChoice::kAuto);
}

TEST(Options, TheLastOfTwoWins) {
  EXPECT_EQ(parsed({"search", "a", "--limit", "1", "--limit", "2"}).request.limit, 2U);
}

TEST(Options, MayStandBeforeTheCommand) {
  const Arguments arguments = parsed({"--db", "/archive", "--color=always", "--json", "search", "gaza"});
  EXPECT_EQ(arguments.command, &kSearchCommand);
  EXPECT_EQ(arguments.db, "/archive");
  EXPECT_EQ(arguments.color, ColorChoice::kAlways);
  EXPECT_TRUE(arguments.json);
}

TEST(Options, SelectByEveryKind) {
  const Arguments arguments =
      parsed({"search", "--person", "Joe Biden", "--person", "Yahya Sinwar", "--place", "Doha", "--org", "UN",
              "--source", "CNN", "--author", "Ann", "--country", "Qatar", "--lang", "en", "--date", "2024-08"});
  const std::vector<std::pair<dateline_kind, std::string>> expected = {
      {DATELINE_PERSON, "Joe Biden"}, {DATELINE_PERSON, "Yahya Sinwar"}, {DATELINE_PLACE, "Doha"},
      {DATELINE_ORGANIZATION, "UN"},  {DATELINE_SOURCE, "CNN"},          {DATELINE_AUTHOR, "Ann"},
      {DATELINE_COUNTRY, "Qatar"},    {DATELINE_LANGUAGE, "en"}};
  ASSERT_EQ(arguments.request.selections.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(arguments.request.selections[i].kind, expected[i].first);
    EXPECT_EQ(arguments.request.selections[i].name, expected[i].second);
  }
  EXPECT_EQ(arguments.request.date_filter, "2024-08");
}

TEST(Options, CollapseNearCopiesForPeopleAndNotForPrograms) {
  EXPECT_TRUE(parsed({"search", "a"}).request.collapse);
  EXPECT_FALSE(parsed({"search", "a", "--no-collapse"}).request.collapse);
  EXPECT_FALSE(parsed({"search", "a", "--json"}).request.collapse);
  EXPECT_TRUE(parsed({"search", "a", "--json", "--collapse"}).request.collapse);
}

TEST(Options, OfRankingAndTimeAreRead) {
  const struct {
    std::string given;
    double days;
  } half_lives[] = {{"30d", 30}, {"2w", 14}, {"0.5y", 182.625}};
  for (const auto& example : half_lives) {
    EXPECT_DOUBLE_EQ(parsed({"search", "a", "--recency", example.given}).request.half_life_days, example.days);
  }
  const struct {
    std::string given;
    std::uint32_t milliseconds;
  } times[] = {{"500ms", 500}, {"5s", 5000}, {"5", 5000}, {"1.5s", 1500}, {"2m", 120000}};
  for (const auto& example : times) {
    EXPECT_EQ(parsed({"search", "a", "--timeout", example.given}).request.timeout_ms, example.milliseconds);
  }
  EXPECT_TRUE(parsed({"search", "a", "--expand"}).request.expand);
  EXPECT_TRUE(parsed({"search", "a", "--per", "story"}).request.count_stories);
  EXPECT_TRUE(parsed({"search", "a", "--mark-entities"}).request.mark_entities);
}

TEST(Options, AFacetMayLookForNames) {
  const Arguments arguments = parsed({"facets", "--facet", "person~net", "--facet", "org"});
  ASSERT_EQ(arguments.request.facets.size(), 2U);
  EXPECT_EQ(arguments.request.facet_finds, (std::vector<std::string>{"net", ""}));
}

struct Asked {
  dateline_kind kind;
  std::size_t limit;
  dateline_step step;
  bool operator==(const Asked&) const = default;
};

std::vector<Asked> facets_of(const Words& words) {
  std::vector<Asked> all;
  for (const auto& facet : parsed(words).request.facets) all.push_back({facet.kind, facet.limit, facet.step});
  return all;
}

TEST(Options, CountFiveKindsUnlessToldOtherwise) {
  constexpr auto kAuto = DATELINE_STEP_AUTO;
  EXPECT_EQ(facets_of({"search", "a"}), (std::vector<Asked>{{DATELINE_PERSON, 10, kAuto},
                                                            {DATELINE_PLACE, 10, kAuto},
                                                            {DATELINE_ORGANIZATION, 10, kAuto},
                                                            {DATELINE_SOURCE, 10, kAuto},
                                                            {DATELINE_DATE, 0, kAuto}}));
  EXPECT_EQ(facets_of({"search", "a", "--no-facets"}), std::vector<Asked>{});
  EXPECT_EQ(facets_of({"search", "a", "--facet", "org", "--facet", "author", "--facet", "organization", "--facet-limit",
                       "3"}),
            (std::vector<Asked>{{DATELINE_ORGANIZATION, 3, kAuto}, {DATELINE_AUTHOR, 3, kAuto}}));
  EXPECT_EQ(facets_of({"facets", "--facet", "person", "--facet", "date", "--date-by", "year"}),
            (std::vector<Asked>{{DATELINE_PERSON, 25, DATELINE_STEP_YEAR}, {DATELINE_DATE, 0, DATELINE_STEP_YEAR}}));
}

TEST(Options, FacetsAskForNoHits) {
  const Arguments arguments = parsed({"facets", "gaza"});
  EXPECT_EQ(arguments.request.limit, 0U);
  EXPECT_EQ(arguments.request.snippet_bytes, 0U);
}

TEST(Options, ShowTakesOneId) {
  EXPECT_EQ(parsed({"show", "a b#1"}).article_id, "a b#1");
  EXPECT_EQ(parsed({"show", "--", "--id"}).article_id, "--id");
  EXPECT_FALSE(parse_command_line({"show"}).ok());
  EXPECT_FALSE(parse_command_line({"show", "a", "b"}).ok());
}

TEST(Options, EntityTakesANameOfManyWords) {
  const Arguments arguments = parsed({"entity", "Joe", "Biden", "--kind", "org", "--limit", "5", "--json"});
  EXPECT_EQ(arguments.profile.name, "Joe Biden");
  EXPECT_EQ(arguments.profile.kind, DATELINE_ORGANIZATION);
  EXPECT_EQ(arguments.profile.newest, 5U);
  EXPECT_TRUE(arguments.json);
  EXPECT_EQ(parsed({"entity", "=808"}).profile.kind, DATELINE_ANY_ENTITY);
  EXPECT_EQ(parsed({"entity", "=808"}).profile.newest, 3U);
}

TEST(Options, MentionsTakeANameAndAQuery) {
  const Arguments arguments = parsed({"mentions", "Joe Biden", "cease-fire", "-gaza", "--sort", "oldest", "--offset",
                                      "40", "--limit=7", "--match", "any", "--kind=person"});
  EXPECT_EQ(arguments.mentions.name, "Joe Biden");
  EXPECT_EQ(arguments.mentions.query, "cease-fire -gaza");
  EXPECT_EQ(arguments.mentions.sort, DATELINE_OLDEST);
  EXPECT_EQ(arguments.mentions.offset, 40U);
  EXPECT_EQ(arguments.mentions.limit, 7U);
  EXPECT_EQ(arguments.mentions.match, DATELINE_MATCH_ANY);
  EXPECT_EQ(arguments.mentions.kind, DATELINE_PERSON);
  const Arguments usual = parsed({"mentions", "Hamas"});
  EXPECT_EQ(usual.mentions.query, "");
  EXPECT_EQ(usual.mentions.sort, DATELINE_NEWEST);
  EXPECT_EQ(usual.mentions.limit, 20U);
}

TEST(Options, AskForHelpInEveryWay) {
  for (const Words& words : {Words{"--help"}, Words{"-h"}, Words{"help"}, Words{"--db", "x", "--help"}}) {
    const Arguments arguments = parsed(words);
    EXPECT_EQ(arguments.command, &kHelpCommand);
    EXPECT_EQ(arguments.help_topic, nullptr);
  }
  for (const Words& words : {Words{"search", "--help"}, Words{"search", "gaza", "-h"}, Words{"help", "search"}}) {
    const Arguments arguments = parsed(words);
    EXPECT_EQ(arguments.command, &kHelpCommand);
    EXPECT_EQ(arguments.help_topic, &kSearchCommand);
  }
  EXPECT_EQ(parsed({"--version"}).command, &kVersionCommand);
  EXPECT_EQ(parsed({"version"}).command, &kVersionCommand);
}

TEST(Options, SayWhatIsWrongAndWhatIsRight) {
  const struct {
    Words words;
    std::string message;
    std::string hint;
  } cases[] = {
      {{"serach", "gaza"}, "unknown command 'serach'", "did you mean 'dateline search'?"},
      {{"ceasefire"}, "unknown command 'ceasefire'", "dateline search ceasefire"},
      {{"help", "serch"}, "unknown command 'serch'", "dateline search"},
      {{"search", "a", "--jsn"}, "unknown option '--jsn'", "did you mean '--json'?"},
      {{"search", "a", "--limt=3"}, "unknown option '--limt'", "did you mean '--limit'?"},
      {{"search", "a", "--frobnicate"}, "unknown option '--frobnicate'", "dateline help search"},
      {{"facets", "a", "--sort", "newest"},
       "unknown option '--sort' of 'dateline facets'",
       "belongs to 'dateline search'"},
      {{"show", "a", "--limit", "3"}, "unknown option '--limit' of 'dateline show'", "belongs to"},
      {{"search", "a", "--limit"}, "'--limit' needs a value", "help search"},
      {{"search", "a", "--limit", "--json"}, "'--limit' needs a value", ""},
      {{"search", "a", "--json=yes"}, "'--json' takes no value", ""},
      {{"search", "a", "--limit", "ten"}, "'--limit' needs a number from 0 to 100000, not 'ten'", ""},
      {{"search", "a", "--limit", "-1"}, "not '-1'", ""},
      {{"search", "a", "--limit", "100001"}, "not '100001'", ""},
      {{"search", "a", "--offset", "99999999999999999999"}, "needs a number", ""},
      {{"search", "a", "--limit="}, "needs a", ""},
      {{"search", "a", "--sort", "newst"}, "'--sort' cannot be 'newst'", "did you mean 'newest'?"},
      {{"search", "a", "--match", "none"}, "'--match' cannot be 'none'", "all, any, most"},
      {{"search", "a", "--facet", "peple"}, "'--facet' cannot be 'peple'", "person, place, org"},
      {{"search", "a", "--color", "red"}, "'--color' cannot be 'red'", "auto, always, never"},
      {{"search", "a", "--person", " "}, "'--person' needs a name", ""},
      {{"search", "a", "--recency", "30"}, "'--recency' needs a number of days", "30d"},
      {{"search", "a", "--timeout", "0"}, "'--timeout' needs a time", "5s"},
      {{"search", "a", "--timeout", "5h"}, "'--timeout' needs a time", "5s"},
      {{"search", "a", "--facet", "date~2"}, "dates have no names", "--date"},
      {{"search", "a", "--date", ""}, "'--date' needs a date or a range", "2024-08"},
      {{"search", "a", "--facet", "person", "--no-facets"}, "contradict", ""},
      {{"search", "a", "--facet", "person", "--date-by", "year"}, "'--date-by'", "--facet date"},
      {{"search"}, "'dateline search' needs a query", "for example: dateline search ceasefire gaza"},
      {{"search", " ", "--json"}, "needs a query", ""},
      {{"explain"}, "'dateline explain' needs a query", ""},
      {{"show"}, "needs an article's id", ""},
      {{"entity"}, "'dateline entity' needs a name", "Joe Biden"},
      {{"entity", " "}, "needs a name", ""},
      {{"entity", "a", "--kind", "peson"}, "'--kind' cannot be 'peson'", "did you mean 'person'?"},
      {{"entity", "a", "--kind", "source"}, "'--kind' cannot be 'source'", "person, place, org"},
      {{"mentions"}, "'dateline mentions' needs a name", "ceasefire"},
      {{"mentions", "", "a"}, "needs a name", ""},
      {{"version", "now"}, "unexpected argument 'now'", ""},
      {{"--limit", "3", "search", "a"}, "before the command", "command first"},
      {{"--db"}, "'--db' needs a value", ""},
      {{"--db", "a"}, "the command is missing, and the prompt needs a terminal", "dateline search"},
      {{"search", "a", "--lim", "3"}, "unknown option '--lim'", "did you mean '--limit'?"},
  };
  for (const auto& example : cases) {
    const auto arguments = parse_command_line(example.words);
    ASSERT_FALSE(arguments.ok()) << example.message;
    EXPECT_EQ(arguments.error().code, DATELINE_USAGE);
    EXPECT_THAT(arguments.error().message, HasSubstr(example.message));
    EXPECT_THAT(arguments.error().hint, HasSubstr(example.hint)) << example.message;
  }
}

// A value that the option takes.
std::string value_for(const OptionInfo& option, bool of_analysis) {
  if (option.name == "facet" && of_analysis) return "word";
  if (option.value == "N") return "3";
  if (option.value == "KIND") return "date";
  if (option.value == "TIME") return option.name == "recency" ? "30d" : "5s";
  return std::string(option.value.substr(0, option.value.find('|')));
}

TEST(Options, OfTheTableAreAllUnderstood) {
  for (const CommandInfo* command : commands()) {
    for (const std::string_view name : option_names(*command)) {
      const OptionInfo* option = find_option(name);
      ASSERT_NE(option, nullptr) << command->name << " names the option --" << name << ", which is not in the table";
      if (command == &kHelpCommand || command == &kPromptCommand) continue;  // the prompt needs a terminal
      const bool of_analysis = command == &kCompareCommand || command == &kTrendsCommand;
      Words words{std::string(command->name)};
      if (name == "date-by" && takes_option(*command, "facet")) words.insert(words.end(), {"--facet", "date"});
      words.push_back("--" + std::string(name));
      if (const std::string value = value_for(*option, of_analysis); !value.empty()) words.push_back(value);
      if (!command->arguments.empty()) words.push_back("gaza");
      if (command == &kSaveCommand) words.push_back("truce");  // a name and a query
      if (command == &kCompareCommand && name != "with") words.insert(words.end(), {"--", "truce"});  // two queries
      const auto arguments = parse_command_line(words);
      EXPECT_TRUE(arguments.ok()) << command->name << " --" << name << ": " << arguments.error().message;
    }
  }
}

TEST(Options, OfTheTableBelongToSomeCommand) {
  for (const OptionInfo& option : kOptions) {
    EXPECT_TRUE(std::any_of(commands().begin(), commands().end(), [&](const CommandInfo* command) {
      return takes_option(*command, option.name);
    })) << option.name;
  }
}

TEST(Options, OfCompareAreTwoQueriesWithDashesBetween) {
  const struct {
    Words words;
    std::string first, second;
  } cases[] = {
      {{"compare", "gaza", "truce", "--", "ukraine", "truce"}, "gaza truce", "ukraine truce"},
      {{"compare", "--json", "gaza", "--", "ukraine", "--limit", "5"}, "gaza", "ukraine"},
      {{"compare", "gaza", "--with", "ukraine -kyiv"}, "gaza", "ukraine -kyiv"},
      {{"compare", "gaza", "-hamas", "--", "gaza", "--", "--limit"}, "gaza -hamas", "gaza --limit"},
  };
  for (const auto& example : cases) {
    const Arguments arguments = parsed(example.words);
    EXPECT_EQ(arguments.compare.first.query, example.first);
    EXPECT_EQ(arguments.compare.second, example.second);
  }
  EXPECT_EQ(parsed({"compare", "a", "--", "b", "--limit", "5"}).compare.limit, 5U);
  EXPECT_EQ(parsed({"compare", "a", "--", "b", "--place", "Doha"}).compare.first.selections.size(), 1U);
  for (const Words& wrong : {Words{"compare", "a"}, Words{"compare", "a", "--"}, Words{"compare", "--", "b"},
                             Words{"compare", "a", "--with", "b", "--", "c"}, Words{"compare"}}) {
    EXPECT_EQ(parse_command_line(wrong).error().code, DATELINE_USAGE);
    EXPECT_THAT(parse_command_line(wrong).error().hint, HasSubstr("gaza ceasefire -- ukraine ceasefire"));
  }
}

TEST(Options, OfSimilarAreThoseOfASearch) {
  const Arguments arguments = parsed({"similar", "wire/1", "gaza", "-hamas", "--place", "Doha", "--limit", "3"});
  EXPECT_EQ(arguments.request.query, "similar:\"wire/1\" gaza -hamas");
  EXPECT_EQ(arguments.request.limit, 3U);
  EXPECT_EQ(arguments.request.selections.size(), 1U);
  EXPECT_FALSE(arguments.request.facets.empty());
  EXPECT_EQ(parse_command_line({"similar"}).error().code, DATELINE_USAGE);
  EXPECT_EQ(parse_command_line({"similar", "a\"b"}).error().code, DATELINE_USAGE);
}

TEST(Options, OfAnalysesChooseKindsAndTimes) {
  const Arguments trends = parsed({"trends", "truce", "--since", "2w", "--until=2024-08", "--falling", "--facet",
                                   "word", "--facet", "person", "--limit", "3"});
  EXPECT_EQ(trends.trends.query.query, "truce");
  EXPECT_EQ(trends.trends.since, "2w");
  EXPECT_EQ(trends.trends.until, "2024-08");
  EXPECT_TRUE(trends.trends.falling);
  EXPECT_EQ(trends.trends.limit, 3U);
  EXPECT_THAT(trends.trends.kinds, ::testing::ElementsAre(DATELINE_WORD, DATELINE_PERSON));
  EXPECT_EQ(parsed({"trends"}).trends.since, "7d");
  EXPECT_EQ(parsed({"trends"}).trends.query.query, "*");
  const Arguments timeline = parsed({"timeline", "truce", "--date-by", "month", "--limit", "2", "--date", "2024"});
  EXPECT_EQ(timeline.timeline.step, DATELINE_STEP_MONTH);
  EXPECT_EQ(timeline.timeline.peaks, 2U);
  EXPECT_EQ(timeline.timeline.query.date_filter, "2024");
  for (const Words& wrong :
       {Words{"trends", "--facet", "date"}, Words{"compare", "a", "--", "b", "--facet", "person~x"},
        Words{"search", "a", "--facet", "word"}, Words{"facets", "--facet", "word"}}) {
    EXPECT_EQ(parse_command_line(wrong).error().code, DATELINE_USAGE);
  }
}

}  // namespace
}  // namespace dateline::cli
