// The one table of commands and options: the option parser, --help and the test of the man page read it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::cli {

enum class Command : std::uint8_t { kSearch, kFacets, kShow, kEntity, kMentions, kExplain, kVersion, kHelp };

struct CommandInfo {
  Command command;
  std::string_view name;
  std::string_view arguments;
  std::string_view help;
};

inline constexpr std::array kCommands = {
    CommandInfo{Command::kSearch, "search", "QUERY…", "find articles: ranked, with snippets and facets"},
    CommandInfo{Command::kFacets, "facets", "[QUERY…]", "count who, where and which organizations, without hits"},
    CommandInfo{Command::kShow, "show", "ID", "print one article with its entities"},
    CommandInfo{Command::kEntity, "entity", "NAME…", "who a person, place or organization is: names, times, company"},
    CommandInfo{Command::kMentions, "mentions", "NAME [QUERY…]",
                "the sentences that name a person, place or organization"},
    CommandInfo{Command::kExplain, "explain", "QUERY…", "print how a query is understood"},
    CommandInfo{Command::kVersion, "version", "", "print the version"},
    CommandInfo{Command::kHelp, "help", "[COMMAND]", "print help on a command"},
};

// Sets of commands, one bit each.
using CommandSet = unsigned;
constexpr CommandSet set_of(Command command) {
  return 1U << static_cast<unsigned>(command);
}
inline constexpr CommandSet kOnlySearch = set_of(Command::kSearch);
inline constexpr CommandSet kCounting = kOnlySearch | set_of(Command::kFacets);
inline constexpr CommandSet kNaming = set_of(Command::kEntity) | set_of(Command::kMentions);
inline constexpr CommandSet kPaging = kOnlySearch | set_of(Command::kMentions);
inline constexpr CommandSet kAsking = kCounting | set_of(Command::kMentions) | set_of(Command::kExplain);
inline constexpr CommandSet kPrinting = kCounting | kNaming | set_of(Command::kShow);
inline constexpr CommandSet kOpening = kPrinting | kAsking;

struct OptionInfo {
  std::string_view name;
  std::string_view value;  // what stands for the value in help; "" for a switch
  CommandSet commands;
  std::string_view help;
};

inline constexpr std::array kOptions = {
    OptionInfo{"person", "NAME", kCounting, "only articles that name this person; again: or that one"},
    OptionInfo{"place", "NAME", kCounting, "only articles that name this place, or speak of this country"},
    OptionInfo{"org", "NAME", kCounting, "only articles that name this organization"},
    OptionInfo{"country", "NAME", kCounting, "only articles that speak of this country, its towns or its people"},
    OptionInfo{"source", "NAME", kCounting, "only articles of this publisher"},
    OptionInfo{"author", "NAME", kCounting, "only articles by this author"},
    OptionInfo{"lang", "CODE", kCounting, "only articles in this language (en, fr)"},
    OptionInfo{"date", "RANGE", kCounting, "only articles of a time: 2024, 2024-08, 2024-07-01..2024-08-16, 2024.."},
    OptionInfo{"match", "all|any|most", kAsking, "how many of the plain words must occur (all)"},
    OptionInfo{"kind", "person|place|org", kNaming, "whom the name means, where several kinds have it"},
    OptionInfo{"sort", "relevance|newest|oldest", kPaging,
               "the order of the articles (search relevance, mentions newest)"},
    OptionInfo{"limit", "N", kPaging | set_of(Command::kEntity),
               "how many to print: hits (10), mentions (20), of entity the newest articles (3)"},
    OptionInfo{"offset", "N", kPaging, "hits or mentions to pass over first (0)"},
    OptionInfo{"facet", "KIND", kCounting,
               "count this kind; again for more: person, place, org, country, source, author, language, date"},
    OptionInfo{"facet-limit", "N", kCounting, "values of each kind (search 10, facets 25; 0 for all)"},
    OptionInfo{"no-facets", "", kOnlySearch, "hits only"},
    OptionInfo{"date-by", "year|month|day", kCounting, "the periods in which dates are counted (chosen to fit)"},
    OptionInfo{"json", "", kPrinting, "print one JSON object"},
    OptionInfo{"color", "auto|always|never", kOpening, "colour (auto: on a terminal, unless NO_COLOR is set)"},
    OptionInfo{"db", "DIR", kOpening, "the archive (else $DATELINE_DB, else ~/.local/share/dateline)"},
    OptionInfo{"help", "", ~0U, "print help on the command"},
};

}  // namespace dateline::cli
