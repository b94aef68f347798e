// The words of an archive, from the index's list of terms. May throw Xapian::Error.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/engine/counted_word.h"

namespace dateline {

// The most frequent words that begin with `prefix`: by falling number of articles, then in their order; at most
// `limit`. Looks at the first `most` of them; *whole says whether these were all.
std::vector<CountedWord> words_beginning(const Xapian::Database& database, const std::string& prefix, std::size_t limit,
                                         std::size_t most, bool* whole);

// Articles with this very word.
std::uint64_t articles_with_word(const Xapian::Database& database, const std::string& word);

}  // namespace dateline
