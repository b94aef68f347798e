// Both formats end in the same checks.
#include "indexer/corrections/entity_list.h"

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_map>

#include "indexer/corrections/csv.h"
#include "indexer/corrections/json_input.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestName = 1000;  // bytes

Error unreadable(std::size_t line, std::string_view what) {
  return {.code = ErrorCode::kUnreadable, .message = concat({"line ", std::to_string(line), ": ", what})};
}

std::optional<EntityKind> entity_kind_named(std::string_view name) {
  const std::string lower = to_lower_ascii(name);
  if (lower == "org") return EntityKind::kOrganization;
  const auto kind = facet_kind_named(lower);
  if (!kind || static_cast<std::size_t>(*kind) >= kEntityKinds) return std::nullopt;
  return static_cast<EntityKind>(*kind);
}

// Puts together what the file says of one entity.
class List {
 public:
  Result<void> add(std::size_t line, std::string_view kind, std::string_view name,
                   const std::vector<std::string>& aliases, std::string_view external_id) {
    const auto known = entity_kind_named(trim(kind));
    if (!known) {
      return unreadable(line, concat({"kind is '", trim(kind), "'; use person, place or organization"}));
    }
    if (name_key(trim(name)).empty()) return unreadable(line, "the name is empty or has no word");
    const auto [at, is_new] = places_.emplace(name_id(facet_kind_of(*known), trim(name)), list_.size());
    if (is_new) list_.push_back({*known, std::string(trim(name)), {}, {}});
    ListedEntity& entity = list_[at->second];
    if (!trim(external_id).empty()) entity.external_id = trim(external_id);
    for (const std::string& alias : aliases) {
      const std::string text(trim(alias));
      const bool is_known = std::find(entity.aliases.begin(), entity.aliases.end(), text) != entity.aliases.end();
      if (!name_key(text).empty() && !is_known) entity.aliases.push_back(text);
      if (text.size() > kLongestName) return unreadable(line, "an alias is longer than 1,000 bytes");
    }
    if (entity.name.size() > kLongestName) return unreadable(line, "the name is longer than 1,000 bytes");
    return {};
  }
  std::vector<ListedEntity> take() { return std::move(list_); }

 private:
  std::vector<ListedEntity> list_;
  std::unordered_map<NameId, std::size_t> places_;
};

std::optional<std::size_t> column_of(const CsvRecord& head, std::string_view name) {
  for (std::size_t i = 0; i < head.fields.size(); ++i) {
    if (to_lower_ascii(trim(head.fields[i])) == name) return i;
  }
  return std::nullopt;
}

std::string_view field_at(const CsvRecord& record, std::optional<std::size_t> column) {
  return column && *column < record.fields.size() ? std::string_view(record.fields[*column]) : std::string_view();
}

Result<std::vector<ListedEntity>> from_csv(std::string_view bytes) {
  auto records = parse_csv(bytes);
  if (!records) return std::move(records).error();
  List list;
  if (records->empty()) return unreadable(1, "the file is empty");
  const CsvRecord& head = records->front();
  const auto kind = column_of(head, "kind"), name = column_of(head, "name");
  const auto aliases = column_of(head, "aliases"), external_id = column_of(head, "external_id");
  if (!kind || !name)
    return unreadable(head.line, "the head must name the columns kind and name (and aliases, external_id)");
  for (const CsvRecord& record : std::span(*records).subspan(1)) {
    if (record.fields.size() > head.fields.size()) {
      return unreadable(record.line,
                        concat({"there are ", std::to_string(record.fields.size()), " fields, the head has ",
                                std::to_string(head.fields.size()), " (a comma inside needs quotes)"}));
    }
    std::vector<std::string> names;
    for (const std::string_view alias : split(field_at(record, aliases), ';')) names.emplace_back(alias);
    auto added =
        list.add(record.line, field_at(record, kind), field_at(record, name), names, field_at(record, external_id));
    if (!added) return std::move(added).error();
  }
  return list.take();
}

Result<std::vector<ListedEntity>> from_json(std::string_view bytes) {
  List list;
  auto read = read_json_objects(bytes, [&](std::size_t line, const JsonMembers& members) {
    return list.add(line, members.text("kind"), members.text("name"), members.at("aliases").texts,
                    members.text("external_id"));
  });
  if (!read) return std::move(read).error();
  return list.take();
}

}  // namespace

Result<std::vector<ListedEntity>> parse_entity_list(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  const std::size_t bad = std::min(find_invalid_utf8(bytes), bytes.find('\0'));
  if (bad != std::string_view::npos) {
    const auto lines = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
    return unreadable(static_cast<std::size_t>(lines) + 1, bytes[bad] == '\0' ? "a NUL byte" : "not UTF-8");
  }
  const std::string_view start = trim(bytes);
  return start.starts_with('{') || start.starts_with('[') ? from_json(bytes) : from_csv(bytes);
}

}  // namespace dateline
