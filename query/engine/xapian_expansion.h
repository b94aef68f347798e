// Looks the patterns of a query up among the words of one revision of the index.
#pragma once

#include <map>
#include <string>

#include <xapian.h>

#include "query/engine/deadline.h"
#include "query/engine/word_expansion.h"

namespace dateline {

// Remembers what it found, because one question compiles its query several times: for the page, for suggestions, for
// highlights. One thread.
class WordExpander {
 public:
  // May throw Xapian::Error.
  Result<Expansions> expand(const Xapian::Database& database, const QueryNode& tree, const Deadline& deadline);
  // What expand() found of it; nothing is looked up.
  [[nodiscard]] Expansions known(const QueryNode& tree) const;

 private:
  std::map<std::string, std::shared_ptr<const WordExpansion>> found_;  // by the pattern as it is typed
};

}  // namespace dateline
