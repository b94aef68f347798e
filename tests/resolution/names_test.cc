// What names alone say: which can be one person's or one organization's, and which never.
#include <gtest/gtest.h>

#include <string>

#include "indexer/resolution/organization_name.h"
#include "indexer/resolution/person_name.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

struct Pair {
  const char* a;
  const char* b;
  NameRelation relation;
};

constexpr NameRelation kSame = NameRelation::kSame, kLikely = NameRelation::kLikely, kApart = NameRelation::kApart,
                       kDifferent = NameRelation::kDifferent;

TEST(PersonNames, AreOneByWhatTheyLeaveOutAndApartByWhatTheyHaveInstead) {
  const Pair table[] = {
      {"James A. Baker", "James Baker", kSame},
      {"James Addison Baker", "James A. Baker", kSame},
      {"Ronald Wilson Reagan", "Ronald Reagan", kSame},
      {"James A. Baker", "James B. Baker", kApart},
      {"George W. Bush", "George H. W. Bush", kApart},
      {"James Baker", "Howard Baker", kApart},
      {"James Baker", "James Miller", kDifferent},
      {"Martin Luther King Jr", "Martin Luther King", kSame},
      {"Nicholas Gallo Jr", "Nicholas Gallo III", kApart},
      {"Exchequer Nigel Lawson", "Nigel Lawson", kSame},  // "Exchequer" is no first name
      {"Karl Otto Poehl", "Otto Poehl", kLikely},         // "Karl" is one
      {"Jim Miller", "James Miller", kLikely},            // a short form
      {"J. Miller", "James Miller", kLikely},             // an initial
      {"J. Miller", "Howard Miller", kDifferent},
      {"Ismail Haniyeh", "Ismail Haniya", kLikely},
      {"Mohammed Morsi", "Muhammad Mursi", kLikely},
      {"Muammar Gaddafi", "Muammar Qaddafi", kLikely},
      {"Peter Wilson", "Peter Wallison", kDifferent},  // alike by sound only
      {"Mahmoud Salem", "Mohammed Salem", kApart},
      {"Jake White", "Julian White", kApart},  // "J. White" joins them not
      {"Jack Kirby", "John Kirby", kLikely},
      {"Abdel Fattah el-Sisi", "Abdel Fattah al-Sisi", kSame},
      {"Abdel Fattah el-Sisi", "Abdel-Fattah Al Sisi", kSame},
      {"José Sarney", "Jose Sarney", kSame},
  };
  for (const Pair& pair : table) {
    const std::string a = name_key(pair.a), b = name_key(pair.b);
    EXPECT_EQ(compare_names(parse_person_name(a), parse_person_name(b)), pair.relation) << pair.a << " / " << pair.b;
    EXPECT_EQ(compare_names(parse_person_name(b), parse_person_name(a)), pair.relation) << pair.b << " / " << pair.a;
  }
}

TEST(PersonNames, HaveTheirParticlesWithTheSurname) {
  const struct {
    const char* key;
    const char* surname;
    bool bare;
  } table[] = {{"joe biden", "biden", false},
               {"biden", "biden", true},
               {"abdel fattah el sisi", "el sisi", false},
               {"el sisi", "el sisi", true},
               {"willy de clercq", "de clercq", false},
               {"richard von weizsaecker", "von weizsaecker", false},
               {"nicholas gallo iii", "gallo", false},
               {"", "", true}};
  for (const auto& row : table) {
    const PersonName name = parse_person_name(row.key);
    EXPECT_EQ(surname_with_particles(name), row.surname) << row.key;
    EXPECT_EQ(name.is_bare(), row.bare) << row.key;
  }
}

TEST(Sounds, AreThoseOfSpellingsOfOneName) {
  const struct {
    const char* a;
    const char* b;
    bool same;
  } table[] = {{"haniyeh", "haniya", true},  {"mohammed", "muhammad", true}, {"mahmoud", "mohammed", false},
               {"gaddafi", "qaddafi", true}, {"khamenei", "kamenei", true},  {"zelensky", "selenskyy", true},
               {"reagan", "regan", true},    {"baker", "becker", true},      {"baker", "miller", false}};
  for (const auto& row : table) {
    EXPECT_EQ(sound_of(row.a) == sound_of(row.b), row.same)
        << row.a << " " << sound_of(row.a) << ", " << row.b << " " << sound_of(row.b);
  }
}

TEST(OrganizationNames, OfOneGroupAreWrittenInSeveralWays) {
  const Pair table[] = {
      {"Acme Corp", "Acme", kSame},
      {"Acme Corp", "Acme Corporation", kSame},
      {"Acme Co Inc", "Acme Co", kSame},
      {"Acme Corp", "Acme Ltd", kLikely},
      {"International Coffee Organisation", "International Coffee Organization", kSame},
      {"Labour Party", "Labor Party", kLikely},
      {"General Motors of Canada Ltd", "General Motors Canada", kSame},
      {"Commission for Human Rights", "Commission on Human Rights", kSame},
      {"Agency for Economic Co-operation", "Agency for Economic Cooperation", kSame},
  };
  for (const Pair& pair : table) {
    const std::string a = name_key(pair.a), b = name_key(pair.b);
    EXPECT_EQ(organization_group(a), organization_group(b)) << pair.a << " / " << pair.b;
    EXPECT_EQ(compare_organizations(parse_organization_name(a), parse_organization_name(b)), pair.relation)
        << pair.a << " / " << pair.b;
  }
}

TEST(OrganizationNames, OfOtherWordsAreOtherOrganizations) {
  const char* table[][2] = {{"Acme Corp", "Acme Finance Corp"},
                            {"International Coffee Organization", "International Cocoa Organization"},
                            {"Bank of Japan", "Bank of Korea"},
                            {"Washington Post", "Washington"}};
  for (const auto& pair : table) {
    EXPECT_NE(organization_group(name_key(pair[0])), organization_group(name_key(pair[1]))) << pair[0];
  }
}

TEST(Acronyms, HaveTheLettersOfTheLongName) {
  const struct {
    const char* acronym;
    const char* name;
    bool fits;
  } table[] = {{"gatt", "general agreement on tariffs and trade", true},
               {"icco", "international cocoa organization", true},
               {"ico", "international coffee organization", true},
               {"ico", "international cocoa board", false},
               {"opec", "organization of petroleum exporting countries", true},
               {"icco", "coffee organization", false},
               {"imf", "monetary fund", false},
               {"x", "", false}};
  for (const auto& row : table)
    EXPECT_EQ(has_letters(row.name, row.acronym), row.fits) << row.acronym << " " << row.name;
}

}  // namespace
}  // namespace dateline
