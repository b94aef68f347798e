// dateline-index entities list, show, log and export: reading the catalog, beside a writer if there is one.
#include <algorithm>
#include <ctime>
#include <iostream>

#include "indexer/commands/entity_commands.h"
#include "indexer/corrections/entity_report.h"
#include "indexer/corrections/journal_file.h"
#include "indexer/corrections/plan.h"
#include "shared/base/files.h"
#include "shared/base/json_writer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kNamesInRow = 4;
constexpr std::size_t kFormsShown = 20;

// The members of an entity in all answers; the object stays open.
void write_row(JsonWriter& json, const EntityRow& row) {
  const FacetDetails& details = row.details;
  json.begin_object().field("kind", name_of(kind_of(details.facet))).field("name", details.name);
  json.field("id", std::to_string(details.facet)).field("articles", row.articles);
  json.field("aliases", row.aliases);
  json.field("merged", row.merged);
  json.key("merged_into");
  if (row.stands_for) {
    json.begin_object().field("kind", name_of(row.stands_for->kind)).field("name", row.stands_for->name);
    json.field("by", details.merged_by_person ? "person" : "program").end_object();
  } else {
    json.null();
  }
  json.field("rejected", details.rejected).field("external_id", details.external_id);
}

std::string first_names(const EntityRow& row) {
  std::vector<std::string> names = row.merged;
  names.insert(names.end(), row.aliases.begin(), row.aliases.end());
  const std::size_t count = names.size();
  if (count == 0) return "";
  names.resize(std::min(count, kNamesInRow));
  return concat({"  (", join(names, ", "),
                 count > kNamesInRow ? concat({" and ", std::to_string(count - kNamesInRow), " more"}) : "", ")"});
}

std::string remark(const EntityRow& row) {
  if (row.details.rejected) return "  rejected";
  if (!row.stands_for) return "";
  return concat({"  → ", quoted(*row.stands_for), row.details.merged_by_person ? "" : " (by the program)"});
}

void print_list(const EntityListing& listing) {
  for (const EntityRow& row : listing.rows) {
    std::string articles = with_thousands(row.articles);
    articles.insert(0, articles.size() < 9 ? 9 - articles.size() : 0, ' ');
    std::string kind(name_of(kind_of(row.details.facet)));
    kind.resize(13, ' ');
    std::cout << articles << "  " << kind << row.details.name << remark(row) << first_names(row) << "\n";
  }
  if (listing.rows.size() < listing.total) {
    std::cerr << with_thousands(listing.rows.size()) << " of " << with_thousands(listing.total)
              << " shown; all: --limit 0\n";
  }
}

std::string day_of(std::int64_t seconds) {
  std::tm parts = {};
  const auto time = static_cast<std::time_t>(seconds);
  char text[32];
  if (::localtime_r(&time, &parts) == nullptr) return "?";
  return {text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &parts)};
}

void print_facts(const EntityFacts& facts) {
  const FacetDetails& details = facts.row.details;
  std::cout << details.name << "\n"
            << "kind         " << name_of(kind_of(details.facet)) << "\n"
            << "articles     " << with_thousands(facts.row.articles) << "\n";
  if (!details.external_id.empty()) std::cout << "external id  " << details.external_id << "\n";
  if (!details.country.empty()) std::cout << "country      " << details.country << "\n";
  if (details.rejected)
    std::cout << "rejected     people said that this is no " << name_of(kind_of(details.facet)) << "\n";
  if (!facts.row.aliases.empty()) std::cout << "also         " << join(facts.row.aliases, ", ") << "\n";
  if (facts.values.size() > 1) std::cout << "\nstands for\n";
  for (const auto& [value, articles] : facts.values) {
    if (facts.values.size() > 1) std::cout << "  " << quoted(value) << ": " << plural(articles, "article") << "\n";
  }
  if (!facts.written.empty()) std::cout << "\nwritten as\n";
  for (std::size_t i = 0; i < std::min(facts.written.size(), kFormsShown); ++i) {
    std::cout << "  " << facts.written[i].first << ": " << plural(facts.written[i].second, "time") << "\n";
  }
  if (facts.written.size() > kFormsShown) {
    std::cout << "  and " << with_thousands(facts.written.size() - kFormsShown) << " more ways: --json has all\n";
  }
  if (!facts.corrections.empty()) std::cout << "\ncorrections\n";
  for (const Correction& correction : facts.corrections) {
    std::cout << "  " << day_of(correction.at) << "  " << describe(correction) << "\n";
  }
}

std::string facts_json(const EntityFacts& facts) {
  JsonWriter json;
  json.begin_object().field("format_version", 1).key("entity");
  write_row(json, facts.row);
  json.field("country", facts.row.details.country).end_object();
  json.key("values").begin_array();
  for (const auto& [value, articles] : facts.values) {
    json.begin_object().field("kind", name_of(value.kind)).field("name", value.name).field("articles", articles);
    json.end_object();
  }
  json.end_array().key("written").begin_array();
  for (const auto& [text, mentions] : facts.written) {
    json.begin_object().field("text", text).field("mentions", mentions).end_object();
  }
  json.end_array().key("corrections").begin_array().end_array().end_object();
  std::string text = std::move(json).text();
  std::vector<std::string> lines;
  for (const Correction& correction : facts.corrections) lines.push_back(journal_line(correction));
  return text.insert(text.size() - 2, join(lines, ","));  // into the empty array
}

Result<Catalog> open_to_read(const IndexArguments& arguments) {
  return Catalog::open(choose_archive(arguments.db), Access::kRead);
}

ExitCode written(std::ostream& out) {
  out.flush();
  return out ? ExitCode::kDone : report({.code = ErrorCode::kIo, .message = "cannot write to standard output"});
}

}  // namespace

ExitCode run_entities_list(const IndexArguments& arguments) {
  const auto catalog = open_to_read(arguments);
  if (!catalog) return report(catalog.error());
  const auto listing =
      list_entities(*catalog, {.kind = arguments.kind,
                               .pattern = arguments.operands.empty() ? std::string() : arguments.operands.front(),
                               .limit = arguments.limit,
                               .order = arguments.by_name ? ListOrder::kName : ListOrder::kArticles,
                               .all = arguments.all});
  if (!listing) return report(listing.error());
  if (!arguments.json) {
    print_list(*listing);
  } else {
    JsonWriter json;
    json.begin_object().field("format_version", 1).field("total", listing->total).key("entities").begin_array();
    for (const EntityRow& row : listing->rows) {
      write_row(json, row);
      json.end_object();
    }
    std::cout << std::move(json.end_array().end_object()).text() << "\n";
  }
  return listing->total == 0 ? ExitCode::kNothing : written(std::cout);
}

ExitCode run_entities_known(const IndexArguments& arguments) {
  const auto catalog = open_to_read(arguments);
  if (!catalog) return report(catalog.error());
  const auto list = catalog->listed_entities();
  if (!list) return report(list.error());
  for (const ListedEntity& entity : *list) {
    if (arguments.kind && facet_kind_of(entity.kind) != *arguments.kind) continue;
    if (!arguments.json) {
      std::cout << quoted({facet_kind_of(entity.kind), entity.name})
                << (entity.external_id.empty() ? "" : concat({"  ", entity.external_id}))
                << (entity.aliases.empty() ? "" : concat({"  (", join(entity.aliases, ", "), ")"})) << "\n";
      continue;
    }
    JsonWriter json;
    json.begin_object().field("kind", name_of(entity.kind)).field("name", entity.name);
    json.field("aliases", entity.aliases);
    std::cout << std::move(json.field("external_id", entity.external_id).end_object()).text() << "\n";
  }
  return list->empty() ? ExitCode::kNothing : written(std::cout);
}

ExitCode run_entities_show(const IndexArguments& arguments) {
  const auto catalog = open_to_read(arguments);
  if (!catalog) return report(catalog.error());
  const auto found = find_entity(*catalog, asked_name(arguments.operands.front(), arguments.kind), Meaning::kStanding);
  if (!found) return report_entity_error(found.error());
  const auto facts = entity_facts(*catalog, found->facet);
  if (!facts) return report_entity_error(facts.error());
  if (arguments.json) {
    std::cout << facts_json(*facts) << "\n";
  } else {
    print_facts(*facts);
  }
  return written(std::cout);
}

ExitCode run_entities_log(const IndexArguments& arguments) {
  const auto catalog = open_to_read(arguments);
  if (!catalog) return report(catalog.error());
  const auto journal = catalog->corrections();
  if (!journal) return report(journal.error());
  for (const Correction& correction : *journal) {
    if (arguments.json) {
      std::cout << journal_line(correction) << "\n";
    } else {
      std::cout << day_of(correction.at) << "  " << describe(correction) << "\n";
    }
  }
  return journal->empty() ? ExitCode::kNothing : written(std::cout);
}

ExitCode run_entities_export(const IndexArguments& arguments) {
  const auto catalog = open_to_read(arguments);
  if (!catalog) return report(catalog.error());
  const auto journal = catalog->corrections();
  if (!journal) return report(journal.error());
  const std::string text = journal_text(*journal);
  if (arguments.operands.empty() || arguments.operands.front() == "-") {
    std::cout << text;
    return written(std::cout);
  }
  const auto replaced = replace_file(arguments.operands.front(), text);
  return replaced ? ExitCode::kDone : report(replaced.error());
}

}  // namespace dateline
