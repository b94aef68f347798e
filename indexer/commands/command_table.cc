// Names, synopses and help texts.
#include "indexer/commands/command_table.h"

#include <algorithm>
#include <array>

#include "indexer/commands/option_table.h"

namespace dateline {
namespace {

constexpr std::array kCommands = {
    CommandInfo{
        "add", IndexCommand::kAdd, "PATH…", "add or update articles; '-' is stdin; a folder is walked",
        "db entities language map prune follow-feeds limit dry-run alert jobs quiet progress json help", "PATH", 1,
        kMany,
        "  dateline-index --db news articles/            index a folder; run it again to update\n"
        "  dateline-index --db news wire.jsonl.gz        index JSON Lines, one article a line\n"
        "  zcat feed.gz | dateline-index --db news -     index from standard input\n"
        "  dateline-index --db news --prune articles/    also remove articles whose files are gone\n"
        "  dateline-index add --dry-run --prune news/    what that would do; nothing is written\n"
        "  dateline-index add --follow-feeds feeds.txt   read the feeds that a list names\n",
        "Add new articles and update changed ones; what is unchanged is not read again. A folder is walked; '-' is "
        "standard input. With --json, a line says at the end what was done, as docs/add.schema.json describes it. "
        "This is the command where none is named.\n"},
    CommandInfo{
        "watch", IndexCommand::kWatch, "PATH…", "add, and add again whenever files change, until it is stopped",
        "db entities language map prune follow-feeds alert jobs quiet progress json help", "PATH", 1, kMany,
        "  dateline-index watch --db news articles/      until Ctrl-C; what is written is indexed a second later\n"
        "  dateline-index watch --prune --alert incoming/\n",
        "Add what is there, then wait until files come, change or go below the paths and have settled for a second, "
        "and add again; folders that come later are watched, too. With --prune, articles go with their files; not "
        "where a whole PATH is gone, such as a disk that is not mounted. Between two runs other writers can work on "
        "the archive; while one does, this waits. With --json, each run that changed something prints a line. Ctrl-C "
        "or SIGTERM ends it, with exit status 0.\n"},
    CommandInfo{"remove", IndexCommand::kRemove, "KEY…", "remove articles by their ids", "db quiet help", "KEY", 1,
                kMany, "  dateline-index remove --db news wire-17 wire-18\n"},
    CommandInfo{"status", IndexCommand::kStatus, "", "what is in the archive", "db json rejected help", "", 0, 0,
                "  dateline-index status --db news\n"
                "  dateline-index status --db news --rejected    what could not be read and why\n",
                "Print what is in the archive; --rejected lists what could not be read and why.\n"},
    CommandInfo{"check", IndexCommand::kCheck, "", "prove that catalog, index and columns agree", "db quiet help", "",
                0, 0, "  dateline-index check --db news\n"},
    CommandInfo{"rebuild", IndexCommand::kRebuild, "", "make the index anew from the catalog, aside, and swap it in",
                "db language jobs quiet help", "", 0, 0, "  dateline-index rebuild --db news\n"},
    CommandInfo{"compact", IndexCommand::kCompact, "", "copy the index without what was removed", "db quiet help", "",
                0, 0, "  dateline-index compact --db news\n"},
    CommandInfo{"extract", IndexCommand::kExtract, "PATH…", "show what would be indexed; touches no archive",
                "map raw json provenance entities help", "PATH", 1, kMany,
                "  dateline-index extract --json page.txt        see what would be indexed\n"},
    CommandInfo{"export", IndexCommand::kExport, "", "write all articles as JSON Lines", "db help", "", 0, 0,
                "  dateline-index export --db news | gzip > news.jsonl.gz\n"},
    CommandInfo{
        "entities list", IndexCommand::kEntitiesList, "[PATTERN]",
        "people, places and organizations with their articles; those of which a name contains PATTERN",
        "db kind limit sort all known json help", "PATTERN", 0, 1,
        "  dateline-index entities list --db news --kind person\n",
        "People, places and organizations with the number of their articles, their aliases and what was merged into "
        "them; with PATTERN, those of which a name contains it.\n"},
    CommandInfo{
        "entities show", IndexCommand::kEntitiesShow, "NAME",
        "one entity: its names with counts, what was merged into it, corrections that concern it", "db kind json help",
        "NAME", 1, 1, "  dateline-index entities show --db news 'Ismail Haniyeh'\n",
        "One entity: its names with counts, how articles write it, what was merged into it, and the corrections "
        "that concern it.\n"},
    CommandInfo{"entities merge", IndexCommand::kEntitiesMerge, "NAME… --into NAME",
                "count and find these as one entity from now on; nothing is indexed again", "db kind into quiet help",
                "NAME", 1, kMany, "  dateline-index entities merge --db news 'Ismail Haniya' --into 'Ismail Haniyeh'\n",
                "Count and find these as one entity from now on. Readers see it at once; nothing is indexed again.\n"},
    CommandInfo{
        "entities split", IndexCommand::kEntitiesSplit, "NAME [--from OTHER|--articles KEY… --as OTHER]",
        "take back the merge of NAME, or give what some articles say of it to OTHER",
        "db kind from articles as entities quiet help", "NAME", 1, 1,
        "  dateline-index entities split --db news 'James Baker' --articles wire-17 wire-18 --as 'Howard Baker'\n",
        "Without --from or --articles, NAME stands for itself again and is never merged by the program into those "
        "that it stood for, whether the program or a person merged it. --from says the same of two names whether "
        "they are merged or not. With --articles, the mentions of NAME in these articles mean OTHER; the articles "
        "are indexed again.\n"},
    CommandInfo{"entities rename", IndexCommand::kEntitiesRename, "NAME NEW",
                "show an entity under another name; both names find it", "db kind quiet help", "NAME", 2, 2,
                "  dateline-index entities rename --db news Bombay Mumbai\n"},
    CommandInfo{"entities reject", IndexCommand::kEntitiesReject, "NAME…",
                "say that this is no entity: it is counted and found no more; --undo takes that back",
                "db kind undo quiet help", "NAME", 1, kMany,
                "  dateline-index entities reject --db news 'person:Doha Film Festival'\n"},
    CommandInfo{"entities pin", IndexCommand::kEntitiesPin, "NAME --kind KIND",
                "say what kind NAME is: what was found under another kind counts as this one; --undo takes that back",
                "db kind undo quiet help", "NAME", 1, 1,
                "  dateline-index entities pin --db news Chase --kind organization\n"},
    CommandInfo{"entities alias", IndexCommand::kEntitiesAlias, "NAME ALIAS…",
                "give an entity other names, also such as no article has used yet", "db kind quiet help", "NAME", 2,
                kMany, "  dateline-index entities alias --db news 'Benjamin Netanyahu' Bibi\n"},
    CommandInfo{"entities log", IndexCommand::kEntitiesLog, "", "all corrections, in their order", "db json help", "",
                0, 0, "  dateline-index entities log --db news\n"},
    CommandInfo{"entities export", IndexCommand::kEntitiesExport, "[FILE]", "write the corrections as JSON Lines",
                "db help", "FILE", 0, 1,
                "  dateline-index entities export --db news | dateline-index entities import --db other -\n"},
    CommandInfo{
        "entities import", IndexCommand::kEntitiesImport, "FILE",
        "take over corrections that another archive exported; those that are there already are passed over",
        "db quiet help", "FILE", 1, 1, "  dateline-index entities import --db news corrections.jsonl\n",
        "Take over the corrections of another archive. Those that are there already are passed over; names that are "
        "not in this archive are corrected when they come.\n"},
    CommandInfo{
        "entities import-list", IndexCommand::kEntitiesImportList, "FILE",
        "take over your own list of entities; --replace forgets the one before", "db replace quiet help", "FILE", 1, 1,
        "  dateline-index entities import-list --db news people.csv\n",
        "FILE is CSV with a head, a JSON array, or JSON Lines. Columns: kind (person, place, organization), name, "
        "aliases (in CSV separated by ';'), external_id. These names are found in articles from the next run on, "
        "and in those that are indexed after 'dateline-index entities apply'. '-' is standard input.\n"},
    CommandInfo{
        "entities apply", IndexCommand::kEntitiesApply, "",
        "look for entities anew in all stored articles, with your list and corrections; what changed is indexed",
        "db entities jobs quiet progress json help", "", 0, 0, "  dateline-index entities apply --db news\n",
        "Look for entities anew in all stored articles, with the list and the corrections. Only what comes out "
        "otherwise is indexed again. A run that was stopped goes on where it was.\n"},
    CommandInfo{
        "completion", IndexCommand::kCompletion, "bash|zsh|fish",
        "print the script that completes command lines in a shell", "help", "SHELL", 1, kMany,
        "  source <(dateline-index completion bash)      in ~/.bashrc\n",
        "Print the script that makes a shell complete commands, options, their values and paths. Where Dateline is "
        "installed, the shells find it by themselves.\n"},
    CommandInfo{"help", IndexCommand::kHelp, "[COMMAND|entities|formats]", "print help, on a command or a topic", "",
                "COMMAND", 0, 2, "  dateline-index help add\n",
                "Print help, on a command where one is given; 'formats' are the formats that can be read.\n"},
};

constexpr std::string_view kExamples =
    "  dateline-index --db news articles/            index a folder; run it again to update\n"
    "  dateline-index --db news wire.jsonl.gz        index JSON Lines, one article a line\n"
    "  zcat feed.gz | dateline-index --db news -     index from standard input\n"
    "  dateline-index --db news --prune articles/    also remove articles whose files are gone\n"
    "  dateline-index extract --json page.txt        see what would be indexed\n"
    "  dateline-index check --db news                prove that the archive is sound\n"
    "  dateline-index entities merge --db news Bibi --into 'Benjamin Netanyahu'\n";

constexpr std::string_view kArchiveNote =
    "The archive is --db DIR, else $DATELINE_DB, else $XDG_DATA_HOME/dateline (~/.local/share/dateline).\n"
    "\n"
    "Exit status: 0 done, 1 nothing found, or check found problems, 2 wrong usage, 3 archive missing, damaged or of "
    "another version, 4 another writer is at work, 5 some articles were rejected, the rest is indexed, 70 our bug.\n";

constexpr std::string_view kFormatsHelp =
    "Formats are recognised by content; any of them may be compressed (gzip, bzip2, xz, zstd) and lie in tar and ZIP\n"
    "archives, which may lie in each other. What is in an archive is named ARCHIVE!/MEMBER.\n\n"
    "  plain text    one article a file, such as a saved news page: title, date, byline and dateline are\n"
    "                taken from it, page furniture is left out. UTF-8, UTF-16, Windows-1252, Latin-1.\n"
    "  JSON          an object, an array of objects, or an array called articles, items, results, data or docs\n"
    "                within objects; fields as in JSON Lines, or as --map says.\n"
    "  CSV, TSV      one article a record, with a head that names the columns as JSON Lines does, or --map.\n"
    "  mail          mbox folders and .eml: a message is an article, its HTML before its plain text.\n"
    "  JSON Lines    one article a line: id, url, title, date, author, contributors, source, text (required),\n"
    "                language, section, caption, and people, places, organizations (arrays of names given by the\n"
    "                publisher). With \"text_format\": \"plain\" texts are taken as they are: not as HTML, not "
    "cleaned.\n"
    "  WARC          one article a page that was crawled (status 200, HTML or plain text), under the address\n"
    "                it was crawled from; chunks, gzip and deflate are undone, images and the like passed over.\n"
    "  HTML          one saved page a file: the story, title, date, authors, address.\n"
    "  feeds         RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed: one article an entry, from its fullest\n"
    "                text. Broken ones are read as far as they go; an entry that is only a headline is rejected.\n"
    "  NITF, NewsML-G2, NewsML 1.x, ninjs 1.x to 3.x\n"
    "                one article a news item, with the people, places and organizations that it names.\n"
    "  Reuters-21578 its SGML, one article a record.\n"
    "  PDF           one article a document, where the build has poppler; what is only a picture is rejected.\n";

constexpr std::string_view kEntitiesNote =
    "A NAME is an entity's name or one of its aliases. Where several kinds have it, they are listed, and it is written "
    "with its kind: 'person:Chase', 'organization:Chase'; or give --kind. Sources and authors can be corrected as "
    "well, "
    "with their kind.\n"
    "\n"
    "Each correction is an entry of a journal in the archive ('entities log'). It holds for articles that come later, "
    "through 'rebuild' and with a new recogniser. The last word on a name counts, and the program never merges again "
    "what a person has split.\n";

constexpr command_line::Group kEntities{"entities", "look through people, places and organizations, and correct them",
                                        kEntitiesNote};

}  // namespace

std::span<const CommandInfo> commands() {
  return kCommands;
}

const CommandInfo* find_command(std::string_view name) {
  const auto* const it =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const CommandInfo& info) { return info.name == name; });
  return it == kCommands.end() ? nullptr : it;
}

bool is_entity_command(const CommandInfo& info) {
  return info.name.starts_with("entities ");
}

command_line::Program description() {
  command_line::Program program{.name = "dateline-index",
                                .help = "index news articles for dateline, and correct who is who",
                                .examples = kExamples,
                                .notes = kArchiveNote,
                                .commands = {},
                                .options = {kIndexOptions.begin(), kIndexOptions.end()},
                                .groups = {kEntities},
                                .usual_command = "add"};
  for (const CommandInfo& info : commands()) {
    program.commands.push_back({.name = info.name,
                                .arguments = info.arguments,
                                .help = info.summary,
                                .examples = info.examples,
                                .options = info.options,
                                .more = info.more,
                                .notes = info.operand == "NAME" ? kEntitiesNote : std::string_view()});
  }
  return program;
}

std::string usage_line(const CommandInfo& info) {
  const command_line::Program program = description();
  return command_line::usage_line(program, *command_line::find_command(program, info.name));
}

std::string_view formats_help() {
  return kFormatsHelp;
}

}  // namespace dateline
