// The one table of options: the option parser, --help, the completions and the tests of the manual read it. Which
// command takes which of them is said by the command (command.h).
#pragma once

#include <array>
#include <string_view>

namespace dateline::cli {

struct OptionInfo {
  std::string_view name;
  std::string_view value;  // what stands for the value in help; "" for a switch
  std::string_view help;
};

inline constexpr std::array kOptions = {
    OptionInfo{"person", "NAME", "only articles that name this person; again: or that one"},
    OptionInfo{"place", "NAME", "only articles that name this place, or speak of this country"},
    OptionInfo{"org", "NAME", "only articles that name this organization"},
    OptionInfo{"country", "NAME", "only articles that speak of this country, its towns or its people"},
    OptionInfo{"source", "NAME", "only articles of this publisher"},
    OptionInfo{"author", "NAME", "only articles by this author"},
    OptionInfo{"lang", "CODE", "only articles in this language (en, fr)"},
    OptionInfo{"date", "RANGE", "only articles of a time: 2024, 2024-08, 2024-07-01..2024-08-16, 2024.."},
    OptionInfo{"match", "all|any|most", "how many of the plain words must occur (all)"},
    OptionInfo{"kind", "person|place|org", "whom the name means, where several kinds have it"},
    OptionInfo{"sort", "relevance|newest|oldest", "the order of the articles (search relevance, mentions newest)"},
    OptionInfo{"limit", "N", "how many to print: hits (10), mentions (20), of entity the newest articles (3), complete (10)"},
    OptionInfo{"offset", "N", "hits or mentions to pass over first (0)"},
    OptionInfo{"facet", "KIND",
               "count this kind; again for more: person, place, org, country, source, author, language,\n"
               "                        date; person~net: only values whose name contains 'net'"},
    OptionInfo{"facet-limit", "N", "values of each kind (search 10, facets 25; 0 for all)"},
    OptionInfo{"no-facets", "", "hits only"},
    OptionInfo{"date-by", "year|month|day", "the periods in which dates are counted (chosen to fit)"},
    OptionInfo{"per", "article|story", "what facets count: articles, or near copies of one article as one (article)"},
    OptionInfo{"expand", "", "also rank by words that the best articles have in common"},
    OptionInfo{"recency", "TIME", "older articles rank lower: half after this time (30d, 6w, 6m, 1y)"},
    OptionInfo{"collapse", "", "one hit for near copies of one article (so on a terminal)"},
    OptionInfo{"no-collapse", "", "every article is a hit (so in other formats)"},
    OptionInfo{"mark-entities", "", "mark people, places and organizations in the snippets"},
    OptionInfo{"timeout", "TIME", "stop after this time (500ms, 5s, 1m) and say that the answer is partial"},
    OptionInfo{"json", "", "print JSON: one object, of batch one a query"},
    OptionInfo{"color", "auto|always|never", "colour (auto: on a terminal, unless NO_COLOR is set)"},
    OptionInfo{"db", "DIR", "the archive (else $DATELINE_DB, else ~/.local/share/dateline)"},
    OptionInfo{"help", "", "print help on the command"},
};

const OptionInfo* find_option(std::string_view name);  // nullptr for none

}  // namespace dateline::cli
