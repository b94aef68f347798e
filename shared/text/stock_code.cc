// Looks at eleven bytes at most.
#include "shared/text/stock_code.h"

#include <algorithm>

#include "shared/base/ascii.h"

namespace dateline {

std::size_t stock_code_size(std::string_view text) {
  constexpr std::size_t kMostOfCompany = 6, kMostOfExchange = 3;
  text = text.substr(0, kMostOfCompany + 1 + kMostOfExchange + 1);
  const auto is_of_company = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); };
  const auto* const dot = std::find_if_not(text.begin(), text.end(), is_of_company);
  const auto company = static_cast<std::size_t>(dot - text.begin());
  if (company == 0 || company > kMostOfCompany || is_ascii_lower(text.front()) || dot == text.end() || *dot != '.')
    return 0;
  const auto* const end = std::find_if_not(dot + 1, text.end(), is_ascii_upper);
  const auto exchange = static_cast<std::size_t>(end - (dot + 1));
  const bool goes_on = end != text.end() && (is_of_company(*end) || *end == '.');
  return exchange == 0 || exchange > kMostOfExchange || goes_on ? 0 : company + 1 + exchange;
}

}  // namespace dateline
