// A naive Bayes classifier whose classes are the bearers of a name.
#include "indexer/resolution/article_evidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline {
namespace {

// Constants chosen by hiding full names in newswire and asking for them (docs/entities.md, "Across articles").
constexpr double kSmoothing = 1.0;     // articles' worth of doubt for each bearer
constexpr double kEntityWeight = 0.8;  // entities of one article are not independent
constexpr double kMostOfOne = 2.0;     // what one entity can say at most
constexpr double kTimeWeight = 0.7;
constexpr double kMostOfTime = 2.0;
constexpr double kCompanyShare = 0.1;  // of the articles of one: who belongs to its company
constexpr double kFortnight = 14.0;
constexpr std::int32_t kFarDays = 60;

bool is_in(std::span<const FacetId> ascending, FacetId id) {
  return std::binary_search(ascending.begin(), ascending.end(), id);
}

}  // namespace

void BearerProfile::add(std::span<const DocumentFacts> documents) {
  for (const DocumentFacts& document : documents) {
    ++articles_;
    for (const FacetId entity : document.entities) ++with_[entity];
    if (document.day != DocumentFacts::kNoDay) days_.push_back(document.day);
  }
}

void BearerProfile::finish() {
  std::sort(days_.begin(), days_.end());
}

double BearerProfile::articles_with(FacetId entity) const {
  const auto found = with_.find(entity);
  return found == with_.end() ? 0.0 : found->second;
}

double BearerProfile::articles_near(std::int32_t day) const {
  if (day == DocumentFacts::kNoDay) return 0;
  double near = 0;
  for (auto it = std::lower_bound(days_.begin(), days_.end(), day - kFarDays);
       it != days_.end() && *it <= day + kFarDays; ++it) {
    near += std::exp(-std::abs(*it - day) / kFortnight);
  }
  return near;
}

Suspect likeliest_bearer(const DocumentFacts& article, std::span<const BearerProfile> bearers,
                         std::span<const FacetId> ignored) {
  double all = 0, all_near = 0;
  for (const BearerProfile& bearer : bearers) {
    all += bearer.articles();
    all_near += bearer.articles_near(article.day);
  }
  std::vector<double> odds;
  for (const BearerProfile& bearer : bearers) odds.push_back(std::log(bearer.articles() + 0.5));
  const auto weigh = [&](auto&& count_of, double pooled, double weight, double most) {
    for (std::size_t i = 0; i < bearers.size(); ++i) {
      const double share = pooled / all;
      const double here = (count_of(bearers[i]) + kSmoothing * share) / (bearers[i].articles() + kSmoothing);
      odds[i] += std::clamp(weight * std::log(here / share), -most, most);
    }
  };
  for (const FacetId entity : article.entities) {
    if (is_in(ignored, entity)) continue;
    double pooled = 0;
    for (const BearerProfile& bearer : bearers) pooled += bearer.articles_with(entity);
    if (pooled == 0) continue;
    weigh([&](const BearerProfile& bearer) { return bearer.articles_with(entity); }, pooled, kEntityWeight, kMostOfOne);
  }
  if (all_near > 0) {
    weigh([&](const BearerProfile& bearer) { return bearer.articles_near(article.day); }, all_near, kTimeWeight,
          kMostOfTime);
  }
  Suspect best{.bearer = 0, .odds = std::numeric_limits<double>::infinity()};
  for (std::size_t i = 1; i < odds.size(); ++i) {
    if (odds[i] > odds[best.bearer]) best.bearer = i;
  }
  for (std::size_t i = 0; i < odds.size(); ++i) {
    if (i != best.bearer) best.odds = std::min(best.odds, odds[best.bearer] - odds[i]);
  }
  return best;
}

double shared_time(std::span<const DocumentFacts> of, std::span<const DocumentFacts> with) {
  if (of.empty()) return 0;
  std::vector<std::int32_t> days;
  for (const DocumentFacts& document : with) {
    if (document.day != DocumentFacts::kNoDay) days.push_back(document.day);
  }
  std::sort(days.begin(), days.end());
  const auto is_near = [&](const DocumentFacts& document) {
    if (document.day == DocumentFacts::kNoDay) return false;
    const auto next = std::lower_bound(days.begin(), days.end(), document.day - static_cast<std::int32_t>(kFortnight));
    return next != days.end() && *next <= document.day + static_cast<std::int32_t>(kFortnight);
  };
  return static_cast<double>(std::count_if(of.begin(), of.end(), is_near)) / static_cast<double>(of.size());
}

double shared_company(std::span<const DocumentFacts> of, std::span<const DocumentFacts> with,
                      std::span<const FacetId> ignored) {
  if (of.empty()) return 0;
  std::unordered_map<FacetId, std::size_t> company;
  for (const DocumentFacts& document : with) {
    for (const FacetId entity : document.entities) {
      if (kind_of(entity) != FacetKind::kPlace && !is_in(ignored, entity)) ++company[entity];
    }
  }
  // Who is in many articles meets everybody once.
  std::erase_if(company, [&](const auto& entry) {
    return static_cast<double>(entry.second) < kCompanyShare * static_cast<double>(with.size());
  });
  const auto shares = [&](const DocumentFacts& document) {
    return std::any_of(document.entities.begin(), document.entities.end(),
                       [&](FacetId entity) { return company.contains(entity); });
  };
  return static_cast<double>(std::count_if(of.begin(), of.end(), shares)) / static_cast<double>(of.size());
}

}  // namespace dateline
