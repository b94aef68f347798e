// The pages of a PDF document, made paragraphs; and what its information says, as far as that can be believed. Knows no
// library.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// Paragraphs with a blank line between. Lines of a paragraph are joined, words that a line end divides are made whole,
// page numbers and what stands at the top or the bottom of most pages go.
std::string join_pages(const std::vector<std::string>& pages);

// "" for what programs write there: "Microsoft Word - x.doc", "untitled", the name of a file.
std::string believable_title(std::string_view title);

// "" for what is no name of a person or of people: the name of an account, a mail address.
std::string believable_author(std::string_view author);

// "D:20240816123000+02'00'" → "2024-08-16T12:30:00+02:00", as far as it goes; "" for what is no date.
std::string date_of_pdf(std::string_view written);

}  // namespace dateline
