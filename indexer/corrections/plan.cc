// One function an operation.
#include "indexer/corrections/plan.h"

#include <algorithm>
#include <ctime>
#include <unordered_map>

#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

Error refused(std::string message, std::string hint) {
  return {.code = ErrorCode::kUsage, .message = std::move(message), .hint = std::move(hint)};
}

Correction correction_of(CorrectionOperation operation, EntityName entity) {
  return {.at = std::time(nullptr), .operation = operation, .entity = std::move(entity)};
}

constexpr std::size_t kLongestName = 1000;  // bytes

// A name that a person makes up: it is kept, shown, and written into files.
Result<void> check_new_name(std::string_view what, std::string_view name) {
  if (name.empty()) return refused(concat({what, " is empty"}), "");
  if (name.size() > kLongestName) return refused(concat({what, " is longer than 1,000 bytes"}), "");
  const bool is_text =
      find_invalid_utf8(name) == std::string_view::npos &&
      std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 32; });
  return is_text ? Result<void>() : refused(concat({what, " has bytes that are no text (UTF-8, one line)"}), "");
}

// Whom the person means by a name that may be new: the one that is there, or a new one of this kind.
Result<EntityName> known_or_new(const Catalog& catalog, const AskedName& asked, FacetKind kind) {
  if (auto fits = check_new_name("the name after --as", asked.name); !fits) return std::move(fits).error();
  auto found = find_entity(catalog, {asked.kind.value_or(kind), asked.name}, Meaning::kItself);
  if (found) return std::move(found->own);
  if (found.error().code != ErrorCode::kNotFound) return std::move(found).error();
  return EntityName{asked.kind.value_or(kind), asked.name};
}

// Whether people's merges lead from one name to the other.
bool leads_to(const CorrectionTable& table, const EntityName& from, const EntityName& to) {
  NameId at = name_id(from);
  const NameId end = name_id(to);
  for (const Verdict* next = table.verdict(at); next != nullptr && next->fate == Fate::kMerged;
       next = table.verdict(at)) {
    at = name_id(next->into);
    if (at == end) return true;
  }
  return false;
}

Result<void> check_merge(const CorrectionTable& table, const EntityName& from, const EntityName& into) {
  if (name_id(from) == name_id(into)) {
    return refused(concat({quoted(from), " and ", quoted(into), " are one already"}),
                   concat({"to show another name: dateline-index entities rename '", into.name, "' NEW"}));
  }
  if (leads_to(table, into, from)) {
    return refused(concat({quoted(into), " was merged into ", quoted(from), ": merging back would go in a circle"}),
                   concat({"to show the other name: dateline-index entities rename '", from.name, "' '", into.name,
                           "'; or first: dateline-index entities split '", into.name, "'"}));
  }
  const Verdict* const there = table.verdict(name_id(into));
  if (there != nullptr && there->fate == Fate::kRejected) {
    return refused(concat({quoted(into), " was rejected"}),
                   concat({"first: dateline-index entities reject --undo '", into.name, "'"}));
  }
  return {};
}

// The values on the way from `facet` to the one that it stands for, without itself.
Result<std::vector<FacetId>> chain_of(const Catalog& catalog, FacetId facet) {
  std::vector<FacetId> chain;
  for (FacetId at = facet;;) {
    const auto details = catalog.facet_details(at);
    if (!details) return details.error();
    if (!*details || (*details)->merged_into == 0) return chain;
    at = (*details)->merged_into;
    if (at == facet || std::find(chain.begin(), chain.end(), at) != chain.end()) return chain;
    chain.push_back(at);
  }
}

Error nothing_to_split(const Catalog& catalog, const FoundEntity& found) {
  std::vector<std::string> merged;
  const auto visited = catalog.visit_facet_values([&](const FacetDetails& value) {
    if (value.merged_into == found.facet) merged.push_back(concat({"'", value.name, "'"}));
  });
  if (!visited) return visited.error();
  const std::string what = merged.empty() ? "nothing was merged into it"
                                          : concat({"merged into it: ", join(merged, ", "), " (split one of these)"});
  return refused(concat({quoted(found.own), " stands for itself; ", what}),
                 "to say that two are not the same: split NAME --from OTHER; to give articles to another one: split "
                 "NAME --articles KEY... --as OTHER");
}

std::unordered_map<FacetId, FacetId> merge_map(const std::vector<FacetMerge>& merges) {
  std::unordered_map<FacetId, FacetId> map;
  for (const FacetMerge& merge : merges) map.emplace(merge.from, merge.into);
  return map;
}

FacetId standing(const std::unordered_map<FacetId, FacetId>& merges, FacetId facet) {
  const auto found = merges.find(facet);
  return found == merges.end() ? facet : found->second;
}

Error no_article(const std::string& key) {
  return {.code = ErrorCode::kNotFound,
          .message = concat({"there is no article '", key, "'"}),
          .hint = "the id of an article is shown with each hit of a search"};
}

}  // namespace

Plan plan_merge(const Catalog& catalog, std::span<const AskedName> names, const AskedName& into) {
  auto target = find_entity(catalog, into, Meaning::kItself);
  if (!target) return std::move(target).error();
  auto table = catalog.correction_table();
  if (!table) return std::move(table).error();
  std::vector<Correction> plan;
  for (const AskedName& name : names) {
    auto source = find_entity(catalog, name, Meaning::kItself);
    if (!source) return std::move(source).error();
    if (auto fits = check_merge(*table, source->own, target->own); !fits) return std::move(fits).error();
    Correction merge = correction_of(CorrectionOperation::kMerge, source->own);
    merge.into = target->own;
    table->add(merge);
    plan.push_back(std::move(merge));
  }
  return plan;
}

Plan plan_split(const Catalog& catalog, const AskedName& name, const std::optional<AskedName>& from) {
  auto found = find_entity(catalog, name, Meaning::kItself);
  if (!found) return std::move(found).error();
  Correction split = correction_of(CorrectionOperation::kSplit, found->own);
  auto chain = chain_of(catalog, found->facet);
  if (!chain) return std::move(chain).error();
  if (from) {
    auto other = find_entity(catalog, *from, Meaning::kItself);
    if (!other) return std::move(other).error();
    if (name_id(other->own) == name_id(found->own)) return refused("both names are one and the same", "");
    split.from.push_back(other->own);
    auto others = chain_of(catalog, other->facet);
    if (!others) return std::move(others).error();
    chain->insert(chain->end(), others->begin(), others->end());
  } else if (chain->empty()) {
    return nothing_to_split(catalog, *found);
  }
  for (const FacetId facet : *chain) {
    auto own = catalog.own_name_of(facet);
    if (!own) return std::move(own).error();
    EntityName other{kind_of(facet), std::move(*own)};
    if (other == found->own || std::find(split.from.begin(), split.from.end(), other) != split.from.end()) continue;
    split.from.push_back(std::move(other));
  }
  return std::vector{std::move(split)};
}

Plan plan_split_articles(const Catalog& catalog, const AskedName& name, std::span<const std::string> articles,
                         const AskedName& as) {
  auto found = find_entity(catalog, name, Meaning::kStanding);
  if (!found) return std::move(found).error();
  const auto merges = catalog.merges();
  if (!merges) return merges.error();
  const auto map = merge_map(*merges);
  Correction split = correction_of(CorrectionOperation::kSplit, found->own);
  auto other = known_or_new(catalog, as, found->own.kind);
  if (!other) return std::move(other).error();
  split.as = std::move(*other);
  if (name_id(*split.as) == name_id(found->own)) return refused("both names are one and the same", "");
  for (const std::string& key : articles) {
    const auto known = catalog.find_article(key);
    if (!known) return known.error();
    if (!*known) return no_article(key);
    const auto called =
        catalog.mentioned_as((*known)->article, found->facet, [&](FacetId facet) { return standing(map, facet); });
    if (!called) return called.error();
    if (called->empty()) {
      return Error{.code = ErrorCode::kNotFound,
                   .message = concat({"the article '", key, "' does not mention ", quoted(found->own)}),
                   .hint = concat({"who is in it: dateline show '", key, "'"})};
    }
    for (const FacetId facet : *called) {
      auto own = catalog.own_name_of(facet);
      if (!own) return std::move(own).error();
      const bool is_new = std::find(split.names.begin(), split.names.end(), *own) == split.names.end();
      if (is_new && *own != found->own.name) split.names.push_back(std::move(*own));
    }
    split.articles.push_back(key);
  }
  return std::vector{std::move(split)};
}

Plan plan_rename(const Catalog& catalog, const AskedName& name, std::string_view new_name) {
  auto found = find_entity(catalog, name, Meaning::kStanding);
  if (!found) return std::move(found).error();
  const std::string_view wanted = trim(new_name);
  if (auto fits = check_new_name("the new name", wanted); !fits) return std::move(fits).error();
  const auto other = catalog.facet_of_key(found->own.kind, facet_key(wanted));
  if (!other) return other.error();
  const auto merges = catalog.merges();
  if (!merges) return merges.error();
  if (*other != 0 && *other != found->facet && standing(merge_map(*merges), *other) != found->facet) {
    return refused(
        concat({"there is another ", name_of(found->own.kind), " '", wanted, "'"}),
        concat({"if they are the same: dateline-index entities merge '", found->own.name, "' --into '", wanted, "'"}));
  }
  Correction rename = correction_of(CorrectionOperation::kRename, found->own);
  rename.text = wanted;
  return std::vector{std::move(rename)};
}

Plan plan_reject(const Catalog& catalog, std::span<const AskedName> names, bool undo) {
  std::vector<Correction> plan;
  for (const AskedName& name : names) {
    auto found = find_entity(catalog, name, Meaning::kItself);
    if (!found) return std::move(found).error();
    const auto details = catalog.facet_details(found->facet);
    if (!details) return details.error();
    if (undo && (!*details || !(*details)->rejected)) {
      return refused(concat({quoted(found->own), " was not rejected"}), "");
    }
    Correction reject = correction_of(CorrectionOperation::kReject, found->own);
    reject.undo = undo;
    plan.push_back(std::move(reject));
  }
  return plan;
}

Plan plan_pin(const Catalog& catalog, const AskedName& name, FacetKind kind, bool undo) {
  if (static_cast<std::size_t>(kind) >= kEntityKinds) {
    return refused(concat({"--kind is '", name_of(kind), "'"}), "use person, place or organization");
  }
  EntityName pinned{kind, name.name};
  bool known = false;
  for (std::size_t k = 0; k < kEntityKinds; ++k) {
    const auto facet = catalog.facet_of_key(static_cast<FacetKind>(k), facet_key(name.name));
    if (!facet) return facet.error();
    if (*facet == 0) continue;
    auto own = catalog.own_name_of(*facet);
    if (!own) return std::move(own).error();
    if (!known || static_cast<FacetKind>(k) == kind) pinned.name = std::move(*own);
    known = true;
  }
  if (!known) {  // by an alias, or with a helpful error
    auto found = find_entity(catalog, {std::nullopt, name.name}, Meaning::kStanding);
    if (!found) return std::move(found).error();
    pinned.name = std::move(found->own.name);
  }
  Correction pin = correction_of(CorrectionOperation::kPin, std::move(pinned));
  pin.undo = undo;
  return std::vector{std::move(pin)};
}

Plan plan_alias(const Catalog& catalog, const AskedName& name, std::span<const std::string> aliases) {
  auto found = find_entity(catalog, name, Meaning::kStanding);
  if (!found) return std::move(found).error();
  auto table = catalog.correction_table();
  if (!table) return std::move(table).error();
  std::vector<Correction> plan;
  for (const std::string& text : aliases) {
    Correction alias = correction_of(CorrectionOperation::kAlias, found->own);
    alias.text = trim(text);
    if (auto text_fits = check_new_name("an alias", alias.text); !text_fits) return std::move(text_fits).error();
    auto fits = check_merge(*table, {found->own.kind, alias.text}, found->own);
    if (!fits) return std::move(fits).error();
    table->add(alias);
    plan.push_back(std::move(alias));
  }
  return plan;
}

std::string describe(const Correction& correction) {
  const auto list = [](const std::vector<EntityName>& names) {
    std::vector<std::string> parts;
    for (const EntityName& name : names) parts.push_back(quoted(name));
    return join(parts, ", ");
  };
  const std::string entity = quoted(correction.entity);
  const std::string operation = concat({correction.undo ? "undo " : "", name_of(correction.operation), " ", entity});
  switch (correction.operation) {
    case CorrectionOperation::kMerge:
      return concat({operation, " into ", correction.into ? quoted(*correction.into) : std::string()});
    case CorrectionOperation::kSplit:
      if (!correction.articles.empty()) {
        return concat({operation, " in ", plural(correction.articles.size(), "article"), " (",
                       join(correction.articles, ", "), ") as ",
                       correction.as ? quoted(*correction.as) : std::string()});
      }
      return concat({operation, " from ", list(correction.from)});
    case CorrectionOperation::kRename:
      return concat({operation, " to '", correction.text, "'"});
    case CorrectionOperation::kAlias:
      return concat({operation, " also '", correction.text, "'"});
    case CorrectionOperation::kReject:
    case CorrectionOperation::kPin:
      return operation;
  }
  return operation;
}

}  // namespace dateline
