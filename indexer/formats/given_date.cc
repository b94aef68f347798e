// given_date: what mail, feeds and wires write beyond the shapes that parse_date knows.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/formats/given_values.h"
#include "indexer/pages/date_in_text.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestDate = 100;  // bytes

bool is_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_word(std::string_view word) {
  return !word.empty() && std::none_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> words_of_date(std::string_view line) {
  std::vector<std::string> words;
  for (const std::string_view word : split(line, ' ')) words.emplace_back(word);
  return words;
}

// "16 Aug 24" → "16 Aug 2024", as RFC 2822 reads years of two digits.
void write_out_year(std::vector<std::string>& words) {
  for (std::size_t at = 0; at + 2 < words.size(); ++at) {
    std::string& year = words[at + 2];
    if (!is_digits(words[at]) || !is_word(words[at + 1]) || !is_digits(year) || year.size() != 2) continue;
    year.insert(0, year < "50" ? "20" : "19");
    return;
  }
}

// "Thu Jan 1 19:48:21 EST 2004", as ctime and `date` write it → "Thu Jan 1 2004 19:48:21 EST".
void put_year_before_time(std::vector<std::string>& words) {
  if (words.size() < 4 || !is_digits(words.back()) || words.back().size() != 4) return;
  const auto time = std::find_if(words.begin(), words.end(),
                                 [](const std::string& word) { return word.find(':') != std::string::npos; });
  if (time != words.end()) std::rotate(time, words.end() - 1, words.end());
}

// "+0200 (CEST)", and zones of which nobody knows what they are: the date is right to some hours.
void drop_unknown_zone(std::vector<std::string>& words) {
  while (words.size() > 3 && (words.back().starts_with('(') || is_word(words.back()))) words.pop_back();
}

// "20130605T210000+0000" → "20130605T210000+00:00"
std::optional<PublishedDate> parse_joined(std::vector<std::string> words) {
  auto date = parse_date(join(words, " "));
  if (date) return date;
  drop_unknown_zone(words);
  return parse_date(join(words, " "));
}

// "2004-335": the 335th day.
std::optional<PublishedDate> parse_day_of_year(std::string_view line) {
  if (line.size() < 8 || line[4] != '-' || !is_digits(line.substr(0, 4)) || !is_digits(line.substr(5, 3))) return {};
  if (line.size() > 8 && line[8] != 'T') return {};
  const auto year = parse_date(line.substr(0, 4));
  const int day = std::stoi(std::string(line.substr(5, 3)));
  if (!year || day < 1 || day > 366) return {};
  const CivilDay civil = civil_from_days(days_from_civil(year->year, 1, 1) + day - 1);
  if (civil.year != year->year) return {};
  return PublishedDate{.year = civil.year, .month = civil.month, .day = civil.day};
}

}  // namespace

std::optional<PublishedDate> given_date(std::string_view written) {
  const std::string line = normalize_line(written.substr(0, character_border(written, kLongestDate)));
  if (line.empty()) return std::nullopt;
  if (auto date = parse_date(line)) return date;
  if (auto date = parse_day_of_year(line)) return date;
  std::vector<std::string> words = words_of_date(line);
  write_out_year(words);
  if (auto date = parse_joined(words)) return date;
  put_year_before_time(words);
  if (auto date = parse_joined(words)) return date;
  return read_date_value(line, std::nullopt);
}

}  // namespace dateline
