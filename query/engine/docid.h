// Document ids as the engine's layers pass them: numbers of the index, valid for one opened revision of it.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline {

using Docid = std::uint32_t;
using DocidList = std::vector<Docid>;  // ascending, without duplicates

}  // namespace dateline
