// What all of the C++ API is made of: errors, lists, facets, ownership. Programs include <dateline.hpp>.
#pragma once

#include <dateline.h>

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace dateline::api {

using Code = dateline_code;
using Kind = dateline_kind;
using Match = dateline_match;
using Sort = dateline_sort;
using Step = dateline_step;

struct Span {  // bytes, end exclusive
  std::size_t begin = 0, end = 0;
};

struct Error {
  Code code = DATELINE_INTERNAL;
  std::string message, hint;
  std::optional<Span> position;  // in the query text
};

// A value or an Error. value() and error() assert that the right one is there.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] T& value() & { return assert(ok()), *std::get_if<0>(&state_); }
  [[nodiscard]] const T& value() const& { return assert(ok()), *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return assert(ok()), std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  [[nodiscard]] const Error& error() const { return assert(!ok()), *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

// `size` things, each made by `at(i)` when it is looked at. Works in range-for and with [].
template <class At>
class List {
 public:
  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = std::invoke_result_t<const At&, std::size_t>;
    using reference = value_type;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;
    Iterator() = default;
    Iterator(const At* at, std::size_t index) : at_(at), index_(index) {}
    value_type operator*() const { return (*at_)(index_); }
    Iterator& operator++() { return ++index_, *this; }
    Iterator operator++(int) { return Iterator(at_, index_++); }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const At* at_ = nullptr;
    std::size_t index_ = 0;
  };
  List(std::size_t size, At at) : size_(size), at_(std::move(at)) {}
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] auto operator[](std::size_t index) const { return at_(index); }
  [[nodiscard]] Iterator begin() const { return Iterator(&at_, 0); }
  [[nodiscard]] Iterator end() const { return Iterator(&at_, size_); }

 private:
  std::size_t size_;
  At at_;
};

struct FacetValue {
  std::string_view id, name;
  std::uint64_t articles = 0;
  bool selected = false;
  bool excluded = false;
};

class Facet {
 public:
  explicit Facet(const dateline_facet* facet) : facet_(facet) {}
  [[nodiscard]] std::string_view name() const { return dateline_facet_name(facet_); }
  [[nodiscard]] Kind kind() const { return dateline_facet_kind(facet_); }
  [[nodiscard]] bool exact() const { return dateline_facet_exact(facet_) != 0; }
  [[nodiscard]] std::uint64_t distinct() const { return dateline_facet_distinct(facet_); }
  [[nodiscard]] auto values() const {
    return List(dateline_facet_value_count(facet_), [facet = facet_](std::size_t i) {
      return FacetValue{dateline_facet_value_id(facet, i), dateline_facet_value_name(facet, i),
                        dateline_facet_value_articles(facet, i), dateline_facet_value_selected(facet, i) != 0,
                        dateline_facet_value_excluded(facet, i) != 0};
    });
  }

 private:
  const dateline_facet* facet_;
};

namespace detail {
struct Free {
  void operator()(dateline_error* error) const { dateline_error_free(error); }
  void operator()(dateline_archive* archive) const { dateline_archive_free(archive); }
  void operator()(dateline_results* results) const { dateline_results_free(results); }
  void operator()(dateline_article* article) const { dateline_article_free(article); }
  void operator()(dateline_profile* profile) const { dateline_profile_free(profile); }
  void operator()(dateline_mentions* mentions) const { dateline_mentions_free(mentions); }
};
template <class Handle>
using Owned = std::unique_ptr<Handle, Free>;

inline Error take_error(dateline_error* raw) {
  const Owned<dateline_error> owned(raw);
  if (raw == nullptr) return Error{DATELINE_INTERNAL, "the library gave no reason", "", std::nullopt};
  Error error{dateline_error_code(raw), dateline_error_message(raw), dateline_error_hint(raw), std::nullopt};
  Span span;
  if (dateline_error_position(raw, &span.begin, &span.end) != 0) error.position = span;
  return error;
}
}  // namespace detail

}  // namespace dateline::api
