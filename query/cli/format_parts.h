// What several formatters print alike.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/cli/display_text.h"
#include "query/cli/screen.h"

namespace dateline::cli {

// Tags of cells that `painted` colours, beside those of entities.
inline constexpr std::uint8_t kRemovedTag = 64, kAddedTag = 65;

std::string counted(std::uint64_t number, std::string_view noun);  // "1 article", "1,204 articles"
std::string milliseconds(double took);
std::string_view heading_of(std::string_view name);                     // of a kind: "person" → "People"
std::string percent(std::uint64_t part, std::uint64_t whole);           // "12.3%"
std::string right(std::string_view text, std::size_t width);            // at the right end of so many columns
std::string trimmed_right(std::string line);                            // without spaces at its end
std::string joined(const std::vector<std::string>& names);              // with commas
std::string painted(std::span<const Cell> line, const Screen& screen);  // with its marked cells in colour
// What an indent leaves of the screen, and no more than can be read with ease.
std::size_t text_width(const Screen& screen, std::size_t indent);
std::string wrapped(std::string_view text, const Screen& screen, std::size_t indent);  // each line with its indent
// The name and the value in columns; "" for no value.
std::string meta_line(std::string_view name, std::string_view value, const Screen& screen);
// Paragraphs are lines of the text, or lines with blank ones between them; wrapped lines are put together again, up to
// one that is indented.
std::string format_text(std::string_view text, const Screen& screen);
std::string local_time_text(std::int64_t seconds);  // since 1970: "2024-08-16 10:00"
// "CNN · 2024-08-16 · id"; an id that does not fit goes to a line of its own, whole, because it is there to be copied.
std::string about_line(std::string_view source, std::string_view published, std::string_view article,
                       const Screen& screen, std::size_t indent);

}  // namespace dateline::cli
