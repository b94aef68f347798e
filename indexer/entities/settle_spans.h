// Mends spans of the recogniser where the gazetteer or the rest of the article knows better. Knows no entities.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/gazetteer_cache.h"
#include "indexer/entities/name_span.h"

namespace dateline {

// Where names begin and end, and kinds that the gazetteer tells. Two known names with a hyphen between them
// ("Israel-Hamas war") and names on both sides of a dash become two; "State" in "Secretary of State" is none; "Prime
// Minister’s" belongs to the "Office" behind it; a name that the gazetteer has under one kind only gets that kind.
// Spans stay in order and apart.
void settle_borders(std::string_view title, std::string_view text, GazetteerCache& gazetteer,
                    std::vector<NameSpan>& spans);

// One name, one kind, as the longer names of the article tell: "Goldman" is no person where "Goldman Sachs" is, "Katz"
// is one where "Israel Katz" is. Needs the spans' context.
void settle_short_names(std::string_view title, std::string_view text, GazetteerCache& gazetteer,
                        std::vector<NameSpan>& spans);

}  // namespace dateline
