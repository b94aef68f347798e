// A line is {"at":…,"operation":…,"kind":…,"name":…} and the members of the operation (schema/FORMAT.md,
// "Corrections").
#include "indexer/corrections/journal_file.h"

#include <algorithm>
#include <charconv>

#include "indexer/corrections/find_entity.h"
#include "indexer/corrections/json_input.h"
#include "shared/base/json_writer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kFormat = "dateline corrections";
constexpr std::string_view kVersion = "1";

Error unreadable(std::size_t line, std::string_view what) {
  return {.code = ErrorCode::kUnreadable, .message = concat({"line ", std::to_string(line), ": ", what})};
}

std::optional<EntityName> name_from(const std::map<std::string, std::string>& object) {
  const auto kind = object.find("kind"), name = object.find("name");
  if (kind == object.end() || name == object.end() || name->second.empty()) return std::nullopt;
  const auto known = facet_kind_named(kind->second);
  if (!known || !can_be_corrected(*known)) return std::nullopt;
  return EntityName{*known, name->second};
}

std::optional<EntityName> one_name(const JsonMember& member) {
  return member.objects.size() == 1 ? name_from(member.objects.front()) : std::nullopt;
}

Result<void> read_split(std::size_t line, const JsonMembers& members, Correction& correction) {
  for (const auto& object : members.at("from").objects) {
    auto name = name_from(object);
    if (!name) return unreadable(line, "'from' has no kind and name");
    correction.from.push_back(std::move(*name));
  }
  correction.articles = members.at("articles").texts;
  correction.names = members.at("names").texts;
  correction.as = one_name(members.at("as"));
  if (correction.articles.empty() == correction.as.has_value()) {
    return unreadable(line, "a split has either 'from', or 'articles' and 'as'");
  }
  if (correction.articles.empty() && correction.from.empty()) return unreadable(line, "a split needs 'from'");
  return {};
}

Result<void> read_operation(std::size_t line, const JsonMembers& members, Correction& correction) {
  correction.undo = members.at("undo").flag;
  switch (correction.operation) {
    case CorrectionOperation::kMerge:
      correction.into = one_name(members.at("into"));
      return correction.into ? Result<void>() : unreadable(line, "a merge needs 'into' with kind and name");
    case CorrectionOperation::kSplit:
      return read_split(line, members, correction);
    case CorrectionOperation::kRename:
    case CorrectionOperation::kAlias: {
      const bool is_alias = correction.operation == CorrectionOperation::kAlias;
      correction.text = members.text(is_alias ? "alias" : "to");
      return correction.text.empty() ? unreadable(line, is_alias ? "an alias needs 'alias'" : "a rename needs 'to'")
                                     : Result<void>();
    }
    case CorrectionOperation::kReject:
      return {};
    case CorrectionOperation::kPin:
      return static_cast<std::size_t>(correction.entity.kind) < kEntityKinds
                 ? Result<void>()
                 : unreadable(line, "only people, places and organizations can be pinned");
  }
  return {};
}

Result<Correction> read_line(std::size_t line, const JsonMembers& members) {
  Correction correction;
  const auto operation = correction_operation_named(members.text("operation"));
  if (!operation) return unreadable(line, concat({"there is no operation '", members.text("operation"), "'"}));
  correction.operation = *operation;
  const auto kind = facet_kind_named(members.text("kind"));
  if (!kind || !can_be_corrected(*kind)) {
    return unreadable(line, concat({"there is no kind '", members.text("kind"), "'"}));
  }
  correction.entity = {*kind, std::string(members.text("name"))};
  if (correction.entity.name.empty()) return unreadable(line, "a correction needs 'name'");
  const std::string_view at = members.text("at");
  const auto parsed = std::from_chars(at.data(), at.data() + at.size(), correction.at);
  if (!at.empty() && (parsed.ec != std::errc() || parsed.ptr != at.data() + at.size())) {
    return unreadable(line, "'at' is no number of seconds since 1970");
  }
  if (auto read = read_operation(line, members, correction); !read) return std::move(read).error();
  return correction;
}

Result<void> check_head(std::size_t line, const JsonMembers& members) {
  if (members.text("format") != kFormat) {
    return unreadable(line, concat({"no journal of corrections: it begins with {\"format\":\"", kFormat, "\"…"}));
  }
  if (members.text("format_version") != kVersion) {
    return unreadable(
        line, concat({"the journal has version ", members.text("format_version"), ", this program knows ", kVersion}));
  }
  return {};
}

}  // namespace

std::string journal_line(const Correction& correction) {
  JsonWriter json;
  json.begin_object().field("at", correction.at).field("operation", name_of(correction.operation));
  json.field("kind", name_of(correction.entity.kind)).field("name", correction.entity.name).end_object();
  std::string line = std::move(json).text();
  const std::string argument = correction_argument(correction);
  if (argument == "{}") return line;
  line.back() = ',';
  return line.append(argument, 1);
}

std::string journal_text(const std::vector<Correction>& corrections) {
  JsonWriter head;
  head.begin_object().field("format", kFormat).field("format_version", 1).end_object();
  std::string text = std::move(head).text() + "\n";
  for (const Correction& correction : corrections) text += journal_line(correction) + "\n";
  return text;
}

Result<std::vector<Correction>> parse_journal(std::string_view bytes) {
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos) {
    const auto line =
        static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n'));
    return unreadable(line + 1, "not UTF-8");
  }
  std::vector<Correction> corrections;
  bool has_head = false;
  auto read = read_json_objects(bytes, [&](std::size_t line, const JsonMembers& members) -> Result<void> {
    if (!has_head) {
      has_head = true;
      return check_head(line, members);
    }
    auto correction = read_line(line, members);
    if (!correction) return std::move(correction).error();
    corrections.push_back(std::move(*correction));
    return {};
  });
  if (!read) return std::move(read).error();
  if (!has_head) return unreadable(1, "the file is empty: a journal has at least its head");
  return corrections;
}

std::vector<Correction> new_corrections(const std::vector<Correction>& journal, std::vector<Correction> given) {
  std::erase_if(
      given, [&](const Correction& each) { return std::find(journal.begin(), journal.end(), each) != journal.end(); });
  return given;
}

}  // namespace dateline
