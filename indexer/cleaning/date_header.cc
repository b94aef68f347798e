// Peels labels, times and separators off a line until parse_date() understands what is left, or nothing is.
#include "indexer/cleaning/date_header.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/cleaning/words.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestDateLine = 120;

// Longer labels first.
constexpr std::string_view kPublishedLabels[] = {"first published on",
                                                 "first published",
                                                 "date published",
                                                 "published on",
                                                 "published at",
                                                 "published",
                                                 "posted on",
                                                 "posted at",
                                                 "posted",
                                                 "publication date",
                                                 "pubdate",
                                                 "released on",
                                                 "dated",
                                                 "date"};
constexpr std::string_view kUpdatedLabels[] = {"last updated on", "last updated at", "last updated", "last modified",
                                               "updated on",      "updated at",      "updated",      "modified"};

// Cuts the label, and a colon or "at" behind it, off `text`.
bool take_label(std::string_view& text, std::span<const std::string_view> labels) {
  for (const std::string_view label : labels) {
    if (!starts_with_ignoring_case(text, label)) continue;
    std::string_view rest = text.substr(label.size());
    if (!rest.empty() && rest.front() != ' ' && rest.front() != ':') continue;
    if (rest.starts_with(':')) rest.remove_prefix(1);
    text = trim(rest);
    return true;
  }
  return false;
}

// "10:03", "14:30:00", "10.15am", "10am"
bool is_time(std::string_view word) {
  if (word.ends_with(',')) word.remove_suffix(1);
  if (word.empty() || word[0] < '0' || word[0] > '9') return false;
  std::string lower = to_lower_ascii(word);
  const bool half = lower.ends_with("am") || lower.ends_with("pm");
  if (half) lower.resize(lower.size() - 2);
  const bool digits = lower.find_first_not_of("0123456789:.") == std::string::npos;
  return digits && lower.size() <= 8 && (half || lower.find(':') != std::string::npos);
}

bool is_time_word(std::string_view word) {
  constexpr std::string_view kWords[] = {"am",  "pm",  "a.m.", "p.m.", "am,",  "pm,",  "a.m.,", "p.m.,", "at",   "gmt",
                                         "utc", "est", "edt",  "et",   "est,", "edt,", "et,",   "gmt,",  "utc,", "bst",
                                         "cet", "pst", "pdt",  "ist",  "-",    "–",    "|",     "•",     "·"};
  return is_one_of(word, kWords) || is_time(word);
}

// The line without words of time; a date parser then sees the day alone.
std::string without_times(std::string_view text) {
  std::string out;
  for (const std::string_view word : words_of(text)) {
    if (is_time_word(word)) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

bool is_weekday(std::string_view word) {
  constexpr std::string_view kDays[] = {"mon",       "tue",      "tues",   "wed",      "thu",    "thur",
                                        "thurs",     "fri",      "sat",    "sun",      "monday", "tuesday",
                                        "wednesday", "thursday", "friday", "saturday", "sunday"};
  while (word.ends_with(',') || word.ends_with('.')) word.remove_suffix(1);
  return is_one_of(word, kDays);
}

// "Fri August 16, 2024" → "August 16, 2024"
std::string_view without_weekday(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() < 2 || !is_weekday(words.front())) return text;
  return trim(text.substr(words.front().size()));
}

std::optional<PublishedDate> parse_loosely(std::string_view text) {
  if (auto date = parse_date(text)) return date;
  const std::string day = without_times(text);
  if (auto date = parse_date(day)) return date;
  return parse_date(without_weekday(day));
}

// Several dates on one line ("Published 16 August 2024 · Updated 17 August 2024"): the first is taken.
std::string_view first_part(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view separator : {" · ", " • ", " | ", " / ", "; ", " Updated", " updated", ", updated"}) {
    end = std::min(end, text.find(separator));
  }
  return trim(text.substr(0, end));
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// A date of `text` only if nothing but dates and times is on it.
std::optional<PublishedDate> read_dates(std::string_view text) {
  if (auto date = parse_loosely(text)) return date;
  const std::string_view first = first_part(text);
  if (first.size() == text.size()) return std::nullopt;
  auto date = parse_loosely(first);
  if (!date) return std::nullopt;
  std::string_view rest = trim(text.substr(first.size()));
  for (const std::string_view separator : {"·", "•", "|", "/", ";", ","}) {
    if (rest.starts_with(separator)) rest = trim(rest.substr(separator.size()));
  }
  return take_label(rest, kUpdatedLabels) && has_digit(rest) && rest.size() < 40 ? date : std::nullopt;
}

}  // namespace

std::optional<DateLine> read_date_line(std::string_view line) {
  line = trim(line);
  if (line.size() > kLongestDateLine || !has_digit(line)) return std::nullopt;
  const bool published = take_label(line, kPublishedLabels);
  const bool updated = !published && take_label(line, kUpdatedLabels);
  auto date = read_dates(line);
  if (!date) return std::nullopt;
  // Without a label a bare number or year is too little: it may be a heading or a list's number.
  if (!published && !updated && date->precision() < DatePrecision::kMonth) return std::nullopt;
  return DateLine{*date, updated};
}

std::optional<DatePrefix> read_date_prefix(std::string_view line) {
  std::string_view text = trim(line);
  if (!take_label(text, kPublishedLabels)) return std::nullopt;
  const std::size_t end = std::min(text.find(' '), text.size());
  std::string_view word = text.substr(0, end);
  while (word.ends_with(',') || word.ends_with(':')) word.remove_suffix(1);
  auto date = word.find('-') != std::string_view::npos ? parse_date(word) : std::nullopt;
  if (!date || date->precision() < DatePrecision::kMonth) return std::nullopt;
  return DatePrefix{*date, trim(text.substr(end))};
}

}  // namespace dateline
