// What programs write into fields, made the values of an article.
#include "indexer/formats/field_article.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/person_names.h"
#include "indexer/cleaning/wire_notes.h"
#include "indexer/formats/field_text.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/given_values.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostAuthors = 100;  // more is no list of authors
constexpr std::size_t kMostAddresses = 100'000;

// What programs write where they know nothing.
bool says_nothing(std::string_view value) {
  return value == "None" || value == "null" || value == "nan" || value == "NaN" || value == "N/A";
}

std::string line_of(const RecordFields& fields, RecordField field) {
  std::string line = normalize_line(fields.one(field));
  return says_nothing(line) ? std::string() : line;
}

// Authors or contributors.
std::vector<std::string> names_of(const RecordFields& fields, RecordField field) {
  std::vector<std::string> names;
  for (const std::string& written : fields.all(field)) {
    for (std::string& name : split_names(written)) {
      const bool known = std::find(names.begin(), names.end(), name) != names.end();
      if (!known && !says_nothing(name)) names.push_back(std::move(name));
    }
    if (names.size() >= kMostAuthors) break;
  }
  return names;
}

void add_given(const RecordFields& fields, RecordField field, EntityKind kind, std::vector<GivenEntity>& given) {
  std::unordered_set<std::string> known;
  for (const std::string& written : fields.all(field)) {
    std::string name = normalize_line(written);
    if (!name.empty() && known.insert(name).second) given.push_back({kind, std::move(name)});
  }
}

// What `export` wrote of an article that lies in several places; nothing where the lists do not fit each other.
std::vector<ArticleAddress> addresses_of(const RecordFields& fields) {
  const auto& keys = fields.all(RecordField::kAddressId);
  const auto& urls = fields.all(RecordField::kAddressUrl);  // missing where all are empty
  const auto& paths = fields.all(RecordField::kAddressPath);
  const auto& records = fields.all(RecordField::kAddressRecord);
  std::vector<ArticleAddress> addresses;
  const bool fit = paths.size() == keys.size() && records.size() == keys.size() &&
                   (urls.empty() || urls.size() == keys.size()) && keys.size() <= kMostAddresses;
  for (std::size_t i = 0; fit && i < keys.size(); ++i) {
    ArticleAddress address{keys[i], urls.empty() ? std::string() : urls[i], paths[i], 0};
    const auto read = std::from_chars(records[i].data(), records[i].data() + records[i].size(), address.record);
    if (read.ec != std::errc() || address.key.empty() || address.path.empty()) return {};
    addresses.push_back(std::move(address));
  }
  return addresses;
}

std::string key_of(const Article& article, const RecordFields& fields) {
  if (std::string id = line_of(fields, RecordField::kId); !id.empty()) return id;
  if (!article.url.empty()) return article.url;
  return concat({key_of_path(article.path), "#", std::to_string(article.record)});
}

}  // namespace

Result<Article> article_of_fields(const RecordFields& fields, const RawRecord& record, std::string_view from) {
  Article article;
  const bool plain = fields.one(RecordField::kTextFormat) == "plain";
  const auto text_of = [&](std::string_view written) {
    return plain ? normalize_text(written) : text_of_field(written);
  };
  article.text = text_of(join(fields.all(RecordField::kText), "\n\n"));
  if (article.text.empty())
    return unreadable(
        "has no text",
        "each record needs a field \"text\" that is not empty; another name can be given: --map text=NAME");
  article.path = record.path;
  article.record = record.record;
  article.title = normalize_line(text_of(line_of(fields, RecordField::kTitle)));
  article.source = line_of(fields, RecordField::kSource);
  article.url = line_of(fields, RecordField::kUrl);
  article.authors = names_of(fields, RecordField::kAuthor);
  article.contributors = names_of(fields, RecordField::kContributor);
  article.published = parse_date(fields.one(RecordField::kDate)).value_or(PublishedDate{});
  article.language = given_language(line_of(fields, RecordField::kLanguage));
  article.key = key_of(article, fields);
  article.addresses = addresses_of(fields);
  add_given(fields, RecordField::kPeople, EntityKind::kPerson, article.given);
  add_given(fields, RecordField::kPlaces, EntityKind::kPlace, article.given);
  add_given(fields, RecordField::kOrganizations, EntityKind::kOrganization, article.given);
  article.dateline = given_dateline(line_of(fields, RecordField::kDateline));
  article.section = line_of(fields, RecordField::kSection);
  article.caption = normalize_line(text_of(line_of(fields, RecordField::kCaption)));
  if (!plain) take_wire_notes(article);
  fill_from_text(article);
  note_origins(article, from);
  return article;
}

}  // namespace dateline
