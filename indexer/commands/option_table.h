// The options of dateline-index: the option parser, help, the manual page and the completions are made from this table.
// Which command takes which of them is in the table of commands.
#pragma once

#include <array>

#include "shared/command_line/description.h"

namespace dateline {

inline constexpr std::array kIndexOptions = {
    command_line::Option{"db", "DIR", "the archive's folder (else $DATELINE_DB, else ~/.local/share/dateline)",
                         "The archive's folder. Without it, it is $DATELINE_DB, else $XDG_DATA_HOME/dateline, else "
                         "~/.local/share/dateline."},
    command_line::Option{"entities", "extract|given|both", "where people, places and organizations come from (both)",
                         "Where people, places and organizations come from: the text, the publisher's lists, or both, "
                         "which is the default; 'entities apply' and 'entities split' do as the last 'add' did."},
    command_line::Option{"language", "NAME", "of the stemmer: english (default), german, fr, …, none",
                         "Of the stemmer, for a new archive or a rebuild: english (the default), german, fr and so on, "
                         "or none."},
    command_line::Option{"prune", "", "remove articles whose files are gone or no longer hold them",
                         "Remove articles whose files are gone or no longer hold them. Entries that a feed no longer "
                         "has stay, and so does what stood in a part of a file that cannot be read now."},
    command_line::Option{"dry-run", "", "tell what would be added, changed, rejected and removed; write nothing",
                         "Tell what would be added, changed and rejected, and with --prune removed, a line for each "
                         "article ('add', 'change' or 'remove', its place and title), and write nothing: no archive is "
                         "made, and another writer is not waited for. With --json only the report is printed."},
    command_line::Option{"follow-feeds", "FILE", "also read the feeds on this disk that FILE lists",
                         "Also read the feeds that FILE lists: a path or a pattern such as 'feeds/*.xml' a line, "
                         "relative to FILE, with '#' before comments; or OPML, of which the outlines count that name "
                         "files. What is listed and not there is rejected, and the rest is read. Feeds are fetched by "
                         "other programs."},
    command_line::Option{
        "alert", "[=COMMAND]", "tell which new articles match saved searches; or run a program for each",
        "After articles were added, tell which of them match saved searches, as 'dateline alerts' does: print a line "
        "for each, or run COMMAND for each, a program without arguments. 'dateline' is $DATELINE_PROGRAM, else the "
        "program beside this one, else that of $PATH. Where no other error has one, the exit status is that of the "
        "telling."},
    command_line::Option{
        "map",
        "FIELD=NAME",
        "what a field of articles is called in the files, such as text=body.content; repeatable",
        "What a field of articles is called in JSON, JSON Lines, CSV and TSV, such as 'title=headline' or "
        "'text=body.content' for an object within an object. It may be given several times; the first name that has a "
        "value counts, before the usual names. FIELD is id, url, title, date, author, contributors, source, "
        "text, language, dateline, section, caption, people, places or organizations. A file that was read with other "
        "mappings is read again.",
        {},
        '\0',
        true},
    command_line::Option{"raw", "", "the input is one plain text, taken byte for byte",
                         "The input of 'extract' is one plain text, taken byte for byte."},
    command_line::Option{"json", "", "JSON on standard output"},
    command_line::Option{"provenance", "", "with --json: where each value was found",
                         "With 'extract --json': where each value was found (\"json-ld datePublished\", \"h1\")."},
    command_line::Option{"rejected", "", "list rejected articles and why"},
    command_line::Option{"jobs", "N", "preparing threads (as many as cores)",
                         "Preparing threads; as many as cores where none are given."},
    command_line::Option{"quiet", "", "errors only", {}, {}, 'q'},
    command_line::Option{"progress", "auto|always|never", "a line that tells how it goes (auto: on a terminal)",
                         "A line on standard error that tells how it goes; 'auto', the default, means on a terminal."},
    command_line::Option{
        "kind", "KIND", "person, place, organization, source or author",
        "The kind of the names that are given, or that is listed, or that 'entities pin' sets: person, "
        "place, organization, source or author.",
        "person place organization source author"},
    command_line::Option{"into", "NAME", "the entity that the others stand for"},
    command_line::Option{"from", "NAME", "the entity that is somebody else"},
    command_line::Option{"articles", "KEY…", "only in these articles",
                         "Only in these articles. Their ids follow, up to the next option."},
    command_line::Option{"as", "NAME", "who is meant in these articles; may be new"},
    command_line::Option{
        "limit", "N", "how many: entities to list (50; 0: all); articles to add in one run",
        "How many entities to list, 50 unless given; 0 for all. With 'add': stop when so many articles "
        "have been added or changed; the next run goes on with the rest, and nothing is pruned before "
        "a run that comes to the end."},
    command_line::Option{"sort", "articles|name", "the order of the list (articles)"},
    command_line::Option{"all", "", "list also what was merged or rejected, and what is in no article"},
    command_line::Option{"known", "", "list your own list instead"},
    command_line::Option{"undo", "", "take a rejection or a pin back"},
    command_line::Option{"replace", "", "forget the list that was there before"},
    command_line::Option{"help", "", "print help on the command", {}, {}, 'h'},
    command_line::Option{"version", "", "print the version"},
};

}  // namespace dateline
