// The journal as a file: JSON Lines, a head that names the format and its version, then one correction a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/store/corrections.h"

namespace dateline {

std::string journal_text(const std::vector<Correction>& corrections);
std::string journal_line(const Correction& correction);  // without a line end

// kUnreadable, with the number of the line, for the first thing that is not understood: half a journal would be a wrong
// one.
Result<std::vector<Correction>> parse_journal(std::string_view bytes);

// Those of `given` that the journal does not have yet: importing twice adds nothing.
std::vector<Correction> new_corrections(const std::vector<Correction>& journal, std::vector<Correction> given);

}  // namespace dateline
