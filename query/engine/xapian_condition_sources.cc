// One look-up a source.
#include "query/engine/xapian_condition_sources.h"

#include "query/engine/xapian_phrase_source.h"
#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/columns/facet_record.h"
#include "shared/store/xapian_document.h"

namespace dateline {
namespace {

bool is_there(const Xapian::Database& database, Xapian::docid docid) {
  try {
    database.get_doclength(docid);
    return true;
  } catch (const Xapian::DocNotFoundError&) {
    return false;
  }
}

}  // namespace

void LengthSource::init(const Xapian::Database& database) {
  ColumnFilter::init(database);
  database_ = database;
  at_ = database_.valuestream_begin(kSlotWords);
  last_asked_ = 0;
}

bool LengthSource::looks_right(Xapian::docid docid) const {
  const auto end = database_.valuestream_end(kSlotWords);
  if (docid < last_asked_) at_ = database_.valuestream_begin(kSlotWords);
  last_asked_ = docid;
  if (at_ != end && at_.get_docid() < docid) at_.skip_to(docid);
  if (at_ == end || at_.get_docid() != docid) return false;
  const auto words = decode_words_slot(*at_);
  return words && *words >= count_.least && *words <= count_.most;
}

bool HasSource::looks_right(Xapian::docid docid) const {
  const FacetRecord record(facets_->record(docid));
  if (!kind_) return days_of(unpack_date(record.date())).has_value();
  for (std::size_t i = 0; i < record.size(); ++i) {
    const FacetId id = remap_ == nullptr ? record[i] : (*remap_)(record[i]);
    if (id != 0 && kind_of(id) == *kind_) return true;
  }
  return false;
}

bool NearSource::looks_right(Xapian::docid docid) const {
  const std::string_view record = tokens_->record(docid);
  return matcher_.matches(in_title_ ? title_of(record) : record);
}

void ArticleSource::init(const Xapian::Database& database) {
  ColumnFilter::init(database);
  database_ = database;
}

bool ArticleSource::looks_right(Xapian::docid docid) const {
  const auto data = decode_document_data(database_.get_document(docid, Xapian::DOC_ASSUME_VALID).get_data());
  // Among filters alone, one of them leads, and asks about ids whose articles have changed or gone.
  if (!data && !is_there(database_, docid)) return false;
  Result<bool> answer =
      data ? check_(data->first)
           : Error{.code = ErrorCode::kArchiveDamaged,
                   .message = concat({"document ", std::to_string(docid), " of the index has lost its data"}),
                   .hint = "run: dateline-index rebuild (the articles are safe in catalog.sqlite3)"};
  if (answer) return *answer;
  if (control() != nullptr) control()->error = std::move(answer).error();
  return false;
}

}  // namespace dateline
