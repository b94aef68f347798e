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

// Words that `word` (folded) is perhaps a slip for: one typing error away, or two where it has six bytes or more; those
// that begin with another letter are one away. The likeliest first: an error more weighs as much as fifty times as
// many articles. Bounded: looks at no more than some ten thousand words.
std::vector<CountedWord> words_near(const Xapian::Database& database, const std::string& word, std::size_t limit);

}  // namespace dateline
