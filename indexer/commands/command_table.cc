// Names, synopses and help texts.
#include "indexer/commands/command_table.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::array kCommands = {
    CommandInfo{"add", IndexCommand::kAdd, "[add] [options] PATH...",
                "add or update articles; '-' is stdin; a folder is walked",
                "db entities language prune jobs quiet progress json", "PATH", 1, kMany},
    CommandInfo{"remove", IndexCommand::kRemove, "remove [options] KEY...", "remove articles by their ids", "db quiet",
                "KEY", 1, kMany},
    CommandInfo{"status", IndexCommand::kStatus, "status [options]", "what is in the archive", "db json rejected", ""},
    CommandInfo{"check", IndexCommand::kCheck, "check [options]", "prove that catalog, index and columns agree",
                "db quiet", ""},
    CommandInfo{"rebuild", IndexCommand::kRebuild, "rebuild [options]",
                "make the index anew from the catalog, aside, and swap it in", "db language jobs quiet", ""},
    CommandInfo{"compact", IndexCommand::kCompact, "compact [options]", "copy the index without what was removed",
                "db quiet", ""},
    CommandInfo{"extract", IndexCommand::kExtract, "extract [--raw] [--json] PATH...",
                "show what would be indexed; touches no archive", "raw json entities", "PATH", 1, kMany},
    CommandInfo{"export", IndexCommand::kExport, "export [options]", "write all articles as JSON Lines", "db", ""},
    CommandInfo{"entities list", IndexCommand::kEntitiesList, "entities list [options] [PATTERN]",
                "people, places and organizations with their articles; those of which a name contains PATTERN",
                "db kind limit sort all known json", "PATTERN", 0, 1},
    CommandInfo{"entities show", IndexCommand::kEntitiesShow, "entities show [options] NAME",
                "one entity: its names with counts, what was merged into it, corrections that concern it",
                "db kind json", "NAME", 1, 1},
    CommandInfo{"entities merge", IndexCommand::kEntitiesMerge, "entities merge [options] NAME... --into NAME",
                "count and find these as one entity from now on; nothing is indexed again", "db kind into quiet",
                "NAME", 1, kMany},
    CommandInfo{"entities split", IndexCommand::kEntitiesSplit,
                "entities split [options] NAME [--from OTHER | --articles KEY... --as OTHER]",
                "take back the merge of NAME, or give what some articles say of it to OTHER",
                "db kind from articles as entities quiet", "NAME", 1, 1,
                "Without --from or --articles, NAME stands for itself again and is never merged by the program into\n"
                "those that it stood for. --from says the same of two names whether they are merged or not. With\n"
                "--articles, the mentions of NAME in these articles mean OTHER; the articles are indexed again.\n"},
    CommandInfo{"entities rename", IndexCommand::kEntitiesRename, "entities rename [options] NAME NEW",
                "show an entity under another name; both names find it", "db kind quiet", "NAME", 2, 2},
    CommandInfo{"entities reject", IndexCommand::kEntitiesReject, "entities reject [options] NAME...",
                "say that this is no entity: it is counted and found no more; --undo takes that back",
                "db kind undo quiet", "NAME", 1, kMany},
    CommandInfo{"entities pin", IndexCommand::kEntitiesPin, "entities pin [options] NAME --kind KIND",
                "say what kind NAME is: what was found under another kind counts as this one; --undo takes that back",
                "db kind undo quiet", "NAME", 1, 1},
    CommandInfo{"entities alias", IndexCommand::kEntitiesAlias, "entities alias [options] NAME ALIAS...",
                "give an entity other names, also such as no article has used yet", "db kind quiet", "NAME", 2, kMany},
    CommandInfo{"entities log", IndexCommand::kEntitiesLog, "entities log [options]", "all corrections, in their order",
                "db json", ""},
    CommandInfo{"entities export", IndexCommand::kEntitiesExport, "entities export [options] [FILE]",
                "write the corrections as JSON Lines", "db", "FILE", 0, 1},
    CommandInfo{"entities import", IndexCommand::kEntitiesImport, "entities import [options] FILE",
                "take over corrections that another archive exported; those that are there already are passed over",
                "db quiet", "FILE", 1, 1},
    CommandInfo{
        "entities import-list", IndexCommand::kEntitiesImportList, "entities import-list [options] FILE",
        "take over your own list of entities; --replace forgets the one before", "db replace quiet", "FILE", 1, 1,
        "FILE is CSV with a head, a JSON array, or JSON Lines. Columns: kind (person, place, organization), name,\n"
        "aliases (in CSV separated by ';'), external_id. These names are found in articles from the next run on,\n"
        "and in those that are indexed after: dateline-index entities apply. '-' is standard input.\n"},
    CommandInfo{
        "entities apply", IndexCommand::kEntitiesApply, "entities apply [options]",
        "look for entities anew in all stored articles, with your list and corrections; what changed is indexed",
        "db entities jobs quiet progress json", ""},
    CommandInfo{"help", IndexCommand::kHelp, "help [COMMAND|entities|formats]", "show this, or help for a command", "",
                "COMMAND", 0, 2},
};

constexpr std::string_view kExamples =
    "Examples:\n"
    "  dateline-index --db news articles/            index a folder; run it again to update\n"
    "  dateline-index --db news wire.jsonl.gz        index JSON Lines, one article a line\n"
    "  zcat feed.gz | dateline-index --db news -     index from standard input\n"
    "  dateline-index --db news --prune articles/    also remove articles whose files are gone\n"
    "  dateline-index extract --json page.txt        see what would be indexed\n"
    "  dateline-index check --db news                prove that the archive is sound\n"
    "  dateline-index entities merge --db news Bibi --into 'Benjamin Netanyahu'\n";

constexpr std::string_view kArchiveNote =
    "The archive is --db DIR, else $DATELINE_DB, else $XDG_DATA_HOME/dateline (~/.local/share/dateline).\n"
    "Exit codes: 0 done · 1 nothing found, or check found problems · 2 wrong usage · 3 archive missing, damaged or of\n"
    "another version · 4 another writer is at work · 5 some articles were rejected, the rest is indexed · 70 our bug\n";

constexpr std::string_view kFormatsHelp =
    "Formats are recognised by content; any of them may be compressed (gzip, bzip2, xz, zstd) and lie in tar and ZIP\n"
    "archives, which may lie in each other. What is in an archive is named ARCHIVE!/MEMBER.\n\n"
    "  plain text    one article a file, such as a saved news page: title, date, byline and dateline are\n"
    "                taken from it, page furniture is left out. UTF-8, UTF-16, Windows-1252, Latin-1.\n"
    "  JSON Lines    one article a line: id, url, title, date, author, source, text (required), language,\n"
    "                people, places, organizations (arrays of names given by the publisher).\n";

constexpr std::string_view kEntitiesHelp =
    "A NAME is an entity's name or one of its aliases. Where several kinds have it, write the kind before it:\n"
    "'person:Chase', 'organization:Chase'; or give --kind. Corrections are kept in a journal (entities log) and hold "
    "for\n"
    "articles that come later, through rebuild and with a new recogniser. The last word on a name counts.\n";

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

std::string_view example_help() {
  return kExamples;
}
std::string_view archive_help() {
  return kArchiveNote;
}
std::string_view formats_help() {
  return kFormatsHelp;
}
std::string_view entities_help() {
  return kEntitiesHelp;
}

}  // namespace dateline
