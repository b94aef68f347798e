// Profiles for people.
#include "query/cli/entity_format.h"

#include <algorithm>
#include <cstdio>

#include "query/cli/citation_format.h"
#include "query/cli/column_chart.h"
#include "query/cli/format_parts.h"
#include "query/cli/terminal_format.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kNamesInTable = 5;  // as many as there is company of each kind
constexpr std::size_t kNamesInLine = 8;
constexpr std::size_t kOthers = 3;
constexpr std::size_t kMergedInLine = 5;
constexpr std::size_t kTitlesInLine = 8;
constexpr std::size_t kLabel = 14;

std::string degrees(double value, char positive, char negative) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f° %c", value < 0 ? -value : value, value < 0 ? negative : positive);
  return text;
}

// A label and, hanging behind it, what it says; below it where the screen is narrow.
std::string labelled(std::string_view label, std::string_view text, const Screen& screen) {
  constexpr std::size_t kNarrow = 50;
  if (text.empty()) return {};
  if (screen.width < kNarrow) {
    return (label.empty() ? "" : paint(screen, Ink::kFaint, label) + "\n") + wrapped(text, screen, 2);
  }
  std::string lines = wrapped(text, screen, kLabel);
  lines.replace(0, std::min(kLabel, lines.size()), paint(screen, Ink::kFaint, fit(label, kLabel)));
  return lines;
}

std::string heading(const ProfileView& profile, const Screen& screen) {
  const CandidateView& who = *profile.choice.chosen;
  std::string kind = who.kind;
  if (!profile.country.empty()) kind += " in " + profile.country;
  if (profile.coordinates) {
    kind += ", " + degrees(profile.coordinates->latitude, 'N', 'S') + " " +
            degrees(profile.coordinates->longitude, 'E', 'W');
  }
  const std::string rest = " · " + kind;
  const std::string name = safe_text(who.name);
  const bool fits = display_width(name) + display_width(rest) <= screen.width;
  std::string text;
  if (fits) {
    text = paint(screen, Ink::kTitle, name) + safe_text(rest) + "\n";
  } else {
    const std::vector<Cell> cells = cells_of(name);
    for (const auto line : wrap(cells, text_width(screen, 0))) text += paint(screen, Ink::kTitle, plain(line)) + "\n";
    text += wrapped(kind, screen, 0);
  }
  std::string about = counted(who.articles, "article");
  if (!profile.first.empty()) {
    about += " · " + profile.first.substr(0, 10);
    if (profile.last != profile.first) about += " to " + profile.last.substr(0, 10);
  }
  if (profile.undated != 0) about += " · " + with_thousands(profile.undated) + " without a date";
  about += " · =" + who.id;
  if (!profile.external_id.empty()) about += " · " + profile.external_id;
  const std::string took = " · " + milliseconds(profile.took_ms);
  if (display_width(about) + took.size() <= screen.width)
    return text + safe_text(about) + paint(screen, Ink::kFaint, took) + "\n";
  return text + wrapped(about, screen, 0);
}

// "=12" names it for certain, so it stands with each.
std::string others(const ChoiceView& choice, const Screen& screen) {
  std::string text;
  const std::size_t shown = std::min(choice.others.size(), kOthers);
  for (std::size_t i = 0; i < shown; ++i) {
    const CandidateView& other = choice.others[i];
    text +=
        labelled(i == 0 ? "namesakes" : "",
                 other.name + ", " + other.kind + ", " + counted(other.articles, "article") + ", =" + other.id, screen);
  }
  const std::uint64_t more = choice.fitting - 1 - shown;
  if (shown != 0 && more != 0) text += labelled("", "and " + with_thousands(more) + " more", screen);
  return text;
}

FacetView names_table(const ProfileView& profile) {
  FacetView table{.name = "Names", .values = {}};
  const std::uint64_t articles = profile.choice.chosen->articles;
  if (profile.names_from < articles) {
    table.name = "Names in the newest " + with_thousands(profile.names_from);
  }
  table.values.assign(profile.names.begin(), profile.names.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                         profile.names.size(), kNamesInTable)));
  table.distinct = table.values.size();  // how many there are in all is not known
  return table;
}

std::string names_below(const ProfileView& profile, const Screen& screen) {
  std::vector<std::string> list;
  for (std::size_t i = kNamesInTable; i < profile.names.size() && list.size() < kNamesInLine; ++i) {
    list.push_back(profile.names[i].name);
  }
  for (const std::string& name : profile.other_names) {
    if (list.size() < kNamesInLine) list.push_back(name);
  }
  return labelled("also written", joined(list), screen);
}

std::string titles(const ProfileView& profile, const Screen& screen) {
  const std::size_t shown = std::min(profile.titles.size(), kTitlesInLine);
  const std::vector<std::string> list(profile.titles.begin(),
                                      profile.titles.begin() + static_cast<std::ptrdiff_t>(shown));
  return labelled("titles", joined(list), screen);
}

std::string merged(const ProfileView& profile, const Screen& screen) {
  std::string text;
  for (const bool by_person : {true, false}) {
    std::vector<std::string> list;
    for (const MergedView& one : profile.merged) {
      if (one.by_person == by_person && list.size() < kMergedInLine) list.push_back(one.name);
    }
    if (list.empty()) continue;
    if (!text.empty()) text += "; ";
    text += joined(list) + (by_person ? " (by correction)" : "");
  }
  if (profile.merged_total > profile.merged.size() || profile.merged.size() > kMergedInLine) {
    text += " — " + with_thousands(profile.merged_total) + " in all";
  }
  return labelled("merged", text, screen);
}

}  // namespace

std::string format_profile(const ProfileView& profile, const Screen& screen) {
  std::string text = heading(profile, screen) + others(profile.choice, screen);
  const std::string chart = format_column_chart(profile.months, screen);
  if (!chart.empty()) text += "\n" + chart;
  std::vector<FacetView> tables = {names_table(profile)};
  tables.insert(tables.end(), profile.company.begin(), profile.company.end());
  text += "\n" + format_facets(tables, screen);
  const std::string names = titles(profile, screen) + names_below(profile, screen) + merged(profile, screen);
  if (!names.empty()) text += "\n" + names;
  for (const std::string& article : format_citations(profile.newest, false, screen)) text += "\n" + article;
  return text;
}

std::string report_of(const ChoiceView& choice, std::string_view command) {
  const std::string asked = "'" + safe_text(choice.asked) + "'";
  if (choice.fitting == 0) {
    std::string text = "dateline: no person, place or organization in this archive is called " + asked + "\n";
    if (choice.rejected) {
      return text + "hint: people said that it is none; see: dateline-index entities log\n";
    }
    if (choice.suggestions.empty()) return text + "hint: as a word, it may be found with: dateline search\n";
    std::vector<std::string> list;
    for (const CandidateView& near : choice.suggestions) {
      list.push_back("'" + safe_text(near.name) + "' (" + near.kind + ", " + counted(near.articles, "article") + ")");
    }
    return text + "hint: did you mean " + joined(list) + "?\n";
  }
  std::string text = "dateline: " + asked + " may be any of " + with_thousands(choice.fitting) + "\n";
  std::size_t name_width = 0, count_width = 0;
  for (const CandidateView& other : choice.others) {
    name_width = std::min<std::size_t>(40, std::max(name_width, display_width(other.name)));
    count_width = std::max(count_width, counted(other.articles, "article").size());
  }
  for (const CandidateView& other : choice.others) {
    const std::string count = counted(other.articles, "article");
    text += "  " + fit(other.kind, 12) + "  " + fit(other.name, name_width) + "  " +
            std::string(count_width - std::min(count_width, count.size()), ' ') + count + "  =" + other.id + "\n";
  }
  if (choice.fitting > choice.others.size()) {
    text += "  and " + with_thousands(choice.fitting - choice.others.size()) + " more\n";
  }
  return text + "hint: choose one with --kind, its full name, or its number: dateline " + std::string(command) + " =" +
         choice.others.front().id + "\n";
}

}  // namespace dateline::cli
