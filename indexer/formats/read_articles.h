// A file → the records of the articles in it, whatever it is packed in: compression is undone and archives are walked,
// in one stream and within bounds, and each stream in them goes to the format that claims it.
#pragma once

#include <atomic>
#include <string>

#include "indexer/formats/article_format.h"
#include "shared/base/result.h"

namespace dateline {

// `path`: a file, or "-" for stdin. A record from a member of an archive has the path "FILE!/MEMBER". An error that is
// returned is of the whole file, after the records before it; errors of members and records go to the sink. Where
// `stop` becomes true while stdin is silent, it ends there.
Result<void> read_articles(const std::string& path, const ReadLimits& limits, const std::atomic<bool>* stop,
                           const RecordSink& sink);

// The file that a record's path is in: "/a/news.zip" for "/a/news.zip!/b.txt". The path itself where that is a file.
std::string file_of_path(const std::string& path);

}  // namespace dateline
