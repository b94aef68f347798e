// An article as a Xapian document. The terms and slots are those of schema/fields.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <xapian.h>

#include "shared/store/xapian_index.h"

namespace dateline {

Xapian::Document make_document(const IndexDocument& from);

std::string article_term(ArticleId article);
std::string facet_term(FacetId facet);
std::string attached_term(const Attachment& attachment);
std::optional<Attachment> decode_attached_term(std::string_view term);

// Seconds as a slot's value: fixed width, big-endian, biased so that byte order is value order.
std::string encode_time_slot(std::int64_t seconds);
std::optional<std::int64_t> decode_time_slot(std::string_view value);
// The number of words of an article, likewise.
std::string encode_words_slot(std::uint32_t words);
std::optional<std::uint32_t> decode_words_slot(std::string_view value);

}  // namespace dateline
