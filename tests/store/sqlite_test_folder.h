// A folder of its own for each test of the store, and a way to harm its database behind the catalog's back.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "shared/store/sqlite_catalog.h"

namespace dateline {

class TestFolder {
 public:
  TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dateline-store-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] ArchivePaths paths() const { return {path_}; }

 private:
  std::string path_;
};

inline void execute_sql(const std::string& database, const std::string& sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(database.c_str(), &db), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
  sqlite3_close(db);
}

inline Catalog open_catalog(const TestFolder& folder, Access access = Access::kCreate) {
  auto catalog = Catalog::open(folder.paths(), access);
  EXPECT_TRUE(catalog.ok()) << catalog.error().message;
  return std::move(*catalog);
}

inline Article article_of(const std::string& key) {
  Article article;
  article.key = key;
  article.title = "Title of " + key;
  article.path = "/news/" + key;
  article.text = "The text of " + key + ".";
  return article;
}

// In the transaction that is open.
inline ArticleId put(Catalog& catalog, const std::string& key, std::uint64_t hash = 1) {
  auto id = catalog.put_article(article_of(key), hash, 10, {}, {});
  EXPECT_TRUE(id.ok()) << id.error().message;
  return *id;
}

}  // namespace dateline
