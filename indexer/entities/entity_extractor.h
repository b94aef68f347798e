// The seam for extractors: an article's title and text → the entities in it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/article.h"
#include "shared/base/result.h"

namespace dateline {

// Deterministic: the same text gives the same entities. Holds scratch memory: one thread an object; the tables behind
// it are shared.
class EntityExtractor {
 public:
  EntityExtractor() = default;
  EntityExtractor(const EntityExtractor&) = delete;
  EntityExtractor& operator=(const EntityExtractor&) = delete;
  virtual ~EntityExtractor() = default;
  // Mentions of one entity lie together under its canonical name, resolved within the article ("Mr. Netanyahu",
  // "Netanyahu’s" and "Prime Minister Benjamin Netanyahu" are one). Entities are ordered by their first mention (title
  // before text). Spans do not overlap, lie on character boundaries, exclude titles ("Mr.") and possessives ("’s").
  // Linear time; arbitrary valid UTF-8.
  virtual std::vector<ArticleEntity> extract(std::string_view title, std::string_view text) = 0;
  // Changes when the same text may give other entities.
  [[nodiscard]] virtual std::string fingerprint() const = 0;
};

// Gazetteers and rules.
Result<std::unique_ptr<EntityExtractor>> make_rule_extractor();

// An entity of the user's own list (`known_entities` in the catalog): its names are found in any article.
struct KnownEntity {
  EntityKind kind = EntityKind::kPerson;
  std::string name;                  // canonical
  std::vector<std::string> aliases;  // found like the name
  std::string external_id;           // "" where none is known
};

// Puts the publisher's names and the extracted entities together: the same kind and key (name_key) is one entity.
std::vector<ArticleEntity> with_given(std::vector<ArticleEntity> extracted, const std::vector<GivenEntity>& given);

}  // namespace dateline
