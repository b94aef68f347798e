// One record → an article that is ready for the stores. All the costly work that needs no order happens here.
#pragma once

#include <memory>
#include <string>

#include "indexer/entities/entity_extractor.h"
#include "indexer/ingest/work.h"
#include "shared/base/result.h"
#include "shared/store/sqlite_catalog.h"
#include "shared/text/analyzer.h"

namespace dateline {

enum class EntityMode : std::uint8_t { kExtract, kGiven, kBoth };

// Everything that decides what is made of the same bytes; part of what is kept of every address, so that a new version
// of it prepares all articles again.
std::string preparation_fingerprint(EntityMode mode, const EntityExtractor* extractor);

// One thread an object.
class Preparer {
 public:
  // `catalog` (may be null) is asked what is known already; it must be this thread's own. `list`: of the user.
  static Result<Preparer> create(const std::string& language, EntityMode mode, std::unique_ptr<Catalog> catalog,
                                 const std::vector<ListedEntity>& list = {});
  void only_compare() { only_compares_ = true; }  // with the catalog: what is new is not prepared for the stores
  PreparedItem prepare(ReadItem&& item);
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  Preparer(Analyzer analyzer, EntityMode mode, std::unique_ptr<EntityExtractor> extractor,
           std::unique_ptr<Catalog> catalog);
  PreparedItem prepare_record(RawRecord&& record);
  PreparedItem prepare_stored(const StoredRecord& record);
  void find_entities(PreparedArticle& prepared);

  Analyzer analyzer_;
  EntityMode mode_;
  std::unique_ptr<EntityExtractor> extractor_;  // null where only given names count
  std::unique_ptr<Catalog> catalog_;
  std::string fingerprint_;
  bool only_compares_ = false;
};

// The entities of an article under this mode; `extractor` may be null for kGiven.
std::vector<ArticleEntity> entities_of(const Article& article, EntityMode mode, EntityExtractor* extractor);

}  // namespace dateline
