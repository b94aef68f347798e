// Standard output by stdio, as main.cc does it.
#include "query/cli/standard_output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace dateline::cli {

std::optional<api::Error> write_now(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return std::nullopt;
  return api::Error{DATELINE_IO, std::string("cannot write the output: ") + std::strerror(errno), {}, std::nullopt};
}

}  // namespace dateline::cli
