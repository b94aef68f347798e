// From touched names to groups of like names, from groups to decisions, from decisions to what has changed.
#include "indexer/resolution/resolve_archive.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

#include "indexer/resolution/archive_evidence.h"
#include "indexer/resolution/organization_name.h"
#include "indexer/resolution/person_name.h"
#include "indexer/resolution/resolve_organizations.h"
#include "indexer/resolution/resolve_people.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::size_t kManyGroups = 1000;  // from here on reading all groups in a row is faster

// A surname, a first name or an acronym alone.
bool is_short_name(std::string_view key) {
  return !key.empty() && key.find(' ') == std::string_view::npos;
}

std::string group_of(FacetId facet, std::string_view key) {
  if (kind_of(facet) == FacetKind::kPerson) return concat({"person ", sound_of(parse_person_name(key).surname)});
  return concat({"organization ", organization_group(key)});
}

struct Group {
  FacetKind kind = FacetKind::kPerson;
  std::vector<GroupMember> members;
};

class ArchiveResolver {
 public:
  ArchiveResolver(Catalog& catalog, ArchiveEvidence evidence, TouchedNames touched)
      : catalog_(catalog), evidence_(std::move(evidence)), touched_(std::move(touched)) {
    documents_of_ = [this](FacetId facet) {
      auto documents = evidence_.documents_of(facet);
      if (documents) return std::move(*documents);
      if (!failure_) failure_ = std::move(documents).error();
      return std::vector<DocumentFacts>();
    };
  }

  Result<std::vector<ArticleId>> run() {
    Result<void> done = find_groups();
    if (done) done = count_articles();
    if (!done) return std::move(done).error();
    for (const Group& group : groups_) {
      if (done) done = resolve_group(group);
    }
    if (done) done = resolve_acronyms();
    if (done && failure_) done = std::move(*failure_);
    if (done) done = write_merges();
    if (done) done = write_attachments();
    if (!done) return std::move(done).error();
    return std::move(changed_);
  }

 private:
  // -- groups

  Result<void> find_groups() {
    std::vector<GroupRow> rows;
    rows.reserve(touched_.size());
    std::unordered_set<std::string> names;
    for (const auto& [facet, key] : touched_) {
      rows.push_back({group_of(facet, key), facet, key});
      names.insert(rows.back().group);
    }
    std::sort(rows.begin(), rows.end(), [](const GroupRow& a, const GroupRow& b) {
      return std::tie(a.group, a.facet) < std::tie(b.group, b.facet);
    });
    if (auto put = catalog_.put_group_members(rows); !put) return put;
    if (auto added = add_groups_of_short_names(names); !added) return added;
    if (names.size() >= kManyGroups) {
      return catalog_.visit_groups([&](std::string_view name, std::vector<GroupMember>&& members) {
        if (names.contains(std::string(name))) add_group(std::move(members));
      });
    }
    for (const std::string& name : names) {
      auto members = catalog_.members_of_group(name);
      if (!members) return std::move(members).error();
      add_group(std::move(*members));
    }
    return {};
  }

  void add_group(std::vector<GroupMember>&& members) {
    if (members.empty()) return;
    const FacetKind kind = kind_of(members.front().facet);
    groups_.push_back({kind, std::move(members)});
  }

  Result<void> count_articles() {
    std::vector<FacetId> asked;
    for (const Group& group : groups_) {
      const bool alone = group.members.size() == 1 && !is_short_name(group.members.front().key);
      for (const GroupMember& member : group.members) {
        present_[member.facet] = &member;
        if (!alone) asked.push_back(member.facet);
      }
    }
    const auto counts = evidence_.count_articles(asked);
    if (!counts) return counts.error();
    for (std::size_t i = 0; i < asked.size(); ++i) articles_[asked[i]] = (*counts)[i];
    return {};
  }

  NamedValue value_of(const GroupMember& member) const {
    const auto articles = articles_.find(member.facet);
    return {.facet = member.facet,
            .key = member.key,
            .articles = articles == articles_.end() ? 0 : articles->second,
            .corrected = member.merged_by_person ? member.merged_into : 0};
  }

  Result<void> resolve_group(const Group& group) {
    std::vector<NamedValue> values;
    for (const GroupMember& member : group.members) {
      if (member.rejected) continue;
      if (NamedValue value = value_of(member); value.articles > 0) values.push_back(std::move(value));
    }
    if (group.kind == FacetKind::kPerson) {
      if (auto added = add_guests(group, values); !added) return added;
    }
    if (values.size() < 2) return {};
    if (group.kind == FacetKind::kOrganization) {
      for (const FacetMerge& merge : resolve_organizations(std::move(values), documents_of_))
        wanted_.insert({merge.from, merge.into});
      return {};
    }
    Resolution resolution = resolve_people(std::move(values), documents_of_);
    for (const FacetMerge& merge : resolution.merges) wanted_.insert({merge.from, merge.into});
    for (const DocumentAttachment& attached : resolution.attached) {
      attach_[attached.from][attached.document] = attached.into;
    }
    return {};
  }

  // -- acronyms

  // The groups of what touched values are called for short: those names may mean others now.
  Result<void> add_groups_of_short_names(std::unordered_set<std::string>& names) {
    const auto add = [&](FacetId facet, std::string_view key) {
      if (is_short_name(key)) names.insert(group_of(make_facet_id(1, kind_of(facet)), key));
    };
    if (touched_.size() >= kManyGroups) {
      aliases_.emplace();
      for (const FacetKind kind : {FacetKind::kPerson, FacetKind::kOrganization}) {
        auto aliases = catalog_.one_word_aliases(kind);
        if (!aliases) return std::move(aliases).error();
        for (FacetAlias& alias : *aliases) {
          if (touched_.contains(alias.facet)) add(alias.facet, alias.key);
          (*aliases_)[{kind, std::move(alias.key)}].push_back(alias.facet);
        }
      }
      return {};
    }
    for (const auto& [facet, key] : touched_) {
      const auto aliases = catalog_.aliases_of(facet);
      if (!aliases) return aliases.error();
      for (const std::string& alias : *aliases) add(facet, name_key(alias));
    }
    return {};
  }

  // Values that articles called by this name.
  Result<std::vector<FacetId>> called(FacetKind kind, const std::string& name) const {
    if (!aliases_) return catalog_.facets_of_alias(kind, name);
    const auto found = aliases_->find({kind, name});
    return found == aliases_->end() ? std::vector<FacetId>() : found->second;
  }

  // People who are called by a bare name of the group and whose own names sound otherwise.
  Result<void> add_guests(const Group& group, std::vector<NamedValue>& values) {
    std::map<FacetId, std::vector<std::string>> guests;
    for (const NamedValue& value : values) {
      if (!is_short_name(value.key)) continue;
      const auto people = called(FacetKind::kPerson, value.key);
      if (!people) return people.error();
      for (const FacetId person : *people) {
        const bool is_here = std::any_of(group.members.begin(), group.members.end(),
                                         [&](const GroupMember& member) { return member.facet == person; });
        if (!is_here) guests[person].push_back(value.key);
      }
    }
    for (auto& [person, names] : guests) {
      auto value = load_value(person);
      if (!value) return std::move(value).error();
      if (!*value || (*value)->articles == 0) continue;
      (*value)->called = std::move(names);
      values.push_back(std::move(**value));
    }
    return {};
  }

  Result<void> resolve_acronyms() {
    for (const Group& group : groups_) {
      if (group.kind != FacetKind::kOrganization) continue;
      for (const GroupMember& member : group.members) {
        if (member.rejected || wanted_.contains(member.facet) || !may_be_acronym(member.key)) continue;
        if (auto resolved = resolve_acronym_value(value_of(member)); !resolved) return resolved;
      }
    }
    return {};
  }

  Result<void> resolve_acronym_value(const NamedValue& acronym) {
    if (acronym.articles == 0) return {};
    const auto expansions = called(FacetKind::kOrganization, acronym.key);
    if (!expansions) return expansions.error();
    const std::string group = organization_group(acronym.key);
    std::vector<NamedValue> values;
    for (const FacetId expansion : *expansions) {
      auto value = load_value(expansion);
      if (!value) return std::move(value).error();
      if (*value && organization_group((*value)->key) != group) values.push_back(std::move(**value));
    }
    FacetId into = resolve_acronym(acronym, std::move(values), documents_of_);
    if (into == 0 && expansions->empty()) {
      into = find_long_name(acronym, documents_of_, [&](FacetId facet) { return target_key(facet); });
    }
    if (into != 0) wanted_[acronym.facet] = into;
    return {};
  }

  std::string target_key(FacetId facet) {
    const auto value = load_value(facet);
    if (value && *value) return (*value)->key;
    if (!value && !failure_) failure_ = value.error();
    return {};
  }

  // Of a value that may lie outside the groups of this run. nullopt: rejected.
  Result<std::optional<NamedValue>> load_value(FacetId facet) {
    if (!articles_.contains(facet)) {
      const auto counts = evidence_.count_articles(std::span(&facet, 1));
      if (!counts) return counts.error();
      articles_[facet] = counts->front();
    }
    if (const auto here = present_.find(facet); here != present_.end()) {
      return here->second->rejected ? std::nullopt : std::optional(value_of(*here->second));
    }
    auto details = catalog_.facet_details(facet);
    if (!details) return std::move(details).error();
    const auto name = catalog_.own_name_of(facet);
    if (!name) return name.error();
    if (!*details || (*details)->rejected) return std::optional<NamedValue>();
    return std::optional(value_of({.facet = facet,
                                   .key = facet_key(*name),
                                   .merged_into = (*details)->merged_into,
                                   .merged_by_person = (*details)->merged_by_person}));
  }

  // -- writing

  // First all that end, so that no circle comes of what is turned round.
  Result<void> write_merges() {
    std::vector<FacetMerge> begin;
    for (const auto& [facet, member] : present_) {
      if (member->merged_by_person) continue;
      const auto wanted = wanted_.find(facet);
      const FacetId into = wanted == wanted_.end() ? 0 : wanted->second;
      if (into == member->merged_into) continue;
      if (member->merged_into != 0) {
        if (auto set = catalog_.set_merge(facet, 0); !set) return set;
      }
      if (into != 0) begin.push_back({facet, into});
    }
    std::sort(begin.begin(), begin.end(), [](const FacetMerge& a, const FacetMerge& b) { return a.from < b.from; });
    for (const FacetMerge& merge : begin) {
      if (auto set = catalog_.set_merge(merge.from, merge.into); !set) return set;
    }
    return {};
  }

  Result<void> write_attachments() {
    std::map<std::uint32_t, std::pair<std::vector<FacetId>, std::vector<Attachment>>> by_document;
    for (const Group& group : groups_) {
      if (group.kind != FacetKind::kPerson) continue;
      for (const GroupMember& member : group.members) {
        auto change = changes_of(member.facet);
        if (!change) return std::move(change).error();
        for (const auto& [document, into] : *change) {
          auto& [names, attached] = by_document[document];
          names.push_back(member.facet);
          if (into == 0) continue;
          attached.push_back({member.facet, into});
          // Who asks for the name is told of those whom it means somewhere.
          if (auto added = catalog_.add_alias(into, member.key); !added) return added;
        }
      }
    }
    for (const auto& [document, change] : by_document) {
      const auto article = evidence_.article_of(document);
      if (!article) return article.error();
      const auto changed = catalog_.attach(*article, change.first, change.second);
      if (!changed) return changed.error();
      if (*changed) changed_.push_back(*article);
    }
    return {};
  }

  // Documents in which this name means somebody else than until now; 0: itself.
  Result<std::map<std::uint32_t, FacetId>> changes_of(FacetId name) {
    std::map<std::uint32_t, FacetId> change;
    if (const auto wanted = attach_.find(name); wanted != attach_.end()) change = wanted->second;
    for (auto it = change.begin(); it != change.end();) {
      const auto apart = catalog_.is_kept_apart(name, it->second);
      if (!apart) return apart.error();
      it = *apart ? change.erase(it) : std::next(it);
    }
    for (const AttachedDocument& present : evidence_.attached_from(name)) {
      const auto [it, is_new] = change.try_emplace(present.document, 0);
      if (!is_new && it->second == present.attachment.into) change.erase(it);
    }
    return change;
  }

  Catalog& catalog_;
  ArchiveEvidence evidence_;
  TouchedNames touched_;
  DocumentsOf documents_of_;
  std::optional<Error> failure_;  // of documents_of_
  std::vector<Group> groups_;
  std::unordered_map<FacetId, const GroupMember*> present_;  // of the groups
  std::unordered_map<FacetId, std::uint32_t> articles_;
  std::unordered_map<FacetId, FacetId> wanted_;                           // merges
  std::unordered_map<FacetId, std::map<std::uint32_t, FacetId>> attach_;  // name → document → whom
  std::optional<std::map<std::pair<FacetKind, std::string>, std::vector<FacetId>>>
      aliases_;  // of one word; nullopt: not all read
  std::vector<ArticleId> changed_;
};

Result<TouchedNames> all_names(const Catalog& catalog) {
  TouchedNames all;
  for (const FacetKind kind : {FacetKind::kPerson, FacetKind::kOrganization}) {
    auto names = catalog.own_names(kind);
    if (!names) return std::move(names).error();
    for (FacetName& name : *names) all.emplace(name.facet, std::move(name.name));
  }
  return all;
}

}  // namespace

Result<ResolvedArchive> resolve_archive(Catalog& catalog, const ArchivePaths& paths, TouchedNames touched,
                                        bool everything) {
  if (everything) {
    auto all = all_names(catalog);
    if (!all) return std::move(all).error();
    touched = std::move(*all);
  }
  auto evidence = ArchiveEvidence::open(paths);
  if (!evidence) return std::move(evidence).error();
  if (auto begun = catalog.begin(); !begun) return std::move(begun).error();
  auto changed = ArchiveResolver(catalog, std::move(*evidence), std::move(touched)).run();
  if (!changed) return std::move(changed).error();
  if (auto set = catalog.set_meta(kResolutionMeta, kResolutionVersion); !set) return std::move(set).error();
  if (auto committed = catalog.commit(); !committed) return std::move(committed).error();
  const auto seq = catalog.last_seq();
  if (!seq) return seq.error();
  return ResolvedArchive{.changed = std::move(*changed), .seq = *seq};
}

}  // namespace dateline
