// Articles of newspapers, where collections of them lie beside the checkout.
#pragma once

#include <string>
#include <vector>

#include "tests/archive_fixture/test_archive.h"
#include "tests/engine/random_queries.h"

namespace dateline::testing {

// At most `most` of ../shared/data/news/NAME; none where there is no such file. People are pairs of words with capitals
// that a text begins with.
std::vector<TestArticle> real_articles(const std::string& name, std::size_t most);

// Words and phrases as they stand in these articles, and their names.
QueryMaterial material_of(const std::vector<TestArticle>& articles, unsigned seed);

}  // namespace dateline::testing
