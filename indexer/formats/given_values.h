// Values as publishers write them in feeds and wire formats → as articles have them. Knows no format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/facet_id.h"
#include "shared/base/article.h"
#include "shared/base/date.h"

namespace dateline {

// "en", "en-US" → "en"; "" for what is no language code.
std::string given_language(std::string_view written);

// Dates of mail and of the web in all their ways: two-digit years, names of zones ("EST"), "20130605T210000+0000",
// ctime. nullopt where it is no date, or could be two.
std::optional<PublishedDate> given_date(std::string_view written);

// Adds the names in "By Jane Doe and John Roe", "jane@paper.example (Jane Doe)"; each once. Mail addresses are no
// names.
void add_given_authors(std::string_view written, std::vector<std::string>& authors);

// Adds a name that the publisher gives with the article, once.
void add_given_name(EntityKind kind, std::string_view name, std::vector<GivenEntity>& given);

// A line of text that may have HTML in it: "Caf&eacute; <b>reopens</b>" → "Café reopens".
std::string given_line(std::string_view written);

// The place of a dateline: "CLEVELAND, Feb 26 -" and "CLEVELAND" are the same.
std::string given_dateline(std::string_view written);

// A text that may be HTML: paragraphs where it is, else as it is.
std::string given_text(std::string_view written);
bool looks_like_markup(std::string_view text);

// What a text tells of itself: dateline, publisher, and a title where there is none.
void fill_from_text(Article& article);

}  // namespace dateline
