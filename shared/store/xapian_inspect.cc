// Reading every document back.
#include "shared/store/xapian_inspect.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/store/xapian_boundary.h"
#include "shared/store/xapian_document.h"
#include "shared/store/xapian_generation.h"

namespace dateline {
namespace {

// The terms with `prefix` of a document, without it.
std::vector<std::string> terms_with_prefix(const Xapian::Document& document, std::string_view prefix) {
  std::vector<std::string> found;
  auto it = document.termlist_begin();
  const auto end = document.termlist_end();
  for (it.skip_to(std::string(prefix)); it != end && (*it).starts_with(prefix); ++it) {
    found.push_back((*it).substr(prefix.size()));
  }
  return found;
}

IndexedDocument inspect(const Xapian::Document& document) {
  IndexedDocument seen{.docid = document.get_docid()};
  if (const auto data = decode_document_data(document.get_data())) {
    seen.data_is_valid = true;
    std::tie(seen.article, seen.content_hash) = *data;
  }
  const auto articles = terms_with_prefix(document, kArticleTerm);
  seen.has_article_term = articles.size() == 1 && articles.front() == std::to_string(seen.article);
  seen.words = decode_words_slot(document.get_value(kSlotWords)).value_or(0);
  seen.forms = terms_with_prefix(document, kWordTerm);
  for (const std::string& digits : terms_with_prefix(document, kFacetTerm)) {
    FacetId facet = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), facet);
    seen.facets.push_back(facet);
  }
  std::sort(seen.facets.begin(), seen.facets.end());
  for (const std::string& ids : terms_with_prefix(document, kAttachedTerm)) {
    if (const auto attachment = decode_attached_term(concat({kAttachedTerm, ids})))
      seen.attached.push_back(*attachment);
  }
  std::sort(seen.attached.begin(), seen.attached.end());
  return seen;
}

}  // namespace

Result<void> for_each_document(const ArchivePaths& paths,
                               const std::function<Result<void>(const IndexedDocument&)>& visit) {
  const auto live = live_generation(paths);
  if (!live) return live.error();
  if (*live == 0) return {};
  const std::string path = paths.xapian_generation(*live);
  return xapian_result(concat({"the index in '", path, "'"}), [&]() -> Result<void> {
    const Xapian::Database database(path);
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      if (auto visited = visit(inspect(database.get_document(*it))); !visited) return visited;
    }
    return {};
  });
}

Result<std::vector<std::uint64_t>> articles_of_values(const ArchivePaths& paths, std::span<const FacetId> values) {
  const auto live = live_generation(paths);
  if (!live) return live.error();
  std::vector<std::uint64_t> counts(values.size());
  if (*live == 0) return counts;
  const std::string path = paths.xapian_generation(*live);
  return xapian_result(concat({"the index in '", path, "'"}), [&]() -> Result<std::vector<std::uint64_t>> {
    const Xapian::Database database(path);
    for (std::size_t i = 0; i < values.size(); ++i) counts[i] = database.get_termfreq(facet_term(values[i]));
    return std::move(counts);
  });
}

std::vector<std::string> check_xapian(const ArchivePaths& paths) {
  const auto live = live_generation(paths);
  if (!live) return {live.error().message};
  if (*live == 0) return {};
  const std::string path = paths.xapian_generation(*live);
  std::ostringstream said;
  const auto errors =
      xapian_result(concat({"the index in '", path, "'"}), [&] { return Xapian::Database::check(path, 0, &said); });
  if (!errors) return {errors.error().message};
  if (*errors == 0) return {};
  return {concat({"the index in '", path, "' has ", plural(*errors, "error"), ": ", trim(said.str())})};
}

}  // namespace dateline
