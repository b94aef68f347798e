// Forms of names: how a span reads as a name, what an entity of several forms is called, what an acronym stands for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// White space becomes one blank.
std::string written_name(std::string_view span);

// "NETANYAHU" → "Netanyahu", for names that the article only has in a line of capitals.
std::string calm_capitals(std::string_view name);

// First letters of the capitalised words: "Prime Minister’s Office" → "pmo"; and, where it differs, with all letters of
// words in capitals: "U.S. Agency for International Development" → "uaid", "usaid".
std::vector<std::string> initials_of(std::string_view name);

// Whether `part` can stand for the person whose name has the words `whole`: the same first and last word (or its
// initial), all others in the same order ("J. Smith" and "Mohammed bin Jassim Al Thani" for the longer ones).
bool is_shorter_full_name(const std::vector<std::uint32_t>& part, const std::vector<std::uint32_t>& whole);

}  // namespace dateline
