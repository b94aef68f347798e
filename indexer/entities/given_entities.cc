// The publisher's names and the extracted ones become one list.
#include <string>
#include <unordered_map>

#include "indexer/entities/entity_extractor.h"
#include "shared/store/name_key.h"

namespace dateline {

std::vector<ArticleEntity> with_given(std::vector<ArticleEntity> extracted, const std::vector<GivenEntity>& given) {
  const auto key_of = [](EntityKind kind, const std::string& name) {
    return static_cast<char>('0' + static_cast<int>(kind)) + name_key(name);
  };
  std::unordered_map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < extracted.size(); ++i) known.emplace(key_of(extracted[i].kind, extracted[i].name), i);
  for (const GivenEntity& entity : given) {
    std::string key = key_of(entity.kind, entity.name);
    if (key.size() == 1) continue;  // no word in the name
    if (known.emplace(std::move(key), extracted.size()).second) extracted.push_back({entity.kind, entity.name, {}, {}});
  }
  return extracted;
}

}  // namespace dateline
