// Text that was read in a wrong encoding once, and text that only looks like it.
#include <gtest/gtest.h>

#include "indexer/cleaning/repair_mojibake.h"

namespace dateline {
namespace {

TEST(RepairMojibake, GivesBackWhatWasMeant) {
  struct Case {
    std::string_view text, meant;
  };
  const Case cases[] = {
      {"", ""},
      {"Sandport opened again", "Sandport opened again"},
      {"Sandport â€” the harbour", "Sandport — the harbour"},
      {"the harbourâ€™s â€œlongâ€\u009D wait", "the harbour’s “long” wait"},
      {"cafÃ© and crÃ¨me brÃ»lÃ©e", "café and crème brûlée"},
      {"voilÃ\u00A0 le cafÃ©", "voilà le café"},
      {"10Â\u00A0km, 5Â\u00A0kg", "10\u00A0km, 5\u00A0kg"},
      {"Å‚ysy Å›wiat", "łysy świat"},
      {"ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"},
      {"good ðŸ˜€", "good 😀"},
      {"read as Latin-1 â\u0080\u0094 a dash", "read as Latin-1 — a dash"},
  };
  for (const Case& each : cases) EXPECT_EQ(repair_mojibake(each.text), each.meant) << each.text;
}

TEST(RepairMojibake, LeavesWhatIsWritten) {
  for (const std::string_view text : {"Café am Hafen öffnet", "“CIDADÔ", "prix : 5 €, 10 €", "«Â» is a letter",
                                      "naïve Ã", "日本語のテキスト", "â", "Â"}) {
    EXPECT_EQ(repair_mojibake(text), text);
  }
}

}  // namespace
}  // namespace dateline
