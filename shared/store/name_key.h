// The key under which a name is looked up: folded words with one blank between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// "Benjamin  Netanyahu’s" → "benjamin netanyahu", "U.N." → "un", "Al-Sisi" → "al sisi". Made by the Tokenizer, so that
// people find names by the words they would search for. "" for names without a word.
std::string name_key(std::string_view name);
// name_key, or the name itself where it has no word ("!!!"): such values must stay apart.
std::string facet_key(std::string_view name);
std::vector<std::string> name_words(std::string_view key);

}  // namespace dateline
