// What is known of people's names in general: short forms of first names, bynames of public figures, spellings of
// particles. Knows no articles.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// The key under which a person's name is compared: fold_name() with "el" as "al" and without "jr", "sr", "iii" behind.
std::string person_key(std::string_view name);

// "bill" and "william", "joe" and "joseph", and equal names. Folded.
bool is_same_first_name(std::string_view a, std::string_view b);

// The full name of whom everybody calls by a byname ("bibi" is Benjamin Netanyahu); "" where there is none. Folded.
std::string_view person_behind(std::string_view key);

}  // namespace dateline
