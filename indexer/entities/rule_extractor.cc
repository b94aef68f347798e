// The extractor of gazetteers and rules: tokens → candidates → settled mentions → entities.
#include <algorithm>

#include "indexer/entities/entity_extractor.h"
#include "indexer/entities/entity_tokens.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/entities/mention_finder.h"
#include "indexer/entities/resolver.h"
#include "indexer/entities/vocabulary.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kRulesVersion = "rules-1";  // changes with the rules; the table has its checksum

class RuleExtractor final : public EntityExtractor {
 public:
  explicit RuleExtractor(const Gazetteer& gazetteer) : gazetteer_(gazetteer), vocabulary_(gazetteer) {}

  std::vector<ArticleEntity> extract(std::string_view title, std::string_view text) override {
    vocabulary_.begin_article();
    tokens_.clear();
    candidates_.clear();
    scan_tokens(title, true, vocabulary_, tokens_);
    scan_tokens(text, false, vocabulary_, tokens_);
    find_candidates(vocabulary_, tokens_, candidates_);
    settle_candidates(vocabulary_, tokens_, candidates_);
    return resolve_entities({title, text, vocabulary_, tokens_, candidates_});
  }

  [[nodiscard]] std::string fingerprint() const override {
    return concat({kRulesVersion, ":", std::to_string(gazetteer_.checksum())});
  }

 private:
  const Gazetteer& gazetteer_;
  Vocabulary vocabulary_;
  std::vector<EntityToken> tokens_;
  std::vector<Candidate> candidates_;
};

}  // namespace

Result<std::unique_ptr<EntityExtractor>> make_rule_extractor() {
  return std::unique_ptr<EntityExtractor>(std::make_unique<RuleExtractor>(Gazetteer::built_in()));
}

}  // namespace dateline
