// A small archive in a temporary folder, written with the real stores, for the tests of engine and API.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "shared/store/archive_paths.h"
#include "shared/store/sqlite_catalog.h"
#include "shared/store/xapian_index.h"

namespace dateline::testing {

struct TestArticle {
  std::string key, title, text;
  std::string published = {};  // as parse_date reads it
  std::string source = {};
  std::vector<std::string> people = {}, places = {}, organizations = {};
  std::string url = {};
  std::vector<std::string> countries = {};
  std::string story = {};  // those of one put() that say the same are near copies
  std::string author = {}, language = {};
};

// Removes its folder at the end. Errors of the stores end the test program: the fixture is not what is tested.
class TestArchive {
 public:
  TestArchive();
  ~TestArchive();
  TestArchive(const TestArchive&) = delete;
  TestArchive& operator=(const TestArchive&) = delete;

  [[nodiscard]] const ArchivePaths& paths() const { return paths_; }
  Catalog& catalog() { return *catalog_; }
  void put(const std::vector<TestArticle>& articles, IndexMode mode = IndexMode::kUpdate);
  void remove(const std::vector<std::string>& keys);
  void rebuild();
  // As a correction by people would: `from` stands for `into` from now on.
  void merge(FacetKind kind, const std::string& from, const std::string& into);
  void run_sql(const std::string& sql);

 private:
  IndexDocument document_of(ArticleId id);
  IndexWriter open_writer(IndexMode mode);

  ArchivePaths paths_;
  std::unique_ptr<Catalog> catalog_;
};

}  // namespace dateline::testing
