// What must hold for every text that is split, folded and analyzed; used by the fuzzer and by the tests with seeded
// random inputs. Each check gives "" where all is well, else what is wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/strings.h"
#include "shared/text/sentences.h"
#include "shared/text/tokenizer.h"
#include "shared/text/unicode.h"

namespace dateline {

// Whether `at` is no place inside a valid sequence.
inline bool is_character_border(std::string_view text, std::size_t at) {
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    if (utf8_length_at(text, at - back) > back) return false;
  }
  return true;
}

inline std::string check_token(std::string_view text, const Token& token, std::size_t last) {
  if (token.begin < last || token.end <= token.begin || token.end > text.size()) return "a word outside of the text";
  if (!is_character_border(text, token.begin)) return "a word begins inside a character";
  if (!is_character_border(text, token.end)) return "a word ends inside a character";
  if (token.folded.empty() || token.folded.size() > kMaxWordBytes) return "a folded form of no or too much size";
  if (find_invalid_utf8(token.folded) != std::string_view::npos) return "a folded form that is no UTF-8";
  if (fold(token.folded) != token.folded) return "a folded form that folds further: " + std::string(token.folded);
  if (token.joined_to_previous && (last == 0 || token.begin - last > 3)) return "a joined word without a hyphen";
  return {};
}

inline std::string check_tokenizer(std::string_view text) {
  Tokenizer tokenizer(text);
  Tokenizer again(text);
  std::size_t last = 0;
  Token copy;
  for (Token token; tokenizer.next(token); last = token.end) {
    if (auto wrong = check_token(text, token, last); !wrong.empty()) return wrong;
    if (!again.next(copy) || copy.begin != token.begin || copy.folded != token.folded) return "another second reading";
  }
  return again.next(copy) ? "another second reading" : "";
}

inline std::string check_sentences(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  // ASCII white space, and the bytes of the wide spaces U+00A0, U+202F and U+3000.
  constexpr std::string_view kSpaceBytes = " \t\r\n\v\f\xC2\xA0\xE2\x80\xAF\xE3";
  std::size_t last = 0;
  const auto sentences = split_sentences(text);
  for (const auto& [begin, end, ends_paragraph] : sentences) {
    if (begin < last || end <= begin || end > text.size()) return "a sentence outside of the text";
    if (is_space(text[begin]) || is_space(text[end - 1])) return "a sentence with white space around it";
    if (!is_character_border(text, begin) || !is_character_border(text, end)) return "a sentence cuts a character";
    if (text.substr(last, begin - last).find_first_not_of(kSpaceBytes) != std::string_view::npos) {
      return "text between two sentences";
    }
    last = end;
  }
  if (!sentences.empty() && !sentences.back().ends_paragraph) return "the last sentence ends no paragraph";
  return text.substr(last).find_first_not_of(kSpaceBytes) == std::string_view::npos ? "" : "text behind the sentences";
}

inline std::string check_text(std::string_view text) {
  if (auto wrong = check_tokenizer(text); !wrong.empty()) return wrong;
  if (auto wrong = check_sentences(text); !wrong.empty()) return wrong;
  if (find_invalid_utf8(text) != std::string_view::npos) return {};
  const auto folded = fold(text);
  if (find_invalid_utf8(folded) != std::string_view::npos) return "a folded text that is no UTF-8";
  return fold(folded) == folded ? "" : "a folded text that folds further";
}

}  // namespace dateline
