// Versions of articles in the C ABI.
#include <dateline_history.h>

#include "query/api/boundary.h"
#include "query/api/given_struct.h"
#include "query/api/handles.h"
#include "query/engine/article_history.h"

// Any number of threads may read them. Rows point into `value` and the vectors below.
struct dateline_history {
  dateline::ArticleHistory value;
  mutable std::once_flag rows_asked;  // words are counted when the first thread asks for rows: a diff needs none
  mutable std::vector<std::vector<const char*>> authors;  // by version
  mutable std::vector<dateline_revision> revisions;
  mutable std::vector<std::string> revisions_json;
  mutable std::string json;
};

struct dateline_diff {
  dateline::RevisionDiff value;
  std::vector<std::vector<dateline_diff_part>> parts;  // by field
  std::vector<dateline_diff_field> fields;
  std::string json;
};

namespace {

using dateline::Result;

void make_rows(const dateline_history& out) {
  dateline::ArticleHistory counted = out.value;
  dateline::count_words(counted);
  out.json = dateline::history_to_json(counted);
  out.authors.reserve(counted.revisions.size());
  for (std::size_t i = 0; i < counted.revisions.size(); ++i) {
    const dateline::RevisionView& of_value = out.value.revisions[i];  // which stays, for rows to point into
    const dateline::RevisionView& view = counted.revisions[i];
    const dateline::ArticleRevision& revision = of_value.revision;
    auto& authors = out.authors.emplace_back();
    for (const std::string& author : revision.authors) authors.push_back(author.c_str());
    out.revisions.push_back({view.number, revision.seen_at, revision.replaced_at, revision.title.c_str(),
                             revision.published.c_str(), revision.source.c_str(), authors.size(), authors.data(),
                             revision.text.c_str(), revision.text.size(), view.words, view.added, view.removed});
    out.revisions_json.push_back(dateline::revision_to_json(counted, view));
  }
}

const dateline_history& with_rows(const dateline_history& history) {
  std::call_once(history.rows_asked, [&] { make_rows(history); });
  return history;
}

void point_to_fields(dateline_diff& out) {
  out.parts.reserve(out.value.fields.size());
  for (const dateline::FieldDiff& field : out.value.fields) {
    auto& parts = out.parts.emplace_back();
    for (const dateline::DiffPart& part : field.parts) {
      parts.push_back({static_cast<int>(part.kind), part.text.c_str(), part.text.size()});
    }
    out.fields.push_back({field.name.data(), field.is_changed() ? 1 : 0, parts.size(), parts.data()});
  }
}

}  // namespace

extern "C" {

dateline_code dateline_show_history(dateline_archive* archive, const char* id, dateline_history** history,
                                    dateline_error** error) {
  if (history != nullptr) *history = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || history == nullptr) return dateline::wrong_argument("an argument is NULL");
    auto found = archive->engine.history(dateline::text_of(id));
    if (!found) return std::move(found).error();
    auto out = std::make_unique<dateline_history>();
    out->value = std::move(*found);
    *history = out.release();
    return {};
  });
}

void dateline_history_free(dateline_history* history) {
  delete history;
}
const char* dateline_history_id(const dateline_history* history) {
  return history == nullptr ? "" : history->value.key.c_str();
}
size_t dateline_history_revision_count(const dateline_history* history) {
  return history == nullptr ? 0 : history->value.revisions.size();
}
const dateline_revision* dateline_history_revision(const dateline_history* history, size_t index) {
  return index < dateline_history_revision_count(history) ? &with_rows(*history).revisions[index] : nullptr;
}
const char* dateline_history_json(const dateline_history* history) {
  return history == nullptr ? "" : with_rows(*history).json.c_str();
}
const char* dateline_history_revision_json(const dateline_history* history, size_t index) {
  return index < dateline_history_revision_count(history) ? with_rows(*history).revisions_json[index].c_str() : "";
}

dateline_code dateline_history_diff(const dateline_history* history, uint64_t from, uint64_t to, dateline_diff** diff,
                                    dateline_error** error) {
  if (diff != nullptr) *diff = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (history == nullptr || diff == nullptr) return dateline::wrong_argument("an argument is NULL");
    auto found = dateline::diff_revisions(history->value, {.from = from, .to = to});
    if (!found) return std::move(found).error();
    auto out = std::make_unique<dateline_diff>();
    out->value = std::move(*found);
    out->json = dateline::diff_to_json(out->value);
    point_to_fields(*out);
    *diff = out.release();
    return {};
  });
}

void dateline_diff_free(dateline_diff* diff) {
  delete diff;
}
uint64_t dateline_diff_from(const dateline_diff* diff) {
  return diff == nullptr ? 0 : diff->value.from;
}
uint64_t dateline_diff_to(const dateline_diff* diff) {
  return diff == nullptr ? 0 : diff->value.to;
}
uint64_t dateline_diff_words_added(const dateline_diff* diff) {
  return diff == nullptr ? 0 : diff->value.added;
}
uint64_t dateline_diff_words_removed(const dateline_diff* diff) {
  return diff == nullptr ? 0 : diff->value.removed;
}
size_t dateline_diff_field_count(const dateline_diff* diff) {
  return diff == nullptr ? 0 : diff->fields.size();
}
const dateline_diff_field* dateline_diff_field_at(const dateline_diff* diff, size_t index) {
  return index < dateline_diff_field_count(diff) ? &diff->fields[index] : nullptr;
}
const char* dateline_diff_json(const dateline_diff* diff) {
  return diff == nullptr ? "" : diff->json.c_str();
}

}  // extern "C"
