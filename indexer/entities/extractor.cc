// The extractor: the recogniser gives spans, the user's names are put over them, the resolver makes entities of them.
#include <utility>

#include "indexer/entities/entity_extractor.h"
#include "indexer/entities/gazetteer_cache.h"
#include "indexer/entities/known_names.h"
#include "indexer/entities/model_location.h"
#include "indexer/entities/resolver.h"
#include "indexer/entities/settle_spans.h"
#include "indexer/entities/span_context.h"
#include "indexer/entities/tagger/tagger.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::string_view kResolverVersion = "entities-5";  // changes with the code; model and table have checksums

class TrainedExtractor final : public EntityExtractor {
 public:
  TrainedExtractor(Tagger tagger, const Gazetteer& gazetteer, std::vector<KnownEntity> known)
      : tagger_(std::move(tagger)),
        gazetteer_(gazetteer),
        vocabulary_(gazetteer_),
        known_(std::move(known)),
        known_names_(known_) {}

  std::vector<ArticleEntity> extract(std::string_view title, std::string_view text) override {
    gazetteer_.begin_article();
    vocabulary_.begin_article();
    tagger_.tag(title, text, tagged_);
    spans_.clear();
    for (const TaggedSpan& span : tagged_)
      spans_.push_back({.begin = span.begin, .end = span.end, .kind = span.kind, .in_title = span.in_title});
    settle_borders(title, text, gazetteer_, spans_);
    if (!known_.empty()) known_names_.put_over(title, text, spans_);
    for (NameSpan& span : spans_) read_context(span.in_title ? title : text, gazetteer_, span);
    settle_short_names(title, text, gazetteer_, spans_);
    return resolve_entities({title, text, spans_, known_, vocabulary_});
  }

  [[nodiscard]] std::string fingerprint() const override {
    return concat(
        {kResolverVersion, ":", std::to_string(gazetteer_.gazetteer().checksum()), ":", tagger_.fingerprint()});
  }

 private:
  Tagger tagger_;
  GazetteerCache gazetteer_;
  Vocabulary vocabulary_;
  std::vector<KnownEntity> known_;
  KnownNames known_names_;
  std::vector<TaggedSpan> tagged_;
  std::vector<NameSpan> spans_;
};

}  // namespace

Result<std::unique_ptr<EntityExtractor>> make_extractor(const ExtractorOptions& options) {
  auto tagger = Tagger::open(find_entity_model(options.model_path));
  if (!tagger) {
    Error error = std::move(tagger).error();
    if (error.code == ErrorCode::kNotFound) {
      error.message = "no entity model: " + error.message;
      error.hint = "install it, or say with DATELINE_ENTITY_MODEL where it is";
    }
    error.code = ErrorCode::kIo;  // of the installation, not of the articles or the command line
    return error;
  }
  return std::unique_ptr<EntityExtractor>(
      std::make_unique<TrainedExtractor>(std::move(*tagger), Gazetteer::built_in(), options.known));
}

}  // namespace dateline
