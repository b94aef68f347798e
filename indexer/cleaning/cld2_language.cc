// CLD2's verdict on a text.
#include <array>
#include <cstdio>  // CLD2's header needs it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "indexer/cleaning/text_language.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kBytesRead = 8 << 10;  // more do not change the verdict on a news story
constexpr int kLeastBytes = 40;              // of letters: a headline is not enough
constexpr int kLeastPercent = 70;            // of the text in one language

// What CLD2 calls by codes that ISO 639-1 has withdrawn.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPresentCodes = {
    {{"iw", "he"}, {"jw", "jv"}, {"mo", "ro"}}};

std::string present_code(std::string_view code) {
  code = code.substr(0, code.find('-'));  // zh-Hant
  for (const auto& [old, present] : kPresentCodes) {
    if (code == old) return std::string(present);
  }
  return code.size() == 2 ? std::string(code) : std::string();
}

}  // namespace

std::string language_of_text(std::string_view text) {
  const std::size_t size = character_border(text, kBytesRead);
  CLD2::Language languages[3];
  int percents[3], bytes = 0;
  double scores[3];
  bool is_reliable = false;
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(size), true, &no_hints, 0, languages, percents, scores,
                                 nullptr, &bytes, &is_reliable);
  if (!is_reliable || bytes < kLeastBytes || percents[0] < kLeastPercent) return {};
  return present_code(CLD2::LanguageCode(languages[0]));
}

void settle_language(Article& article) {
  if (!article.language.empty()) return;
  article.language = language_of_text(article.text);
  if (!article.language.empty()) article.origins.push_back({"language", "text"});
}

}  // namespace dateline
