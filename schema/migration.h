// One step in the history of a database's tables.
#pragma once

#include <string_view>

namespace dateline {

struct Migration {
  std::string_view name;
  std::string_view sql;
};

}  // namespace dateline
