// Each part of a profile in turn.
#include "query/engine/entity_profile.h"

#include <algorithm>
#include <array>

#include "query/engine/date_histogram.h"
#include "query/engine/facet_counter.h"
#include "query/engine/rank_articles.h"
#include "query/engine/standing_entities.h"
#include "shared/columns/facet_record.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::array kCompanions = {FacetKind::kPerson, FacetKind::kPlace, FacetKind::kOrganization};
constexpr std::size_t kMostNames = 50;
constexpr std::size_t kMostOtherNames = 20;
constexpr std::size_t kMostTitles = 20;
constexpr std::array<std::string_view, 7> kCourtesies = {"dr", "lady", "madam", "miss", "mr", "mrs", "ms"};
constexpr std::size_t kMostMerged = 20;
constexpr std::size_t kMostMergedRead = 1000;  // a few thousand merged values would cost more than all the rest
constexpr std::size_t kSentences = 2;          // of one article

bool has_small_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class ProfileMaker {
 public:
  ProfileMaker(const EntityReader& reader, const ProfileRequest& request, EntityProfile& out)
      : reader_(reader), request_(request), out_(out), entity_(out.choice.chosen->facet) {}

  Result<void> make() {
    const auto query = articles_with(reader_, entity_);
    if (!query) return query.error();
    const auto documents = reader_.snapshot.searcher.matches(*query);
    if (!documents) return documents.error();
    out_.articles = documents->size();
    if (auto done = say_who(); !done) return done;
    if (auto done = count_company(*documents); !done) return done;
    count_dates(*documents);
    const auto newest =
        ArticleRanker({.sort = SortOrder::kNewest}, {}, reader_.snapshot, reader_.catalog, reader_.stemmer)
            .rank(*query, 0, std::max(request_.names_from, request_.newest));
    if (!newest) return newest.error();
    if (auto done = read_articles(*newest); !done) return done;
    if (auto done = list_titles(); !done) return done;
    return list_other_names();
  }

 private:
  Result<void> say_who() {
    const auto details = reader_.catalog.facet_details(entity_);
    if (!details) return details.error();
    if (*details) {
      out_.external_id = (*details)->external_id;
      out_.country = (*details)->country;
    }
    if (kind_of(entity_) == FacetKind::kPlace) {
      const auto coordinates = reader_.catalog.coordinates_of(entity_);
      if (!coordinates) return coordinates.error();
      out_.coordinates = *coordinates;
    }
    reader_.remap.append_all_of(entity_, stored_);
    out_.merged_count = stored_.size() - 1;
    for (std::size_t i = 1; i < std::min(stored_.size(), kMostMergedRead); ++i) {
      const auto from = reader_.catalog.facet_details(stored_[i]);
      if (!from) return from.error();
      if (*from) out_.merged.push_back({stored_[i], (*from)->name, (*from)->merged_by_person});
    }
    std::sort(out_.merged.begin(), out_.merged.end(), [](const MergedName& a, const MergedName& b) {
      return a.by_person != b.by_person ? a.by_person : a.name < b.name;
    });
    if (out_.merged.size() > kMostMerged) out_.merged.resize(kMostMerged);
    return {};
  }

  Result<void> count_company(const DocidList& documents) {
    FacetCounter::Kinds kinds{};
    for (const FacetKind kind : kCompanions) kinds[static_cast<std::size_t>(kind)] = true;
    FacetCounter counter;
    counter.count(documents, *reader_.snapshot.columns.facets, reader_.remap, kinds);
    for (const FacetKind kind : kCompanions) {
      auto facet = company(kind, counter);
      if (!facet) return std::move(facet).error();
      out_.facets.push_back(std::move(*facet));
    }
    return {};
  }

  Result<Facet> company(FacetKind kind, const FacetCounter& counter) const {
    Facet facet{.name = std::string(name_of(kind)), .values = {}, .distinct = counter.distinct(kind)};
    if (kind == kind_of(entity_) && counter.count_of(entity_) != 0) --facet.distinct;
    if (request_.companions == 0) return facet;
    std::vector<CountedValue> top = counter.top(kind, request_.companions + 1);
    std::erase_if(top, [this](const CountedValue& value) { return value.facet == entity_; });
    if (top.size() > request_.companions) top.resize(request_.companions);
    std::vector<FacetId> ids;
    for (const CountedValue& value : top) ids.push_back(value.facet);
    const auto names = reader_.catalog.names_of(ids);
    if (!names) return names.error();
    for (std::size_t i = 0; i < top.size(); ++i) {
      facet.values.push_back({.id = std::to_string(ids[i]), .name = (*names)[i].name, .count = top[i].count});
    }
    return facet;
  }

  void count_dates(const DocidList& documents) {
    const ColumnReader& column = *reader_.snapshot.columns.facets;
    PackedDate first = 0, last = 0;
    for (const Docid docid : documents) {
      const PackedDate date = FacetRecord(column.record(docid)).date();
      if (date == 0) {
        ++out_.undated;
        continue;
      }
      if (first == 0 || date < first) first = date;
      last = std::max(last, date);
    }
    out_.first = to_iso(unpack_date(first));
    out_.last = to_iso(unpack_date(last));
    const auto periods = date_histogram(documents, column, DateStep::kMonth);
    Facet facet{.name = "date", .values = {}, .distinct = periods.size()};
    for (const CountedPeriod& period : periods) {
      facet.values.push_back({.id = period.period, .name = period.period, .count = period.count});
    }
    out_.facets.push_back(std::move(facet));
  }

  // An article that the catalog has lost a moment ago is passed over.
  Result<void> read_articles(const std::vector<RankedArticle>& newest) {
    WrittenNames names;
    std::size_t cited = 0;
    for (const RankedArticle& ranked : newest) {
      const auto stored = reader_.catalog.load_article(ranked.article);
      if (!stored) return stored.error();
      if (!*stored) continue;
      const std::vector<Mention> mentions =
          mentions_of(entity_, (*stored)->entities, (*stored)->attached, reader_.remap);
      if (out_.names_from < request_.names_from) {
        ++out_.names_from;
        names.add((*stored)->article, mentions);
      }
      if (cited < request_.newest && cite_newest((*stored)->article, mentions)) ++cited;
    }
    out_.names = names.sorted();
    if (out_.names.size() > kMostNames) out_.names.resize(kMostNames);
    return {};
  }

  // The first sentences that name it, each once; its title where only that does.
  bool cite_newest(const Article& article, const std::vector<Mention>& mentions) {
    std::vector<Mention> chosen;
    const auto text = std::find_if(mentions.begin(), mentions.end(), [](const Mention& m) { return !m.in_title; });
    // Enough of them to have two sentences, as a rule.
    constexpr std::ptrdiff_t kLookedAt = 8;
    if (text != mentions.end()) {
      chosen.assign(text, text + std::min(kLookedAt, mentions.end() - text));
    } else if (!mentions.empty()) {
      chosen.push_back(mentions.front());
    }
    std::vector<Citation> citations = cite(article, chosen);
    const auto end = std::unique(citations.begin(), citations.end(),
                                 [](const Citation& a, const Citation& b) { return a.sentence == b.sentence; });
    citations.erase(end, citations.end());
    if (citations.size() > kSentences) citations.resize(kSentences);
    const bool any = !citations.empty();
    std::move(citations.begin(), citations.end(), std::back_inserter(out_.newest));
    return any;
  }

  Result<void> list_titles() {
    const auto titles = reader_.catalog.titles_of(stored_);
    if (!titles) return titles.error();
    for (const std::string& title : *titles) {
      const bool courtesy = std::find(kCourtesies.begin(), kCourtesies.end(), name_key(title)) != kCourtesies.end();
      const auto same = std::find_if(out_.titles.begin(), out_.titles.end(),
                                     [&](const std::string& listed) { return name_key(listed) == name_key(title); });
      if (same != out_.titles.end()) {
        if (!has_small_letter(*same)) *same = title;  // of a headline in capitals
      } else if (!courtesy && out_.titles.size() < kMostTitles) {
        out_.titles.push_back(title);
      }
    }
    return {};
  }

  // Names that the catalog knows and the articles that were looked at did not use.
  Result<void> list_other_names() {
    std::vector<std::string> known = {name_key(out_.choice.chosen->name)};
    for (const WrittenName& name : out_.names) known.push_back(name_key(name.text));
    const auto add = [&](const std::string& name) {
      if (out_.other_names.size() == kMostOtherNames) return;
      std::string key = name_key(name);
      if (std::find(known.begin(), known.end(), key) != known.end()) return;
      known.push_back(std::move(key));
      out_.other_names.push_back(name);
    };
    for (const MergedName& merged : out_.merged) add(merged.name);
    for (std::size_t i = 0; i < std::min(stored_.size(), kMostMerged); ++i) {
      const auto aliases = reader_.catalog.aliases_of(stored_[i]);
      if (!aliases) return aliases.error();
      for (const std::string& alias : *aliases) add(alias);
    }
    return {};
  }

  const EntityReader& reader_;
  const ProfileRequest& request_;
  EntityProfile& out_;
  FacetId entity_;
  std::vector<FacetId> stored_;  // the entity, and what was merged into it
};

}  // namespace

Result<void> fill_profile(const EntityReader& reader, const ProfileRequest& request, EntityProfile& out) {
  return ProfileMaker(reader, request, out).make();
}

}  // namespace dateline
