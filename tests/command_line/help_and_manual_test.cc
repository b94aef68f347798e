// A made-up program, described: its help and its manual page.
#include <gtest/gtest.h>

#include "shared/command_line/help_text.h"
#include "shared/command_line/manual.h"
#include "shared/command_line/mdoc.h"
#include "shared/command_line/suggest.h"

namespace dateline::command_line {
namespace {

Program bakery() {
  return {.name = "bake",
          .help = "bake bread",
          .examples = "  bake loaf rye\n",
          .notes = "Exit status: 0 baked.\n",
          .commands = {{"loaf", "GRAIN…", "bake loaves", "  bake loaf rye      dark\n", "heat fan help",
                        "Bakes one loaf for each GRAIN.\n"},
                       {"oven clean", "[PART]", "clean the oven", "", "help"}},
          .options = {{"heat", "low|high", "how hot (low)"},
                      {"fan", "", "with air", {}, {}, 'f'},
                      {"help", "", "print help"}},
          .groups = {{"oven", "look after the oven", "It is hot.\n"}},
          .usual_command = "loaf"};
}

TEST(HelpText, OfACommandHasExamplesUsageAndOptions) {
  const Program program = bakery();
  EXPECT_EQ(command_help(program, program.commands.front()),
            "bake loaf — bake loaves\n"
            "\n"
            "Examples:\n"
            "  bake loaf rye      dark\n"
            "\n"
            "Usage: bake [loaf] [OPTION…] GRAIN…\n"
            "\n"
            "Bakes one loaf for each GRAIN.\n"
            "\n"
            "Options:\n"
            "  --heat low|high       how hot (low)\n"
            "  -f, --fan             with air\n"
            "  --help                print help\n");
}

TEST(HelpText, OfTheProgramListsCommandsAndGroups) {
  EXPECT_EQ(program_help(bakery()),
            "bake — bake bread\n"
            "\n"
            "Examples:\n"
            "  bake loaf rye\n"
            "\n"
            "Commands:\n"
            "  loaf GRAIN…           bake loaves\n"
            "  oven COMMAND          look after the oven\n"
            "\n"
            "Options of a command: bake help COMMAND\n"
            "\n"
            "Exit status: 0 baked.\n");
}

TEST(Manual, PutsTheTablesIntoTheFrame) {
  EXPECT_EQ(manual_page(bakery(), ".Sh SYNOPSIS\n@SYNOPSIS@\n.Sh OPTIONS\n@OPTIONS@\n"),
            ".Sh SYNOPSIS\n"
            ".Nm\n.Op Cm loaf\n.Op Ar option ...\n.Ar GRAIN ...\n"
            ".Nm\n.Cm oven\n.Ar command\n.Op Ar option ...\n.Op Ar argument ...\n"
            ".Sh OPTIONS\n"
            ".Bl -tag -width indent\n"
            ".It Fl -heat Cm low | high\nHow hot (low).\n"
            ".It Fl -fan , Fl f\nWith air.\n"
            ".It Fl -help\nPrint help.\n"
            ".El\n");
}

TEST(Mdoc, ProseBecomesMacros) {
  const struct {
    std::string_view prose, lines;
  } cases[] = {
      {"One. Two.\n", "One.\nTwo.\n"},
      {"With --limit, and (--all) too.\n", "With\n.Fl -limit ,\nand\n.Fl ( -all )\ntoo.\n"},
      {"Write 'a \"b\"', or 'c'.\n", "Write\n.Ql \"a \\(dqb\\(dq\" ,\nor\n.Ql \"c\" .\n"},
      {"The article's $HOME and NAME as JSON.\n", "The article's\n.Ev HOME\nand\n.Ar NAME\nas JSON.\n"},
      {"a\nb\n\nc\n", "a b\n.Pp\nc\n"},
      {"back\\slash and …\n", "back\\eslash and ...\n"},
      {".dot\n", "\\&.dot\n"},
  };
  for (const auto& example : cases) EXPECT_EQ(mdoc_prose(example.prose), example.lines);
}

TEST(Mdoc, ArgumentsBecomeMacros) {
  EXPECT_EQ(mdoc_arguments("NAME [QUERY…]"), ".Ar NAME\n.Op Ar QUERY ...\n");
  EXPECT_EQ(mdoc_arguments("[A|B]"), ".Op Ar A | B\n");
  EXPECT_EQ(mdoc_inline_arguments("NAME… --into NAME"), " Ar NAME ... Fl -into Ar NAME");
}

TEST(Suggestions, AreFewSlipsAway) {
  const std::string_view names[] = {"search", "show", "facets"};
  EXPECT_EQ(nearest("serach", names), "search");
  EXPECT_EQ(nearest("sea", names), "search");
  EXPECT_EQ(nearest("fcaets", names), "facets");
  EXPECT_EQ(nearest("volcano", names), "");
}

}  // namespace
}  // namespace dateline::command_line
