// What an opened Xapian database says of itself. For xapian_* files only; others have read_index_state().
#pragma once

#include <xapian.h>

#include "shared/store/xapian_index.h"

namespace dateline {

// From this very revision, so that the columns' lengths fit its documents. `generation` stays 0: the caller knows it.
// Throws Xapian's errors; kArchiveDamaged where metadata are missing or wrong.
Result<IndexState> index_state_of(const Xapian::Database& database);

}  // namespace dateline
