// dateline-index status and export: reading the catalog, beside a writer if there is one.
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>

#include "indexer/commands/commands.h"
#include "shared/base/json_writer.h"
#include "shared/base/strings.h"
#include "shared/store/sqlite_catalog.h"
#include "shared/store/xapian_index.h"

namespace dateline {
namespace {

std::uint64_t bytes_on_disk(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored)) bytes += it->file_size(ignored);
  }
  return bytes;
}

void print_rejected(const std::vector<RejectedRecord>& rejected) {
  for (const RejectedRecord& record : rejected) {
    std::cout << record.path << (record.record ? ":" + std::to_string(record.record) : "") << ": " << record.reason
              << "\n";
  }
}

void print_json(const ArchivePaths& paths, const Catalog& catalog, const CatalogCounts& counts,
                const IndexState& index) {
  JsonWriter json;
  json.begin_object().field("format_version", 1).field("archive", paths.folder).field("uuid", catalog.archive_uuid());
  json.field("articles", counts.articles).field("addresses", counts.addresses);
  json.field("older_versions", counts.revisions).field("indexed", index.documents).field("files", counts.files);
  json.field("rejected", counts.rejected).field("people", counts.people).field("places", counts.places);
  json.field("organizations", counts.organizations).field("sources", counts.sources);
  json.field("changes_behind", counts.last_seq - index.applied_seq).field("bytes", bytes_on_disk(paths.folder));
  std::cout << std::move(json.end_object()).text() << "\n";
}

void print_text(const ArchivePaths& paths, const CatalogCounts& counts, const IndexState& index) {
  std::cout << "archive        " << paths.folder << "\n"
            << "articles       " << with_thousands(counts.articles) << "\n"
            << "addresses      " << with_thousands(counts.addresses) << "\n"
            << "older versions " << with_thousands(counts.revisions) << "\n"
            << "people         " << with_thousands(counts.people) << "\n"
            << "places         " << with_thousands(counts.places) << "\n"
            << "organizations  " << with_thousands(counts.organizations) << "\n"
            << "sources        " << with_thousands(counts.sources) << "\n"
            << "files          " << with_thousands(counts.files) << "\n"
            << "rejected       " << with_thousands(counts.rejected) << (counts.rejected ? "  (list: --rejected)" : "")
            << "\n"
            << "size           " << with_thousands(bytes_on_disk(paths.folder) / 1024) << " KiB\n";
  if (index.applied_seq < counts.last_seq) {
    std::cout << "not yet searchable: "
              << plural(static_cast<std::uint64_t>(counts.last_seq - index.applied_seq), "change")
              << " (a run is at work or was cut off; the next add catches up)\n";
  }
}

// So that `add` knows them again in another archive.
void write_addresses(JsonWriter& json, const std::vector<ArticleAddress>& addresses) {
  json.key("addresses").begin_array();
  for (const ArticleAddress& address : addresses) {
    json.begin_object().field("id", address.key).field("url", address.url);
    json.field("path", address.path).field("record", address.record).end_object();
  }
  json.end_array();
}

void print_article(const StoredArticle& stored, const Catalog& catalog) {
  const Article& article = stored.article;
  JsonWriter json;
  json.begin_object().field("id", article.key).field("url", article.url).field("title", own_title(article));
  json.field("date", to_iso(article.published)).field("author", article.authors);
  json.field("contributors", article.contributors).field("source", article.source).field("language", article.language);
  json.field("dateline", article.dateline).field("section", article.section).field("caption", article.caption);
  json.field("text_format", "plain").field("text", article.text);
  const auto names = catalog.names_of(stored.facets);
  constexpr std::string_view kKeys[] = {"people", "places", "organizations"};
  for (std::size_t kind = 0; kind < kEntityKinds && names; ++kind) {
    json.key(kKeys[kind]).begin_array();
    for (const FacetName& name : *names) {
      if (static_cast<std::size_t>(kind_of(name.facet)) == kind) json.value(name.name);
    }
    json.end_array();
  }
  const auto addresses = catalog.addresses_to_export(stored.id);
  if (addresses && addresses->size() > 1) write_addresses(json, *addresses);
  std::cout << std::move(json.end_object()).text() << "\n";
}

}  // namespace

ExitCode run_status(const IndexArguments& arguments) {
  const ArchivePaths paths = choose_archive(arguments.db);
  const auto catalog = Catalog::open(paths, Access::kRead);
  if (!catalog) return report(catalog.error());
  if (arguments.rejected) {
    const auto rejected = catalog->rejected();
    if (!rejected) return report(rejected.error());
    print_rejected(*rejected);
    return ExitCode::kDone;
  }
  const auto counts = catalog->counts();
  if (!counts) return report(counts.error());
  const auto index = read_index_state(paths);
  if (!index) return report(index.error());
  arguments.json ? print_json(paths, *catalog, *counts, *index) : print_text(paths, *counts, *index);
  return ExitCode::kDone;
}

ExitCode run_export(const IndexArguments& arguments) {
  const auto catalog = Catalog::open(choose_archive(arguments.db), Access::kRead);
  if (!catalog) return report(catalog.error());
  const auto articles = catalog->all_articles();
  if (!articles) return report(articles.error());
  for (const auto& [id, hash] : *articles) {
    const auto stored = catalog->load_article(id);
    if (!stored) return report(stored.error());
    if (*stored) print_article(**stored, *catalog);
  }
  std::cout.flush();
  return std::cout ? ExitCode::kDone : report({.code = ErrorCode::kIo, .message = "cannot write to standard output"});
}

}  // namespace dateline
