// Saved searches and alerts for C++20: RAII over dateline_saved.h. Errors are values; who owns what and the rules for
// threads are those of the C header.
#pragma once

#include <dateline_saved.h>
#include <dateline.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::api {

namespace detail {
struct FreeSaved {
  void operator()(dateline_saved_list* list) const { dateline_saved_list_free(list); }
  void operator()(dateline_alerts* alerts) const { dateline_alerts_free(alerts); }
};
}  // namespace detail

class SavedSearch {
 public:
  explicit SavedSearch(const dateline_saved* saved) : saved_(saved) {}
  [[nodiscard]] std::string_view name() const { return dateline_saved_name(saved_); }
  [[nodiscard]] std::string_view json() const { return dateline_saved_one_json(saved_); }
  [[nodiscard]] bool alerts() const { return dateline_saved_alerts(saved_) != 0; }
  [[nodiscard]] std::int64_t saved_at() const { return dateline_saved_time(saved_); }
  [[nodiscard]] std::int64_t run_at() const { return dateline_saved_run_time(saved_); }
  [[nodiscard]] std::uint64_t run_mark() const { return dateline_saved_run_mark(saved_); }
  [[nodiscard]] std::uint64_t waiting() const { return dateline_saved_waiting(saved_); }
  [[nodiscard]] std::uint64_t told() const { return dateline_saved_told(saved_); }
  // Sets what was asked in `request`, and leaves the rest of it.
  void set_request(Request& request) const {
    dateline_request raw;
    dateline_request_init(&raw, sizeof raw);
    dateline_saved_request(saved_, &raw);
    request.query = raw.query;
    request.match = raw.match;
    request.sort = raw.sort;
    request.date_filter = raw.date_filter;
    request.expand = raw.expand != 0;
    request.half_life_days = raw.half_life_days;
    request.selections.clear();
    for (std::size_t i = 0; i < raw.selection_count; ++i) {
      request.selections.push_back({raw.selections[i].kind, raw.selections[i].name});
    }
  }

 private:
  const dateline_saved* saved_;
};

class SavedSearches {
 public:
  explicit SavedSearches(dateline_saved_list* owned) : list_(owned) {}
  static Result<SavedSearches> of(Archive& archive) {
    dateline_saved_list* list = nullptr;
    dateline_error* error = nullptr;
    if (dateline_saved_searches(archive.handle(), &list, &error) != DATELINE_OK) return detail::take_error(error);
    return SavedSearches(list);
  }
  [[nodiscard]] auto all() const {
    return List(dateline_saved_count(list_.get()),
                [list = list_.get()](std::size_t i) { return SavedSearch(dateline_saved_at(list, i)); });
  }
  [[nodiscard]] std::optional<SavedSearch> named(const std::string& name) const {
    const dateline_saved* found = dateline_saved_named(list_.get(), name.c_str());
    return found == nullptr ? std::nullopt : std::optional(SavedSearch(found));
  }
  [[nodiscard]] std::string_view json() const { return dateline_saved_json(list_.get()); }

 private:
  std::unique_ptr<dateline_saved_list, detail::FreeSaved> list_;
};

// How many articles match now.
inline Result<std::uint64_t> save_search(Archive& archive, const std::string& name, const Request& request,
                                         bool replace, bool alerts) {
  const detail::RawRequest raw(request);
  std::uint64_t matched = 0;
  dateline_error* error = nullptr;
  const auto code = dateline_save_search(archive.handle(), name.c_str(), raw.get(), replace ? 1 : 0, alerts ? 1 : 0,
                                         &matched, &error);
  if (code != DATELINE_OK) return detail::take_error(error);
  return matched;
}

// The error; nullopt where all went well.
inline std::optional<Error> forget_search(Archive& archive, const std::string& name) {
  dateline_error* error = nullptr;
  if (dateline_forget_search(archive.handle(), name.c_str(), &error) == DATELINE_OK) return std::nullopt;
  return detail::take_error(error);
}

inline std::optional<Error> remember_run(Archive& archive, const std::string& name, std::uint64_t mark) {
  dateline_error* error = nullptr;
  if (dateline_remember_run(archive.handle(), name.c_str(), mark, &error) == DATELINE_OK) return std::nullopt;
  return detail::take_error(error);
}

inline Result<std::uint64_t> mark_of(Archive& archive) {
  std::uint64_t mark = 0;
  dateline_error* error = nullptr;
  if (dateline_archive_mark(archive.handle(), &mark, &error) != DATELINE_OK) return detail::take_error(error);
  return mark;
}

class Alerts {
 public:
  struct Problem {
    std::string_view search, message;
  };
  explicit Alerts(dateline_alerts* owned) : alerts_(owned) {}
  static Result<Alerts> find(Archive& archive) {
    dateline_alerts* alerts = nullptr;
    dateline_error* error = nullptr;
    if (dateline_find_alerts(archive.handle(), &alerts, &error) != DATELINE_OK) return detail::take_error(error);
    return Alerts(alerts);
  }
  Result<bool> next() {  // false after the last one
    int there = 0;
    dateline_error* error = nullptr;
    if (dateline_alerts_next(alerts_.get(), &there, &error) != DATELINE_OK) return detail::take_error(error);
    return there != 0;
  }
  std::optional<Error> told() {
    dateline_error* error = nullptr;
    if (dateline_alerts_told(alerts_.get(), &error) == DATELINE_OK) return std::nullopt;
    return detail::take_error(error);
  }
  [[nodiscard]] std::string_view delivery() const { return dateline_alerts_delivery(alerts_.get()); }
  [[nodiscard]] unsigned attempt() const { return dateline_alerts_attempt(alerts_.get()); }
  [[nodiscard]] std::string_view search() const { return dateline_alerts_search(alerts_.get()); }
  [[nodiscard]] std::string_view query() const { return dateline_alerts_query(alerts_.get()); }
  [[nodiscard]] std::string_view id() const { return dateline_alerts_id(alerts_.get()); }
  [[nodiscard]] std::string_view title() const { return dateline_alerts_title(alerts_.get()); }
  [[nodiscard]] std::string_view published() const { return dateline_alerts_published(alerts_.get()); }
  [[nodiscard]] std::string_view source() const { return dateline_alerts_source(alerts_.get()); }
  [[nodiscard]] std::string_view url() const { return dateline_alerts_url(alerts_.get()); }
  [[nodiscard]] std::string_view path() const { return dateline_alerts_path(alerts_.get()); }
  [[nodiscard]] std::string_view json() const { return dateline_alerts_json(alerts_.get()); }
  [[nodiscard]] auto problems() const {
    return List(dateline_alerts_problem_count(alerts_.get()), [alerts = alerts_.get()](std::size_t i) {
      return Problem{dateline_alerts_problem_search(alerts, i), dateline_alerts_problem(alerts, i)};
    });
  }

 private:
  std::unique_ptr<dateline_alerts, detail::FreeSaved> alerts_;
};

}  // namespace dateline::api
