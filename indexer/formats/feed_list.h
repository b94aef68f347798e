// A list of feeds that somebody fetches: which files on this disk it means. Fetches nothing itself.
#pragma once

#include <string>
#include <vector>

#include "indexer/formats/input_walk.h"
#include "shared/base/result.h"

namespace dateline {

struct FeedList {
  std::vector<ListedPath> files;  // in the order of the list, each once
  std::vector<std::string>
      places;  // files and folders of which a change may matter: the list, its files, its patterns' folders
};

// `path`: a text with a path or a pattern (glob(7)) a line, '#' before comments; or OPML, of which the outlines count
// that name files. Paths are relative to the folder of the list. kNotFound, kUnreadable: the list itself cannot be
// read.
Result<FeedList> read_feed_list(const std::string& path);

}  // namespace dateline
