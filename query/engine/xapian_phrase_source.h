// Phrases and words of the title, checked on the token column instead of Xapian's positions (DESIGN.md §3.4).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "query/engine/xapian_column_filter.h"
#include "shared/columns/column.h"

namespace dateline {

enum class PhraseScope : std::uint8_t { kArticle, kTitle };

// The bytes that these stems, one after the other, are in a token record.
std::string encode_phrase(std::span<const std::uint32_t> stem_ids);
// Whether a token record has the phrase. A hit counts where the byte before it ends a number, else it is the tail of a
// longer id.
bool has_phrase(std::string_view record, std::string_view phrase);
std::string_view title_of(std::string_view record);  // the tokens before kTitleEnd; all where there is no such mark

class PhraseSource : public ColumnFilter {
 public:
  PhraseSource(std::shared_ptr<const ColumnReader> tokens, std::string phrase, PhraseScope scope,
               std::shared_ptr<MatchControl> control)
      : ColumnFilter(std::move(control)), tokens_(std::move(tokens)), phrase_(std::move(phrase)), scope_(scope) {}

  [[nodiscard]] std::string get_description() const override {
    return scope_ == PhraseScope::kTitle ? "in the title" : "phrase";
  }

 protected:
  [[nodiscard]] bool looks_right(Xapian::docid docid) const override;

 private:
  std::shared_ptr<const ColumnReader> tokens_;
  std::string phrase_;
  PhraseScope scope_;
};

}  // namespace dateline
