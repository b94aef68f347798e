// dateline_explore.h for C++20: free functions on an Archive. The rules are those of dateline.hpp.
#pragma once

#include <dateline_explore.h>
#include <dateline.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::api {

using CompletionKind = dateline_completion_kind;

struct Completion {
  CompletionKind kind = DATELINE_COMPLETES_WORD;
  Kind name_kind = DATELINE_PERSON;  // for DATELINE_COMPLETES_NAME
  std::string_view text, insert, label;
  std::uint64_t articles = 0;
};

class Completions {
 public:
  explicit Completions(dateline_completions* owned) : owned_(owned) {}
  [[nodiscard]] std::size_t begin() const { return dateline_completions_begin(owned_.get()); }
  [[nodiscard]] double took_ms() const { return dateline_completions_took_ms(owned_.get()); }
  [[nodiscard]] std::string_view json() const { return dateline_completions_json(owned_.get()); }
  [[nodiscard]] auto rows() const {
    return List(dateline_completions_count(owned_.get()), [c = owned_.get()](std::size_t i) {
      const dateline_completion* row = dateline_completions_at(c, i);
      if (row == nullptr) return Completion{};
      return Completion{row->kind, row->name_kind, row->text, row->insert, row->label, row->articles};
    });
  }

 private:
  struct Free {
    void operator()(dateline_completions* completions) const { dateline_completions_free(completions); }
  };
  std::unique_ptr<dateline_completions, Free> owned_;
};

// See dateline_complete.
inline Result<Completions> complete(Archive& archive, const std::string& text, std::size_t limit = 10) {
  dateline_completions* completions = nullptr;
  dateline_error* error = nullptr;
  if (dateline_complete(archive.handle(), text.c_str(), limit, &completions, &error) != DATELINE_OK) {
    return detail::take_error(error);
  }
  return Completions(completions);
}

}  // namespace dateline::api
