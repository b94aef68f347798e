// Names of organizations by their words: which are spellings of one. Works on name_keys alone; knows no articles.
#pragma once

#include <string>
#include <string_view>

#include "indexer/resolution/person_name.h"

namespace dateline {

struct OrganizationName {
  std::string core;  // its words without small ones, in one spelling: "organization economic cooperation development"
  std::string designators;  // of companies, in one spelling: "co inc"
  bool respelled = false;   // another spelling was put in place of a word: "labour", which can be a name of its own
};
OrganizationName parse_organization_name(std::string_view key);

// What names of one organization have in common: the core of the name that the gazetteer has for it, or of its own.
std::string organization_group(std::string_view key);

// Of two names of one group.
NameRelation compare_organizations(const OrganizationName& a, const OrganizationName& b);

// "ico", "opec": one word that can be an acronym. Keys have no capitals, so many another word is one as well.
bool may_be_acronym(std::string_view key);
// "group", "bank": names nobody.
bool is_general_word(std::string_view key);
// Whether the letters of an acronym are first letters of the name's words, in order and without leaving out its first.
bool has_initials(std::string_view key, std::string_view acronym);
// Whether it has the first letters of all words of the name, and perhaps others of its letters between ("icco").
bool has_letters(std::string_view key, std::string_view acronym);

}  // namespace dateline
