// Tables, and the order in which they are asked.
#include "indexer/formats/field_names.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/base/strings.h"

namespace dateline {
namespace {

struct KnownName {
  std::string_view name;  // in lower case, without blanks, "_" and "-"
  RecordField field;
};

// The names of DESIGN, of our own `extract --json`, and of what news APIs and content management systems export; the
// better of two names of one field first.
constexpr KnownName kKnownNames[] = {
    {"id", RecordField::kId},
    {"guid", RecordField::kId},
    {"url", RecordField::kUrl},
    {"link", RecordField::kUrl},
    {"permalink", RecordField::kUrl},
    {"weburl", RecordField::kUrl},
    {"title", RecordField::kTitle},
    {"headline", RecordField::kTitle},
    {"webtitle", RecordField::kTitle},
    {"date", RecordField::kDate},
    {"published", RecordField::kDate},
    {"pubdate", RecordField::kDate},
    {"publishedat", RecordField::kDate},
    {"datepublished", RecordField::kDate},
    {"publishdate", RecordField::kDate},
    {"publicationdate", RecordField::kDate},
    {"webpublicationdate", RecordField::kDate},
    {"author", RecordField::kAuthor},
    {"authors", RecordField::kAuthor},
    {"byline", RecordField::kAuthor},
    {"author.name", RecordField::kAuthor},
    {"authors.name", RecordField::kAuthor},
    {"contributors", RecordField::kContributor},
    {"contributor", RecordField::kContributor},
    {"source", RecordField::kSource},
    {"publisher", RecordField::kSource},
    {"source.name", RecordField::kSource},
    {"publisher.name", RecordField::kSource},
    {"text", RecordField::kText},
    {"body", RecordField::kText},
    {"content", RecordField::kText},
    {"articlebody", RecordField::kText},
    {"bodytext", RecordField::kText},
    {"fulltext", RecordField::kText},
    {"textformat", RecordField::kTextFormat},
    {"language", RecordField::kLanguage},
    {"lang", RecordField::kLanguage},
    {"dateline", RecordField::kDateline},
    {"section", RecordField::kSection},
    {"sectionname", RecordField::kSection},
    {"articlesection", RecordField::kSection},
    {"caption", RecordField::kCaption},
    {"people", RecordField::kPeople},
    {"persons", RecordField::kPeople},
    {"places", RecordField::kPlaces},
    {"locations", RecordField::kPlaces},
    {"organizations", RecordField::kOrganizations},
    {"organisations", RecordField::kOrganizations},
    {"orgs", RecordField::kOrganizations},
    {"addresses.id", RecordField::kAddressId},
    {"addresses.url", RecordField::kAddressUrl},
    {"addresses.path", RecordField::kAddressPath},
    {"addresses.record", RecordField::kAddressRecord},
};

std::string squashed(std::string_view name) {
  std::string plain = to_lower_ascii(name);
  std::erase_if(plain, [](char c) { return c == ' ' || c == '_' || c == '-'; });
  return plain;
}

const KnownName* find_known(std::string_view name) {
  constexpr std::size_t kLongest = 60;
  if (name.size() > kLongest) return nullptr;
  const std::string plain = squashed(name);
  const auto* const found = std::find_if(std::begin(kKnownNames), std::end(kKnownNames),
                                         [&](const KnownName& each) { return each.name == plain; });
  return found == std::end(kKnownNames) ? nullptr : found;
}

// What a person writes before the '='. "source.name" and the like are names of files, not ours.
std::optional<RecordField> own_field(std::string_view name) {
  const KnownName* const known = find_known(name);
  return known == nullptr || name.find('.') != std::string_view::npos ? std::nullopt : std::optional(known->field);
}

bool has_value(const std::vector<std::string>& values) {
  return std::any_of(values.begin(), values.end(), [](const std::string& value) { return !trim(value).empty(); });
}

}  // namespace

Result<void> FieldMap::add(std::string_view written) {
  const std::size_t equals = written.find('=');
  const std::string_view name =
      equals == std::string_view::npos ? std::string_view() : trim(written.substr(equals + 1));
  const auto field = own_field(trim(written.substr(0, equals)));
  constexpr std::string_view kFields =
      "FIELD is id, url, title, date, author, contributors, source, text, language, dateline, section, caption, "
      "people, "
      "places or organizations";
  if (name.empty())
    return Error{ErrorCode::kUsage, concat({"--map '", written, "' is no FIELD=NAME"}), std::string(kFields)};
  if (!field) {
    return Error{ErrorCode::kUsage, concat({"--map '", written, "': there is no such field of articles"}),
                 std::string(kFields)};
  }
  entries_.push_back({*field, std::string(name)});
  return {};
}

std::string FieldMap::fingerprint() const {
  std::string all;
  for (const Entry& entry : entries_) {
    all += concat({" map ", std::to_string(static_cast<int>(entry.field)), "=", entry.name, "\n"});
  }
  return all;
}

FieldCollector::FieldCollector(const FieldMap* map)
    : map_(map), values_((map == nullptr ? 0 : map->entries().size()) + std::size(kKnownNames)) {}

std::optional<std::size_t> FieldCollector::slot_of(std::string_view name) const {
  const std::size_t mapped = values_.size() - std::size(kKnownNames);
  for (std::size_t i = 0; i < mapped; ++i) {
    if (map_->entries()[i].name == name) return i;
  }
  const KnownName* const known = find_known(name);
  if (known == nullptr) return std::nullopt;
  return mapped + static_cast<std::size_t>(known - std::begin(kKnownNames));
}

RecordField FieldCollector::field_of(std::size_t slot) const {
  const std::size_t mapped = values_.size() - std::size(kKnownNames);
  return slot < mapped ? map_->entries()[slot].field : kKnownNames[slot - mapped].field;
}

RecordFields FieldCollector::take() {
  RecordFields fields;
  for (std::size_t slot = 0; slot < values_.size(); ++slot) {
    auto& chosen = fields.values[static_cast<std::size_t>(field_of(slot))];
    if (!has_value(chosen) && has_value(values_[slot])) chosen = std::move(values_[slot]);
  }
  return fields;
}

}  // namespace dateline
