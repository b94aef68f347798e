// parse_date: the shapes that dates have in news. A small scanner over words and numbers; it never guesses.
#include <array>
#include <charconv>
#include <vector>

#include "shared/base/ascii.h"
#include "shared/base/date.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// Reads from the front of a text. Each take_… moves only where it succeeds.
struct Scanner {
  std::string_view rest;

  [[nodiscard]] bool at_end() const { return rest.empty(); }
  void skip_spaces() {
    while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\t')) rest.remove_prefix(1);
  }
  bool take(char c) {
    if (rest.empty() || rest[0] != c) return false;
    return rest.remove_prefix(1), true;
  }
  // A number of `fewest` to `most` digits that no further digit follows.
  bool take_number(std::size_t fewest, std::size_t most, int& number) {
    std::size_t size = 0;
    while (size < rest.size() && is_ascii_digit(rest[size])) ++size;
    if (size < fewest || size > most) return false;
    std::from_chars(rest.data(), rest.data() + size, number);
    return rest.remove_prefix(size), true;
  }
  // Exactly `size` digits, whatever follows: for the basic format of ISO 8601, "20240816".
  bool take_digits(std::size_t size, int& number) {
    if (rest.size() < size) return false;
    for (std::size_t i = 0; i < size; ++i) {
      if (!is_ascii_digit(rest[i])) return false;
    }
    std::from_chars(rest.data(), rest.data() + size, number);
    return rest.remove_prefix(size), true;
  }
  std::string_view take_word() {
    std::size_t size = 0;
    while (size < rest.size() && is_ascii_letter(rest[size])) ++size;
    const auto word = rest.substr(0, size);
    return rest.remove_prefix(size), word;
  }
};

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};

// Whether `word` is `name` or an abbreviation of it that is in use: the first three letters, or "sept", "tues",
// "thur(s)".
bool names(std::string_view word, std::string_view name) {
  if (word.size() < 3 || word.size() > name.size()) return false;
  if (word.size() != name.size() && word.size() > 5) return false;
  return equals_ignoring_case(word, name.substr(0, word.size()));
}

int month_number(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (names(word, kMonths[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  for (const auto day : kWeekdays) {
    if (names(word, day)) return true;
  }
  return false;
}

bool is_possible(const PublishedDate& date) {
  if (date.year < 1000 || date.year > 2999 || date.month < 0 || date.month > 12) return false;
  if (date.day != 0 && (date.month == 0 || date.day > days_in_month(date.year, date.month))) return false;
  if (date.day < 0 || date.hour > 23 || date.minute > 59 || date.second > 60) return false;
  // The widest offsets in use are -12:00 and +14:00.
  const int offset = date.utc_offset_minutes.value_or(0);
  return offset >= -12 * 60 && offset <= 14 * 60;
}

// "Z", "GMT", "EST", "+02:00", "-0400", "+02"; also nothing, and then no offset.
bool take_offset(Scanner& in, PublishedDate& date) {
  struct Zone {
    std::string_view name;
    int minutes;
  };
  // RFC 2822, section 4.3, has these; other letters are ambiguous ("IST", "CST" in China) and no date.
  static constexpr std::array kZones = {Zone{"Z", 0},      Zone{"GMT", 0},    Zone{"UTC", 0},    Zone{"UT", 0},
                                        Zone{"EST", -300}, Zone{"EDT", -240}, Zone{"CST", -360}, Zone{"CDT", -300},
                                        Zone{"MST", -420}, Zone{"MDT", -360}, Zone{"PST", -480}, Zone{"PDT", -420}};
  in.skip_spaces();
  if (in.at_end()) return true;
  if (is_ascii_letter(in.rest[0])) {
    const auto word = in.take_word();
    for (const auto& zone : kZones) {
      if (equals_ignoring_case(zone.name, word)) return date.utc_offset_minutes = zone.minutes, true;
    }
    return false;
  }
  const bool west = in.take('-');
  if (!west && !in.take('+')) return true;
  int hours = 0;
  int minutes = 0;
  if (!in.take_digits(2, hours)) return false;
  const bool colon = in.take(':');
  if (!in.take_digits(2, minutes) && colon) return false;
  if (minutes > 59) return false;
  date.utc_offset_minutes = (west ? -1 : 1) * (hours * 60 + minutes);
  return true;
}

bool take_fraction(Scanner& in) {
  if (!in.take('.') && !in.take(',')) return true;
  std::size_t digits = 0;
  while (!in.rest.empty() && is_ascii_digit(in.rest[0])) in.rest.remove_prefix(1), ++digits;
  return digits > 0;
}

// "p.m.", "PM", "am"; also nothing.
bool take_half_day(Scanner& in, PublishedDate& date) {
  Scanner ahead = in;
  ahead.skip_spaces();
  if (ahead.at_end() || !is_ascii_letter(ahead.rest[0])) return true;
  const char half = static_cast<char>(ahead.rest[0] | 0x20);
  if (half != 'a' && half != 'p') return true;
  ahead.rest.remove_prefix(1);
  ahead.take('.');
  if (!ahead.take('m') && !ahead.take('M')) return true;
  ahead.take('.');
  if (date.hour < 1 || date.hour > 12) return false;
  date.hour = date.hour % 12 + (half == 'p' ? 12 : 0);
  return in = ahead, true;
}

// "14:30", "14:30:00.5", "143000" and "2:30 p.m.", each with an offset or without.
bool take_time(Scanner& in, PublishedDate& date, bool basic) {
  if (basic ? !in.take_digits(2, date.hour) : !in.take_number(1, 2, date.hour)) return false;
  const bool colon = in.take(':');
  if (!colon && !basic) return false;
  if (!in.take_digits(2, date.minute)) return false;
  if (colon ? in.take(':') : !in.at_end() && is_ascii_digit(in.rest[0])) {
    if (!in.take_digits(2, date.second) || !take_fraction(in)) return false;
  }
  return take_half_day(in, date) && take_offset(in, date);
}

// What may follow a whole day: nothing, or a time behind "T", ",", "at" or white space.
bool take_rest(Scanner& in, PublishedDate& date, bool basic = false) {
  if (in.at_end()) return true;
  const auto before = in.rest;
  if (!in.take('T') && !in.take('t')) {
    in.take(',');
    in.skip_spaces();
    Scanner ahead = in;
    if (equals_ignoring_case(ahead.take_word(), "at")) in = ahead;
    in.skip_spaces();
    if (in.rest.size() == before.size()) return false;
  }
  if (!take_time(in, date, basic)) return false;
  in.skip_spaces();
  return in.at_end();
}

// "2024", "2024-08", "2024-08-16…", "2024/08/16…"
std::optional<PublishedDate> parse_iso(Scanner in) {
  PublishedDate date;
  if (!in.take_number(4, 4, date.year)) return std::nullopt;
  if (in.at_end()) return date;
  const char separator = in.rest[0];
  if (separator != '-' && separator != '/') return std::nullopt;
  in.take(separator);
  if (!in.take_number(2, 2, date.month) || date.month == 0) return std::nullopt;
  if (in.at_end()) return separator == '-' ? std::optional(date) : std::nullopt;
  if (!in.take(separator) || !in.take_number(2, 2, date.day) || date.day == 0) return std::nullopt;
  return take_rest(in, date) ? std::optional(date) : std::nullopt;
}

// "20240816", "20240816T143000Z", "20240816143000"
std::optional<PublishedDate> parse_basic_iso(Scanner in) {
  PublishedDate date;
  if (!in.take_digits(4, date.year) || !in.take_digits(2, date.month) || !in.take_digits(2, date.day)) {
    return std::nullopt;
  }
  if (date.month == 0 || date.day == 0) return std::nullopt;
  if (!in.at_end() && is_ascii_digit(in.rest[0]))
    return take_time(in, date, true) && in.at_end() ? std::optional(date) : std::nullopt;
  return take_rest(in, date, true) ? std::optional(date) : std::nullopt;
}

bool take_month(Scanner& in, PublishedDate& date) {
  date.month = month_number(in.take_word());
  in.take('.');
  return date.month != 0;
}

// "16", "16th"
bool take_day(Scanner& in, PublishedDate& date) {
  if (!in.take_number(1, 2, date.day) || date.day == 0) return false;
  Scanner ahead = in;
  const auto suffix = to_lower_ascii(ahead.take_word());
  if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") in = ahead;
  return true;
}

// Commas and spaces, or one hyphen, between the parts of a written date.
void skip_between(Scanner& in) {
  in.skip_spaces();
  if (in.take('-')) return;
  in.take(',');
  in.skip_spaces();
}

// "16 August 2024", "Fri, 16 Aug 2024 14:30:00 GMT", "26-FEB-1987 15:01:01.79"
std::optional<PublishedDate> parse_day_first(Scanner in) {
  PublishedDate date;
  if (!take_day(in, date)) return std::nullopt;
  skip_between(in);
  Scanner ahead = in;
  if (equals_ignoring_case(ahead.take_word(), "of")) in = ahead, in.skip_spaces();
  if (!take_month(in, date)) return std::nullopt;
  skip_between(in);
  if (!in.take_number(4, 4, date.year) || !take_rest(in, date)) return std::nullopt;
  return date;
}

// "August 16, 2024", "Aug. 16, 2024, 2:30 p.m.", "August 2024"
std::optional<PublishedDate> parse_month_first(Scanner in) {
  PublishedDate date;
  if (!take_month(in, date)) return std::nullopt;
  skip_between(in);
  if (in.take_number(4, 4, date.year)) return in.at_end() ? std::optional(date) : std::nullopt;
  if (!take_day(in, date)) return std::nullopt;
  skip_between(in);
  if (!in.take_number(4, 4, date.year) || !take_rest(in, date)) return std::nullopt;
  return date;
}

// Behind an optional weekday: its name says nothing new, and a wrong one makes no other date.
Scanner behind_weekday(Scanner in) {
  Scanner ahead = in;
  if (!is_weekday(ahead.take_word())) return in;
  ahead.take('.');
  ahead.take(',');
  ahead.skip_spaces();
  return ahead;
}

}  // namespace

std::optional<PublishedDate> parse_date(std::string_view text) {
  const Scanner in = behind_weekday({trim(text)});
  if (in.at_end()) return std::nullopt;
  using Parser = std::optional<PublishedDate> (*)(Scanner);
  for (const Parser parse : {parse_iso, parse_basic_iso, parse_day_first, parse_month_first}) {
    if (const auto date = parse(in); date && is_possible(*date)) return date;
  }
  return std::nullopt;
}

}  // namespace dateline
