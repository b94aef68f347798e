// The calendar and the shapes in which dates are stored. Reading dates from text is in date_parser.cc.
#include "shared/base/date.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace dateline {

DatePrecision PublishedDate::precision() const {
  if (year == 0) return DatePrecision::kNone;
  if (month == 0) return DatePrecision::kYear;
  if (day == 0) return DatePrecision::kMonth;
  return hour < 0 ? DatePrecision::kDay : DatePrecision::kSecond;
}

std::string to_iso(const PublishedDate& date) {
  std::array<char, 64> text{};
  const auto print = [&](const char* format, auto... numbers) {
    std::snprintf(text.data(), text.size(), format, numbers...);
    return std::string(text.data());
  };
  std::string out;
  switch (date.precision()) {
    case DatePrecision::kNone:
      return "";
    case DatePrecision::kYear:
      return print("%04d", date.year);
    case DatePrecision::kMonth:
      return print("%04d-%02d", date.year, date.month);
    case DatePrecision::kDay:
      return print("%04d-%02d-%02d", date.year, date.month, date.day);
    case DatePrecision::kSecond:
      out =
          print("%04d-%02d-%02dT%02d:%02d:%02d", date.year, date.month, date.day, date.hour, date.minute, date.second);
  }
  if (!date.utc_offset_minutes) return out;
  if (*date.utc_offset_minutes == 0) return out + "Z";
  const int minutes = std::abs(*date.utc_offset_minutes);
  return out + (*date.utc_offset_minutes < 0 ? "-" : "+") + print("%02d:%02d", minutes / 60, minutes % 60);
}

std::int64_t days_from_civil(int year, int month, int day) {
  const std::int64_t y = std::int64_t{year} - (month <= 2 ? 1 : 0);
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDay civil_from_days(std::int64_t days) {
  const std::int64_t z = days + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int64_t day_of_era = z - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;  // March is 0
  const auto day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const auto month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  return {static_cast<int>(year_of_era + era * 400) + (month <= 2 ? 1 : 0), month, day};
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::optional<DayRange> days_of(const PublishedDate& date) {
  switch (date.precision()) {
    case DatePrecision::kNone:
      return std::nullopt;
    case DatePrecision::kYear:
      return DayRange{days_from_civil(date.year, 1, 1), days_from_civil(date.year, 12, 31)};
    case DatePrecision::kMonth:
      return DayRange{days_from_civil(date.year, date.month, 1),
                      days_from_civil(date.year, date.month, days_in_month(date.year, date.month))};
    case DatePrecision::kDay:
    case DatePrecision::kSecond:
      break;
  }
  const auto day = days_from_civil(date.year, date.month, date.day);
  return DayRange{day, day};
}

std::optional<std::int64_t> sort_seconds(const PublishedDate& date) {
  const auto range = days_of(date);
  if (!range) return std::nullopt;
  const std::int64_t midnight = range->first * 86400;
  if (date.precision() != DatePrecision::kSecond) return midnight;
  const std::int64_t seconds = midnight + std::int64_t{date.hour} * 3600 + std::int64_t{date.minute} * 60 + date.second;
  return seconds - std::int64_t{date.utc_offset_minutes.value_or(0)} * 60;
}

PackedDate pack_date(const PublishedDate& date) {
  return static_cast<PackedDate>(date.year) * 512 + static_cast<PackedDate>(date.month) * 32 +
         static_cast<PackedDate>(date.day);
}

PublishedDate unpack_date(PackedDate packed) {
  return {.year = static_cast<int>(packed / 512),
          .month = static_cast<int>(packed / 32 % 16),
          .day = static_cast<int>(packed % 32)};
}

}  // namespace dateline
