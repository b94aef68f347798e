// Numbers are counted when they are asked for: versions lie in the catalog by time.
#include "query/engine/article_history.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {
namespace {

std::uint64_t words_in(std::string_view text) {
  return diff_words({}, text).added;
}

FieldDiff field_diff(std::string_view name, std::string_view before, std::string_view after, RevisionDiff& diff,
                     bool counts) {
  WordDiff words = diff_words(before, after);
  if (counts) {
    diff.added += words.added;
    diff.removed += words.removed;
  }
  return {name, std::move(words.parts)};
}

RevisionDiff diff_of(const ArticleRevision& before, const ArticleRevision& after) {
  RevisionDiff diff;
  diff.fields.push_back(field_diff("title", before.title, after.title, diff, true));
  diff.fields.push_back(field_diff("published", before.published, after.published, diff, false));
  diff.fields.push_back(field_diff("source", before.source, after.source, diff, false));
  diff.fields.push_back(field_diff("authors", join(before.authors, ", "), join(after.authors, ", "), diff, false));
  diff.fields.push_back(field_diff("text", before.text, after.text, diff, true));
  return diff;
}

}  // namespace

Result<ArticleHistory> find_history(const Catalog& catalog, std::string_view key) {
  const auto known = catalog.find_article(key);
  if (!known) return known.error();
  auto revisions = *known ? catalog.revisions_of((*known)->article) : std::vector<ArticleRevision>();
  if (!revisions) return std::move(revisions).error();
  if (revisions->empty()) {
    return Error{.code = ErrorCode::kNotFound,
                 .message = concat({"no article '", key, "' in the archive"}),
                 .hint = "the id of an article is shown with each hit of a search"};
  }
  ArticleHistory history{.key = revisions->back().key, .revisions = {}};
  for (ArticleRevision& revision : *revisions) {
    history.revisions.push_back({.number = history.revisions.size() + 1, .revision = std::move(revision)});
  }
  return history;
}

void count_words(ArticleHistory& history) {
  const RevisionView* before = nullptr;
  for (RevisionView& view : history.revisions) {
    view.words = words_in(view.revision.title) + words_in(view.revision.text);
    if (before != nullptr) {
      const RevisionDiff diff = diff_of(before->revision, view.revision);
      view.added = diff.added;
      view.removed = diff.removed;
    }
    before = &view;
  }
}

Result<RevisionDiff> diff_revisions(const ArticleHistory& history, DiffRequest request) {
  const std::uint64_t last = history.revisions.size();
  const std::uint64_t to = request.to == 0 ? last : request.to;
  if (last == 1) {
    return Error{.code = ErrorCode::kNotFound,
                 .message = concat({"article '", history.key, "' has one version: nothing to compare it with"}),
                 .hint = "a version is kept when an article is read again and says something else"};
  }
  const std::uint64_t from = request.from == 0 ? std::max<std::uint64_t>(to, 2) - 1 : request.from;
  for (const std::uint64_t number : {from, to}) {
    if (number <= last) continue;
    return Error{.code = ErrorCode::kNotFound,
                 .message = concat({"article '", history.key, "' has no version ", std::to_string(number)}),
                 .hint = concat({"it has ", std::to_string(last), ": see dateline show ID --versions"})};
  }
  RevisionDiff diff = diff_of(history.revisions[from - 1].revision, history.revisions[to - 1].revision);
  diff.key = history.key;
  diff.from = from;
  diff.to = to;
  return diff;
}

}  // namespace dateline
