// Pieces of JSON that several answers have.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "query/engine/search.h"
#include "shared/base/json_writer.h"

namespace dateline {

inline constexpr std::uint32_t kJsonFormatVersion = 1;

void write_or_null(JsonWriter& json, std::string_view name, const std::string& text);  // null for ""
std::string time_text(std::int64_t seconds);             // since 1970; "2024-08-16T10:00:00Z", "" for 0
void write_facet(JsonWriter& json, const Facet& facet);  // under its name

// HTML-escaped, with <mark> around the highlights, and <em data-kind="person"> around those entities.
std::string snippet_to_html(const Snippet& snippet, std::span<const EntityMark> entities = {});

}  // namespace dateline
