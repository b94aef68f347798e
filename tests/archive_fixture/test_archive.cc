// Writes articles as the indexer does, without reading files or finding entities.
#include "tests/archive_fixture/test_archive.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <set>

#include "shared/base/bytes.h"
#include "shared/base/strings.h"
#include "shared/store/xapian_generation.h"
#include "shared/text/analyzer.h"

namespace dateline::testing {
namespace {

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "fixture: %s\n", result.error().message.c_str());
    std::abort();
  }
  return std::move(*result);
}
void must(const Result<void>& result) {
  if (result) return;
  std::fprintf(stderr, "fixture: %s\n", result.error().message.c_str());
  std::abort();
}

constexpr const char* kLanguage = "english";

void add_mentions(const std::string& name, const std::string& text, bool in_title, std::vector<Mention>& out) {
  for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += name.size()) {
    out.push_back({.begin = static_cast<std::uint32_t>(at),
                   .end = static_cast<std::uint32_t>(at + name.size()),
                   .in_title = in_title});
  }
}

// Publishers, authors and languages are said of an article; nobody looks for them in its text.
bool has_mentions(FacetKind kind) {
  return kind != FacetKind::kSource && kind != FacetKind::kAuthor && kind != FacetKind::kLanguage;
}

}  // namespace

TestArchive::TestArchive() {
  std::string name = (std::filesystem::temp_directory_path() / "dateline-engine-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  paths_.folder = name;
  catalog_ = std::make_unique<Catalog>(must(Catalog::open(paths_, Access::kCreate)));
  must(catalog_->begin());
  must(catalog_->set_meta("language", kLanguage));
  must(catalog_->set_meta("analysis", analysis_fingerprint(kLanguage)));
  must(catalog_->commit());
}

TestArchive::~TestArchive() {
  catalog_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(paths_.folder, ignored);
}

IndexWriter TestArchive::open_writer(IndexMode mode) {
  return must(IndexWriter::open(paths_, mode, catalog_->archive_uuid(), analysis_fingerprint(kLanguage)));
}

IndexDocument TestArchive::document_of(ArticleId id) {
  auto stored = must(catalog_->load_article(id));
  Analyzer analyzer(must(Stemmer::create(kLanguage)));
  IndexDocument document{.article = id, .content_hash = stored->content_hash};
  analyzer.analyze(stored->article.title, stored->article.text, document.text);
  document.published = stored->article.published;
  document.facets = stored->facets;
  return document;
}

void TestArchive::put(const std::vector<TestArticle>& articles, IndexMode mode) {
  std::vector<ArticleId> ids;
  std::map<std::string, ArticleId> stories;
  must(catalog_->begin());
  for (const TestArticle& from : articles) {
    Article article{.key = from.key, .title = from.title, .source = from.source, .url = from.url};
    article.path = "-";
    article.text = from.text;
    article.language = from.language;
    if (!from.author.empty()) article.authors = {from.author};
    if (!from.published.empty()) article.published = *parse_date(from.published);
    std::set<FacetId> facets;
    std::vector<ResolvedEntity> entities;
    const auto add = [&](FacetKind kind, const std::string& name) {
      const FacetId id = must(catalog_->intern_facet(kind, name));
      if (!facets.insert(id).second || !has_mentions(kind)) return;
      ResolvedEntity entity{.facet = id, .mentions = {}};
      add_mentions(name, from.title, true, entity.mentions);
      add_mentions(name, from.text, false, entity.mentions);
      entities.push_back(std::move(entity));
    };
    for (const auto& name : from.people) add(FacetKind::kPerson, name);
    for (const auto& name : from.places) add(FacetKind::kPlace, name);
    for (const auto& name : from.organizations) add(FacetKind::kOrganization, name);
    for (const auto& name : from.countries) add(FacetKind::kCountry, name);
    if (!from.source.empty()) add(FacetKind::kSource, from.source);
    if (!from.author.empty()) add(FacetKind::kAuthor, from.author);
    if (!from.language.empty()) add(FacetKind::kLanguage, from.language);
    const std::vector<FacetId> sorted(facets.begin(), facets.end());
    const auto hash = hash64(concat({from.title, "|", from.text}));
    ids.push_back(must(catalog_->put_article(article, hash, 1, sorted, entities)));
    if (from.story.empty()) continue;
    const ArticleId story = stories.try_emplace(from.story, ids.back()).first->second;
    must(catalog_->set_story(ids.back(), story));
    must(catalog_->show_story(ids.back()));
  }
  must(catalog_->commit());
  IndexWriter writer = open_writer(mode);
  for (const ArticleId id : ids) must(writer.put(document_of(id)));
  must(writer.commit(must(catalog_->last_seq())));
}

void TestArchive::remove(const std::vector<std::string>& keys) {
  IndexWriter writer = open_writer(IndexMode::kUpdate);
  must(catalog_->begin());
  for (const std::string& key : keys) {
    const auto known = must(catalog_->find_article(key));
    if (!known) continue;
    must(writer.remove(known->article));
    must(catalog_->remove_article(key));
  }
  must(catalog_->commit());
  must(writer.commit(must(catalog_->last_seq())));
}

void TestArchive::rebuild() {
  IndexWriter writer = open_writer(IndexMode::kRebuild);
  for (const auto& [id, hash] : must(catalog_->all_articles())) must(writer.put(document_of(id)));
  must(writer.commit(must(catalog_->last_seq())));
  must(remove_old_generations(paths_));
}

void TestArchive::merge(FacetKind kind, const std::string& from, const std::string& into) {
  const FacetId a = must(catalog_->intern_facet(kind, from)), b = must(catalog_->intern_facet(kind, into));
  run_sql(
      concat({"UPDATE facet_values SET merged_into = ", std::to_string(b), " WHERE facet_id = ", std::to_string(a)}));
}

void TestArchive::run_sql(const std::string& sql) {
  sqlite3* database = nullptr;
  const bool done = sqlite3_open(paths_.catalog().c_str(), &database) == SQLITE_OK &&
                    sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  if (!done) {
    std::fprintf(stderr, "fixture: %s\n", sqlite3_errmsg(database));
    std::abort();
  }
  sqlite3_close(database);
}

}  // namespace dateline::testing
