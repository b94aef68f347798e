// Publication dates with the precision that is known: `2024-08` stays a month. Proleptic Gregorian calendar, no time
// zone database: an offset is kept as it was written.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

enum class DatePrecision : std::uint8_t { kNone, kYear, kMonth, kDay, kSecond };

// A date, perhaps with a time. month 0: only the year is known; day 0: only the month; hour -1: only the day.
struct PublishedDate {
  int year = 0;  // 0: no date at all
  int month = 0;
  int day = 0;
  int hour = -1;
  int minute = 0;
  int second = 0;
  std::optional<int> utc_offset_minutes = std::nullopt;  // as written; nullopt: none was written
  friend bool operator==(const PublishedDate&, const PublishedDate&) = default;
  [[nodiscard]] DatePrecision precision() const;
};

// "2024", "2024-08", "2024-08-16", "2024-08-16T14:30:00+02:00" (the shape of the precision); "" for none.
std::string to_iso(const PublishedDate& date);

// Reads what news really has: ISO 8601 in full or in part ("2024-08", "20240816", "2024-08-16 14:30", a trailing Z or
// offset), RFC 2822 ("Fri, 16 Aug 2024 14:30:00 GMT"), "16 August 2024", "August 16, 2024", "Friday, January 4, 2019",
// "26-FEB-1987 15:01:01.79". nullopt where it is none of these or impossible (30 February, hour 25, year outside
// 1000–2999). Never guesses: relative words ("Friday", "yesterday") are no date, two-digit months first or last
// ("03/04/2024") are no date.
std::optional<PublishedDate> parse_date(std::string_view text);

// Days since 1970-01-01 of a civil date (Howard Hinnant, "chrono-compatible low-level date algorithms",
// days_from_civil).
std::int64_t days_from_civil(int year, int month, int day);
struct CivilDay {
  int year = 0, month = 0, day = 0;
  friend bool operator==(const CivilDay&, const CivilDay&) = default;
};
CivilDay civil_from_days(std::int64_t days);
int days_in_month(int year, int month);

// The days that a date covers, both inclusive: for 2024-08 from 1 to 31 August. nullopt for no date.
struct DayRange {
  std::int64_t first = 0, last = 0;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};
std::optional<DayRange> days_of(const PublishedDate& date);

// Seconds since 1970 (UTC where an offset was written, else as if it were UTC) of the date's first moment: the key that
// --sort uses. 0-based days only; nullopt for no date.
std::optional<std::int64_t> sort_seconds(const PublishedDate& date);

// year*512 + month*32 + day, month and day 0 where unknown; 0 for no date. Orders like the dates. It is on disk.
using PackedDate = std::uint32_t;
PackedDate pack_date(const PublishedDate& date);
PublishedDate unpack_date(PackedDate packed);

}  // namespace dateline
