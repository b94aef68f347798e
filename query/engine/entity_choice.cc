// Own names and aliases first, then names that have all the words, then slips.
#include "query/engine/entity_choice.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "query/engine/near_names.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::array kEntityFacets = {FacetKind::kPerson, FacetKind::kPlace, FacetKind::kOrganization};
constexpr std::size_t kMostValues = 5000;  // of one kind that a name may fit
constexpr std::uint64_t kClearlyMore = 20;
constexpr std::size_t kSuggestions = 5;

struct Asked {
  std::string name;
  std::optional<FacetKind> kind;
  bool exact = false;  // `=` stood before it
};

std::optional<FacetKind> kind_named(std::string_view word) {
  if (word == "org") return FacetKind::kOrganization;
  for (const FacetKind kind : kEntityFacets) {
    if (word == name_of(kind)) return kind;
  }
  return std::nullopt;
}

Asked read_ask(const EntityAsk& ask) {
  Asked asked{.name = std::string(trim(ask.name)), .kind = ask.kind};
  const std::size_t colon = asked.name.find(':');
  const auto kind = colon == std::string::npos ? std::nullopt : kind_named(asked.name.substr(0, colon));
  if (kind && (!asked.kind || asked.kind == kind)) {
    asked.kind = kind;
    asked.name = std::string(trim(asked.name.substr(colon + 1)));
  }
  asked.exact = asked.name.starts_with('=');
  if (asked.exact) asked.name = std::string(trim(asked.name.substr(1)));
  return asked;
}

Result<void> check(const Asked& asked) {
  if (asked.name.empty()) {
    return Error{.code = ErrorCode::kUsage, .message = "the name is empty", .hint = "for example: Joe Biden"};
  }
  if (asked.kind && std::find(kEntityFacets.begin(), kEntityFacets.end(), *asked.kind) == kEntityFacets.end()) {
    return Error{
        .code = ErrorCode::kUsage,
        .message = concat({"entities are people, places and organizations, not of kind ", name_of(*asked.kind)}),
        .hint = "articles of a source, author or language: dateline search --source NAME"};
  }
  return {};
}

std::optional<FacetId> id_in(std::string_view text) {
  FacetId id = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, id);
  if (problem != std::errc() || stop != end || text.empty() || id == 0) return std::nullopt;
  return id;
}

void keep_each_once(std::vector<FacetId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::erase(ids, FacetId{0});  // rejected
}

class Chooser {
 public:
  Chooser(const Asked& asked, const Catalog& catalog, const FacetRemap& remap, const CountArticles& count)
      : asked_(asked), catalog_(catalog), remap_(remap), count_(count) {}

  Result<EntityChoice> choose() {
    if (auto found = find(); !found) return std::move(found).error();
    auto fitting = with_articles(all_);
    if (!fitting) return std::move(fitting).error();
    EntityChoice out{.asked = asked_.name, .fitting = fitting->size(), .rejected = rejected_};
    settle(std::move(*fitting), out);
    if (out.fitting == 0) {
      auto near = suggestions();
      if (!near) return std::move(near).error();
      out.suggestions = std::move(*near);
    }
    if (auto named = name(out); !named) return std::move(named).error();
    return out;
  }

 private:
  [[nodiscard]] std::vector<FacetKind> kinds() const {
    if (asked_.kind) return {*asked_.kind};
    return {kEntityFacets.begin(), kEntityFacets.end()};
  }

  // Fills own_ and all_: ids that stand for themselves, each once.
  Result<void> find() {
    if (const auto id = asked_.exact ? id_in(asked_.name) : std::nullopt) {
      const FacetId standing = remap_(*id);
      rejected_ = standing == 0;
      const auto wanted = kinds();
      if (std::find(wanted.begin(), wanted.end(), kind_of(standing)) != wanted.end()) own_.push_back(standing);
    } else {
      for (const FacetKind kind : kinds()) {
        if (auto found = find_names(kind); !found) return found;
      }
    }
    keep_each_once(own_);
    all_.insert(all_.end(), own_.begin(), own_.end());
    keep_each_once(all_);
    if (!all_.empty() || asked_.exact) return {};
    for (const FacetKind kind : kinds()) {
      if (auto found = find_words(kind); !found) return found;
    }
    keep_each_once(all_);
    return {};
  }

  // Whole names: those of its own, and aliases.
  Result<void> find_names(FacetKind kind) {
    const auto own = catalog_.facet_of_key(kind, facet_key(asked_.name));
    if (!own) return own.error();
    if (*own != 0) {
      own_.push_back(remap_(*own));
      rejected_ = rejected_ || own_.back() == 0;
    }
    if (asked_.exact) return {};
    const auto aliases = catalog_.facets_of_alias(kind, asked_.name);
    if (!aliases) return aliases.error();
    for (const FacetId facet : *aliases) all_.push_back(remap_(facet));
    return {};
  }

  Result<void> find_words(FacetKind kind) {
    const auto fitting = catalog_.find_facets(kind, asked_.name, kMostValues);
    if (!fitting) return fitting.error();
    for (const FacetName& value : *fitting) all_.push_back(remap_(value.facet));
    return {};
  }

  Result<std::vector<EntityRef>> with_articles(const std::vector<FacetId>& ids) const {
    std::vector<EntityRef> out;
    if (ids.empty()) return out;
    const auto counts = count_(ids);
    if (!counts) return counts.error();
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if ((*counts)[i] != 0) out.push_back({.facet = ids[i], .name = {}, .articles = (*counts)[i]});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const EntityRef& a, const EntityRef& b) { return a.articles > b.articles; });
    return out;
  }

  // `fitting` is by falling number of articles.
  void settle(std::vector<EntityRef> fitting, EntityChoice& out) const {
    const auto owned = [this](const EntityRef& e) { return std::binary_search(own_.begin(), own_.end(), e.facet); };
    const bool full_name = name_words(name_key(asked_.name)).size() > 1;
    auto chosen = fitting.end();
    if (full_name && std::count_if(fitting.begin(), fitting.end(), owned) == 1)
      chosen = std::find_if(fitting.begin(), fitting.end(), owned);
    else if (!fitting.empty() && is_clear(fitting))
      chosen = fitting.begin();
    if (chosen != fitting.end()) {
      out.chosen = std::move(*chosen);
      fitting.erase(chosen);
    }
    fitting.resize(std::min(fitting.size(), kMostListedEntities));
    out.others = std::move(fitting);
  }

  // Whether nearly all articles that the name can be about are about the first one.
  static bool is_clear(const std::vector<EntityRef>& fitting) {
    const EntityRef& first = fitting.front();
    std::uint64_t of_kind = 0, others = 0;
    for (const EntityRef& entity : fitting) {
      (kind_of(entity.facet) == kind_of(first.facet) ? of_kind : others) += entity.articles;
    }
    return 5 * first.articles >= 4 * of_kind && first.articles >= kClearlyMore * others;
  }

  Result<std::vector<EntityRef>> suggestions() const {
    std::vector<FacetId> ids;
    for (const FacetKind kind : kinds()) {
      auto near = near_names(catalog_, kind, name_key(asked_.name));
      if (!near) return std::move(near).error();
      for (const FacetId id : *near) ids.push_back(remap_(id));
    }
    keep_each_once(ids);
    auto out = with_articles(ids);
    if (out && out->size() > kSuggestions) out->resize(kSuggestions);
    return out;
  }

  Result<void> name(EntityChoice& out) const {
    const auto add_name = [this](EntityRef& entity) -> Result<void> {
      const auto names = catalog_.names_of(std::span(&entity.facet, 1));
      if (!names) return names.error();
      entity.name = names->front().name;
      return {};
    };
    if (out.chosen) {
      if (auto done = add_name(*out.chosen); !done) return done;
    }
    for (auto* list : {&out.others, &out.suggestions}) {
      for (EntityRef& entity : *list) {
        if (auto done = add_name(entity); !done) return done;
      }
    }
    return {};
  }

  const Asked& asked_;
  const Catalog& catalog_;
  const FacetRemap& remap_;
  const CountArticles& count_;
  std::vector<FacetId> own_, all_;
  bool rejected_ = false;
};

}  // namespace

Result<EntityChoice> choose_entity(const EntityAsk& ask, const Catalog& catalog, const FacetRemap& remap,
                                   const CountArticles& count) {
  const Asked asked = read_ask(ask);
  if (auto good = check(asked); !good) return std::move(good).error();
  auto choice = Chooser(asked, catalog, remap, count).choose();
  if (choice) choice->asked = ask.name;
  return choice;
}

}  // namespace dateline
