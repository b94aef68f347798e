// The fold over the journal.
#include "shared/store/corrections.h"

#include <algorithm>
#include <array>

#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 6> kOperationNames = {"merge", "split", "rename", "reject", "pin", "alias"};

}  // namespace

std::string_view name_of(CorrectionOperation operation) {
  return kOperationNames[static_cast<std::size_t>(operation)];
}

std::optional<CorrectionOperation> correction_operation_named(std::string_view name) {
  const auto* const found = std::find(kOperationNames.begin(), kOperationNames.end(), name);
  if (found == kOperationNames.end()) return std::nullopt;
  return static_cast<CorrectionOperation>(found - kOperationNames.begin());
}

std::optional<FacetKind> facet_kind_named(std::string_view name) {
  const auto* const found = std::find(kFacetKindNames.begin(), kFacetKindNames.end(), name);
  if (found == kFacetKindNames.end()) return std::nullopt;
  return static_cast<FacetKind>(found - kFacetKindNames.begin());
}

NameId name_id(FacetKind kind, std::string_view name) {
  return static_cast<char>('0' + static_cast<int>(kind)) + facet_key(name);
}

NameId name_id(const EntityName& name) {
  return name_id(name.kind, name.name);
}

FacetKind kind_of_name_id(const NameId& id) {
  return static_cast<FacetKind>(id.front() - '0');
}

std::string_view key_of_name_id(const NameId& id) {
  return std::string_view(id).substr(1);
}

std::pair<NameId, NameId> ordered_pair(NameId a, NameId b) {
  if (b < a) std::swap(a, b);
  return {std::move(a), std::move(b)};
}

void CorrectionTable::add(const Correction& correction) {
  switch (correction.operation) {
    case CorrectionOperation::kMerge:
      if (correction.into) merge(correction.entity, *correction.into);
      break;
    case CorrectionOperation::kSplit:
      correction.articles.empty() ? split(correction) : split_in_articles(correction);
      break;
    case CorrectionOperation::kRename:
      new_names_[name_id(correction.entity)] = correction.text;
      merge({correction.entity.kind, correction.text}, correction.entity);
      break;
    case CorrectionOperation::kReject:
      stand(correction.entity);
      if (!correction.undo) verdicts_[name_id(correction.entity)].fate = Fate::kRejected;
      break;
    case CorrectionOperation::kPin:
      pin(correction);
      break;
    case CorrectionOperation::kAlias:
      merge({correction.entity.kind, correction.text}, correction.entity);
      break;
  }
}

void CorrectionTable::stand(const EntityName& name) {
  verdicts_[name_id(name)] = {.fate = Fate::kStands, .name = name.name, .into = {}};
}

void CorrectionTable::merge(const EntityName& from, const EntityName& into) {
  const NameId source = name_id(from), target = name_id(into);
  if (source == target) return;
  // Where the target stands for the source so far, the last link of that chain is what this merge contradicts.
  NameId at = target;
  for (const Verdict* next = verdict(at); next != nullptr && next->fate == Fate::kMerged; next = verdict(at)) {
    const NameId after = name_id(next->into);
    if (after == source) {
      verdicts_[at] = {.fate = Fate::kStands, .name = next->name, .into = {}};
      break;
    }
    at = after;
  }
  if (const Verdict* const there = verdict(target); there != nullptr && there->fate == Fate::kRejected) stand(into);
  verdicts_[source] = {.fate = Fate::kMerged, .name = from.name, .into = into};
  auto& sources = sources_[target];
  if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
  apart_.erase(ordered_pair(source, target));
}

void CorrectionTable::pin(const Correction& correction) {
  const EntityName& pinned = correction.entity;
  for (std::size_t kind = 0; kind < kEntityKinds; ++kind) {
    const EntityName other{static_cast<FacetKind>(kind), pinned.name};
    if (other.kind == pinned.kind) continue;
    if (!correction.undo) {
      merge(other, pinned);
      continue;
    }
    const Verdict* const now = verdict(name_id(other));
    if (now != nullptr && now->fate == Fate::kMerged && name_id(now->into) == name_id(pinned)) stand(other);
  }
}

void CorrectionTable::split(const Correction& correction) {
  stand(correction.entity);
  for (const EntityName& other : correction.from) {
    if (name_id(other) == name_id(correction.entity)) continue;
    apart_.insert(ordered_pair(name_id(correction.entity), name_id(other)));
  }
}

void CorrectionTable::split_in_articles(const Correction& correction) {
  if (!correction.as) return;
  InArticle rule{.entity = name_id(correction.entity), .names = {}, .as = *correction.as};
  rule.names.insert(rule.entity);
  for (const std::string& name : correction.names) rule.names.insert(name_id(correction.entity.kind, name));
  for (const std::string& article : correction.articles) {
    auto& rules = in_articles_[article];
    for (InArticle& earlier : rules) {  // who was sent to this entity goes on to the new one
      if (name_id(earlier.as) == rule.entity) earlier.as = rule.as;
    }
    std::erase_if(rules, [&](const InArticle& each) { return each.entity == rule.entity; });
    rules.push_back(rule);
    std::erase_if(rules, [&](const InArticle& each) { return each.entity == name_id(each.as); });
    if (rules.empty()) in_articles_.erase(article);
  }
}

void CorrectionTable::add_list(const std::vector<ListedEntity>& list) {
  struct Claim {
    std::string alias;
    const ListedEntity* entity;  // null: of several
  };
  std::unordered_map<NameId, Claim> claims;
  std::set<NameId> own;
  for (const ListedEntity& entity : list) {
    const FacetKind kind = facet_kind_of(entity.kind);
    const NameId id = name_id(kind, entity.name);
    own.insert(id);
    if (!entity.external_id.empty()) external_ids_[id] = entity.external_id;
    for (const std::string& alias : entity.aliases) {
      const auto [claim, is_new] = claims.emplace(name_id(kind, alias), Claim{alias, &entity});
      if (!is_new && claim->second.entity != &entity) claim->second.entity = nullptr;
    }
  }
  for (const auto& [id, claim] : claims) {
    if (claim.entity == nullptr || own.contains(id) || verdicts_.contains(id)) continue;
    const FacetKind kind = facet_kind_of(claim.entity->kind);
    // Neither a chain that a person made nor a rejection may be turned around by the list.
    const NameId target = name_id(kind, claim.entity->name);
    bool circular = false;
    for (NameId at = target;;) {
      const Verdict* const next = verdict(at);
      if (next == nullptr || next->fate != Fate::kMerged) break;
      at = name_id(next->into);
      circular = circular || at == id;
    }
    if (circular || apart_.contains(ordered_pair(id, target))) continue;
    verdicts_[id] = {.fate = Fate::kMerged, .name = claim.alias, .into = {kind, claim.entity->name}};
    sources_[target].push_back(id);
  }
}

bool CorrectionTable::speaks_of(const NameId& id) const {
  return verdicts_.contains(id) || sources_.contains(id) || new_names_.contains(id) || external_ids_.contains(id) ||
         std::any_of(apart_.begin(), apart_.end(),
                     [&](const auto& pair) { return pair.first == id || pair.second == id; });
}

const Verdict* CorrectionTable::verdict(const NameId& id) const {
  const auto found = verdicts_.find(id);
  return found == verdicts_.end() ? nullptr : &found->second;
}

const std::string* CorrectionTable::new_name(const NameId& id) const {
  const auto found = new_names_.find(id);
  return found == new_names_.end() ? nullptr : &found->second;
}

std::vector<NameId> CorrectionTable::renamed() const {
  std::vector<NameId> names;
  for (const auto& [id, name] : new_names_) names.push_back(id);
  return names;
}

const std::string* CorrectionTable::external_id(const NameId& id) const {
  const auto found = external_ids_.find(id);
  return found == external_ids_.end() ? nullptr : &found->second;
}

std::vector<NameId> CorrectionTable::merged_into(const NameId& id) const {
  std::vector<NameId> names;
  const auto found = sources_.find(id);
  if (found == sources_.end()) return names;
  for (const NameId& source : found->second) {
    const Verdict* const now = verdict(source);
    if (now != nullptr && now->fate == Fate::kMerged && name_id(now->into) == id) names.push_back(source);
  }
  return names;
}

std::vector<NameId> CorrectionTable::differing_names(const CorrectionTable& other) const {
  std::set<NameId> names;
  const auto compare = [&](const auto& one, const auto& two) {
    for (const auto& [id, value] : one) {
      const auto there = two.find(id);
      if (there == two.end() || !(there->second == value)) names.insert(id);
    }
  };
  compare(verdicts_, other.verdicts_), compare(other.verdicts_, verdicts_);
  compare(new_names_, other.new_names_), compare(other.new_names_, new_names_);
  compare(external_ids_, other.external_ids_), compare(other.external_ids_, external_ids_);
  for (const auto& pair : apart_) {
    if (!other.apart_.contains(pair)) names.insert({pair.first, pair.second});
  }
  return {names.begin(), names.end()};
}

bool CorrectionTable::corrects_article(std::string_view article) const {
  return !in_articles_.empty() && in_articles_.contains(std::string(article));
}

const EntityName* CorrectionTable::meant_in(std::string_view article, const std::vector<NameId>& names) const {
  const auto found = in_articles_.find(std::string(article));
  if (found == in_articles_.end() || names.empty()) return nullptr;
  for (const InArticle& rule : found->second) {
    const bool fits =
        std::any_of(names.begin(), names.end(), [&](const NameId& id) { return rule.names.contains(id); });
    if (fits) return &rule.as;
  }
  return nullptr;
}

}  // namespace dateline
