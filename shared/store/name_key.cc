// Names as lookup keys.
#include "shared/store/name_key.h"

#include "shared/base/strings.h"
#include "shared/text/tokenizer.h"

namespace dateline {

std::string name_key(std::string_view name) {
  std::string key;
  Tokenizer tokenizer(name);
  for (Token token; tokenizer.next(token);) {
    if (!key.empty()) key.push_back(' ');
    key.append(token.folded);
  }
  return key;
}

std::string facet_key(std::string_view name) {
  std::string key = name_key(name);
  return key.empty() ? std::string(name) : key;
}

std::vector<std::string> name_words(std::string_view key) {
  std::vector<std::string> words;
  for (const std::string_view word : split(key, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

}  // namespace dateline
