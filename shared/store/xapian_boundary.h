// The one place where Xapian's exceptions become Errors. Every call into Xapian that can throw goes through
// xapian_result(). Include it in xapian_* files only.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <xapian.h>

#include "shared/base/result.h"

namespace dateline {

// The Error for what Xapian said about `what` ("the index in /archive"). A missing or broken database is damage that
// `rebuild` mends, since the catalog has everything.
Error error_of(const Xapian::Error& error, std::string_view what);

// Runs `work` and gives its result, or the Error of what it threw. `work` may return a value, nothing, or a Result.
// DatabaseModifiedError is passed through where the caller wants to reopen: see query/engine.
template <class Work>
auto xapian_result(std::string_view what, Work&& work) {
  using Returned = std::invoke_result_t<Work>;
  constexpr bool kIsResult = requires(Returned returned) {
    returned.error();
  };
  using Value = std::conditional_t<kIsResult, Returned, Result<std::conditional_t<kIsResult, void, Returned>>>;
  try {
    if constexpr (std::is_void_v<Returned>) {
      std::forward<Work>(work)();
      return Value();
    } else {
      return Value(std::forward<Work>(work)());
    }
  } catch (const Xapian::Error& error) {
    return Value(error_of(error, what));
  }
}

}  // namespace dateline
