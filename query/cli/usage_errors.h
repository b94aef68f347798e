// What is said about a wrong command line.
#pragma once

#include <dateline.hpp>
#include <string>
#include <string_view>

namespace dateline::cli {

api::Error usage(std::string message, std::string hint);
std::string quoted(std::string_view text);

}  // namespace dateline::cli
