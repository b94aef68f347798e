// A credit is taken only if every word of the line has a place in its grammar; a story's sentence has words that do
// not.
#include "indexer/cleaning/credits.h"

#include <algorithm>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/person_names.h"
#include "indexer/cleaning/publishers.h"
#include "indexer/cleaning/words.h"
#include "shared/base/strings.h"
#include "shared/text/sentences.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestByline = 200;
constexpr std::size_t kLongestCredit = 600;

// What may follow "contributed", beside "from" and places.
constexpr std::string_view kContributions[] = {
    "additional reporting", "reporting and research", "reporting",    "research",      "to this report",
    "to this story",        "to this article",        "to this post", "to the report", "to this newsletter"};

// What a credit may begin with; the names follow.
constexpr std::string_view kCreditStarts[] = {"Additional reporting by ",
                                              "Additional reporting from ",
                                              "Further reporting by ",
                                              "With additional reporting by ",
                                              "With reporting by ",
                                              "With reporting from ",
                                              "Reporting by ",
                                              "With assistance from ",
                                              "With assistance by ",
                                              "Editing by ",
                                              "Writing by ",
                                              "Written by ",
                                              "Reporting and writing by ",
                                              "Compiled by ",
                                              "Additional research by "};

// Credits of work that is no reporting: the names are not taken, the line is still a credit.
bool names_reporters(std::string_view start) {
  return !starts_with_ignoring_case(start, "Editing") && !starts_with_ignoring_case(start, "Compiled");
}

void add_names(Credit& credit, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (std::find(credit.names.begin(), credit.names.end(), name) == credit.names.end()) credit.names.push_back(name);
  }
}

bool all_names(const std::vector<std::string>& names) {
  return !names.empty() &&
         std::all_of(names.begin(), names.end(), [](const std::string& n) { return looks_like_name(n); });
}

// "CNN’s Jane Doe" → publisher, and `text` without it. "The New York Times’ Jane Doe" too.
std::string take_publisher(std::string_view& text) {
  for (const std::string_view mark : {"’s ", "'s ", "’ ", "' "}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos || at == 0 || at > 40) continue;
    const std::string_view before = text.substr(0, at);
    if (words_of(before).size() > 4 || before.find(',') != std::string_view::npos) continue;
    const std::string_view known = known_publisher(before);
    text = trim(text.substr(at + mark.size()));
    return std::string(known.empty() ? before : known);
  }
  return {};
}

// Places and further names: "Tel Aviv, and Johnatan Reiss and Myra Noveck from Jerusalem". A piece that has the form of
// a name is one if "from" comes after it.
bool read_places(std::string_view text, Credit& credit) {
  while (true) {
    const std::size_t next = text.find(" from ");
    if (next == std::string_view::npos) break;
    const std::string_view piece = text.substr(0, next);
    const std::size_t comma = std::min(piece.find(", "), piece.find("; "));
    if (comma == std::string_view::npos) return false;
    const auto names = split_names(piece.substr(comma + 1));
    if (!all_names(names)) return false;
    add_names(credit, names);
    text = text.substr(next + 6);
  }
  const auto words = words_of(text);
  return words.size() <= 8 && std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return word == "and" || word == "the" || word == "of" || word == "in" || (word[0] & 0x20) == 0 ||
                  static_cast<unsigned char>(word[0]) >= 0x80;
         });
}

// What follows "contributed".
bool read_contributed(std::string_view rest, Credit& credit) {
  bool any = false;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view each : kContributions) {
      const bool whole_word = rest.size() == each.size() || (rest.size() > each.size() && rest[each.size()] == ' ');
      if (!starts_with_ignoring_case(rest, each) || !whole_word) continue;
      rest = trim(rest.substr(each.size()));
      again = any = true;
    }
  }
  if (!any) return false;
  if (rest.empty()) return true;
  if (starts_with_ignoring_case(rest, "from ")) return read_places(rest.substr(5), credit);
  if (starts_with_ignoring_case(rest, "in ")) return read_places(rest.substr(3), credit);
  return false;
}

// The people of a list in which some bear the name of their publisher: "CNN’s Jane Doe, John Roe and The Associated
// Press".
bool read_people(std::string_view list, Credit& credit) {
  for (const std::string& name : split_names(list)) {
    std::string_view person = name;
    const std::string publisher = take_publisher(person);
    if (credit.publisher.empty()) credit.publisher = publisher;
    if (!known_publisher(person).empty()) continue;
    if (!looks_like_name(person)) return false;
    add_names(credit, {std::string(person)});
  }
  return !trim(list).empty();
}

std::optional<Credit> read_names_contributed(std::string_view line) {
  for (const std::string_view verb : {" also contributed ", " contributed "}) {
    const std::size_t at = line.find(verb);
    if (at == std::string_view::npos) continue;
    Credit credit;
    if (!read_people(line.substr(0, at), credit)) return std::nullopt;
    if (!read_contributed(trim(line.substr(at + verb.size())), credit)) return std::nullopt;
    return credit;
  }
  return std::nullopt;
}

// "Reporting by Jane Doe in Kyiv and John Roe; editing by Max Moe"
std::optional<Credit> read_started_credit(std::string_view line) {
  Credit credit;
  for (const std::string_view piece : split(line, ';')) {
    const std::string_view part = trim(piece);
    const auto* const start =
        std::find_if(std::begin(kCreditStarts), std::end(kCreditStarts),
                     [&](std::string_view each) { return starts_with_ignoring_case(part, each); });
    if (start == std::end(kCreditStarts)) return std::nullopt;
    const auto names = split_names(part.substr(start->size()));
    if (!all_names(names)) return std::nullopt;
    if (names_reporters(*start)) add_names(credit, names);
  }
  return credit;
}

// Brackets, dashes and the full stop around a credit.
std::string_view bare(std::string_view line) {
  line = trim(line);
  for (const std::string_view dash : {"—", "–", "--", "-", "("}) {
    if (line.starts_with(dash)) line = trim(line.substr(dash.size()));
  }
  while (line.ends_with(')') || line.ends_with('.')) line.remove_suffix(1);
  return trim(line);
}

// Cheap: most lines are none.
bool may_be_credit(std::string_view line) {
  constexpr std::string_view kMarks[] = {" contributed ", " by ", " By ", " BY ", " from "};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
}

std::optional<Credit> read_one_credit(std::string_view line) {
  const std::string_view text = bare(line);
  if (auto credit = read_names_contributed(text)) return credit;
  return read_started_credit(text);
}

}  // namespace

std::optional<Credit> read_byline(std::string_view line) {
  line = trim(line);
  if (line.size() > kLongestByline || !starts_with_ignoring_case(line, "by")) return std::nullopt;
  if (line.size() < 4 || (line[2] != ' ' && line[2] != ':')) return std::nullopt;
  Credit credit;
  credit.names = split_names(line);
  if (credit.names.size() == 1 && !known_publisher(credit.names.front()).empty()) return credit;
  if (!all_names(credit.names)) return std::nullopt;
  const std::size_t comma = line.find_last_of(",|");
  if (comma != std::string_view::npos) credit.publisher = known_publisher(trim(line.substr(comma + 1)));
  return credit;
}

std::optional<Credit> read_contribution(std::string_view line) {
  if (line.size() > kLongestCredit || !may_be_credit(line)) return std::nullopt;
  if (auto credit = read_one_credit(line)) return credit;
  const auto sentences = split_sentences(line);
  if (sentences.size() < 2) return std::nullopt;
  Credit all;
  for (const Sentence& sentence : sentences) {
    auto credit = read_one_credit(line.substr(sentence.begin, sentence.end - sentence.begin));
    if (!credit) return std::nullopt;
    add_names(all, credit->names);
    if (all.publisher.empty()) all.publisher = std::move(credit->publisher);
  }
  return all;
}

void take_contribution(const Credit& credit, Article& article) {
  for (const std::string& name : credit.names) {
    auto& known = article.contributors;
    if (std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
  }
  if (article.source.empty()) article.source = credit.publisher;
}

}  // namespace dateline
