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

// An entity of the user's own list (`known_entities` in the catalog): its names are found in any article.
struct KnownEntity {
  EntityKind kind = EntityKind::kPerson;
  std::string name;                  // canonical
  std::vector<std::string> aliases;  // found like the name
  std::string external_id;           // "" where none is known
};

struct ExtractorOptions {
  std::string model_path;  // "": $DATELINE_ENTITY_MODEL, else the installed one, else that of the source tree
  std::vector<KnownEntity> known;
};

// The trained recogniser with the resolver behind it. kIo where the model is missing or damaged. The fingerprint does
// not depend on `known`.
Result<std::unique_ptr<EntityExtractor>> make_extractor(const ExtractorOptions& options = {});

// Puts the publisher's names and the extracted entities together: the same kind and key (name_key) is one entity.
std::vector<ArticleEntity> with_given(std::vector<ArticleEntity> extracted, const std::vector<GivenEntity>& given);

}  // namespace dateline
