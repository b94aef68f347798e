// dateline_history.h for C++20: free functions on an Archive. The rules are those of dateline.hpp.
#pragma once

#include <dateline_history.h>
#include <dateline.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::api {

class Diff {
 public:
  explicit Diff(dateline_diff* owned) : owned_(owned) {}
  [[nodiscard]] std::uint64_t from() const { return dateline_diff_from(owned_.get()); }
  [[nodiscard]] std::uint64_t to() const { return dateline_diff_to(owned_.get()); }
  [[nodiscard]] std::uint64_t words_added() const { return dateline_diff_words_added(owned_.get()); }
  [[nodiscard]] std::uint64_t words_removed() const { return dateline_diff_words_removed(owned_.get()); }
  // Rows of the C ABI, by reference.
  [[nodiscard]] auto fields() const {
    return List(dateline_diff_field_count(owned_.get()),
                [d = owned_.get()](std::size_t i) { return *dateline_diff_field_at(d, i); });
  }
  [[nodiscard]] std::string_view json() const { return dateline_diff_json(owned_.get()); }

 private:
  struct Free {
    void operator()(dateline_diff* diff) const { dateline_diff_free(diff); }
  };
  std::unique_ptr<dateline_diff, Free> owned_;
};

class History {
 public:
  explicit History(dateline_history* owned) : owned_(owned) {}
  [[nodiscard]] std::string_view id() const { return dateline_history_id(owned_.get()); }
  // Rows of the C ABI, by reference; the oldest is the first.
  [[nodiscard]] auto revisions() const {
    return List(dateline_history_revision_count(owned_.get()),
                [h = owned_.get()](std::size_t i) { return *dateline_history_revision(h, i); });
  }
  [[nodiscard]] std::string_view json() const { return dateline_history_json(owned_.get()); }
  [[nodiscard]] std::string_view revision_json(std::size_t index) const {
    return dateline_history_revision_json(owned_.get(), index);
  }
  // See dateline_history_diff.
  [[nodiscard]] Result<Diff> diff(std::uint64_t from = 0, std::uint64_t to = 0) const {
    dateline_diff* made = nullptr;
    dateline_error* error = nullptr;
    if (dateline_history_diff(owned_.get(), from, to, &made, &error) != DATELINE_OK) return detail::take_error(error);
    return Diff(made);
  }

 private:
  struct Free {
    void operator()(dateline_history* history) const { dateline_history_free(history); }
  };
  std::unique_ptr<dateline_history, Free> owned_;
};

// See dateline_show_history.
inline Result<History> show_history(Archive& archive, const std::string& id) {
  dateline_history* history = nullptr;
  dateline_error* error = nullptr;
  if (dateline_show_history(archive.handle(), id.c_str(), &history, &error) != DATELINE_OK) {
    return detail::take_error(error);
  }
  return History(history);
}

}  // namespace dateline::api
