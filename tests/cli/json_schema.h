// Validates JSON against a schema of docs/.
#pragma once

#include <string>
#include <string_view>

namespace dateline::cli {

// "" where `text` is JSON that fits `schema_file` (of docs/), else what does not.
std::string schema_errors(const std::string& schema_file, std::string_view text);

}  // namespace dateline::cli
