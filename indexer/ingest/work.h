// What flows through the ingest pipeline, in order: reader → preparing threads → committer.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "indexer/formats/article_format.h"
#include "indexer/ingest/placement.h"
#include "indexer/stories/story_finder.h"
#include "shared/base/article.h"
#include "shared/store/sqlite_catalog.h"
#include "shared/text/analyzer.h"

namespace dateline {

// A file is about to be read.
struct FileBegin {
  std::string path;
};
// A file was read. `complete`: to its end, so that what it no longer holds may be pruned.
struct FileEnd {
  std::string path;
  FileStamp stamp;
  bool complete = false;
  bool stamp_is_safe = false;  // old enough that a later write must change it
  // Paths of streams in it, or its own, from which no article goes: parts that are damaged, and windows (feeds).
  std::vector<std::string> kept_streams = {};
};
// A file that need not be read: it is as it was.
struct FileUnchanged {
  std::string path;
};

// An article of the archive whose entities are to be found anew.
struct StoredRecord {
  ArticleId article = 0;
};
// What stops the run.
struct Failure {
  Error error;
};

// An article ready for the stores. Where the catalog has its content already, entities and text are not made, and `raw`
// is kept, for the rare case that an earlier record of the same run changed what the catalog has.
struct PreparedArticle {
  Article article;
  RawRecord raw;
  RecordFacts facts;
  std::uint64_t content_hash = 0;
  std::uint64_t bytes = 0;  // of its record, for progress
  Placement placement;      // by what the catalog had when it was read
  bool is_prepared = true;
  ArticleId stored = 0;  // not 0: a StoredRecord; all but its entities is as it was
  std::vector<ArticleEntity> entities;
  std::vector<std::string> countries;  // that it speaks of; canonical names
  AnalyzedText text;
  NearPrint print;  // not of a StoredRecord
};

using ReadItem = std::variant<RawRecord, StoredRecord, Rejection, FileBegin, FileEnd, FileUnchanged>;
using PreparedItem = std::variant<PreparedArticle, Failure, Rejection, FileBegin, FileEnd, FileUnchanged>;

// Batches are numbered from 0 without gaps, so that the committer can put them back in order.
struct ReadBatch {
  std::uint64_t number = 0;
  std::vector<ReadItem> items;
};
struct PreparedBatch {
  std::uint64_t number = 0;
  std::vector<PreparedItem> items;
};

}  // namespace dateline
