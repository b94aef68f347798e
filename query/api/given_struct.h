// Reading the structs that callers fill: numbers from other languages may be anything, and old callers know fewer
// members.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>

#include "shared/base/result.h"

namespace dateline {

inline Error wrong_argument(std::string message) {
  return {.code = ErrorCode::kUsage, .message = std::move(message)};
}

inline std::string text_of(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

// A member's bytes as the number that they are: an enumeration object must not hold other values in C++.
template <class Enumeration>
unsigned number_of(const Enumeration& member) {
  static_assert(sizeof member == sizeof(unsigned));
  unsigned number = 0;
  std::memcpy(&number, &member, sizeof number);
  return number;
}

// What an init function does: `defaults`, as much of it as the caller has room for.
template <class Struct>
void fill_with_defaults(Struct* to, std::size_t size, Struct defaults) {
  if (to == nullptr || size < sizeof to->size) return;
  std::memset(static_cast<void*>(to), 0, size);
  defaults.size = size;
  std::memcpy(static_cast<void*>(to), &defaults, std::min(size, sizeof defaults));
}

// Members beyond the caller's size keep the defaults that `init` sets.
template <class Struct>
Struct known_members(const Struct& given, void (*init)(Struct*, std::size_t)) {
  Struct known;
  init(&known, sizeof known);
  std::memcpy(static_cast<void*>(&known), &given, std::min(given.size, sizeof known));
  return known;
}

}  // namespace dateline
