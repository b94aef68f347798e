// dateline_explain.h for C++20: a free function on an Archive. The rules are those of dateline.hpp.
#pragma once

#include <dateline_explain.h>
#include <dateline.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dateline::api {

class Explanation {
 public:
  explicit Explanation(dateline_explanation* owned) : owned_(owned) {}
  [[nodiscard]] std::string_view parsed() const { return dateline_explanation_parsed(owned_.get()); }
  [[nodiscard]] std::string_view index_query() const { return dateline_explanation_index_query(owned_.get()); }
  [[nodiscard]] std::uint64_t matched() const { return dateline_explanation_matched(owned_.get()); }
  [[nodiscard]] bool exact() const { return dateline_explanation_exact(owned_.get()) != 0; }
  [[nodiscard]] double took_ms() const { return dateline_explanation_took_ms(owned_.get()); }
  [[nodiscard]] std::string_view json() const { return dateline_explanation_json(owned_.get()); }
  // Rows of the C ABI, by reference.
  [[nodiscard]] auto tokens() const {
    return List(dateline_explanation_token_count(owned_.get()),
                [e = owned_.get()](std::size_t i) { return *dateline_explanation_token(e, i); });
  }
  [[nodiscard]] auto patterns() const {
    return List(dateline_explanation_pattern_count(owned_.get()),
                [e = owned_.get()](std::size_t i) { return *dateline_explanation_pattern(e, i); });
  }
  [[nodiscard]] auto names() const {
    return List(dateline_explanation_name_count(owned_.get()),
                [e = owned_.get()](std::size_t i) { return *dateline_explanation_name(e, i); });
  }
  [[nodiscard]] auto hits() const {
    return List(dateline_explanation_hit_count(owned_.get()),
                [e = owned_.get()](std::size_t i) { return *dateline_explanation_hit(e, i); });
  }
  [[nodiscard]] auto notes() const {
    return List(dateline_explanation_note_count(owned_.get()),
                [e = owned_.get()](std::size_t i) { return std::string_view(dateline_explanation_note(e, i)); });
  }

 private:
  struct Free {
    void operator()(dateline_explanation* explanation) const { dateline_explanation_free(explanation); }
  };
  std::unique_ptr<dateline_explanation, Free> owned_;
};

// See dateline_explain.
inline Result<Explanation> explain(Archive& archive, const Request& request, const std::string& article_id = {}) {
  dateline_explanation* explanation = nullptr;
  dateline_error* error = nullptr;
  const detail::RawRequest raw(request);
  if (dateline_explain(archive.handle(), raw.get(), article_id.c_str(), &explanation, &error) != DATELINE_OK) {
    return detail::take_error(error);
  }
  return Explanation(explanation);
}

}  // namespace dateline::api
