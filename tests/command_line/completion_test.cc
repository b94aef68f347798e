// Lines that are being typed → candidates.
#include "shared/command_line/completion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/command_line/completion_script.h"

namespace dateline::command_line {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Words = std::vector<std::string>;

Program library() {
  return {.name = "books",
          .help = "look after books",
          .commands = {{"find", "QUERY…", "find books", {}, "by sort db all help"},
                       {"shelf", "a|b", "go to a shelf", {}, "help"},
                       {"load", "PATH…", "load books", {}, "db help"},
                       {"card new", "NAME", "a new card", {}, "help"},
                       {"card lost", "", "a lost card", {}, "help"},
                       {"help", "[COMMAND|card|hours]", "print help"}},
          .options = {{"by", "NAME", "of an author"},
                      {"sort", "title|year", "the order"},
                      {"db", "DIR", "the library"},
                      {"all", "", "also lent ones"},
                      {"help", "", "print help"}},
          .groups = {{"card", "cards", ""}}};
}

Words candidates(const Words& words) {
  Words texts;
  for (const Candidate& one : complete_line(library(), words).candidates) texts.push_back(one.text);
  return texts;
}

TEST(CommandLineCompletion, OffersCommandsThenWhatTheyTake) {
  EXPECT_THAT(candidates({""}), ElementsAre("find", "shelf", "load", "help", "card"));
  EXPECT_THAT(candidates({"s"}), ElementsAre("shelf"));
  EXPECT_THAT(candidates({"card", ""}), ElementsAre("new", "lost"));
  EXPECT_THAT(candidates({"card", "l"}), ElementsAre("lost"));
  EXPECT_THAT(candidates({"find", "--"}), ElementsAre("--by", "--sort", "--db", "--all", "--help"));
  EXPECT_THAT(candidates({"find", "--al"}), ElementsAre("--all"));
  EXPECT_THAT(candidates({"load", "--s"}), IsEmpty());
  EXPECT_THAT(candidates({"--db", "x", "sh"}), ElementsAre("shelf"));
  EXPECT_THAT(candidates({"shelf", ""}), ElementsAre("a", "b"));
  EXPECT_THAT(candidates({"help", "h"}), ElementsAre("help", "hours"));
  EXPECT_THAT(candidates({"help", "c"}), ElementsAre("card"));
}

TEST(CommandLineCompletion, OffersValues) {
  EXPECT_THAT(candidates({"find", "--sort", ""}), ElementsAre("title", "year"));
  EXPECT_THAT(candidates({"find", "--sort=y"}), ElementsAre("--sort=year"));
  const Completion author = complete_line(library(), {"find", "--by=Mel"});
  EXPECT_EQ(author.wanted, Wanted::kNames);
  EXPECT_EQ(author.start + "|" + author.part + "|" + author.option, "--by=|Mel|by");
}

TEST(CommandLineCompletion, SaysWhatHasToBeLookedUp) {
  const struct {
    Words words;
    Wanted wanted;
  } cases[] = {
      {{"find", "wha"}, Wanted::kQuery},        {{"find", "--", "--sort"}, Wanted::kQuery},
      {{"find", "--db", ""}, Wanted::kFolders}, {{"load", ""}, Wanted::kFiles},
      {{"card", "new", "Mel"}, Wanted::kNames}, {{"card", "lost", ""}, Wanted::kNothing},
      {{"nonsense", ""}, Wanted::kNothing},
  };
  for (const auto& example : cases)
    EXPECT_EQ(complete_line(library(), example.words).wanted, example.wanted) << example.words.back();
}

TEST(CommandLineCompletion, FindsTheValueOfAnOptionThatIsThere) {
  EXPECT_EQ(option_value({"find", "--db", "x", "y"}, "db"), "x");
  EXPECT_EQ(option_value({"find", "--db=x", ""}, "db"), "x");
  EXPECT_EQ(option_value({"find", "--db", "x"}, "db"), "") << "it is being typed";
}

TEST(CompletionScripts, AreThereForThreeShells) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const std::string script = completion_script("my-books", shell);
    EXPECT_NE(script.find("my-books completion candidates -- "), std::string::npos);
    EXPECT_EQ(script.find('@' + std::string("PROGRAM")), std::string::npos);
  }
  EXPECT_EQ(completion_script("books", "tcsh"), "");
}

}  // namespace
}  // namespace dateline::command_line
