// The distinct names of an article: spans of one kind and the same words are one form. Knows nothing of entities.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/entity_extractor.h"
#include "indexer/entities/name_span.h"
#include "indexer/entities/vocabulary.h"

namespace dateline {

struct NameForm {
  EntityKind kind = EntityKind::kPerson;
  std::string key;                   // folded words: fold_name(), of people person_key()
  std::string canonical;             // what the user's list, a table of bynames or the gazetteer calls it; mostly ""
  std::vector<std::uint32_t> words;  // ids in the vocabulary
  std::uint32_t example = 0;         // the span that shows it best
  bool shouting = false;             // only seen in capitals
  bool known = false;                // of the user's own list
};

class NameTable {
 public:
  // All must outlive the table. The numbers of the user's list in spans are positions in `known`.
  NameTable(std::string_view title, std::string_view text, const std::vector<NameSpan>& spans,
            const std::vector<KnownEntity>& known, Vocabulary& vocabulary);

  [[nodiscard]] const std::vector<NameForm>& forms() const { return forms_; }
  [[nodiscard]] const std::vector<NameSpan>& spans() const { return spans_; }
  [[nodiscard]] std::uint32_t form_of(std::uint32_t span) const { return form_of_[span]; }
  [[nodiscard]] const Word& word(std::uint32_t id) const { return vocabulary_.word(id); }
  [[nodiscard]] std::string_view bytes_of_span(std::uint32_t span) const {
    return bytes_of(spans_[span], title_, text_);
  }
  [[nodiscard]] std::string_view example_of(const NameForm& form) const { return bytes_of_span(form.example); }
  // As a person would write it: one line, without shouting.
  [[nodiscard]] std::string written(const NameForm& form) const;

 private:
  std::uint32_t form_for(std::uint32_t span, const std::vector<KnownEntity>& known);
  [[nodiscard]] std::string canonical_of(const NameForm& form) const;

  std::string_view title_, text_;
  const std::vector<NameSpan>& spans_;
  Vocabulary& vocabulary_;
  std::vector<NameForm> forms_;
  std::vector<std::uint32_t> form_of_;
  std::unordered_map<std::string, std::uint32_t> ids_;
};

}  // namespace dateline
