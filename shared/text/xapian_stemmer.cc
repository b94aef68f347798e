// Stemmer on Xapian's Snowball stemmers. The only file of this room that knows Xapian.
#include <xapian.h>

#include <algorithm>
#include <array>
#include <vector>

#include "shared/base/strings.h"
#include "shared/text/stemmer.h"
#include "shared/text/word_table.h"

namespace dateline {
namespace {

// Xapian has no way to ask a stemmer for its language but its description, "Xapian::Stem(english)".
std::string language_of(const Xapian::Stem& stem) {
  const std::string description = stem.get_description();
  const std::size_t open = description.find('(');
  const std::size_t close = description.rfind(')');
  if (open == std::string::npos || close == std::string::npos || close < open) return "none";
  return description.substr(open + 1, close - open - 1);
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Snowball's algorithms for these strip or rewrite endings only; tests/text/stemmer_test.cc tries them.
constexpr std::array<std::string_view, 12> kKeepFirstByte = {"danish",   "english", "french",    "german",
                                                             "italian",  "none",    "norwegian", "portuguese",
                                                             "romanian", "russian", "spanish",   "swedish"};

Error unknown_language(std::string_view language) {
  return Error{.code = ErrorCode::kUsage,
               .message = concat({"there is no stemmer for the language \"", language, "\""}),
               .hint = concat({"known languages: ", join(stemmer_languages(), ", "), "; or a code such as en"})};
}

}  // namespace

std::vector<std::string> stemmer_languages() {
  const std::string names = Xapian::Stem::get_available_languages();
  std::vector<std::string> languages;
  for (const auto name : split(names, ' ')) {
    if (!name.empty()) languages.emplace_back(name);
  }
  if (std::find(languages.begin(), languages.end(), "none") == languages.end()) languages.emplace_back("none");
  std::sort(languages.begin(), languages.end());
  return languages;
}

struct Stemmer::Impl {
  explicit Impl(Xapian::Stem made) : stem(std::move(made)), language(language_of(stem)) {}

  std::uint32_t intern(std::string_view stemmed) {
    const auto key = WordTable::key_of(stemmed);
    if (const auto known = stems.find(stemmed, key); known != WordTable::kNone) return known;
    const auto number = static_cast<std::uint32_t>(by_number.size());
    by_number.push_back(stems.insert(stemmed, key, number));
    return number;
  }

  std::uint32_t compute(std::string_view word) {
    if (stem.is_none() || has_digit(word)) return intern(word);
    scratch.assign(word);
    const std::string stemmed = stem(scratch);
    return intern(stemmed.empty() ? word : std::string_view(stemmed));
  }

  Xapian::Stem stem;
  std::string language;
  WordTable words;                           // folded word → its number
  WordTable stems;                           // stem → its number
  std::vector<std::string_view> by_number;   // stems, in the arena of `stems`
  std::vector<std::string_view> word_bytes;  // by the word's number, in the arena of `words`
  std::vector<std::uint32_t> word_stems;     // by the word's number
  std::string scratch;
};

Stemmer::Stemmer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

Result<Stemmer> Stemmer::create(std::string_view language) {
  if (language.empty()) return unknown_language(language);
  try {
    return Stemmer(std::make_unique<Impl>(Xapian::Stem(to_lower_ascii(language))));
  } catch (const Xapian::InvalidArgumentError&) {
    return unknown_language(language);
  } catch (const Xapian::Error& error) {
    return Error{.code = ErrorCode::kInternal, .message = concat({"cannot make a stemmer: ", error.get_msg()})};
  }
}

std::uint32_t Stemmer::word_number_of(std::string_view folded) {
  const auto key = WordTable::key_of(folded);
  if (const auto known = impl_->words.find(folded, key); known != WordTable::kNone) return known;
  const auto number = static_cast<std::uint32_t>(impl_->word_stems.size());
  impl_->word_stems.push_back(impl_->compute(folded));
  impl_->word_bytes.push_back(impl_->words.insert(folded, key, number));
  return number;
}

std::string_view Stemmer::word_of(std::uint32_t word) const {
  return impl_->word_bytes[word];
}
std::uint32_t Stemmer::stem_of_word(std::uint32_t word) const {
  return impl_->word_stems[word];
}

std::string_view Stemmer::stem_of(std::uint32_t number) const {
  return impl_->by_number[number];
}
std::size_t Stemmer::cached_words() const {
  return impl_->words.size();
}

void Stemmer::clear_cache() {
  impl_->words.clear();
  impl_->stems.clear();
  impl_->by_number.clear();
  impl_->word_bytes.clear();
  impl_->word_stems.clear();
}

bool Stemmer::keeps_first_byte() const {
  return std::find(kKeepFirstByte.begin(), kKeepFirstByte.end(), impl_->language) != kKeepFirstByte.end();
}

const std::string& Stemmer::language() const {
  return impl_->language;
}

}  // namespace dateline
