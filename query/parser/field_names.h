// The names by which fields are typed, and what a mistyped one was perhaps meant to be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// Place in kFields by name or alias, ignoring ASCII case.
std::optional<std::size_t> find_field(std::string_view name);

// The name or alias that differs from `typed` by few typing errors, "" where none is near.
std::string_view nearest_field_name(std::string_view typed);

// "title, person, place, …"
std::string field_names_text();

}  // namespace dateline
