// Errors as values. Every operation that can fail returns Result<T>; no exception crosses a room's border.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace dateline {

// What went wrong, in terms of the user. The numbers are part of the C ABI (dateline.h): never renumber.
enum class ErrorCode : std::uint8_t {
  kUsage = 1,           // wrong option or argument
  kQuery = 2,           // the query text is wrong; `position` says where
  kNotFound = 3,        // a named thing (article, file, entity) does not exist
  kArchiveMissing = 4,  // no archive at that place
  kArchiveDamaged = 5,  // stores disagree or a file is broken: `rebuild` or a backup
  kArchiveVersion = 6,  // made by another version, or with other text analysis
  kLocked = 7,          // another writer holds the archive
  kUnreadable = 8,      // input that cannot be read or decoded: the article is rejected
  kIo = 9,              // the operating system refused: disk full, permission, …
  kInterrupted = 10,    // a signal asked to stop
  kInternal = 11,       // our own bug
};

// A half-open range of bytes in the text that the error is about (a query, a file).
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;                              // what happened, to which file or record; one line, no full stop
  std::string hint = {};                            // what to do about it; may be empty
  std::optional<TextSpan> position = std::nullopt;  // bytes in the query text, for kQuery
};

// A value or an Error. Move-only use is fine; value() and error() assert that the right side is there.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & { return assert(ok()), *std::get_if<0>(&state_); }
  [[nodiscard]] const T& value() const& { return assert(ok()), *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return assert(ok()), std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  [[nodiscard]] const Error& error() const& { return assert(!ok()), *std::get_if<1>(&state_); }
  [[nodiscard]] Error error() && { return assert(!ok()), std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const Error& error() const& { return assert(!ok()), *error_; }
  [[nodiscard]] Error error() && { return assert(!ok()), std::move(*error_); }

 private:
  std::optional<Error> error_;
};

}  // namespace dateline
