// The border of the C ABI: Results become codes and error objects, and no exception passes.
#pragma once

#include <dateline.h>

#include <exception>
#include <new>
#include <utility>

#include "shared/base/result.h"

namespace dateline {

// Stores `error` for the caller, where it wants one, and gives its code. Never throws: without memory there is a code
// only.
dateline_code fail(dateline_error** out, Error error) noexcept;

// Runs `work`, which returns a Result<void>.
template <class Work>
dateline_code guarded(dateline_error** out, Work&& work) noexcept {
  if (out != nullptr) *out = nullptr;
  try {
    Result<void> done = std::forward<Work>(work)();
    return done ? DATELINE_OK : fail(out, std::move(done).error());
  } catch (const std::exception& exception) {
    try {
      return fail(out, {.code = ErrorCode::kInternal, .message = exception.what()});
    } catch (...) {
      return DATELINE_INTERNAL;
    }
  } catch (...) {
    return fail(out, {});
  }
}

}  // namespace dateline
