// Codes by which agencies name shares in texts: "GOOG.O", "ZRBGn.DE".
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// Bytes of the code that `text` begins with; 0 where it begins with something else. The company's letters and digits,
// six at most, a full stop, and one to three capitals for the exchange (Reuters instrument codes of shares).
std::size_t stock_code_size(std::string_view text);

}  // namespace dateline
