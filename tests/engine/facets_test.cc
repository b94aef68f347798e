// Facets against brute force on random articles: every kind, several selections, exclusions, a search inside the
// values, and the periods of dates.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "query/engine/date_histogram.h"
#include "query/engine/engine.h"
#include "shared/base/strings.h"
#include "tests/archive_fixture/test_archive.h"
#include "tests/engine/brute_force.h"

namespace dateline {
namespace {

using testing::TestArchive;
using testing::TestArticle;
using Counts = std::map<std::string, std::uint64_t>;
using Names = std::vector<std::string>;

constexpr std::array kKinds = {FacetKind::kPerson, FacetKind::kPlace, FacetKind::kOrganization, FacetKind::kSource,
                               FacetKind::kCountry};

bool has(const TestArticle& article, FacetKind kind, const std::string& name) {
  const Names names = names_in(article, kind);
  return std::find(names.begin(), names.end(), name) != names.end();
}

class FacetReference : public ::testing::TestWithParam<unsigned> {
 protected:
  FacetReference() : random_(GetParam()) {}

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
  Names some(const Names& from, std::size_t most) {
    std::set<std::string> out;
    for (std::size_t i = below(most + 1); i > 0; --i)
      out.insert(from[std::min(below(from.size()), below(from.size()))]);
    return {out.begin(), out.end()};
  }

  void SetUp() override {
    for (int i = 0; i < 120; ++i) {
      TestArticle article{
          .key = concat({"k", std::to_string(i)}), .title = "T", .text = below(2) == 0 ? "Rain." : "Sun."};
      article.people = some(kPeople, 3), article.places = some(kPlaces, 2);
      article.organizations = some(kOrganizations, 2), article.countries = some(kCountries, 2);
      if (below(5) != 0) article.source = kSources[below(kSources.size())];
      if (below(5) != 0)
        article.published = concat({std::to_string(2019 + below(3)), "-0", std::to_string(1 + below(9))});
      if (!article.published.empty() && below(3) != 0) article.published += concat({"-1", std::to_string(below(9))});
      articles_.push_back(std::move(article));
    }
    archive_.put(articles_);
  }

  const Names& pool(FacetKind kind) const {
    switch (kind) {
      case FacetKind::kPerson:
        return kPeople;
      case FacetKind::kPlace:
        return kPlaces;
      case FacetKind::kOrganization:
        return kOrganizations;
      case FacetKind::kCountry:
        return kCountries;
      default:
        return kSources;
    }
  }

  std::mt19937 random_;
  TestArchive archive_;
  std::vector<TestArticle> articles_;
  const Names kPeople = {"Ann Lee", "Bo Diaz", "Cy Núñez", "Di Ross", "Ed Poe"},
              kPlaces = {"Gaza City", "Doha", "Cairo"}, kOrganizations = {"CNN", "United Nations", "UNICEF"},
              kSources = {"BBC", "AP", "Gulf News"}, kCountries = {"Qatar", "Egypt", "Oman"};
};

// A random question and what brute force says of it.
struct Asked {
  SearchRequest request;
  std::vector<FacetSelection> excluded;

  [[nodiscard]] bool matches(const TestArticle& article, std::optional<FacetKind> without) const {
    if (request.text.starts_with("rain") && !article.text.starts_with("Rain")) return false;
    for (const FacetSelection& name : excluded) {
      if (has(article, name.kind, name.name)) return false;
    }
    for (const FacetKind kind : kKinds) {
      bool any = false, hit = false;
      for (const FacetSelection& selection : request.selections) {
        if (selection.kind != kind || kind == without) continue;
        any = true;
        hit = hit || has(article, kind, selection.name);
      }
      if (any && !hit) return false;
    }
    return true;
  }
};

TEST_P(FacetReference, CountsAreThoseOfBruteForce) {
  auto engine = Engine::open(archive_.paths());
  ASSERT_TRUE(engine);
  for (int i = 0; i < 150; ++i) {
    Asked asked{.request = {.text = below(2) == 0 ? "rain" : "*"}, .excluded = {}};
    for (std::size_t n = below(4); n > 0; --n) {
      const FacetKind kind = kKinds[below(3)];
      asked.request.selections.push_back({kind, concat({"=", pool(kind)[below(3)]})});
    }
    if (below(2) == 0) {
      const FacetKind kind = kKinds[below(4)];
      asked.excluded.push_back({kind, pool(kind)[below(3)]});
      asked.request.text += concat({" -", name_of(kind), ":=\"", asked.excluded.back().name, "\""});
    }
    for (const FacetKind kind : kKinds) asked.request.facets.push_back({.kind = kind, .limit = 0});
    for (FacetSelection& selection : asked.request.selections) selection.name = selection.name.substr(1);
    SearchRequest request = asked.request;
    for (FacetSelection& selection : request.selections) selection.name.insert(0, "=");
    const auto results = engine->search(request);
    ASSERT_TRUE(results) << results.error().message;
    for (std::size_t f = 0; f < kKinds.size(); ++f) {
      Counts expected, found;
      for (const TestArticle& article : articles_) {
        if (!asked.matches(article, kKinds[f])) continue;
        for (const std::string& name : names_in(article, kKinds[f])) ++expected[name];
      }
      for (const FacetValue& value : results->facets[f].values) {
        EXPECT_EQ(value.excluded, value.count == 0);
        if (value.count != 0) found[value.name] = value.count;
        const bool excluded = std::any_of(asked.excluded.begin(), asked.excluded.end(),
                                          [&](const auto& e) { return e.kind == kKinds[f] && e.name == value.name; });
        EXPECT_EQ(value.excluded, excluded) << value.name;
      }
      EXPECT_EQ(found, expected) << request.text;
      EXPECT_EQ(results->facets[f].distinct, expected.size());
      EXPECT_TRUE(results->facets[f].exact);
    }
    if (HasFailure()) FAIL() << "the first question that differs ends the test: " << request.text;
  }
}

TEST_P(FacetReference, PeriodsAreThoseOfBruteForceWithTheEmptyOnes) {
  auto engine = Engine::open(archive_.paths());
  ASSERT_TRUE(engine);
  const auto results = engine->search({.text = "rain",
                                       .facets = {{.limit = 0, .step = DateStep::kYear},
                                                  {.limit = 0, .step = DateStep::kMonth},
                                                  {.limit = 0, .step = DateStep::kDay}}});
  ASSERT_TRUE(results);
  constexpr std::array<std::size_t, 3> kLengths = {4, 7, 10};
  for (std::size_t f = 0; f < kLengths.size(); ++f) {
    Counts expected, found;
    for (const TestArticle& article : articles_) {
      if (article.text.starts_with("Rain") && !article.published.empty())
        ++expected[article.published.substr(0, kLengths[f])];
    }
    const auto& values = results->facets[f].values;
    for (const FacetValue& value : values) {
      if (value.count != 0) found[value.name] = value.count;
    }
    EXPECT_EQ(found, expected);
    EXPECT_TRUE(
        std::is_sorted(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.name < b.name; }));
  }
  EXPECT_GE(results->facets[2].values.size(), 365U) << "days without articles are there";
}

INSTANTIATE_TEST_SUITE_P(Seeds, FacetReference, ::testing::Range(1U, 4U));

Names value_names(const Facet& facet) {
  Names out;
  for (const FacetValue& value : facet.values) out.push_back(value.name);
  return out;
}

TEST(FacetSearch, FindsValuesByAPartOfAnyNameWhateverCaseAndAccents) {
  TestArchive archive;
  archive.put({{.key = "a", .title = "T", .text = "x", .people = {"Benjamin Netanyahu", "Bibi", "Cy Núñez"}},
               {.key = "b", .title = "T", .text = "x", .people = {"Nunez", "Joe Biden"}},
               {.key = "c", .title = "T", .text = "y", .people = {"Donna Tanyard"}}});
  archive.merge(FacetKind::kPerson, "Bibi", "Benjamin Netanyahu");
  auto engine = Engine::open(archive.paths());
  const auto find = [&](const char* part, std::size_t limit = 0) {
    return engine->search({.text = "x", .facets = {{.kind = FacetKind::kPerson, .limit = limit, .find = part}}})
        ->facets[0];
  };
  EXPECT_EQ(value_names(find("tany")), Names{"Benjamin Netanyahu"}) << "who matches only";
  EXPECT_EQ(value_names(find("NUÑEZ")), (Names{"Cy Núñez", "Nunez"}));
  EXPECT_EQ(value_names(find("bibi")), Names{"Benjamin Netanyahu"}) << "by another name";
  EXPECT_EQ(value_names(find("zzz")), Names());
  EXPECT_EQ(find("nunez", 1).values.size(), 1U);
  EXPECT_EQ(find("nunez", 1).distinct, 2U);
}

TEST(FacetPeriods, AreFilledBetweenTheFirstAndTheLast) {
  using Periods = std::vector<CountedPeriod>;
  EXPECT_EQ(with_empty_periods({}), Periods());
  EXPECT_EQ(with_empty_periods({{"2021", 1}, {"2023", 2}}), (Periods{{"2021", 1}, {"2022", 0}, {"2023", 2}}));
  EXPECT_EQ(with_empty_periods({{"2021-11", 1}, {"2022-01", 2}}),
            (Periods{{"2021-11", 1}, {"2021-12", 0}, {"2022-01", 2}}));
  EXPECT_EQ(with_empty_periods({{"2024-02-28", 1}, {"2024-03-01", 1}}),
            (Periods{{"2024-02-28", 1}, {"2024-02-29", 0}, {"2024-03-01", 1}}));
  EXPECT_EQ(with_empty_periods({{"2020-12", 1}, {"2021", 3}, {"2021-02", 2}}),
            (Periods{{"2020-12", 1}, {"2021", 3}, {"2021-01", 0}, {"2021-02", 2}}));
  const Periods far = {{"0100-01-01", 1}, {"2024-01-01", 1}};
  EXPECT_EQ(with_empty_periods(far), far) << "too many to be of use";
}

}  // namespace
}  // namespace dateline
