// Lines that say who wrote or helped: bylines above a story, credits below it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/article.h"

namespace dateline {

// Who a credit names.
struct Credit {
  std::vector<std::string> names;
  std::string publisher;  // "CNN" of "CNN’s Jane Doe contributed to this report."; may be empty
};

// "By JANE DOE and John Roe, Reuters" as a line of its own; nullopt where the line is anything else ("By Friday, …").
std::optional<Credit> read_byline(std::string_view line);

// "Jane Doe contributed reporting from Kyiv, and John Roe from Paris.", "(Reporting by Jane Doe; editing by John Roe)",
// "With assistance from Jane Doe." Only a line that has nothing else: a credit inside a sentence of the story is no
// credit.
std::optional<Credit> read_contribution(std::string_view line);

// Its names, as far as the article does not have them; its publisher, where the article has none.
void take_contribution(const Credit& credit, Article& article);

}  // namespace dateline
