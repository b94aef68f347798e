// The values that flow from a file to the stores. Plain data; text is always valid UTF-8 in NFC-or-as-found form.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "schema/facet_id.h"
#include "shared/base/date.h"

namespace dateline {

// A name that the publisher gave with the article; it has no place in the text.
struct GivenEntity {
  EntityKind kind = EntityKind::kPerson;
  std::string name;
  friend bool operator==(const GivenEntity&, const GivenEntity&) = default;
};

// Where a value of an article was found: {"published", "json-ld datePublished"}. For people who ask why.
struct FieldOrigin {
  std::string field;  // as `extract --json` names it
  std::string from;
  friend bool operator==(const FieldOrigin&, const FieldOrigin&) = default;
};

// One of the places where an article is to be found.
struct ArticleAddress {
  std::string key;           // as in Article
  std::string url;           // "" where it has none
  std::string path;          // as in Article
  std::uint64_t record = 0;  // as in Article
  friend auto operator<=>(const ArticleAddress&, const ArticleAddress&) = default;
};

struct Article {
  std::string key;  // unique in an archive: the given id, else the url, else path[#record]
  std::string title;
  bool title_made = false;  // no title was there: made from the first sentence
  std::string source;       // publisher: "CNN"
  std::string url;
  std::string path;          // the file it was read from, absolute; "-" for stdin
  std::uint64_t record = 0;  // 1-based line or record in that file; 0 where the file is one article
  std::vector<std::string> authors;
  std::vector<std::string> contributors;  // "contributed reporting": credited, not authors
  PublishedDate published;
  std::string dateline;   // "JERUSALEM, Israel"
  std::string language;   // ISO 639-1, "" where unknown
  std::string section{};  // of the paper or site, as it calls it: "Sport"
  std::string caption{};  // of the lead picture
  std::string text;       // the story, furniture gone; paragraphs are separated by a blank line or a line end
  std::vector<GivenEntity> given;
  std::vector<ArticleAddress> addresses{};  // where else it is to be found, where the record says so
  std::vector<FieldOrigin> origins{};       // of the fields that have a value, as far as the format tells; not stored
};

// What is read as its title: a made one is the text's beginning, and would count twice.
inline std::string_view own_title(const Article& article) {
  return article.title_made ? std::string_view() : std::string_view(article.title);
}

// A span of bytes of Article::text (or of Article::title, where in_title) that names an entity.
struct Mention {
  std::uint32_t begin = 0;  // byte offsets, end exclusive, on character boundaries
  std::uint32_t end = 0;
  bool in_title = false;
  friend bool operator==(const Mention&, const Mention&) = default;
};

// One entity of one article: who is meant, and where it says so.
struct ArticleEntity {
  EntityKind kind = EntityKind::kPerson;
  std::string name;                   // canonical: "Benjamin Netanyahu", "United States"
  std::vector<std::string> aliases;   // other names that stood for it here: "Netanyahu", "U.S."; without duplicates
  std::vector<Mention> mentions;      // in order; empty where the publisher gave the name
  std::vector<std::string> titles{};  // of people: what they were called before their name, "Prime Minister"
};

}  // namespace dateline
