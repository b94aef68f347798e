// Names are split by the tagger's own tokeniser, so that they are found in text as it splits it.
#include "indexer/training/lexicon_builder.h"

#include <algorithm>
#include <array>

#include "indexer/entities/gazetteer.h"
#include "indexer/entities/tagger/tagger_tokens.h"
#include "indexer/entities/tagger/word_cache.h"
#include "shared/base/files.h"
#include "shared/base/strings.h"

namespace dateline::training {
namespace {

namespace known_as = tagging::known_as;

constexpr std::uint32_t kLeastUses = 5;  // of a word whose casing is told

struct ClassPair {
  std::uint32_t gazetteer, lexicon;
};
constexpr std::array kClassPairs = {
    ClassPair{word_class::kFirstName, known_as::kFirstName},
    ClassPair{word_class::kSurname, known_as::kSurname},
    ClassPair{word_class::kTitle, known_as::kTitle},
    ClassPair{word_class::kTitleWord, known_as::kTitleWord},
    ClassPair{word_class::kOrgLast, known_as::kOrgWord},
    ClassPair{word_class::kOrgFirst, known_as::kOrgWord},
    ClassPair{word_class::kDesignator, known_as::kOrgWord},
    ClassPair{word_class::kGeoLast, known_as::kGeoWord},
    ClassPair{word_class::kGeoFirst, known_as::kGeoWord},
    ClassPair{word_class::kDemonym, known_as::kDemonym},
    ClassPair{word_class::kCalendar, known_as::kNoName},
    ClassPair{word_class::kNoName, known_as::kNoName},
    ClassPair{word_class::kPersonVerb, known_as::kPersonVerb},
    ClassPair{word_class::kCommonWord, known_as::kCommonWord},
    ClassPair{word_class::kVeryCommon, known_as::kVeryCommon},
    ClassPair{word_class::kFunctionWord, known_as::kFunction},
    ClassPair{word_class::kOrganization, known_as::kOrganization},
    ClassPair{word_class::kOrgInCapitals, known_as::kOrganization},
    ClassPair{word_class::kRegion, known_as::kRegion},
    ClassPair{word_class::kPlaceInCapitals, known_as::kRegion},
};

std::uint32_t lexicon_classes(std::uint32_t gazetteer) {
  std::uint32_t classes = 0;
  for (const ClassPair& pair : kClassPairs)
    if ((gazetteer & pair.gazetteer) != 0) classes |= pair.lexicon;
  if ((gazetteer & word_class::kPlace) != 0 && (gazetteer & word_class::kRegion) == 0)
    classes |= (gazetteer & word_class::kLargeCity) != 0 ? known_as::kRegion | known_as::kTown : known_as::kTown;
  return classes;
}

}  // namespace

void LexiconBuilder::add_gazetteer() {
  const Gazetteer& gazetteer = Gazetteer::built_in();
  const Gazetteer::Range all = gazetteer.all();
  for (std::uint32_t line = all.begin; line < all.end; ++line)
    if (const std::uint32_t classes = lexicon_classes(gazetteer.entry(line).classes); classes != 0)
      add_name(gazetteer.key(line), classes);
}

Result<void> LexiconBuilder::add_companies(const std::string& path) {
  auto bytes = read_whole_file(path);
  if (!bytes) return std::move(bytes).error();
  for (const std::string_view line : split_lines(*bytes)) add_name(trim(line), known_as::kCompany);
  return {};
}

void LexiconBuilder::add_name(std::string_view name, std::uint32_t classes) {
  std::vector<TaggerToken> tokens;
  split_tagger_tokens(name, tokens);
  std::uint64_t key = 0;
  std::uint64_t prefix = 0;
  for (const TaggerToken& token : tokens) {
    const std::string word = tagging::word_key(name.substr(token.begin, token.end - token.begin));
    if (word == "-") continue;
    if (prefix = key; prefix != 0) entries_[prefix].has_longer = true;
    key = tagging::phrase_key(key, tagging::hash_bytes(word));
  }
  if (key != 0) entries_[key].classes |= classes;
}

void LexiconBuilder::count_casing(std::string_view text) {
  std::vector<TaggerToken> tokens;
  split_tagger_tokens(text, tokens);
  for (const TaggerToken& token : tokens) {
    if (token.sentence_start) continue;
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    const tagging::Form form = tagging::form_of(written);
    const bool small = form == tagging::Form::kLower;
    if (!small && !tagging::is_capital(form)) continue;
    Casing& casing = casing_[tagging::hash_bytes(tagging::word_key(written))];
    ++casing.all;
    if (small) ++casing.small;
  }
}

std::string LexiconBuilder::pack() const {
  auto entries = entries_;
  for (const auto& [key, casing] : casing_)
    if (casing.all >= kLeastUses)
      entries[key].casing = static_cast<std::uint8_t>(1 + (casing.small * 6 + casing.all / 2) / casing.all);
  std::vector<std::pair<std::uint64_t, tagging::LexiconEntry>> sorted(entries.begin(), entries.end());
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return tagging::pack_lexicon(sorted);
}

}  // namespace dateline::training
