// The publisher's names and the extracted ones become one list. A given name joins the entity that the article calls
// so: by its name, by a name that stood for it, or, for people, by the surname that only one of them bears. What
// remains is called as the gazetteer calls it ("usa" is the United States).
#include <string>
#include <unordered_map>

#include "indexer/entities/entity_extractor.h"
#include "indexer/entities/gazetteer.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::size_t kAmbiguous = static_cast<std::size_t>(-1);

std::string kind_and_key(EntityKind kind, std::string_view name) {
  return static_cast<char>('0' + static_cast<int>(kind)) + name_key(name);
}

std::string canonical_name(const GivenEntity& given) {
  if (given.kind == EntityKind::kPerson) return given.name;
  const GazetteerEntry entry = Gazetteer::built_in().find(fold_name(given.name));
  const bool is_place = given.kind == EntityKind::kPlace;
  const std::string_view name = is_place ? entry.place : entry.organization;
  const std::uint32_t classes = is_place ? word_class::kPlace : word_class::kOrganization;
  return (entry.classes & classes) != 0 && !name.empty() ? std::string(name) : given.name;
}

// Kind and key → place in `entities`, the surest way first.
std::unordered_map<std::string, std::size_t> index_by_name(const std::vector<ArticleEntity>& entities) {
  std::unordered_map<std::string, std::size_t> own, others;
  const auto add_other = [&](const std::string& key, std::size_t at) {
    const auto [known, is_new] = others.emplace(key, at);
    if (!is_new && known->second != at) known->second = kAmbiguous;
  };
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const ArticleEntity& entity = entities[i];
    own.emplace(kind_and_key(entity.kind, entity.name), i);
    for (const std::string& alias : entity.aliases) add_other(kind_and_key(entity.kind, alias), i);
    if (entity.kind != EntityKind::kPerson) continue;
    const std::string key = name_key(entity.name);
    if (const std::size_t blank = key.rfind(' '); blank != std::string::npos) {
      add_other(kind_and_key(entity.kind, key.substr(blank + 1)), i);
    }
  }
  for (const auto& [key, at] : others) {
    if (at != kAmbiguous) own.emplace(key, at);
  }
  return own;
}

}  // namespace

std::vector<ArticleEntity> with_given(std::vector<ArticleEntity> extracted, const std::vector<GivenEntity>& given) {
  if (given.empty()) return extracted;
  std::unordered_map<std::string, std::size_t> known = index_by_name(extracted);
  for (const GivenEntity& entity : given) {
    std::string key = kind_and_key(entity.kind, entity.name);
    if (key.size() == 1 || known.contains(key)) continue;  // no word in the name, or joined
    std::string name = canonical_name(entity);
    const auto [at, is_new] = known.emplace(kind_and_key(entity.kind, name), extracted.size());
    known.emplace(std::move(key), at->second);
    if (is_new) extracted.push_back({.kind = entity.kind, .name = std::move(name), .aliases = {}, .mentions = {}});
  }
  return extracted;
}

}  // namespace dateline
