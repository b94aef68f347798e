// Rules for names of organizations. Each one is told in docs/entities.md, "Across articles".
#include "indexer/resolution/organization_name.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "indexer/entities/gazetteer.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestAcronym = 8;

constexpr std::array<std::string_view, 14> kSmallWords = {"a",  "an",  "and", "at", "de", "del", "des",
                                                          "et", "for", "in",  "of", "on", "the", "to"};

// How a company's form is written, and in one spelling.
constexpr std::pair<std::string_view, std::string_view> kDesignators[] = {
    {"ab", "ab"},   {"ag", "ag"},      {"bhd", "bhd"},     {"bv", "bv"},
    {"co", "co"},   {"company", "co"}, {"corp", "corp"},   {"corporation", "corp"},
    {"cos", "co"},  {"gmbh", "gmbh"},  {"inc", "inc"},     {"incorporated", "inc"},
    {"kg", "kg"},   {"kk", "kk"},      {"limited", "ltd"}, {"llc", "llc"},
    {"llp", "llp"}, {"lp", "lp"},      {"ltd", "ltd"},     {"ltda", "ltd"},
    {"nv", "nv"},   {"oy", "oy"},      {"plc", "plc"},     {"pte", "pte"},
    {"pty", "pty"}, {"sa", "sa"},      {"sarl", "sarl"},   {"se", "se"},
    {"spa", "spa"}, {"srl", "srl"},    {"tbk", "tbk"},
};

std::string_view designator(std::string_view word) {
  for (const auto& [written, one] : kDesignators) {
    if (written == word) return one;
  }
  return {};
}

bool replace_end(std::string& word, std::string_view from, std::string_view to) {
  if (word.size() <= from.size() + 1 || !word.ends_with(from)) return false;
  word.replace(word.size() - from.size(), from.size(), to);
  return true;
}

// British and American spellings.
std::string in_one_spelling(std::string_view word) {
  static constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
      {"isation", "ization"}, {"isations", "izations"}, {"centre", "center"},     {"centres", "centers"},
      {"theatre", "theater"}, {"defence", "defense"},   {"programme", "program"}, {"labour", "labor"},
      {"harbour", "harbor"},  {"colour", "color"},      {"honour", "honor"}};
  std::string out(word);
  for (const auto& [british, american] : kEndings) {
    if (out == british) return std::string(american);
    if (replace_end(out, british, american)) return out;
  }
  return out;
}

// "co operation" is how a key has "co-operation".
std::vector<std::string> spelled_words(std::string_view key) {
  std::vector<std::string> words;
  for (const std::string_view word : split(key, ' ')) {
    const bool continues = word.starts_with("operat") || word.starts_with("ordinat");
    if (continues && !words.empty() && words.back() == "co") {
      words.back().append(word);
    } else if (!word.empty()) {
      words.push_back(in_one_spelling(word));
    }
  }
  return words;
}

bool is_small(std::string_view word) {
  return std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
}

// Each word gives its first letter and any further ones in order.
bool takes_letters(std::span<const std::string_view> words, std::string_view acronym) {
  if (words.empty() || acronym.empty()) return words.empty() && acronym.empty();
  if (acronym.front() != words.front().front()) return false;
  std::size_t taken = 1;
  if (takes_letters(words.subspan(1), acronym.substr(taken))) return true;
  for (const char letter : words.front().substr(1)) {
    if (taken == acronym.size() || acronym[taken] != letter) continue;
    ++taken;
    if (takes_letters(words.subspan(1), acronym.substr(taken))) return true;
  }
  return false;
}

}  // namespace

OrganizationName parse_organization_name(std::string_view key) {
  std::vector<std::string> words = spelled_words(key);
  OrganizationName name;
  for (const std::string_view word : split(key, ' ')) {
    if (!word.ends_with("isation") && !word.ends_with("isations")) name.respelled |= in_one_spelling(word) != word;
  }
  while (words.size() > 1) {
    const std::string_view form = designator(words.back());
    if (form.empty()) break;
    name.designators = name.designators.empty() ? std::string(form) : concat({form, " ", name.designators});
    words.pop_back();
  }
  const bool all_small = std::all_of(words.begin(), words.end(), is_small);
  for (const std::string& word : words) {
    if (!all_small && is_small(word)) continue;
    if (!name.core.empty()) name.core.push_back(' ');
    name.core.append(word);
  }
  return name;
}

std::string organization_group(std::string_view key) {
  const Gazetteer& gazetteer = Gazetteer::built_in();
  for (const std::string& written : {std::string(key), join(spelled_words(key), " ")}) {
    const GazetteerEntry entry = gazetteer.find(written);
    if ((entry.classes & word_class::kOrganization) != 0 && !entry.organization.empty()) {
      return parse_organization_name(name_key(entry.organization)).core;
    }
  }
  return parse_organization_name(key).core;
}

NameRelation compare_organizations(const OrganizationName& a, const OrganizationName& b) {
  if (a.core != b.core) return NameRelation::kSame;              // the gazetteer says so
  if (a.respelled != b.respelled) return NameRelation::kLikely;  // "Labor Party" and "Labour Party" are two
  const std::string_view x = a.designators, y = b.designators;
  return x.ends_with(y) || y.ends_with(x) || x.starts_with(y) || y.starts_with(x) ? NameRelation::kSame
                                                                                  : NameRelation::kLikely;
}

bool may_be_acronym(std::string_view key) {
  return key.size() >= 2 && key.size() <= kLongestAcronym && key.find(' ') == std::string_view::npos;
}

bool is_general_word(std::string_view key) {
  using namespace word_class;
  constexpr std::uint32_t kGeneral = kOrgFirst | kOrgLast | kDesignator | kStateBody | kVeryCommon | kFunctionWord;
  return (Gazetteer::built_in().find(key).classes & kGeneral) != 0;
}

bool has_letters(std::string_view key, std::string_view acronym) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(key, ' ')) {
    if (!word.empty() && !is_small(word)) words.push_back(word);
  }
  return words.size() > 1 && takes_letters(words, acronym);
}

bool has_initials(std::string_view key, std::string_view acronym) {
  std::size_t at = 0;
  bool first = true;
  for (const std::string_view word : split(key, ' ')) {
    if (word.empty()) continue;
    if (at < acronym.size() && word.front() == acronym[at]) {
      ++at;
    } else if (first && !is_small(word)) {
      return false;
    }
    first = first && is_small(word);
  }
  return at == acronym.size() && !acronym.empty();
}

}  // namespace dateline
