// The one table of fields. It drives query field names, term prefixes, value slots and facets. Prefixes and slots are
// on disk: change them only with kIndexVersion. docs: schema/FORMAT.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "schema/facet_id.h"

namespace dateline {

inline constexpr int kCatalogVersion = 6;   // PRAGMA user_version of catalog.sqlite3: the number of migrations
inline constexpr int kSearchesVersion = 1;  // the same of searches.sqlite3
inline constexpr int kIndexVersion = 3;     // of the Xapian documents and the columns together

enum class FieldType : std::uint8_t {
  kText,     // words and phrases of a part of the article
  kFacet,    // a name that resolves to facet ids
  kDate,     // a date or a range of dates
  kKey,      // an article's key, as it is
  kUrl,      // an article's address, as it is
  kLength,   // how many words an article has: a number or a range
  kHas,      // what an article must have, of any value: person, date, …
  kSimilar,  // an article's key, as it is: articles like that one
};
constexpr bool is_verbatim(FieldType type) {
  return type == FieldType::kKey || type == FieldType::kUrl || type == FieldType::kSimilar;
}

struct Field {
  std::string_view name;   // as typed: `person:`
  std::string_view alias;  // a second way to type it, or ""
  FieldType type;
  std::optional<FacetKind> facet;  // for kFacet
  std::string_view example;
  std::string_view help;
};

inline constexpr std::array kFields = {
    Field{"title", "", FieldType::kText, std::nullopt, "title:ceasefire", "words or a phrase in the title"},
    Field{"person", "", FieldType::kFacet, FacetKind::kPerson, "person:\"Yahya Sinwar\"",
          "articles that name a person"},
    Field{"place", "", FieldType::kFacet, FacetKind::kPlace, "place:Doha",
          "articles that name a place; of a country, also those that only speak of it"},
    Field{"organization", "org", FieldType::kFacet, FacetKind::kOrganization, "org:Hamas",
          "articles that name an organization"},
    Field{"country", "", FieldType::kFacet, FacetKind::kCountry, "country:Qatar",
          "articles that speak of a country, its towns or its people"},
    Field{"source", "", FieldType::kFacet, FacetKind::kSource, "source:CNN", "publisher"},
    Field{"author", "by", FieldType::kFacet, FacetKind::kAuthor, "author:\"Abbas Al Lawati\"", "who wrote it"},
    Field{"lang", "language", FieldType::kFacet, FacetKind::kLanguage, "lang:en", "language, ISO 639-1"},
    Field{"date", "", FieldType::kDate, std::nullopt, "date:2024-07-01..2024-08-16",
          "publication date: a day, month, year or range"},
    Field{"id", "", FieldType::kKey, std::nullopt, "id:wikinews-2019-0", "one article by its id"},
    Field{"url", "", FieldType::kUrl, std::nullopt, "url:https://example.org/a", "articles by their address"},
    Field{"words", "", FieldType::kLength, std::nullopt, "words:500..2000", "length in words, of title and text"},
    Field{"has", "", FieldType::kHas, std::nullopt, "has:person",
          "articles that have a person, place, organization, country, source, author, language, date, title or url"},
    Field{"similar", "like", FieldType::kSimilar, std::nullopt, "similar:wikinews-2019-0",
          "articles like the one of this id"},
};

// Terms in Xapian. Stems have no prefix; they are lower case, so prefixes are upper case (Xapian's convention).
inline constexpr std::string_view kArticleTerm = "Q";   // Q<article id, decimal>: unique
inline constexpr std::string_view kFacetTerm = "E";     // E<facet id, decimal>
inline constexpr std::string_view kAttachedTerm = "A";  // A<facet id>.<facet id>: the article alone gives the first
inline constexpr std::string_view kWordTerm = "W";      // W<word>: has this word as written (folded, not stemmed)
inline constexpr std::string_view kAllTerm = "";        // matches every document

// Value slots; all fixed-width big-endian so that byte order is value order.
inline constexpr unsigned kSlotSortTime = 2;  // 8 bytes: sort_seconds(date) + 2^63; absent for articles without a date
inline constexpr unsigned kSlotWords = 3;     // 4 bytes: words of title and text

// Metadata keys in Xapian, written in the same commit as the documents.
inline constexpr std::string_view kMetaArchive = "dateline.archive";  // UUID of the archive
inline constexpr std::string_view kMetaVersion = "dateline.index_version";
inline constexpr std::string_view kMetaAppliedSeq = "dateline.applied_seq";  // change_log is applied up to here
inline constexpr std::string_view kMetaAnalysis = "dateline.analysis";       // analysis_fingerprint
inline constexpr std::string_view kMetaFacetColumn = "dateline.column.entities";
inline constexpr std::string_view kMetaTokenColumn = "dateline.column.tokens";
inline constexpr std::string_view kMetaLexicon = "dateline.column.lexicon";

}  // namespace dateline
