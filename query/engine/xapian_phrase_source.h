// Phrases and words of the title, checked on the token column instead of Xapian's positions (DESIGN.md §3.4).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "shared/columns/column.h"

namespace dateline {

enum class PhraseScope : std::uint8_t { kArticle, kTitle };

// The bytes that these stems, one after the other, are in a token record.
std::string encode_phrase(std::span<const std::uint32_t> stem_ids);
// Whether a token record has the phrase. A hit counts where the byte before it ends a number, else it is the tail of a
// longer id.
bool has_phrase(std::string_view record, std::string_view phrase);
std::string_view title_of(std::string_view record);  // the tokens before kTitleEnd; all where there is no such mark

// Keeps documents whose token record has the phrase; a filter, without weight. It says that it matches every document,
// so that Xapian lets the terms of the phrase lead and only calls check() on documents that have them all. Answers are
// kept, because a search runs its query twice (the page, then all matches). One thread.
class PhraseSource : public Xapian::PostingSource {
 public:
  PhraseSource(std::shared_ptr<const ColumnReader> tokens, std::string phrase, PhraseScope scope)
      : tokens_(std::move(tokens)), phrase_(std::move(phrase)), scope_(scope) {}

  void init(const Xapian::Database& database) override;
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid to, double min_weight) override;
  bool check(Xapian::docid docid, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return at_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }
  [[nodiscard]] std::string get_description() const override { return "PhraseSource"; }

 private:
  enum class Answer : std::uint8_t { kUnknown, kNo, kYes };
  bool matches(Xapian::docid docid);

  std::shared_ptr<const ColumnReader> tokens_;
  std::string phrase_;
  PhraseScope scope_;
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0, at_ = 0;
  std::vector<Answer> answers_;  // by document id, grown as asked
};

}  // namespace dateline
