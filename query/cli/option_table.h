// The one table of options: the option parser, --help, the manual page and the completions are made from it. Which
// command takes which of them is said by the command (command.h).
#pragma once

#include <array>
#include <string_view>

#include "shared/command_line/description.h"

namespace dateline::cli {

using OptionInfo = command_line::Option;

inline constexpr std::array kOptions = {
    OptionInfo{"person", "NAME", "only articles that name this person; again: or that one",
               "Only articles that name this person. Given again, values of one kind are alternatives; different kinds "
               "must all be there. The counts of a kind ignore the selection of that kind, so that one sees what else "
               "could be chosen."},
    OptionInfo{"place", "NAME", "only articles that name this place, or speak of this country",
               "Only articles that name this place. A place that is a country is also found where the article only "
               "speaks of it, by its towns or its people; '--place =NAME' is that very place."},
    OptionInfo{"org", "NAME", "only articles that name this organization"},
    OptionInfo{"country", "NAME", "only articles that speak of this country, its towns or its people"},
    OptionInfo{"source", "NAME", "only articles of this publisher"},
    OptionInfo{"author", "NAME", "only articles by this author"},
    OptionInfo{"lang", "CODE", "only articles in this language (en, fr)"},
    OptionInfo{"date", "RANGE", "only articles of a time: 2024, 2024-08, 2024-07-01..2024-08-16, 2024..",
               "Only articles of this time, as after 'date:' in a query: 2024, 2024-08, 2024-08-16, "
               "2024-07-01..2024-08-16, 2024.. or ..2024-08."},
    OptionInfo{"match", "all|any|most", "how many of the plain words must occur (all)",
               "How many of the plain words must occur: all of them (the default), any, or at least two thirds."},
    OptionInfo{"kind", "person|place|org", "whom the name means, where several kinds have it",
               "Whom the name means, where entities of several kinds have it."},
    OptionInfo{"sort", "relevance|newest|oldest", "the order of the articles (search relevance, mentions newest)",
               "The order of the articles: 'search' has relevance, 'mentions' the newest first."},
    OptionInfo{
        "limit", "N",
        "how many to print: hits (10), mentions (20), of entity the newest articles (3), completions (10), peaks of "
        "timeline (5), of compare and trends values of each kind (10); all",
        "How many to print: hits, 10 unless given; mentions, 20; of 'entity' the newest articles, 3; completions, "
        "10; of 'timeline' peaks, 5; of 'compare' and 'trends' values of each kind, 10. 'all' prints every hit or "
        "mention; with one page of text or JSON, at most 100,000."},
    OptionInfo{"format", "text|json|jsonl|csv|tsv|markdown|paths", "how to print: for people (text), or for programs",
               "How to print. 'text' is for people. 'json' is one object with everything, as --json. The other formats "
               "are rows, for which any number of hits can be asked: 'jsonl' is one JSON object a line; 'csv' is "
               "RFC 4180, with a head, CR LF behind each row, and quotes around a field that needs them; 'tsv' has a "
               "tab between fields, and \\t, \\n, \\r and \\\\ in them for tab, line feed, carriage return and "
               "backslash; 'markdown' is a table; 'paths' is the file of each hit, each file once. The columns have "
               "names, and new ones come at the end. Remarks go to standard error."},
    OptionInfo{"null", "", "paths only, each with a zero byte behind it, for xargs -0",
               "Print paths, each with a zero byte behind it instead of a line end, for 'xargs -0'. '-0' is the same."},
    OptionInfo{"offset", "N", "hits or mentions to pass over first (0)"},
    OptionInfo{"facet", "KIND",
               "count this kind; again for more: person, place, org, country, source, author, language, date; "
               "person~net: only values whose name contains 'net'; of compare and trends: also word",
               "Count this kind: person, place, org, country, source, author, language or date. It may be given more "
               "than once. Without it, person, place, organization, source and date are counted. 'person~net' counts "
               "only people whose name contains 'net'. 'compare' and 'trends' analyse the kinds that are given; there "
               "'word' is one too.",
               "person place org country source author language date word"},
    OptionInfo{"facet-limit", "N", "values of each kind (search 10, facets 25; 0 for all)",
               "Values of each kind: 10 for 'search', 25 for 'facets'; 0 for all. Dates are always shown in full."},
    OptionInfo{"no-facets", "", "hits only"},
    OptionInfo{"date-by", "year|month|day", "the periods in which dates are counted (chosen to fit)",
               "The periods in which dates are counted. Without it, they are chosen so that there are at most 24, of a "
               "timeline some 70."},
    OptionInfo{"per", "article|story", "what facets count: articles, or near copies of one article as one (article)"},
    OptionInfo{"expand", "", "also rank by words that the best articles have in common"},
    OptionInfo{"recency", "TIME", "older articles rank lower: half after this time (30d, 6w, 6m, 1y)",
               "Let older articles rank lower: an article that is this much older than the newest one weighs half. "
               "TIME is a number of days, weeks, months or years: 30d, 6w, 6m, 1y."},
    OptionInfo{"collapse", "", "one hit for near copies of one article (so on a terminal)",
               "One hit for near copies of one article. Text for people is collapsed unless told otherwise, other "
               "formats are not. The number of articles found is the same."},
    OptionInfo{"no-collapse", "", "every article is a hit (so in other formats)", "Every article is a hit by itself."},
    OptionInfo{"mark-entities", "", "mark people, places and organizations in the snippets"},
    OptionInfo{"with", "QUERY", "the second query (or write it behind --)"},
    OptionInfo{"since", "TIME", "what is new: the last 7d, 2w, 3m, 1y, or since a date (7d)"},
    OptionInfo{"until", "DATE", "the end of that time (the day of the archive's newest article)"},
    OptionInfo{"falling", "", "what became rarer instead"},
    OptionInfo{"timeout", "TIME", "stop after this time (500ms, 5s, 1m) and say that the answer is partial"},
    OptionInfo{"hit", "ID", "the article whose score is explained (the first three hits)"},
    OptionInfo{
        "versions", "", "list what the article said over time: when, its title, words that changed",
        "List the versions of the article: when each was indexed, how many words were added and removed, and its "
        "title. A version is kept when an article is read again under the same id and a reader would see something "
        "else; the newest 100 are kept."},
    OptionInfo{"version", "N", "print an older version; 1 is the oldest"},
    OptionInfo{
        "diff", "", "print what changed in the last version, or in those named behind the id: 2, 1..3",
        "Print what changed, word by word, as 'git diff --word-diff' does: [-removed-] and {+added+}, in paragraphs "
        "with changes only. Without numbers it is the last change; 'ID 2' is what changed since version 2, and "
        "'ID 1..3' from version 1 to version 3."},
    OptionInfo{"replace", "", "in place of the saved search of this name",
               "Take the place of the saved search of this name. It is a new one: nothing was told for it, and it was "
               "never run."},
    OptionInfo{"no-alert", "", "new articles that match are not told by 'alerts'"},
    OptionInfo{"new-since-last-run", "", "only articles that came since the last run with this option",
               "Only articles that came into the archive since the last 'run' with this option; the first time, all. "
               "An article that was there and has changed is not new. All that is new is printed unless --limit says "
               "otherwise, and counts as shown once it was written: if the output cannot be written, or the program "
               "is killed before, it is new again."},
    OptionInfo{"count", "", "also how many articles match each search now"},
    OptionInfo{
        "json", "", "print JSON: one object, of batch one a query",
        "Print one JSON object. For 'search' and 'facets', docs/search-results.schema.json describes it, for "
        "'entity', 'mentions' and 'complete' docs/entity.schema.json, docs/mentions.schema.json and "
        "docs/complete.schema.json, for 'explain' docs/explain.schema.json, for 'timeline', 'compare' and 'trends' "
        "docs/timeline.schema.json, docs/compare.schema.json and docs/trends.schema.json. Where a name is not "
        "clear, they print it too."},
    OptionInfo{"no-pager", "", "never use a pager",
               "Print what is higher than the terminal without a pager. Else it is shown by $DATELINE_PAGER, $PAGER or "
               "less, where standard output is a terminal."},
    OptionInfo{"color", "auto|always|never", "colour (auto: on a terminal, unless NO_COLOR is set)",
               "Colour. 'auto', the default, means on a terminal, unless $NO_COLOR is set."},
    OptionInfo{"db", "DIR", "the archive (else $DATELINE_DB, else ~/.local/share/dateline)",
               "The archive. Without it, it is $DATELINE_DB, else $XDG_DATA_HOME/dateline, else "
               "~/.local/share/dateline."},
    OptionInfo{"help", "", "print help on the command"},
};

const OptionInfo* find_option(std::string_view name);  // nullptr for none

}  // namespace dateline::cli
