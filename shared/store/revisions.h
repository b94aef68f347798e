// An older version of an article, as a value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

struct ArticleRevision {
  std::string key;                       // of the address that had it
  std::int64_t seen_at = 0;              // seconds since 1970, first seen
  std::int64_t replaced_at = 0;          // 0: it is the present one
  std::string title, source, published;  // published: ISO 8601 with the known precision, "" for none
  std::vector<std::string> authors;
  std::string text;
};

}  // namespace dateline
