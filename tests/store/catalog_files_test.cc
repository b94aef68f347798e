// Files, rejected records and counts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/store/sqlite_test_folder.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CatalogFiles, AreKnownOnlyUntouchedAndToTheSameReader) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  const FileStamp stamp{123, 1'700'000'000'123'456'789, 0xffffffffffffffffULL};
  ASSERT_TRUE(catalog.begin().ok());
  ASSERT_TRUE(catalog.remember_file("/news/a", stamp, "v1", 3).ok());
  ASSERT_TRUE(catalog.commit().ok());
  EXPECT_TRUE(*catalog.file_is_known("/news/a", stamp, "v1"));
  EXPECT_FALSE(*catalog.file_is_known("/news/b", stamp, "v1"));
  EXPECT_FALSE(*catalog.file_is_known("/news/a", stamp, "v2"));
  EXPECT_FALSE(*catalog.file_is_known("/news/a", {124, stamp.mtime_ns, stamp.inode}, "v1"));
  EXPECT_FALSE(*catalog.file_is_known("/news/a", {123, stamp.mtime_ns + 1, stamp.inode}, "v1"));
  EXPECT_FALSE(*catalog.file_is_known("/news/a", {123, stamp.mtime_ns, 7}, "v1"));
  ASSERT_TRUE(catalog.begin().ok());
  ASSERT_TRUE(catalog.remember_file("/news/a", {1, 2, 3}, "v2", 4).ok());
  EXPECT_TRUE(*catalog.file_is_known("/news/a", {1, 2, 3}, "v2"));
  ASSERT_TRUE(catalog.forget_file("/news/a").ok());
  ASSERT_TRUE(catalog.commit().ok());
  EXPECT_FALSE(*catalog.file_is_known("/news/a", {1, 2, 3}, "v2"));
}

TEST(CatalogFiles, AreListedAtAndBelowAPath) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  for (const char* path : {"/a", "/a/b", "/a/b/c", "/a/b-c", "/a/b0", "/a/bc", "/a/b/ž", "/z%_"}) {
    ASSERT_TRUE(catalog.remember_file(path, {}, "v1", 1).ok());
  }
  EXPECT_THAT(*catalog.known_paths("/a/b"), ElementsAre("/a/b", "/a/b/c", "/a/b/ž"));
  EXPECT_THAT(*catalog.known_paths("/a/b/"), ElementsAre("/a/b", "/a/b/c", "/a/b/ž"));
  EXPECT_THAT(*catalog.known_paths("/a/b/c"), ElementsAre("/a/b/c"));
  EXPECT_THAT(*catalog.known_paths("/z"), IsEmpty());
  EXPECT_EQ(catalog.known_paths("")->size(), 8U);
  EXPECT_EQ(catalog.known_paths("/")->size(), 8U);
}

TEST(CatalogFiles, RejectedRecordsAreKeptUntilForgotten) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  ASSERT_TRUE(catalog.remember_rejected({"/news/b", 2, "no text", 17}).ok());
  ASSERT_TRUE(catalog.remember_rejected({"/news/a", 9, "not UTF-8", 17}).ok());
  ASSERT_TRUE(catalog.remember_rejected({"/news/b", 2, "still no text", 18}).ok());
  const auto records = catalog.rejected();
  ASSERT_EQ(records->size(), 2U);
  EXPECT_EQ((*records)[0].path, "/news/a");
  EXPECT_EQ((*records)[1].reason, "still no text");
  EXPECT_EQ((*records)[1].record, 2U);
  EXPECT_EQ((*records)[1].at, 18);
  ASSERT_TRUE(catalog.forget_rejected("/news/b").ok());
  EXPECT_EQ(catalog.rejected()->size(), 1U);
}

TEST(CatalogCounts, SayHowMuchThereIs) {
  const TestFolder folder;
  Catalog catalog = open_catalog(folder);
  ASSERT_TRUE(catalog.begin().ok());
  put(catalog, "a");
  put(catalog, "b");
  ASSERT_TRUE(catalog.remember_file("/news/a", {}, "v1", 1).ok());
  ASSERT_TRUE(catalog.remember_rejected({"/news/b", 2, "no text", 17}).ok());
  for (const char* name : {"A", "B", "C"}) ASSERT_TRUE(catalog.intern_facet(FacetKind::kPerson, name).ok());
  for (const char* name : {"A", "B"}) ASSERT_TRUE(catalog.intern_facet(FacetKind::kPlace, name).ok());
  ASSERT_TRUE(catalog.intern_facet(FacetKind::kSource, "CNN").ok());
  ASSERT_TRUE(catalog.commit().ok());
  const auto counts = catalog.counts();
  ASSERT_TRUE(counts.ok());
  EXPECT_EQ(counts->articles, 2U);
  EXPECT_EQ(counts->files, 1U);
  EXPECT_EQ(counts->rejected, 1U);
  EXPECT_EQ(counts->people, 3U);
  EXPECT_EQ(counts->places, 2U);
  EXPECT_EQ(counts->organizations, 0U);
  EXPECT_EQ(counts->sources, 1U);
  EXPECT_EQ(counts->last_seq, 2);
}

}  // namespace
}  // namespace dateline
