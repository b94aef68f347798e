// What people said about entities, by names: the entries of the journal, and what they come to. Pure values: the
// catalog keeps them and carries them out; nothing here knows SQLite.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schema/facet_id.h"

namespace dateline {

enum class CorrectionOperation : std::uint8_t { kMerge, kSplit, kRename, kReject, kPin, kAlias };
std::string_view name_of(CorrectionOperation operation);
std::optional<CorrectionOperation> correction_operation_named(std::string_view name);
std::optional<FacetKind> facet_kind_named(std::string_view name);

struct EntityName {
  FacetKind kind = FacetKind::kPerson;
  std::string name;
  friend bool operator==(const EntityName&, const EntityName&) = default;
};

// One entry of the journal. Which members count depends on the operation; the rest is empty.
struct Correction {
  std::int64_t at = 0;  // seconds since 1970
  CorrectionOperation operation = CorrectionOperation::kMerge;
  EntityName entity;
  std::optional<EntityName> into = std::nullopt;  // merge: whom it stands for
  std::vector<EntityName> from = {};              // split: whom it does not stand for
  std::vector<std::string> articles = {};         // split: only in these (keys)
  std::optional<EntityName> as = std::nullopt;    // split in articles: who is meant there
  std::vector<std::string> names = {};            // split in articles: what else the entity is called there
  std::string text = {};                          // rename: the new name; alias: the other name
  bool undo = false;                              // reject, pin
  friend bool operator==(const Correction&, const Correction&) = default;
};

// An entity of the user's own list.
struct ListedEntity {
  EntityKind kind = EntityKind::kPerson;
  std::string name;
  std::vector<std::string> aliases;
  std::string external_id;
  friend bool operator==(const ListedEntity&, const ListedEntity&) = default;
};

// A name as corrections know it: the digit of its kind, then facet_key(name).
using NameId = std::string;
NameId name_id(FacetKind kind, std::string_view name);
NameId name_id(const EntityName& name);
FacetKind kind_of_name_id(const NameId& id);
std::string_view key_of_name_id(const NameId& id);

enum class Fate : std::uint8_t {
  kStands,    // for itself: a merge or a rejection was taken back
  kMerged,    // into `into`
  kRejected,  // no entity
};
struct Verdict {
  Fate fate = Fate::kStands;
  std::string name;  // as it was written in the correction
  EntityName into;   // kMerged
  friend bool operator==(const Verdict&, const Verdict&) = default;
};

// The journal from its first entry to its last, and the user's list, as what holds now: the last word on a name counts,
// and a person's word counts more than the list. Merges never form a circle: the merge that would close one takes the
// place of the one that it contradicts.
class CorrectionTable {
 public:
  void add(const Correction& correction);
  // After all corrections. Aliases that two entities of the list share stand for neither.
  void add_list(const std::vector<ListedEntity>& list);

  [[nodiscard]] bool speaks_of(const NameId& id) const;
  [[nodiscard]] const Verdict* verdict(const NameId& id) const;
  [[nodiscard]] const std::string* new_name(const NameId& id) const;     // of a renamed one; else null
  [[nodiscard]] const std::string* external_id(const NameId& id) const;  // null: none
  [[nodiscard]] std::vector<NameId> renamed() const;
  // Names that were merged into this one.
  [[nodiscard]] std::vector<NameId> merged_into(const NameId& id) const;
  [[nodiscard]] const std::set<std::pair<NameId, NameId>>& kept_apart() const { return apart_; }  // first < second
  // Names of which the two say different things; where one is kept apart since, both of the pair.
  [[nodiscard]] std::vector<NameId> differing_names(const CorrectionTable& other) const;

  // Who is meant in this article by an entity with these names; nullptr: the one of that name. `names`: ids of its
  // canonical name first, then of its aliases.
  [[nodiscard]] const EntityName* meant_in(std::string_view article, const std::vector<NameId>& names) const;
  [[nodiscard]] bool corrects_article(std::string_view article) const;

 private:
  struct InArticle {
    NameId entity;
    std::set<NameId> names;  // also the entity's
    EntityName as;
  };
  void merge(const EntityName& from, const EntityName& into);
  void stand(const EntityName& name);
  void pin(const Correction& correction);
  void split(const Correction& correction);
  void split_in_articles(const Correction& correction);

  std::unordered_map<NameId, Verdict> verdicts_;
  std::unordered_map<NameId, std::vector<NameId>> sources_;  // of merges, also of those that hold no more
  std::unordered_map<NameId, std::string> new_names_, external_ids_;
  std::unordered_map<std::string, std::vector<InArticle>> in_articles_;
  std::set<std::pair<NameId, NameId>> apart_;
};

// The members of an entry that depend on its operation, as a JSON object (schema/FORMAT.md, "Corrections").
std::string correction_argument(const Correction& correction);

// The two in the order of CorrectionTable::kept_apart.
std::pair<NameId, NameId> ordered_pair(NameId a, NameId b);

}  // namespace dateline
