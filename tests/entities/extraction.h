// Helpers of the tests of extraction: articles with marked names, and what was found as short texts that a failure
// shows well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/entity_extractor.h"
#include "indexer/entities/name_span.h"

namespace dateline::testing {

// The extractor of the tests, opened once: with the model of the source tree.
EntityExtractor& extractor();
std::vector<ArticleEntity> extract(std::string_view text, std::string_view title = {});
std::vector<ArticleEntity> extract_knowing(std::vector<KnownEntity> known, std::string_view text,
                                           std::string_view title = {});

// "{p Ana Lima} left {l Lisbon}." → the text without marks, and the spans; "{p Lima=Ana Lima}" says who is meant.
struct MarkedText {
  std::string text;
  std::vector<NameSpan> spans;
  std::vector<std::string> meant;  // by span
};
MarkedText read_marks(std::string_view marked);

// The resolver alone: what it makes of the marked spans.
std::vector<ArticleEntity> resolve(std::string_view marked);

// "person Joe Biden", in the order of the entities.
std::vector<std::string> names_of(const std::vector<ArticleEntity>& entities);
// "Joe Biden: Joe Biden|Biden": what each mention's bytes are.
std::vector<std::string> spans_of(const std::vector<ArticleEntity>& entities, std::string_view text,
                                  std::string_view title = {});
// The same for a marked text that is resolved.
std::vector<std::string> resolved_spans(std::string_view marked);

}  // namespace dateline::testing
